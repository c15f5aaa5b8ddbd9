// What changed between two versions of a piece, as an editor reads it. Plain data, drawn elsewhere.

export interface PieceDiff {
  /** Only what changed, the article first. Empty where the two versions are the same content. */
  documents: DocumentDiff[]
}

export interface DocumentDiff {
  id: string
  type: string
  /** What such a document is called: “Photo”. */
  kind: string
  /** What this one is called, as it is now. */
  title: string
  change: 'added' | 'removed' | 'changed'
  /** In the order of the form. Empty for what was removed: it is no longer part of the piece. */
  fields: FieldDiff[]
}

export type FieldDiff = {
  /** Where it stands, such as `rights.clearance`. */
  path: string
  /** As the form calls it; a field inside another one with both names. */
  title: string
} & (
  | {kind: 'words'; runs: Run[]}
  /** Taken as a whole: a date, a choice, what a reference points to. Without words: empty. */
  | {kind: 'swap'; before?: string; after?: string; note?: string}
  /** Paragraphs, or items of a list. */
  | {kind: 'rows'; rows: Row[]; noun: 'paragraph' | 'item'}
  /** What can only be said, such as “Picture replaced”. */
  | {kind: 'note'; note: string}
)

/** A stretch of words that is there in both versions, or in one. */
export interface Run {
  change: 'same' | 'added' | 'removed'
  text: string
  marks: Mark[]
  /** Of words that stayed: the emphasis and links that came or went. */
  gained: Mark[]
  lost: Mark[]
}

/** Emphasis, or a link, on words. */
export interface Mark {
  /** `strong`, `em`, `link` … */
  name: string
  /** What the form calls it. */
  title: string
  /** Where a link leads, in words. */
  target?: string
  /** Two marks are the same when their ids are. */
  id: string
}

/** A paragraph, a block between paragraphs, or an item of a list. */
export interface Row {
  key: string
  change: 'same' | 'added' | 'removed' | 'changed'
  /** How it is set: a paragraph's style (`normal`, `h2` …), `bullet`, `number`, `item`, or `box`. */
  look: string
  /** What a block is, such as “Photo”. */
  label?: string
  runs: Run[]
  /** What happened to it as a whole: “Moved up”, “Text → Subheading”. */
  notes: string[]
  /** What changed inside a block. */
  fields: FieldDiff[]
}

/** Something differs that no reader and no form shows; an approval covers it all the same. */
export const UNSEEN = 'Changed in a way that readers do not see'
