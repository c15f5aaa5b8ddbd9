// How photos come into a text: all at once, so that one undo takes them away again.
import type {Editor, EditorSelection} from '@portabletext/editor'
import {defineBehavior, execute, raise} from '@portabletext/editor/behaviors'
import {wordsOf, type Block} from './text-block.ts'

/** Blocks and the place where they go. */
export interface Insertion {
  blocks: readonly Block[]
  /** Key of the block beside which they go. */
  beside: string
  side: 'before' | 'after'
  /** Whether they take that block's place. */
  isInstead: boolean
}

const INSERT = 'custom.insert photos'

function at(key: string): NonNullable<EditorSelection> {
  const point = {path: [{_key: key}], offset: 0}
  return {anchor: point, focus: point}
}

const stepsOf = ({blocks, beside, side, isInstead}: Insertion) => [
  ...blocks.map((block, index) =>
    execute({
      type: 'insert.block',
      block,
      placement: index === 0 ? side : 'after',
      at: at(blocks[index - 1]?._key ?? beside),
      select: 'none',
    }),
  ),
  ...(isInstead ? [execute({type: 'delete.block', at: [{_key: beside}]})] : []),
]

const insertPhotosBehavior = defineBehavior<{insertions: readonly Insertion[]}, typeof INSERT>({
  on: INSERT,
  actions: [({event}) => event.insertions.flatMap(stepsOf)],
})

/** Puts blocks into the text, in one step of its history. The caret stays where it is. */
export function insertPhotos(editor: Editor, ...insertions: readonly Insertion[]): void {
  editor.send({type: INSERT, insertions})
}

/** Another photo in a block, and a caption for this place only. */
export function replacePhoto(
  editor: Editor,
  key: string,
  {photo, caption}: {photo: Record<string, unknown>; caption: string},
): void {
  const props = caption ? {photo, caption} : {photo}
  editor.send({type: 'block.set', at: [{_key: key}], props})
}

/** The text of a paragraph of pasted HTML that a photo replaces. These characters occur in no text. */
export const markerOf = (photo: number): string => `\uE000${photo}\uE001`

const MARKER = /^\s*\uE000(?<photo>\d+)\uE001\s*$/u

function markedPhoto(block: object): number {
  const photo = MARKER.exec(wordsOf(block) ?? '')?.groups?.['photo']
  return Number(photo ?? -1)
}

/** Puts the photos of pasted HTML in place of their markers. They are the blocks that were last expected. */
export function createPasteBehavior() {
  let expected: readonly Block[] = []
  const photoOf = (block: object): Block | undefined => expected[markedPhoto(block)]
  return {
    behavior: defineBehavior({
      on: 'deserialization.success',
      guard: ({event}) => event.data.some((block) => photoOf(block) !== undefined),
      actions: [
        ({event}) => [raise({...event, data: event.data.map((block) => photoOf(block) ?? block)})],
      ],
    }),
    expect: (blocks: readonly Block[]): void => {
      expected = blocks
    },
  }
}

export const PHOTO_BEHAVIORS = [insertPhotosBehavior]
