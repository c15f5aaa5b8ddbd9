// Messages about pictures that were dropped or pasted. Pure.
import type {KnownPhoto} from './take-pictures.ts'

export interface Advice {
  title: string
  description: string
}

export type Way = 'dropped' | 'pasted'

/**
 * Milliseconds for which a message is shown: what was done can be read, and what was not done can be read and followed. Both
 * cover what is below them.
 */
export const SHOWN_MS = {info: 8_000, warning: 14_000, error: 20_000}

const WORDS_ONLY =
  'This text holds words and links only. Photos go into the main text of an article.'

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

/** Of a text that takes no photos. */
export function adviceForWordsOnly(types: readonly string[], way: Way): Advice {
  const arePhotos = types.length > 0 && types.every((type) => type.startsWith('image/'))
  const [one, several] = arePhotos ? ['A photo', 'Photos'] : ['A file', 'Files']
  const title = `${types.length > 1 ? several : one} cannot be ${way} into the text.`
  return {title, description: WORDS_ONLY}
}

/** Of files that are not pictures. */
export function adviceForOthers(names: readonly string[]): Advice {
  const title =
    names.length === 1
      ? `${named(names)} is not a picture.`
      : `${names.length} files are not pictures: ${named(names)}.`
  return {
    title,
    description:
      'Only pictures can be dropped here. To begin an article with a document, press Create, then Article from a text.',
  }
}

/** Of files that the browser cannot read, e.g. a folder. */
export const adviceForUnreadable = (names: readonly string[]): Advice => ({
  title: `${named(names)} could not be read.`,
  description: 'Is it still there? Copy it to another folder, and drop it again.',
})

/** Of pictures that the newsroom has already. */
export function adviceForKnown(known: readonly KnownPhoto[]): Advice {
  const [first] = known
  const denied = known.filter(({isDenied}) => isDenied)
  const title =
    known.length === 1 && first
      ? `This picture is in the library already: “${first.name}”.`
      : `${known.length} of these pictures are in the library already.`
  const use = known.length === 1 ? 'That photo is used' : 'Those photos are used'
  const description = `${use}, and no second copy is made.`
  return {
    title,
    description:
      denied.length > 0
        ? `${description} The rights of ${named(denied.map(({name}) => name))} were denied: it cannot be published.`
        : description,
  }
}

/** Of pictures of a pasted page that have an address only. */
export function adviceForAddresses(waiting: number, leftOut: number): Advice {
  const parts = [
    waiting > 0 && `${waiting === 1 ? 'A photo waits' : `${waiting} photos wait`} for the file`,
    leftOut > 0 && `${leftOut === 1 ? 'a picture was' : `${leftOut} pictures were`} left out`,
  ].filter(Boolean)
  const title = `${parts.join(', and ')}.`
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    description:
      waiting > 0
        ? 'The text has only their web addresses, which are not fetched. Save each picture as a file and drop it on its photo.'
        : 'The text has only web addresses of pictures, which are not fetched. Save each picture as a file and drop it where it belongs.',
  }
}

/** Of pictures in a text that takes none. */
export const adviceForLeftOut = (count: number): Advice => ({
  title: count === 1 ? 'A picture was left out.' : `${count} pictures were left out.`,
  description: WORDS_ONLY,
})

/** The number of pictures in this HTML that a person would miss. Tracking pixels do not count. */
export function picturesIn(html: string): number {
  // Word repeats each picture in a comment, for its own use.
  const pictures = html.replaceAll(/<!--[\s\S]*?-->/g, '').match(/<img\b[^>]*>/gi) ?? []
  return pictures.filter(
    (picture) => !/\b(?:width|height)\s*[=:]\s*["']?[01](?:px)?\b/i.test(picture),
  ).length
}

/** Of paragraphs that cannot become photos. */
export const NO_CREDIT: Advice = {
  title: 'No credit was found at the end of these paragraphs.',
  description:
    'Click into one that is a caption, such as “A ferry at dawn. (© Agency by Name)”, and try again.',
}

export const adviceForMade = (count: number): Advice => ({
  title: count === 1 ? 'The paragraph is a photo now.' : `${count} paragraphs are photos now.`,
  description: 'Drop the file on the photo. Undo brings the words back.',
})

/** Says whether *Lead photo* was replaced, and where the other pictures are. */
export function leadLabel(isReplaced: boolean, others: number): string {
  const lead = isReplaced ? 'The lead photo was replaced.' : 'The first picture is the lead photo.'
  if (others === 0) return lead
  return `${lead} ${others === 1 ? 'The other one is' : `The ${others} others are`} at the beginning of the text.`
}

/** The label of a block while its file is sent. */
export function progressLabel(name: string, percent: number | null, isAway: boolean): string {
  if (isAway) return `“${name}” is uploaded when the connection is back. Leave this window open.`
  return percent === null ? `Preparing “${name}” …` : `Uploading “${name}”: ${percent} %`
}
