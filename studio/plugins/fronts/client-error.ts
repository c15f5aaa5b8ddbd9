// The sentences of an error that the lake answered.

/** The newsroom has not answered: the same can be done again. */
export class NotReached extends Error {
  constructor(cause: unknown) {
    super('The newsroom cannot be reached just now. Try again.', {cause})
  }
}

/** Of a rule: what it says to the person; of anything else: the message. */
export function createClientError(error: unknown): Error {
  const {details, message, statusCode} = error as {
    details?: {reasons?: {message: string}[]; description?: string}
    message?: string
    statusCode?: number
  }
  const reasons = details?.reasons?.map((reason) => reason.message).join(' ')
  if (reasons) return new Error(reasons)
  if (statusCode === undefined || statusCode >= 500) return new NotReached(error)
  if (statusCode === 409) {
    return new Error('A colleague has changed this front just now. Look at it again.')
  }
  return new Error(details?.description ?? message ?? 'It could not be done.')
}
