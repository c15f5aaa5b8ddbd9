// File names of stored assets, and the IDs of their documents. Only names that parse here reach the
// file system, so no request can read outside the assets folder.

const IMAGE_FILE = /^([0-9a-f]{40})-([1-9]\d{0,5})x([1-9]\d{0,5})\.([a-z0-9]{1,10})$/
const PLAIN_FILE = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/
const DOCUMENT_ID = /^(image|file)-(.+)-([a-z0-9]{1,10})$/
const DATASET = /^~?[a-z0-9][a-z0-9_-]{0,63}$/

export interface ImageFileName {
  kind: 'image'
  /** The whole name: `<sha1>-<width>x<height>.<extension>`. */
  file: string
  sha1: string
  /** Pixels, after EXIF orientation. */
  width: number
  height: number
  extension: string
}

interface PlainFileName {
  kind: 'file'
  /** The whole name: `<sha1>.<extension>`. */
  file: string
  sha1: string
  extension: string
}

export type AssetFileName = ImageFileName | PlainFileName

/** Parses a stored file's name; null for a name that this lake did not create. */
export function parseAssetFile(file: string): AssetFileName | null {
  const image = IMAGE_FILE.exec(file)
  if (image) {
    return {
      kind: 'image',
      file,
      sha1: image[1]!,
      width: Number(image[2]),
      height: Number(image[3]),
      extension: image[4]!,
    }
  }
  const plain = PLAIN_FILE.exec(file)
  return plain ? {kind: 'file', file, sha1: plain[1]!, extension: plain[2]!} : null
}

/** `image-<sha1>-<w>x<h>-<ext>` or `file-<sha1>-<ext>`, the form that Sanity's tools parse. */
export function assetDocumentId(name: AssetFileName): string {
  return `${name.kind}-${name.file.replace('.', '-')}`
}

/** The file that a document with this ID describes; null for other documents. */
export function assetFileOf(documentId: string): AssetFileName | null {
  const [, kind, name = '', extension = ''] = DOCUMENT_ID.exec(documentId) ?? []
  const file = parseAssetFile(`${name}.${extension}`)
  return file?.kind === kind ? file : null
}

/** Whether the name may become a folder in the assets folder. */
export function isDatasetName(dataset: string): boolean {
  return DATASET.test(dataset)
}
