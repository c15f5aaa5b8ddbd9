// `pt()` and `pt::text()`: the text of Portable Text. Specification 1.revision 1, "Portable Text
// extension".
import {join} from '../limits.ts'
import {isObject, type Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'
import {ofValues} from './simple.ts'

export const portableText: Namespace = {
  text: ofValues((value) => {
    if (!Array.isArray(value)) return blockText(value)
    const texts = blockTexts(value)
    return texts.length > 0 ? join(texts, '\n\n') : null
  }),
}

/** `pt()`: a block or a list of blocks, else null. */
export const toPortableText: GroqFunction = ofValues((value) => {
  const blocks: readonly Value[] = Array.isArray(value) ? value : [value]
  return blocks.every(isBlock) ? value : null
})

const isBlock = (value: Value): boolean => isObject(value) && typeof value._type === 'string'

/** The texts of a block, or of the blocks in a list and in the lists in it. */
export function blockTexts(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(blockTexts)
  const text = blockText(value)
  return text === null ? [] : [text]
}

/** Null if the value is not a block with children. */
function blockText(block: Value): string | null {
  if (!isObject(block) || typeof block._type !== 'string') return null
  if (!Array.isArray(block.children)) return null
  return (block.children as Value[])
    .map((child) =>
      isObject(child) && child._type === 'span' && typeof child.text === 'string' ? child.text : '',
    )
    .join('')
}
