// The texts of quotes and boxes as readers see them. Pure.

export interface SpokenBy {
  name?: string
  title?: string
  affiliation?: string
}

/** Only the speaker's own words get quotation marks. */
export function quoted(text: string | undefined, kind: string | undefined): string {
  if (!text) return 'No words yet'
  return kind === 'paraphrase' ? text : `“${text}”`
}

/** The agreed attribution, if there is one; otherwise the speakers with their titles at that time. */
export function attributionOf(
  speakers: readonly SpokenBy[],
  attribution?: string,
  reason?: string,
): string {
  const named = speakers
    .filter(({name}) => name)
    .map(({name, title, affiliation}) => [name, title, affiliation].filter(Boolean).join(', '))
    .join(' · ')
  const who = named || attribution || 'No speaker yet'
  return reason ? `${who}, ${reason}` : who
}

interface TextBlock {
  _key?: string
  _type?: string
  listItem?: string
  children?: {text?: string}[]
}

/** The paragraphs of a rich text, list items with their bullet. */
export function plainText(body: unknown): {key: string; text: string}[] {
  const blocks = Array.isArray(body) ? (body as TextBlock[]) : []
  return blocks.map(({_key, listItem, children = []}, index) => ({
    key: _key ?? String(index),
    text: `${listItem ? '• ' : ''}${children.map(({text = ''}) => text).join('')}`,
  }))
}
