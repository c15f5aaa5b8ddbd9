// Files that cannot be read, and what to do with each.

const PLEASE = 'Save the article as a Word file (.docx) or as plain text.'

/** The first bytes of a kind of file, some of them any byte, and a sentence for a journalist. */
const KINDS: readonly {bytes: string; at?: number; sentence: string}[] = [
  {
    bytes: '%PDF',
    sentence:
      'This is a PDF. Open it, copy the text of the article and paste it, or ask for the Word file.',
  },
  {
    bytes: '{\\rtf',
    sentence: 'This is an RTF file. Open it in Word and save it as a Word file (.docx).',
  },
  {bytes: '\xFF\xD8\xFF', sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: '\x89PNG', sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'GIF8', sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'WEBP', at: 8, sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'II*\0', sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'MM\0*', sentence: 'This is a picture. Upload it as a photo.'},
  {
    bytes: '8BPS',
    sentence: 'This is a picture of Photoshop. Save it as JPEG, and upload it as a photo.',
  },
  {bytes: 'ftypheic', at: 4, sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'ftypavif', at: 4, sentence: 'This is a picture. Upload it as a photo.'},
  {bytes: 'ftyp', at: 4, sentence: 'This is a recording, not a text.'},
  {bytes: 'ID3', sentence: 'This is a recording, not a text.'},
  {bytes: 'RIFF', sentence: 'This is a recording, not a text.'},
  {bytes: 'OggS', sentence: 'This is a recording, not a text.'},
  {bytes: '\x1F\x8B', sentence: `This file is packed. Unpack it first. ${PLEASE}`},
  {bytes: '7z\xBC\xAF', sentence: `This file is packed. Unpack it first. ${PLEASE}`},
  {bytes: 'Rar!', sentence: `This file is packed. Unpack it first. ${PLEASE}`},
]

const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'

/** What to tell somebody about a file that cannot be read; null if it may be one that can. */
export function refusedKind(file: Uint8Array): string | null {
  const head = String.fromCharCode(...file.subarray(0, 64))
  if (head.startsWith(OLE)) return oldOffice(file)
  // Some programs write white space before a PDF.
  if (head.trimStart().startsWith('%PDF')) return KINDS[0]!.sentence
  return KINDS.find(({bytes, at = 0}) => head.startsWith(bytes, at))?.sentence ?? null
}

/** Office files before 2007, protected Office files and Outlook's mails have the same first bytes. */
function oldOffice(file: Uint8Array): string {
  const has = (name: string): boolean =>
    includes(
      file,
      [...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
    )
  if (has('EncryptedPackage')) return 'This file has a password. Save it in Word without one.'
  if (has('__substg1.0_'))
    return 'This is a mail of Outlook. Save it as .eml, or copy its text and paste it.'
  if (has('WordDocument'))
    return 'This is an old Word file (.doc). Open it in Word and save it as .docx.'
  return `This is an old Office file. ${PLEASE}`
}

function includes(file: Uint8Array, wanted: number[]): boolean {
  for (let at = file.indexOf(wanted[0]!); at >= 0; at = file.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => file[at + index] === byte)) return true
  }
  return false
}
