// Messages about pictures and files that cannot be inserted into a text this way. Pure.

export interface Advice {
  title: string
  description: string
}

export type Way = 'dropped' | 'pasted'

const UPLOAD =
  'press Photo above the text, then Create. There you upload the file and write its caption and credit.'
const WORDS_ONLY =
  'This text holds words and links only. Photos go into the main text of an article.'

/**
 * Explains how to insert dropped or pasted files.
 * @param types the files' media types
 * @param takesPhotos whether the text has a *Photo* button
 */
export function adviceForFiles(types: readonly string[], way: Way, takesPhotos: boolean): Advice {
  const arePhotos = types.length > 0 && types.every((type) => type.startsWith('image/'))
  const [one, several] = arePhotos ? ['A photo', 'Photos'] : ['A file', 'Files']
  const title = `${types.length > 1 ? several : one} cannot be ${way} into the text.`
  if (!takesPhotos) return {title, description: WORDS_ONLY}
  if (!arePhotos) return {title, description: 'The buttons above the text insert what it can hold.'}
  const place = types.length > 1 ? 'Click where each belongs' : 'Click where it belongs'
  return {title, description: `${place}, ${UPLOAD}`}
}

/** Explains what was left out of a pasted page or document, and how to insert it. */
export function adviceForLeftOut(count: number, takesPhotos: boolean): Advice {
  const title = count === 1 ? 'A picture was left out.' : `${count} pictures were left out.`
  if (!takesPhotos) return {title, description: WORDS_ONLY}
  const place =
    count === 1
      ? 'Save it as a file, click where it belongs'
      : 'Save them as files, click where each belongs'
  return {title, description: `${place}, ${UPLOAD}`}
}

/** The number of pictures in this HTML that a person would miss. Tracking pixels do not count. */
export function picturesIn(html: string): number {
  // Word repeats each picture in a comment, for its own use.
  const pictures = html.replaceAll(/<!--[\s\S]*?-->/g, '').match(/<img\b[^>]*>/gi) ?? []
  return pictures.filter(
    (picture) => !/\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b/i.test(picture),
  ).length
}
