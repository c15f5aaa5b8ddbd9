// The JSON texts of documents, made once for each object.
import type {LakeDocument} from '../types.ts'

export interface DocumentTexts {
  /** A document's JSON text. */
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
      const text = JSON.stringify(document)
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
