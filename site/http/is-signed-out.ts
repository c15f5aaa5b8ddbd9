/** Whether a lake refused a query because the session is missing or has ended. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 401
}
