// Paragraphs that become photos: a caption with its credit, above or below a picture that is not there yet. Pure.
import type {CaptionWithCredit} from '@copydesk/intake/credits'
import type {Draft} from '../../../workflow/intake/documents.ts'
import type {Insertion} from './photo-behaviors.ts'
import {factsOf, photoBlock, photoDraft, photoReference} from './photo-documents.ts'
import {wordsOf, type Block} from './text-block.ts'

/** @param isCaption whether it is surely a caption */
export type ReadParagraph = (text: string, isCaption: boolean) => CaptionWithCredit | null

export interface MadePhotos {
  documents: Draft[]
  insertions: (Insertion & {words: string})[]
}

/**
 * One photo for each selected paragraph that ends in a credit. A single paragraph is a caption even without one: the person
 * says so.
 */
export function makePhotos(
  selected: readonly Block[],
  read: ReadParagraph,
  newId: () => string,
): MadePhotos {
  const paragraphs = selected.flatMap((block) => {
    const words = wordsOf(block)
    return words === null ? [] : [{block, words}]
  })
  const made: MadePhotos = {documents: [], insertions: []}
  for (const {block, words} of paragraphs) {
    const found = read(words, paragraphs.length === 1)
    if (!found && paragraphs.length > 1) continue
    const photoId = newId()
    made.documents.push(photoDraft(photoId, factsOf(words.trim(), found)))
    const photo = photoBlock(newId(), photoReference(photoId, false))
    const blocks = found?.rest ? [photo, paragraph(block, found.rest, newId)] : [photo]
    made.insertions.push({words, blocks, beside: block._key, side: 'after', isInstead: true})
  }
  return made
}

/** The words after the credit stay in the text. */
const paragraph = (block: Block, text: string, newId: () => string): Block => ({
  ...block,
  _key: newId(),
  markDefs: [],
  children: [{_type: 'span', _key: newId(), text, marks: []}],
})
