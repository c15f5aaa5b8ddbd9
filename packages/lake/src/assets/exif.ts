// Camera settings for `meta[]=exif`. Asset documents are public, so only the listed tags are
// copied: no position, serial number or name.
import ExifReader from 'exifreader'
import type {Json} from '../types.ts'

const NUMBERS = ['ExposureTime', 'FNumber', 'FocalLength', 'ISOSpeedRatings', 'Orientation']
const TEXTS = ['DateTimeOriginal', 'Make', 'Model', 'LensModel']

/**
 * `metadata.exif` in Sanity's shape, or null if the file has none.
 * @param file the whole picture file
 */
export function exifMetadata(file: Buffer): Json | null {
  let tags: Record<string, unknown>
  try {
    tags = (ExifReader.load(file, {expanded: true}).exif ?? {}) as Record<string, unknown>
  } catch {
    // Many pictures have no readable EXIF.
    return null
  }
  const result: {[key: string]: Json} = {_type: 'sanity.imageExifMetadata'}
  for (const name of NUMBERS) {
    const value = numberOf(tags[name])
    if (value !== null) result[name === 'ISOSpeedRatings' ? 'ISO' : name] = value
  }
  for (const name of TEXTS) {
    const text = (tags[name] as {description?: unknown} | undefined)?.description
    if (typeof text !== 'string' || text === '') continue
    result[name] = name === 'DateTimeOriginal' ? isoTime(text) : text
  }
  return Object.keys(result).length > 1 ? result : null
}

function numberOf(tag: unknown): number | null {
  const value = (tag as {value?: unknown} | undefined)?.value
  if (typeof value === 'number') return value
  if (!Array.isArray(value)) return null
  const [above, below] = value as unknown[]
  if (typeof above !== 'number') return null
  const result = typeof below === 'number' ? above / below : above
  return Number.isFinite(result) ? result : null
}

/**
 * EXIF writes `2026:11:25 10:00:00` without a time zone. Sanity's readers expect ISO 8601 in UTC.
 */
function isoTime(text: string): string {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}.000Z` : text
}
