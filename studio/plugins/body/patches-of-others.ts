// Words of others for the editor of a text, which must end up with the same text as the form. Pure.
import type {EditorEmittedEvent, PortableTextBlock} from '@portabletext/editor'
import {
  applyPatches,
  cleanupEfficiency,
  DIFF_DELETE,
  DIFF_EQUAL,
  DIFF_INSERT,
  makeDiff,
  makePatches,
  parsePatch,
  stringifyPatches,
} from '@sanity/diff-match-patch'

export type Patch = Extract<EditorEmittedEvent, {type: 'patch'}>['patch']
type Path = Patch['path']

export interface Texts {
  /** The text as the editor shows it. */
  shown: readonly PortableTextBlock[]
  /** The text of the form, with the others' patches and all patches of one's own that the form has. */
  form: unknown
  /** Patches of one's own that the form does not have yet. */
  unsent: readonly Patch[]
}

/**
 * The same patches, but those to words of a paragraph lead from what the editor shows to what the form has.
 *
 * If two people type at the same place, their patches name it by the words beside it. The form applies one's own patches
 * after the others', the editor applies the others' after one's own. Without this, the two get different orders of words;
 * from then on each patch of the editor names words that the form does not have, and what is typed there is lost.
 *
 * @param patches of one event, from all sides, as the form publishes them
 */
export function leadToForm(patches: readonly Patch[], {shown, form, unsent}: Texts): Patch[] {
  const rewritten = new Set<string>()
  return patches.flatMap((patch) => {
    if (!changesWords(patch)) return [patch]
    const path = keyedPath(form, patch.path)
    const isReplaced = [...patches, ...unsent].some((one) => replaces(one, path))
    const before = textAt(shown, path)
    const stored = textAt(form, path)
    if (isReplaced || before === undefined || stored === undefined) return [patch]
    const id = JSON.stringify(path)
    // The first one has led to the form's text, in which all of the event's patches are.
    if (rewritten.has(id)) return []
    rewritten.add(id)
    const own = unsent.filter((one) => JSON.stringify(one.path) === id)
    const value = stringifyPatches(makePatches(before, own.reduce(applyTo, stored)))
    return value ? [{...patch, path, value} as Patch] : []
  })
}

/**
 * Where the caret belongs when words of others come into a text. It stays behind the character that it is behind.
 *
 * @param caret the offset in `before`, in UTF-16 code units
 * @returns the offset in `after`
 */
export function caretAmong(before: string, after: string, caret: number): number {
  let offset = 0
  let place = caret
  // The same steps as the editor takes.
  for (const [kind, {length}] of cleanupEfficiency(makeDiff(before, after), 5)) {
    if (kind === DIFF_INSERT && offset < place) place += length
    if (kind === DIFF_DELETE && offset < place) place -= Math.min(length, place - offset)
    if (kind === DIFF_INSERT || kind === DIFF_EQUAL) offset += length
  }
  return place
}

/** The words at a path; undefined if no words are there. */
export function textAt(value: unknown, path: Path): string | undefined {
  const found = valueAt(value, path)
  return typeof found === 'string' ? found : undefined
}

/** What is at a path of keys and names; undefined if nothing is there. */
export const valueAt = (value: unknown, path: Path): unknown => path.reduce(step, value)

const changesWords = ({type, origin, path}: Patch): boolean =>
  type === 'diffMatchPatch' && origin !== 'local' && path.at(-1) === 'text'

const applyTo = (text: string, patch: Patch): string =>
  patch.type === 'diffMatchPatch'
    ? applyPatches(parsePatch(patch.value), text, {allowExceedingIndices: true})[0]
    : text

/** Whether the patch takes away or replaces what is at the path, or something around it. */
function replaces({type, path: changed}: Patch, path: Path): boolean {
  if (type !== 'set' && type !== 'unset') return false
  return changed.every((part, index) => JSON.stringify(part) === JSON.stringify(path[index]))
}

/** With keys in place of positions, as the editor itself writes a path. */
function keyedPath(value: unknown, path: Path): Path {
  let at = value
  return path.map((part) => {
    at = step(at, part)
    const key = typeof part === 'number' && (at as {_key?: unknown} | undefined)?._key
    return typeof key === 'string' ? {_key: key} : part
  })
}

function step(value: unknown, part: Path[number]): unknown {
  if (typeof part === 'object') {
    const isIt = (item: {_key?: unknown} | null): boolean =>
      '_key' in part && item?._key === part._key
    return Array.isArray(value) ? value.find(isIt) : undefined
  }
  return (value as Record<string | number, unknown> | null | undefined)?.[part]
}
