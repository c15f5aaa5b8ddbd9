// Writes a credit as an XMP packet. XMP is Unicode, so every script is preserved.
import type {RenditionCredit} from './rendition-credit.ts'

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
}).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)

const HEAD = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${NAMESPACES.join('')}>`
const FOOT = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'

const plain = (text: string): string => text
const sequence = (text: string): string => `<rdf:Seq><rdf:li>${text}</rdf:li></rdf:Seq>`
const inAnyLanguage = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`
const licensor = (text: string): string =>
  `<rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>${text}</plus:LicensorURL></rdf:li></rdf:Seq>`

/** The most important first. */
const PROPERTIES: [keyof RenditionCredit, name: string, write: (text: string) => string][] = [
  ['creditLine', 'photoshop:Credit', plain],
  ['creator', 'dc:creator', sequence],
  ['copyrightNotice', 'dc:rights', inAnyLanguage],
  ['licenseUrl', 'xmpRights:WebStatement', plain],
  ['acquireUrl', 'plus:Licensor', licensor],
  ['digitalSourceType', 'Iptc4xmpExt:DigitalSourceType', plain],
  ['usageTerms', 'xmpRights:UsageTerms', inAnyLanguage],
]

/**
 * A JPEG segment holds 64 kB, including the data before the packet. A text that is too long is left
 * out completely.
 */
const MOST_BYTES = 60_000

/** The packet in UTF-8. The same credit always gives the same bytes. */
export function xmpPacket(credit: RenditionCredit): Buffer {
  let text = HEAD
  for (const [field, name, write] of PROPERTIES) {
    const value = credit[field]
    if (!value) continue
    const property = `<${name}>${write(escape(value))}</${name}>`
    if (Buffer.byteLength(text + property) <= MOST_BYTES) text += property
  }
  return Buffer.from(text + FOOT)
}

/** Removes control characters and unpaired surrogates, which XML cannot hold. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}
