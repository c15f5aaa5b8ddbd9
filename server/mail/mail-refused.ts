// An error of its own file, so that a newsroom without e-mail does not load what sends it.

/** The server is well and does not take this e-mail. */
export class MailRefused extends Error {
  /** It would be refused again. */
  readonly permanent: boolean
  constructor(message: string, permanent: boolean) {
    super(message)
    this.name = 'MailRefused'
    this.permanent = permanent
  }
}
