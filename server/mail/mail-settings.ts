// What SMTP_URL and SMTP_FROM may hold. Apart from the mailer: every command reads the environment.

export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password in it. */
  url: URL
  from: Sender
}

export interface Sender {
  name: string
  address: string
}

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/

/** True of an address that `createMailer` can use. */
export function isMailServer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false
  try {
    return decodeURIComponent(url.username + url.password) !== undefined
  } catch {
    return false
  }
}

/** Reads `Name <name@example.org>` or the bare address; null where it is neither. */
export function parseSender(text: string): Sender | null {
  // A line break would begin a header of its own.
  if (/\p{Cc}/u.test(text)) return null
  const [, name = '', inside] = /^(.*)<([^<>]*)>$/.exec(text.trim()) ?? []
  const address = (inside ?? text).trim()
  if (!ADDRESS.test(address)) return null
  return {name: name.trim().replace(/^"(.*)"$/, '$1'), address}
}

/** A sender at the first of these hosts that has a name: mail does not come from a bare number. */
export function defaultSender(hosts: readonly (string | undefined)[]): Sender {
  const host = hosts.find((name) => name !== undefined && isHostName(name)) ?? 'localhost'
  return {name: 'Copydesk', address: `copydesk@${host}`}
}

const isHostName = (host: string): boolean => /[a-z]/i.test(host) && !host.includes(':')
