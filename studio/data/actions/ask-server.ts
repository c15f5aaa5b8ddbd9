// Sends an editorial action to the server.
import type {SanityClient} from 'sanity'
import type {ReviewReason} from '../../../model/records.ts'
import {EditorialActionRefused} from './action-refused.ts'

interface ErrorBody {
  statusCode?: number
  response?: {body?: {error?: {description?: string; reasons?: ReviewReason[]}}}
}

/** Each browser has its own technical message for a server that does not answer. */
const NO_ANSWER = 'The newsroom cannot be reached. Try again when you are online.'

/**
 * Returns the transaction ID.
 *
 * @throws EditorialActionRefused with the reasons
 */
export async function askServer(client: SanityClient, request: {act: string}): Promise<string> {
  return await withReasons(async () => {
    const {transactionId} = await client.request<{transactionId: string}>({
      url: `/acts/${client.config().dataset}`,
      method: 'POST',
      body: request,
      tag: `act.${request.act}`,
    })
    return transactionId
  })
}

/** @throws EditorialActionRefused if the request fails, whatever the client throws */
export async function withReasons<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const {statusCode, response} = error as ErrorBody
    const {description, reasons = []} = response?.body?.error ?? {}
    throw new EditorialActionRefused(description ?? NO_ANSWER, reasons, statusCode === 409)
  }
}
