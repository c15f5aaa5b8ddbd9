// Hands e-mails to the newsroom's mail server, by SMTP.
import {createTransport} from 'nodemailer'
import {MailRefused} from './mail-refused.ts'
import type {MailSettings} from './mail-settings.ts'
import {oneLine} from './plain-text.ts'

export interface OutgoingMail {
  /** The same for a second attempt at the same e-mail: mail programs then show it once. */
  id: string
  to: {name: string; address: string}
  subject: string
  text: string
  date: Date
}

export interface Mailer {
  /**
   * Resolves once the server has taken the e-mail.
   *
   * @throws MailRefused where it is about this e-mail; any other error is about the server
   */
  send(mail: OutgoingMail): Promise<void>
  /** Ends a sending that is under way. */
  close(): void
}

/** What nodemailer attaches to its errors. */
interface SendError {
  message: string
  code?: string
  command?: string
  response?: string
  responseCode?: number
  permanent?: boolean
}

const PATIENCE_MS = 20_000
/** The service is closing down (RFC 5321): the server's matter, whichever command it answers. */
const CLOSING = 421

/** E-mails go one at a time, each over a connection of its own: there are few. */
export function createMailer({url, from}: MailSettings): Mailer {
  const ending = new AbortController()
  const transport = createTransport(
    {
      url: url.href,
      ...(asksForTls(url) ? {requireTLS: true} : {}),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      dnsTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // Holiday notices are not for a program.
    {from, headers: {'Auto-Submitted': 'auto-generated'}},
  )
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    async send({id, to, subject, text, date}) {
      const messageId = `<${id}@${domain}>`
      try {
        await transport.sendMail({messageId, to, subject, text, date, signal: ending.signal})
      } catch (error) {
        throw refusalOf(error as SendError) ?? error
      }
    },
    close() {
      ending.abort()
      transport.close()
    },
  }
}

/** A password does not cross a network in the clear, unless the address says `?requireTLS=false`. */
export function asksForTls({username, hostname, searchParams}: URL): boolean {
  const stays = ['localhost', '127.0.0.1', '[::1]'].includes(hostname.toLowerCase())
  return username !== '' && !stays && !searchParams.has('requireTLS')
}

function refusalOf(error: SendError): MailRefused | null {
  const {code, command, responseCode} = error
  const says = oneLine(error.response ?? error.message)
  // Refused by nodemailer itself: no address that could be sent.
  if (code === 'EENVELOPE' && command === 'API') return new MailRefused(says, true)
  if (responseCode === undefined || responseCode === CLOSING) return null
  if (command === 'RCPT TO') return new MailRefused(says, error.permanent === true)
  // The operator may have to change something first, a quota or the sender: worth trying again.
  return command === 'DATA' ? new MailRefused(says, false) : null
}
