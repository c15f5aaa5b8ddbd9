// The JSON texts of documents. An edit of one paragraph leaves the others the same objects as before, so
// their texts are made once.
import type {Json, LakeDocument} from '../types.ts'

export interface DocumentTexts {
  /** A document's JSON text, as `JSON.stringify` writes it. Made once for each object. */
  textOf(document: LakeDocument): string
  /** The document of a JSON text, whose text is known from then on. */
  parse(text: string): LakeDocument
}

export function createDocumentTexts(): DocumentTexts {
  const texts = new WeakMap<LakeDocument, string>()
  return {
    textOf(document) {
      const known = texts.get(document)
      if (known !== undefined) return known
      const text = textOfParts(document)
      texts.set(document, text)
      return text
    },
    parse(text) {
      const document = JSON.parse(text) as LakeDocument
      texts.set(document, text)
      return document
    },
  }
}

/** Of paragraphs and other objects in lists. */
const textsOfItems = new WeakMap<object, string | undefined>()

function textOfParts(document: LakeDocument): string {
  const fields: string[] = []
  for (const name of Object.keys(document)) {
    const value = document[name]
    const text = Array.isArray(value) ? textOfList(value) : JSON.stringify(value)
    if (text !== undefined) fields.push(`${JSON.stringify(name)}:${text}`)
  }
  return `{${fields.join(',')}}`
}

const textOfList = (items: readonly Json[]): string =>
  `[${items.map((item) => textOfItem(item) ?? 'null').join(',')}]`

function textOfItem(item: Json): string | undefined {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item)
  const known = textsOfItems.get(item)
  if (known !== undefined) return known
  const text = JSON.stringify(item)
  textsOfItems.set(item, text)
  return text
}
