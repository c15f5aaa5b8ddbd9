// What every reader makes of a file: lines in reading order, whatever the file's format.

/** What the file itself says that a line is. A plain text says nothing. */
export type Hint =
  | 'headline'
  | 'kicker'
  | 'dek'
  | 'byline'
  | 'bio'
  | 'dateline'
  | 'time'
  | 'caption'
  | 'credit'
  | 'pullQuote'
  | 'blockquote'
  | 'callToAction'
  | 'furniture'

/** A stretch of a line: `from` and `to` count UTF-16 units of `Line.text`. */
export interface Mark {
  from: number
  to: number
  kind: 'strong' | 'em' | 'link'
  /** Of a link: an address with http, https, mailto or tel. */
  href?: string
}

/** Marks of a text that is put `by` units further on; of one that has lost its beginning if `by` is negative. */
export const moveMarks = <M extends {from: number; to: number}>(
  marks: readonly M[],
  by: number,
): M[] =>
  marks.flatMap((mark) =>
    mark.to + by > 0 ? [{...mark, from: Math.max(0, mark.from + by), to: mark.to + by}] : [],
  )

export interface Line {
  /**
   * White space is single, none at the ends; a tab parts the cells of a table. Empty only where the line is a picture
   * or an embed.
   */
  text: string
  /** False for what follows the line before it after a mere line break. */
  startsGroup: boolean
  hint?: Hint
  /** 1 to 6 for a heading of the file. */
  heading?: number
  list?: 'bullet' | 'number'
  /** From 2: of an item in a list within another. */
  level?: number
  /** All of its text is bold: a heading by hand. */
  isBold?: boolean
  isItalic?: boolean
  /** Above the paragraphs of the text, and made of another element of HTML than they are. */
  isAboveBody?: boolean
  /** In points; 11 or 12 is text. */
  size?: number
  /** Lines of one figure, of one box, of one table share a number. */
  figure?: number
  /** Position in `Reading.pictures`: here the file has a picture. */
  picture?: number
  /** The address of a film or a post that is shown here. */
  embed?: string
  marks: Mark[]
}

export interface Picture {
  /** Null where the file only has an address, which is never asked for. */
  bytes: Uint8Array | null
  mediaType: string | null
  fileName: string | null
  /** The address in the file. */
  address: string | null
  /** What is read out in place of the picture. */
  alt: string | null
}

export type Format = 'text' | 'html' | 'docx' | 'mail'

export interface Reading {
  format: Format
  lines: Line[]
  pictures: Picture[]
  /** BCP 47, if the file says so. */
  language: string | null
  /** What the file calls itself, which may be its headline. */
  title: string | null
  /** The name of the site that a page is from. */
  site?: string
  /** Names of files that are attached to a mail and were not read. */
  unread?: string[]
}

/** A file that cannot be taken: `message` is a sentence for a journalist. */
export class IntakeError extends Error {
  override name = 'IntakeError'
}
