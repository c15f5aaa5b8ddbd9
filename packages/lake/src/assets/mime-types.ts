// Media types of uploaded files by extension. Only recordings are played and all other files are
// downloads, so a short list is enough. Unknown extensions get `application/octet-stream`.

const TYPES: Record<string, string> = {
  aac: 'audio/aac',
  avif: 'image/avif',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  flac: 'audio/flac',
  geojson: 'application/geo+json',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  m4a: 'audio/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  odt: 'application/vnd.oasis.opendocument.text',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  srt: 'application/x-subrip',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  txt: 'text/plain',
  vtt: 'text/vtt',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
}

/** Other names that browsers and recorders use for the same types. */
const SYNONYMS: Record<string, string> = {
  'application/ogg': 'audio/ogg',
  'audio/m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
}

/** @param extension lower case, without the dot */
export function mimeTypeOf(extension: string): string {
  return TYPES[extension] ?? 'application/octet-stream'
}

/** The extension of a media type; null if the type is unknown. */
export function extensionFor(mimeType: string): string | null {
  const bare = mimeType.split(';')[0]!.trim().toLowerCase()
  const known = SYNONYMS[bare] ?? bare
  return Object.entries(TYPES).find(([, type]) => type === known)?.[0] ?? null
}
