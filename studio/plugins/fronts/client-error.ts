// The sentences of an error that the lake answered.

/** Of a rule: what it says to the person; of anything else: the message. */
export function createClientError(error: unknown): Error {
  const {details, message, statusCode} = error as {
    details?: {reasons?: {message: string}[]; description?: string}
    message?: string
    statusCode?: number
  }
  const reasons = details?.reasons?.map((reason) => reason.message).join(' ')
  if (reasons) return new Error(reasons)
  if (statusCode === 409) {
    return new Error('A colleague has changed this front just now. Look at it again.')
  }
  return new Error(details?.description ?? message ?? 'It could not be done.')
}
