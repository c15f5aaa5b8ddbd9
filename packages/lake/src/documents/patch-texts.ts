// Applies the patches of a keystroke: text patches at plain paths. The mutator knows every kind of path, and takes four
// times as long for these.
import {applyPatches, parsePatch} from '@sanity/diff-match-patch'
import type {Json, LakeDocument} from '../types.ts'
import {isRecord} from '../is-record.ts'

/** A field, an index, or the key of an element. */
type Step = string | number | {key: string}

const STEP = /\[(?<index>\d+)\]|\[_key\s*==\s*"(?<key>[^"\\]*)"\]|(?<field>\w+)/g

/**
 * @param patches by path, which `isPlainPatch` has found plain
 * @returns undefined if a path does not lead to exactly one text: then the mutator decides
 * @throws Error for a text that is not a patch, as the mutator does
 */
export function patchTexts(
  document: LakeDocument,
  patches: Readonly<Record<string, string>>,
): LakeDocument | undefined {
  let after: Json | undefined = document
  for (const [path, patch] of Object.entries(patches)) {
    if (after !== undefined) after = patchAt(after, stepsOf(path), patch)
  }
  return after as LakeDocument | undefined
}

const stepsOf = (path: string): Step[] =>
  [...path.matchAll(STEP)].map(({groups: {index, key, field = ''} = {}}) => {
    if (index !== undefined) return Number(index)
    return key === undefined ? field : {key}
  })

/** A copy of the value with the text at the end of the path patched. What is not on the path stays the same object. */
function patchAt(value: Json, [step, ...rest]: readonly Step[], patch: string): Json | undefined {
  if (step === undefined) {
    if (typeof value !== 'string') return undefined
    return applyPatches(parsePatch(patch), value, {allowExceedingIndices: true})[0]
  }
  if (Array.isArray(value)) {
    const index = indexOf(value, step)
    const next = index in value ? patchAt(value[index] as Json, rest, patch) : undefined
    return next === undefined ? undefined : value.with(index, next)
  }
  if (typeof step !== 'string' || !isRecord(value) || !Object.hasOwn(value, step)) return undefined
  const next = patchAt(value[step] as Json, rest, patch)
  return next === undefined ? undefined : {...value, [step]: next}
}

/** -1 if there is not exactly one such element. */
function indexOf(list: readonly Json[], step: Step): number {
  if (typeof step !== 'object') return typeof step === 'number' ? step : -1
  const hasKey = (element: Json): boolean => isRecord(element) && element['_key'] === step.key
  const index = list.findIndex(hasKey)
  return index === list.findLastIndex(hasKey) ? index : -1
}
