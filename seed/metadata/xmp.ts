/** Writes an XMP packet with the IPTC Core, IPTC Extension, rights and PLUS fields of a picture. */
import type {PictureFacts} from './picture-facts.ts'

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const plain = (name: string, value: string) => `<${name}>${escape(value)}</${name}>`
const alternatives = (name: string, value: string) =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></${name}>`
const sequence = (name: string, value: string) =>
  `<${name}><rdf:Seq><rdf:li>${escape(value)}</rdf:li></rdf:Seq></${name}>`
const resource = (name: string, array: 'Seq' | 'Bag', fields: string[]) =>
  `<${name}><rdf:${array}><rdf:li rdf:parseType="Resource">${fields.join('')}</rdf:li></rdf:${array}></${name}>`

const when = (value: string | undefined, write: (value: string) => string) =>
  value ? [write(value)] : []

function properties(facts: PictureFacts): string[] {
  const {artwork} = facts
  return [
    ...when(facts.title, (value) => alternatives('dc:title', value)),
    ...when(facts.creator, (value) => sequence('dc:creator', value)),
    ...when(facts.caption, (value) => alternatives('dc:description', value)),
    ...when(facts.copyrightNotice, (value) => alternatives('dc:rights', value)),
    ...when(facts.creatorTitle, (value) => plain('photoshop:AuthorsPosition', value)),
    ...when(facts.creditLine, (value) => plain('photoshop:Credit', value)),
    ...when(facts.supplier, (value) => plain('photoshop:Source', value)),
    ...when(facts.dateTaken, (value) => plain('photoshop:DateCreated', value)),
    ...when(facts.city, (value) => plain('photoshop:City', value)),
    ...when(facts.country, (value) => plain('photoshop:Country', value)),
    ...when(facts.licenseUrl, (value) => plain('xmpRights:WebStatement', value)),
    ...when(facts.usageTerms, (value) => alternatives('xmpRights:UsageTerms', value)),
    ...when(facts.copyrightHolder, (value) =>
      resource('plus:CopyrightOwner', 'Seq', [plain('plus:CopyrightOwnerName', value)]),
    ),
    ...when(facts.acquireUrl, (value) =>
      resource('plus:Licensor', 'Seq', [plain('plus:LicensorURL', value)]),
    ),
    ...when(facts.alt, (value) => alternatives('Iptc4xmpCore:AltTextAccessibility', value)),
    ...when(facts.digitalSourceType, (value) => plain('Iptc4xmpExt:DigitalSourceType', value)),
    ...(artwork
      ? [
          resource('Iptc4xmpExt:ArtworkOrObject', 'Bag', [
            alternatives('Iptc4xmpExt:AOTitle', artwork.title),
            sequence('Iptc4xmpExt:AOCreator', artwork.creator),
            plain('Iptc4xmpExt:AOSource', artwork.source),
            plain('Iptc4xmpExt:AOSourceInvNo', artwork.inventory),
          ]),
        ]
      : []),
  ]
}

/** The packet as text. It holds no dates or ids of its own, so that the same facts give the same bytes. */
export function writeXmp(facts: PictureFacts): string {
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces.join(' ')}>`,
    ...properties(facts),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}
