// Has the server perform what is asked, and answers its refusals in words.
import type {SanityClient} from 'sanity'
import type {ReviewReason} from '../../../model/records.ts'
import {EditorialActionRefused} from './action-refused.ts'

interface ErrorBody {
  statusCode?: number
  response?: {body?: {error?: {description?: string; reasons?: ReviewReason[]}}}
}

/** No line, or no server at its end: browsers say it each in other words, none of them a newsroom's. */
const NO_ANSWER = 'The newsroom cannot be reached. Try again when you are online.'

/**
 * Answers the id of the transaction.
 *
 * @throws EditorialActionRefused with the reasons
 */
export async function askServer(client: SanityClient, request: {act: string}): Promise<string> {
  return await inWords(async () => {
    const {transactionId} = await client.request<{transactionId: string}>({
      url: `/acts/${client.config().dataset}`,
      method: 'POST',
      body: request,
      tag: `act.${request.act}`,
    })
    return transactionId
  })
}

/** @throws EditorialActionRefused where the request fails, whatever the client throws */
export async function inWords<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const {statusCode, response} = error as ErrorBody
    const {description, reasons = []} = response?.body?.error ?? {}
    throw new EditorialActionRefused(description ?? NO_ANSWER, reasons, statusCode === 409)
  }
}
