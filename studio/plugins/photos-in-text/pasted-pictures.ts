// Finds the pictures of pasted HTML. A picture that is in the clipboard itself becomes a photo. One that has an address only
// becomes a photo that waits for its file, if it has words: its caption or its description. No address is fetched.
import {markerOf} from './photo-behaviors.ts'

export interface PastedPicture {
  /** Null if it has an address only. */
  file: File | null
  caption: string
  alt: string
}

export interface PastedPictures {
  /** With a marked paragraph in place of each picture. */
  html: string
  pictures: PastedPicture[]
  /** Pictures with an address and no words. */
  leftOut: number
}

/** A paragraph, a heading or a quoted passage: a picture in the middle of it goes behind it. */
const PARAGRAPHS = 'p,h1,h2,h3,h4,h5,h6,blockquote,pre'
const WHOLES = 'ul,ol,dl,table'

/** @param page the HTML, parsed. It is changed. */
export function separatePictures(page: Document): PastedPictures {
  const pictures: PastedPicture[] = []
  let leftOut = 0
  const last = new Map<Element, Element>()
  for (const img of page.querySelectorAll('img')) {
    if (isPixel(img)) continue
    const picture = pictureOf(img, pictures.length)
    if (!picture.file && !picture.caption && !picture.alt) {
      leftOut += 1
      continue
    }
    const marker = page.createElement('p')
    marker.textContent = markerOf(pictures.length)
    place(img, marker, last)
    pictures.push(picture)
    img.closest('figure')?.querySelector('figcaption')?.remove()
    img.remove()
  }
  return {html: page.body.innerHTML, pictures, leftOut}
}

function place(img: Element, marker: Element, last: Map<Element, Element>): void {
  const anchor = outermost(img, WHOLES) ?? img.closest('figure') ?? outermost(img, PARAGRAPHS)
  if (!anchor) {
    img.before(marker)
    return
  }
  const behind = last.get(anchor) ?? anchor
  behind.after(marker)
  last.set(anchor, marker)
}

function outermost(element: Element, selector: string): Element | null {
  let found: Element | null = null
  for (let at = element.closest(selector); at; at = at.parentElement?.closest(selector) ?? null) {
    found = at
  }
  return found
}

function pictureOf(img: Element, index: number): PastedPicture {
  const figcaption = img.closest('figure')?.querySelector('figcaption')
  return {
    file: fileOf(img.getAttribute('src') ?? '', index),
    caption: figcaption ? textOf(figcaption) : '',
    alt: (img.getAttribute('alt') ?? '').trim(),
  }
}

/** The words, with a space where a line ends. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const end of copy.querySelectorAll('br,p,div,span')) end.after(' ')
  return (copy.textContent ?? '').replaceAll(/\s+/gu, ' ').trim()
}

/** Such a picture counts readers, or holds a place. */
const isPixel = (img: Element): boolean =>
  ['width', 'height'].some((side) => /^\s*[01](?:px)?\s*$/.test(img.getAttribute(side) ?? '')) ||
  /\b(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(img.getAttribute('style') ?? '')

/** A picture that is written out in its address. */
function fileOf(address: string, index: number): File | null {
  const data = /^data:(?<type>image\/[\w.+-]+)(?:;[\w=-]+)*;base64,(?<bytes>[\s\S]+)$/i.exec(
    address.trim(),
  )
  if (!data?.groups) return null
  const {type = '', bytes = ''} = data.groups
  try {
    const decoded = Uint8Array.from(atob(bytes.replaceAll(/\s/gu, '')), (letter) =>
      letter.charCodeAt(0),
    )
    return new File([decoded], `pasted-${index + 1}.${type.slice(6).replace(/\+.*/, '')}`, {type})
  } catch {
    return null
  }
}
