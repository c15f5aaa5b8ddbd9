// Decides where an inserted block goes: between paragraphs, and never in place of words. Pure.
import type {EditorSelection, EditorSnapshot} from '@portabletext/editor'
import {
  getFocusTextBlock,
  getSelectedBlocks,
  getSelectionEndPoint,
  isAtTheStartOfBlock,
  isSelectionExpanded,
} from '@portabletext/editor/selectors'
import {
  getBlockStartPoint,
  isEmptyTextBlock,
  isEqualSelectionPoints,
} from '@portabletext/editor/utils'

type Range = NonNullable<EditorSelection>

/**
 * The block after which to insert, as a selection inside it. Undefined where the editor's own choice is right:
 * an empty paragraph is replaced, a caret at the beginning of a paragraph gets the block before it, and a
 * selected block gets it after itself.
 *
 * @param at the caret or the selection
 */
export function insertAfter(snapshot: EditorSnapshot, at: Range): Range | undefined {
  const selected = {...snapshot, context: {...snapshot.context, selection: at}}
  if (isSelectionExpanded(selected)) return lastSelected(selected)
  const paragraph = getFocusTextBlock(selected)
  if (!paragraph || isEmptyTextBlock(snapshot.context, paragraph.node)) return undefined
  return isAtTheStartOfBlock(paragraph)(selected) ? undefined : at
}

/** The last block with something selected in it. */
function lastSelected(snapshot: EditorSnapshot): Range | undefined {
  const {context} = snapshot
  const blocks = getSelectedBlocks(snapshot)
  const end = getSelectionEndPoint(snapshot)
  const last = blocks.at(-1)
  if (!last || !end) return undefined
  // A selection that ends at the beginning of a paragraph contains none of its words.
  const isText = last.node._type === context.schema.block.name
  const ends = isText && isEqualSelectionPoints(end, getBlockStartPoint({context, block: last}))
  const {path} = (ends && blocks.at(-2)) || last
  return {anchor: {path, offset: 0}, focus: {path, offset: 0}}
}
