// Reads the tags of a picture file in the browser.

interface SingleTag {
  value?: unknown
  description?: string
  attributes?: {lang?: string}
}

/** The part of ExifReader's result that is used. Repeated IIM tags are arrays. */
export type Tag = SingleTag | SingleTag[]

export interface PhotoTags {
  xmp?: Record<string, Tag | undefined>
  iptc?: Record<string, Tag | undefined>
  exif?: Record<string, Tag | undefined>
  gps?: {Latitude?: number; Longitude?: number}
}

/**
 * @returns no tags for a file that is not a picture or has none: an upload never fails because of its tags
 */
export async function readTags(file: ArrayBuffer): Promise<PhotoTags> {
  // Loaded for the first picture, because most visits to the studio need none.
  const {load} = await import('exifreader')
  try {
    return (await load(file, {expanded: true, async: true})) as PhotoTags
  } catch {
    return {}
  }
}
