// The changes between two versions of a piece, as plain data.

export interface PieceDiff {
  /** Only changed documents, the article first. Empty if both versions have the same content. */
  documents: DocumentDiff[]
}

export interface DocumentDiff {
  id: string
  type: string
  /** The title of its type: “Photo”. */
  kind: string
  /** Its current title. */
  title: string
  change: 'added' | 'removed' | 'changed'
  /** In the order of the form. Empty for a removed document. */
  fields: FieldDiff[]
}

export type FieldDiff = {
  /** Such as `rights.clearance`. */
  path: string
  /** Its title in the form; for a nested field, both titles. */
  title: string
} & (
  | {kind: 'words'; runs: Run[]}
  /** Compared as a whole: a date, a choice, the target of a reference. */
  | {kind: 'swap'; before?: string; after?: string; note?: string}
  /** Paragraphs, or items of a list. */
  | {kind: 'rows'; rows: Row[]; noun: 'paragraph' | 'item'}
  /** Only a sentence, such as “Picture replaced”. */
  | {kind: 'note'; note: string}
)

/** A run of words that both versions have, or one of them. */
export interface Run {
  change: 'same' | 'added' | 'removed'
  text: string
  marks: Mark[]
  /** Of unchanged words: emphasis and links that were added or removed. */
  gained: Mark[]
  lost: Mark[]
}

/** Emphasis, or a link, on words. */
export interface Mark {
  /** `strong`, `em`, `link` … */
  name: string
  /** Its title in the form. */
  title: string
  /** A link's target as text. */
  target?: string
  /** Two marks are the same when their ids are. */
  id: string
}

/** A paragraph, a block between paragraphs, or an item of a list. */
export interface Row {
  key: string
  change: 'same' | 'added' | 'removed' | 'changed'
  /** A paragraph's style (`normal`, `h2` …), `bullet`, `number`, `item`, or `box`. */
  style: string
  /** The title of a block's type, such as “Photo”. */
  label?: string
  runs: Run[]
  /** About the whole row: “Moved up”, “Text → Subheading”. */
  notes: string[]
  /** The changes inside a block. */
  fields: FieldDiff[]
}

/** A difference that neither readers nor the form show. An approval includes it, too. */
export const UNSEEN = 'Changed in a way that readers do not see'
