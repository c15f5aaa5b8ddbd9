// Refusals of another lake, in one sentence each.
import {OperatorError} from '@copydesk/lake/errors'

/** The other side refuses the request. */
export class Refused extends OperatorError {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

/** Something answers at the address, but it is not a Content Lake. */
export const notALake = (title: string): OperatorError =>
  new OperatorError(`${title} answers, but not as a Content Lake does. Is it the right address?`)

/** The error for a response without a 2xx status. */
export async function refusal(response: Response, title: string): Promise<OperatorError> {
  const {status, headers} = response
  if (status >= 300 && status < 400) {
    const leads = URL.parse(headers.get('location') ?? '', response.url)?.origin
    return new OperatorError(
      `${title} leads elsewhere${leads ? `, to ${leads}: name that address` : ''}.`,
    )
  }
  const message = messageIn(await response.text())
  if (message === null) {
    return status >= 500 || status === 429
      ? new Refused(status, `${title} is out of order (${status}). Try again later.`)
      : notALake(title)
  }
  if (status === 401) return new Refused(status, `${title} does not know the token. ${message}`)
  if (status === 507) return new Refused(status, `There is no room left at ${title}: ${message}`)
  return new Refused(status, `${title} refused (${status}): ${message}`)
}

/** Null if the text is not from a lake. */
function messageIn(text: string): string | null {
  try {
    const body = JSON.parse(text) as {
      message?: string
      error?: string | {description?: string; items?: {error?: {description?: string}}[]}
    }
    const error = typeof body.error === 'string' ? {description: body.error} : body.error
    const items = error?.items?.flatMap((item) => item.error?.description ?? []) ?? []
    const all = [...new Set(items)].slice(0, 5).join(' ')
    return all || (error?.description ?? body.message ?? text.slice(0, 300))
  } catch {
    return null
  }
}
