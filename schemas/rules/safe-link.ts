import type {CustomValidator} from 'sanity'

const SCHEMES = ['http:', 'https:', 'mailto:']

/**
 * A link leads to a web page or opens a letter. Everything else (`javascript:`, `data:`, `file:`) could
 * run code in a reader's browser. `URL.parse` reads the address as browsers do (WHATWG URL), so
 * `java\nscript:` does not get past it.
 */
export const safeLink: CustomValidator<string | undefined> = (value) => {
  if (!value) return true
  const url = URL.parse(value)
  if (!url)
    return 'Copy the whole address, beginning with https:// (or mailto: for an e-mail address).'
  if (!SCHEMES.includes(url.protocol))
    return `A link that begins with “${url.protocol}” is not allowed; use https:// or mailto:`
  return (
    !(url.username || url.password) ||
    'This address contains a name or password. Remove it before the @ sign.'
  )
}
