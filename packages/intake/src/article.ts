// What intake finds in a file: the parts of an article, each with the lines that it came from.

/** Words of the file, and the positions in `Reading.lines` that they came from. */
export interface Found {
  text: string
  lines: number[]
}

export interface Byline {
  name: string
  role: 'writer' | 'photographer' | 'translator'
  lines: number[]
}

export interface Photo {
  /** Above the text. */
  isLead: boolean
  /** Without its credit. */
  caption: string
  /** As printed, without brackets around it and without a label such as "Photo:". */
  creditLine: string | null
  /** The person who made the picture. */
  creator: string | null
  /** The agency, the archive or the institution that has the rights. */
  holder: string | null
  /** Position in `Reading.pictures`; null where only a caption was found. */
  picture: number | null
  lines: number[]
}

export type TextStyle = 'normal' | 'h2' | 'h3' | 'blockquote' | 'bullet' | 'number'

/** A stretch of a block: `from` and `to` count UTF-16 units of its text. */
export interface Stretch {
  from: number
  to: number
}

export type BlockMark = Stretch & {kind: 'strong' | 'em' | 'link'; href?: string}

export type Block =
  | {
      kind: 'text'
      style: TextStyle
      /** From 2: of an item in a list within another. */
      level?: number
      text: string
      marks: BlockMark[]
      lines: number[]
    }
  | {kind: 'photo'; photo: number; lines: number[]}
  | {kind: 'callToAction'; text: string; lines: number[]}
  /** `text` is as printed, with the name below it; `words` are what is quoted. */
  | {kind: 'pullQuote'; text: string; words: string; lines: number[]}
  | {kind: 'embed'; address: string; lines: number[]}

export interface Speaker {
  /** The fullest that the article gives. */
  name: string
  kind: 'person' | 'institution'
  title: string | null
  affiliation: string | null
}

/** `direct` is a whole sentence or more, `partial` a fragment, `document` what a text or an institution says. */
export type QuoteForm = 'direct' | 'partial' | 'document'

export interface Quote extends Stretch {
  /** Position in `Article.body`. */
  block: number
  /** The exact words without marks, and without the comma or full stop of the sentence around them. */
  words: string
  form: QuoteForm
  speakers: Speaker[]
  /** In place of speakers, where nobody is named: "people familiar with the plan". */
  attribution: string | null
}

export interface Article {
  /** BCP 47. */
  language: string
  kicker: Found | null
  headline: Found | null
  dek: Found | null
  bylines: Byline[]
  authorBio: Found | null
  /** Not in the text of the first paragraph. */
  dateline: Found | null
  photos: Photo[]
  body: Block[]
  quotes: Quote[]
  /** Lines of the page around the article. */
  furniture: Found[]
}

/** The text of an article as far as it tells who says what. */
export interface QuotedText {
  /** Paragraphs, headings and items of lists, in order. */
  blocks: readonly {text: string; style: TextStyle}[]
  /** The standfirst and captions: they name people at their fullest, and quote nobody. */
  naming: readonly string[]
  /** Where it is written from, as printed. */
  dateline: string | null
}

export interface SelectedWords extends Stretch {
  /** Position in `QuotedText.blocks`. */
  block: number
}

/** The quote that is proposed for words that a person has selected. */
export interface ProposedQuote {
  /** The selected stretches, without quotation marks and without the words between two quotations. */
  parts: SelectedWords[]
  /** Of all parts together. */
  words: string
  /** A paraphrase has no quotation marks in the text. */
  form: QuoteForm | 'paraphrase'
  speakers: Speaker[]
  attribution: string | null
}
