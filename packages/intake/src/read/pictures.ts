// The pictures of a file, in the order in which they are met.
import type {Picture} from '../lines.ts'
import {fileNameOf} from './address.ts'
import {tidy} from './clean.ts'
import {checkPictures} from './limits.ts'

export class Pictures {
  readonly list: Picture[] = []

  /** Answers with its position. */
  add(picture: Picture): number {
    checkPictures(this.list.length + 1)
    return this.list.push(picture) - 1
  }
}

/** Finds an attached picture by its address in the page. */
export type Attached = (address: string) => Picture | undefined

/** The picture of an `img`; null for what only counts readers or keeps a place free. */
export function pictureOf(attributes: Record<string, string>, attached: Attached): Picture | null {
  if (isTiny(attributes)) return null
  const alt = tidy(attributes['alt'] ?? '') || null
  for (const address of addressesOf(attributes)) {
    const found = attached(address)
    if (found) return {...found, alt: alt ?? found.alt}
    if (/^data:/i.test(address)) {
      const picture = fromData(address, alt)
      if (picture) return picture
    } else if (/^(?:https?:|cid:|[^:?#]*(?:[/?#]|$))/i.test(address)) {
      return {bytes: null, mediaType: null, fileName: fileNameOf(address), address, alt}
    } else if (/^file:/i.test(address)) {
      return {bytes: null, mediaType: null, fileName: fileNameOf(address), address: null, alt}
    }
  }
  return null
}

/** Pages that load pictures late have the address in other attributes. */
function addressesOf(attributes: Record<string, string>): string[] {
  const named = ['src', 'data-src', 'data-original', 'data-lazy-src'].map(
    (name) => attributes[name],
  )
  const sets = ['srcset', 'data-srcset'].map((name) => attributes[name]?.trim().split(/\s+/)[0])
  return [...named, ...sets]
    .map((address) => address?.trim() ?? '')
    .filter((address) => address !== '')
}

function isTiny({width, height, style}: Record<string, string>): boolean {
  const isSmall = (value: string | undefined, name: string): boolean => {
    const set =
      value ?? new RegExp(`(?<![\\w-])${name}\\s*:\\s*(\\d+)(?:px)?\\b`).exec(style ?? '')?.[1]
    return set !== undefined && Number.parseFloat(set) <= 2
  }
  return isSmall(width, 'width') && isSmall(height, 'height')
}

function fromData(address: string, alt: string | null): Picture | null {
  const [, mediaType = '', encoding, data = ''] =
    /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w.+-]+=[^;,]*)*(;base64)?,(.*)$/is.exec(address) ?? []
  if (!/^image\//i.test(mediaType)) return null
  const bytes = bytesOf(data, encoding !== undefined)
  if (!bytes || isPlaceholder(bytes, mediaType)) return null
  return {bytes, mediaType: mediaType.toLowerCase(), fileName: null, address: null, alt}
}

function bytesOf(data: string, isBase64: boolean): Uint8Array | null {
  try {
    const plain = data.includes('%') ? decodeURIComponent(data) : data
    if (!isBase64) return new TextEncoder().encode(plain)
    return Uint8Array.from(atob(plain.replaceAll(/\s+/g, '')), (unit) => unit.charCodeAt(0))
  } catch {
    return null
  }
}

/** A transparent dot, or a drawing of nothing, until a script puts the picture there. */
function isPlaceholder(bytes: Uint8Array, mediaType: string): boolean {
  if (/gif/i.test(mediaType))
    return bytes[6] === 1 && bytes[8] === 1 && bytes[7] === 0 && bytes[9] === 0
  return /svg/i.test(mediaType) && bytes.length < 300
}
