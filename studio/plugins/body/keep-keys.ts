// Keys of paragraphs, by which everybody's patches name them. Pure.
import {valueAt, type Patch} from './patches-of-others.ts'

/**
 * Without the patches that give a new key to an item that has one of its own.
 *
 * The editor takes a value of the form one paragraph after the other. Where a paragraph is gone from it, the next one is
 * there twice for a moment, and the editor gives the second a new key. The form has no such paragraph: the patch would
 * change the key of a different paragraph. What others type there would be lost, since their patches name it by the old
 * key.
 *
 * @param patches of the editor, for the whole text
 * @param text as the form has it
 */
export function keepKeys<One extends Patch>(patches: readonly One[], text: unknown): One[] {
  return patches.filter(({type, path}) => {
    const index = path.at(-2)
    if (type !== 'set' || path.at(-1) !== '_key' || typeof index !== 'number') return true
    const siblings = valueAt(text, path.slice(0, -2)) as {_key?: string}[] | undefined
    const item = siblings?.[index]
    // A text of a program may lack keys, or have one twice.
    return item !== undefined && (!item._key || siblings?.find(hasKey(item._key)) !== item)
  })
}

const hasKey = (key: string) => (one: {_key?: string}) => one._key === key
