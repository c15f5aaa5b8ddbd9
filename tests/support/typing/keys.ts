// Edits of running text: characters in a paragraph, a new paragraph, a deleted one.
import type {Doc} from '@sanity/mutator'
import type {Patch} from './studio.ts'

export interface Block {
  _key: string
  _type: 'block'
  children: {_key: string; _type: 'span'; text: string; marks: string[]}[]
}

export const block = (_key: string, text: string): Block => ({
  _key,
  _type: 'block',
  children: [{_key: 's', _type: 'span', text, marks: []}],
})
export const blocksOf = (document: Doc): Block[] => document['body'] as Block[]
export const textOf = ({children}: Block): string => children[0]?.text ?? ''

/** Numbers from 0 to below 1. */
export type Draw = () => number

/** A key press as the editor of Portable Text makes a patch of it. */
export function press(
  document: Doc,
  {
    letters,
    newKey,
    mayDelete,
    draw,
  }: {letters: string; newKey: string; mayDelete: boolean; draw: Draw},
): Patch {
  const blocks = blocksOf(document)
  const chosen = blocks[Math.floor(draw() * blocks.length)]
  if (!chosen) return {setIfMissing: {body: []}}
  const what = draw()
  const path = `body[_key=="${chosen._key}"]`
  if (what < 0.04) return {insert: {after: path, items: [block(newKey, letters)]}}
  if (mayDelete && what < 0.05 && blocks.length > 3) return {unset: [path]}
  const text = textOf(chosen)
  const at = Math.floor(draw() * (text.length + 1))
  return {diffMatchPatch: {[`${path}.children[_key=="s"].text`]: insertion(text, at, letters)}}
}

/** A patch in diff-match-patch's notation that inserts characters into a text. */
export function insertion(text: string, at: number, letters: string): string {
  const before = text.slice(Math.max(0, at - 8), at)
  const after = text.slice(at, at + 8)
  const start = at - before.length
  const context = before.length + after.length
  const from = context === 0 ? `${start},0` : `${start + 1},${context}`
  const lines = [
    before && ` ${encodeURI(before)}`,
    `+${encodeURI(letters)}`,
    after && ` ${encodeURI(after)}`,
  ]
  return `@@ -${from} +${start + 1},${context + letters.length} @@\n${lines.filter(Boolean).join('\n')}\n`
}
