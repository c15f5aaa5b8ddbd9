/** Whether a lake refused a query because nobody, or nobody any more, is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 401
}
