/**
 * Writes the facts of `photos.ts` into the picture files, as IPTC-IIM and as XMP:
 * `npx node seed/write-credits.ts`. The pictures themselves keep every byte; run again, it changes nothing.
 */
import {readFile, writeFile} from 'node:fs/promises'
import {wrapIim, writeIim} from './metadata/iim.ts'
import {spliceMetadata} from './metadata/jpeg.ts'
import type {PictureFacts} from './metadata/picture-facts.ts'
import {writeXmp} from './metadata/xmp.ts'
import {photos} from './photos.ts'

const DIGITAL_SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** The file with its credit; the vocabulary's full address goes into XMP, its last part into documents. */
export function withCredit(file: Buffer, facts: PictureFacts): Buffer {
  const digitalSourceType =
    facts.digitalSourceType && DIGITAL_SOURCE_TYPES + facts.digitalSourceType
  const xmp = writeXmp({...facts, digitalSourceType})
  return spliceMetadata(file, {xmp, app13: wrapIim(writeIim(facts))})
}

if (import.meta.main) {
  for (const photo of photos) {
    const path = new URL(`photos/${photo.file}`, import.meta.url)
    await writeFile(path, withCredit(await readFile(path), photo))
    console.log(`${photo.file}: ${photo.creditLine}`)
  }
}
