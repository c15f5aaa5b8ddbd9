// What documents are called, in lists and sentences.
import type {PieceDocument} from '../../../workflow/piece.ts'

const NAMES: Record<string, string> = {
  article: 'article',
  photoWithCredit: 'photo',
  expertQuote: 'quote',
  source: 'source',
  author: 'author',
  section: 'section',
  topic: 'topic',
}

/** The newsroom's word for a document's type. */
export function nameOf(document: PieceDocument | null | undefined): string {
  return (document && NAMES[document._type]) || 'document'
}

/** What a document is called in lists; its type says which field that is. */
export function titleOf(document: PieceDocument | null | undefined): string {
  for (const field of ['headline', 'title', 'name', 'caption', 'text', 'alt']) {
    const value = document?.[field]
    if (typeof value === 'string' && value.trim()) return shorten(value.trim())
  }
  return 'without a title'
}

const shorten = (text: string): string => {
  const characters = Array.from(text)
  return characters.length > 90 ? `${characters.slice(0, 89).join('')}…` : text
}
