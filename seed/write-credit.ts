/** Writes what `photos.ts` says of a drawing into its JPEG, as IPTC-IIM and as XMP. */
import type {PictureFacts} from './photos.ts'

const APP1 = 0xe1
const APP13 = 0xed

/** The JPEG with two more segments behind its start marker. */
export function withCredit(jpeg: Buffer, facts: PictureFacts): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(APP1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp(facts)}`)),
    segment(APP13, photoshopResource(iim(facts))),
    jpeg.subarray(2),
  ])
}

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

/** IIM is the Photoshop resource 0x0404; its data has an even length. */
function photoshopResource(data: Buffer): Buffer {
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(data.length, head.length - 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function iim(facts: PictureFacts): Buffer {
  const texts: [dataset: number, text: string | undefined][] = [
    [5, facts.title],
    [110, facts.creditLine],
    [115, facts.supplier],
    [116, facts.copyrightNotice],
    [120, facts.caption],
  ]
  // Record 1, dataset 90: the texts are in UTF-8.
  const charset = dataset(1, 90, Buffer.from([0x1b, 0x25, 0x47]))
  const rest = texts.flatMap(([number, text]) =>
    text ? [dataset(2, number, Buffer.from(text))] : [],
  )
  return Buffer.concat([charset, ...rest])
}

function dataset(record: number, number: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(data.length, 3)
  return Buffer.concat([head, data])
}

function xmp(facts: PictureFacts): string {
  const property = (name: string, text: string | undefined): string =>
    text ? `<${name}>${escaped(text)}</${name}>` : ''
  const inEnglish = (name: string, text: string | undefined): string =>
    text
      ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${name}>`
      : ''
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">
${inEnglish('dc:title', facts.title)}${inEnglish('dc:description', facts.caption)}${inEnglish('dc:rights', facts.copyrightNotice)}
${property('photoshop:Credit', facts.creditLine)}${property('photoshop:Source', facts.supplier)}
${inEnglish('xmpRights:UsageTerms', facts.usageTerms)}${inEnglish('Iptc4xmpCore:AltTextAccessibility', facts.alt)}
${property('Iptc4xmpExt:DigitalSourceType', `http://cv.iptc.org/newscodes/digitalsourcetype/${facts.digitalSourceType}`)}
<plus:CopyrightOwner><rdf:Seq><rdf:li rdf:parseType="Resource">${property('plus:CopyrightOwnerName', facts.copyrightHolder)}</rdf:li></rdf:Seq></plus:CopyrightOwner>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
