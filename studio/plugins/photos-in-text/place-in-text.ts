// Finds the place of new photos in a text. Pure.
import type {EditorSnapshot} from '@portabletext/editor'
import {getFocusBlock} from '@portabletext/editor/selectors'
import type {Insertion} from './photo-behaviors.ts'
import {wordsOf, type Block} from './text-block.ts'

export type Place = Omit<Insertion, 'blocks'>

/** The block with the caret, or the end of the text. */
export function placeOfCaret(snapshot: EditorSnapshot): Place | null {
  const key = getFocusBlock(snapshot)?.node._key
  const blocks = snapshot.context.value as Block[]
  return placeBeside(blocks, key ?? blocks.at(-1)?._key, 'after')
}

/** @param above the number of blocks above the place */
export function placeBelow(blocks: readonly Block[], above: number): Place | null {
  const before = blocks[above - 1]
  // An empty paragraph is what a person makes for a picture.
  const next = blocks[above]
  if (next && isEmpty(next)) return placeBeside(blocks, next._key, 'after')
  return before
    ? placeBeside(blocks, before._key, 'after')
    : placeBeside(blocks, next?._key, 'before')
}

/** The place as the text is now: a colleague may have written meanwhile. */
export const placeNow = (blocks: readonly Block[], {beside, side}: Place): Place | null =>
  blocks.some(({_key}) => _key === beside)
    ? placeBeside(blocks, beside, side)
    : placeBeside(blocks, blocks.at(-1)?._key, 'after')

function placeBeside(
  blocks: readonly Block[],
  beside: string | undefined,
  side: Place['side'],
): Place | null {
  const block = blocks.find(({_key}) => _key === beside)
  return block ? {beside: block._key, side, isInstead: isEmpty(block)} : null
}

/** A paragraph without words, which photos replace. */
const isEmpty = (block: Block): boolean =>
  block._type === 'block' &&
  wordsOf(block) === null &&
  (block['children'] as {_type?: string}[]).every(({_type}) => _type === 'span')
