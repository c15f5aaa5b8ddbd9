// An encoder for Mendoza patches, the compact differences in listener events and history. Format:
// github.com/sanity-io/mendoza (docs/format.adoc). `mendoza` on npm only decodes.
import type {RawPatch} from 'mendoza'
import {isRecord} from './is-record.ts'

/** Opcodes of the format. Composites that this encoder does not use are left out. */
const VALUE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const PUSH_ELEMENT_BLANK = 13
const RETURN_INTO_OBJECT_SAME_KEY_POP = 15
const RETURN_INTO_ARRAY_POP = 16
const OBJECT_SET_FIELD_VALUE = 17
const OBJECT_DELETE_FIELD = 19
const ARRAY_APPEND_VALUE = 20
const ARRAY_APPEND_SLICE = 21
const STRING_APPEND_STRING = 22
const STRING_APPEND_SLICE = 23

/** Two strings that share fewer characters do so by chance. Then the new one is sent whole. */
const TELLING_LENGTH = 4

type Fields = Record<string, unknown>

/**
 * The patch that turns `before` into `after`. `_rev` is left out on both sides, because listeners and the studio apply
 * effects to documents without it. `null` stands for a missing document.
 *
 * @returns opcodes and operands in one flat array; empty if nothing differs
 */
export function mendozaDiff(before: Fields | null, after: Fields | null): RawPatch {
  if (before === null) return after === null ? [] : [VALUE, withoutRev(after)]
  if (after === null) return [VALUE, null]
  const patch: RawPatch = []
  diffObject(withoutRev(before), withoutRev(after), patch)
  return patch
}

function withoutRev({_rev, ...rest}: Fields): Fields {
  return rest
}

/** Fields that exist, in the order in which the decoder numbers them: by UTF-16 code unit. */
function sortedKeys(object: Fields): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .toSorted()
}

/** Input: `before`. Output: a copy of it, changed field by field. */
function diffObject(before: Fields, after: Fields, patch: RawPatch): void {
  const keys = sortedKeys(before)
  for (const [index, key] of keys.entries()) {
    const next = Object.hasOwn(after, key) ? after[key] : undefined
    if (next === undefined) patch.push(OBJECT_DELETE_FIELD, index)
    else if (same(before[key], next)) continue
    else if (patchable(before[key], next)) {
      patch.push(isRecord(next) ? PUSH_FIELD_COPY : PUSH_FIELD_BLANK, index)
      diffInside(before[key], next, patch)
      patch.push(RETURN_INTO_OBJECT_SAME_KEY_POP)
    } else patch.push(OBJECT_SET_FIELD_VALUE, next, key)
  }
  for (const key of Object.keys(after)) {
    if (after[key] !== undefined && (!Object.hasOwn(before, key) || before[key] === undefined)) {
      patch.push(OBJECT_SET_FIELD_VALUE, after[key], key)
    }
  }
}

function diffInside(before: unknown, after: unknown, patch: RawPatch): void {
  if (typeof before === 'string') diffString(before, after as string, patch)
  else if (Array.isArray(before)) diffArray(before, after as unknown[], patch)
  else diffObject(before as Fields, after as Fields, patch)
}

/**
 * Whether to patch inside of the value. *Review changes* then shows each character with its author. False for an empty
 * result, which a blank output cannot express.
 */
function patchable(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string') {
    const begin = before.slice(0, TELLING_LENGTH + 1)
    // One unit more, because the last one may be half of a character.
    if (begin.length > TELLING_LENGTH && after.startsWith(begin)) return true
    const {prefix, suffix} = sharedEnds(before, after)
    const shared = prefix + suffix
    const shorter = Math.min(before.length, after.length)
    return shared > 0 && (shared >= TELLING_LENGTH || shared === shorter)
  }
  if (Array.isArray(before) && Array.isArray(after)) return before.length > 0 && after.length > 0
  return (
    isRecord(before) &&
    isRecord(after) &&
    Object.keys(before).some((key) => Object.hasOwn(after, key))
  )
}

/**
 * Input: `before`. Output: blank. One edit: the common start and end are copied.
 * Inner slices are avoided on purpose: the decoder miscounts one that neither starts nor ends a
 * string when longer characters come before it.
 */
function diffString(before: string, after: string, patch: RawPatch): void {
  const {prefix, suffix} = sharedEnds(before, after)
  if (prefix > 0) patch.push(STRING_APPEND_SLICE, 0, utf8Size(before.slice(0, prefix)))
  const middle = after.slice(prefix, after.length - suffix)
  if (middle !== '') patch.push(STRING_APPEND_STRING, middle)
  if (suffix > 0) {
    const start = utf8Size(before.slice(0, before.length - suffix))
    patch.push(STRING_APPEND_SLICE, start, start + utf8Size(before.slice(-suffix)))
  }
}

/** Lengths in UTF-16 code units; neither end cuts a surrogate pair of either string. */
function sharedEnds(before: string, after: string): {prefix: number; suffix: number} {
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  if (cutsPair(before, prefix) || cutsPair(after, prefix)) prefix--
  let suffix = 0
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++
  }
  if (cutsPair(before, before.length - suffix) || cutsPair(after, after.length - suffix)) suffix--
  return {prefix, suffix}
}

function cutsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  return (
    (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00
  )
}

/** Bytes, as the decoder counts them: an unpaired surrogate takes three. */
function utf8Size(text: string): number {
  return Buffer.byteLength(text)
}

/**
 * Input: `before`. Output: blank, because appending to a copy would change the original in the
 * decoder's incremental mode. Runs of unchanged elements are copied as slices, also from another
 * place.
 */
function diffArray(before: unknown[], after: unknown[], patch: RawPatch): void {
  const sources = matchElements(before, after)
  let sliceEnd = -1
  for (const [index, value] of after.entries()) {
    const source = sources[index] ?? -1
    if (source < 0) patch.push(ARRAY_APPEND_VALUE, value)
    else if (same(before[source], value)) {
      if (source === sliceEnd) patch[patch.length - 1] = source + 1
      else patch.push(ARRAY_APPEND_SLICE, source, source + 1)
      sliceEnd = source + 1
      continue
    } else {
      patch.push(isRecord(value) ? PUSH_ELEMENT_COPY : PUSH_ELEMENT_BLANK, source)
      diffInside(before[source], value, patch)
      patch.push(RETURN_INTO_ARRAY_POP)
    }
    sliceEnd = -1
  }
}

/**
 * For each element of `after`, the index of its source in `before`, or -1. Elements match by
 * `_key`, or else by equal content. An element that was changed in place has no key: its source
 * follows its neighbour's source.
 */
function matchElements(before: unknown[], after: unknown[]): number[] {
  if (haveSameKeys(before, after)) {
    return after.map((value, index) => (continues(before[index], value) ? index : -1))
  }
  // Backwards, so that the first of several equal elements is at the end of its list, where
  // removing is cheap.
  const byIdentity = new Map<string, number[]>()
  for (let index = before.length - 1; index >= 0; index--) {
    const identity = identityOf(before[index])
    const known = byIdentity.get(identity)
    if (known) known.push(index)
    else byIdentity.set(identity, [index])
  }
  const used = new Set<number>()
  const sources = after.map((value) => {
    const source = byIdentity.get(identityOf(value))?.pop() ?? -1
    if (source < 0) return -1
    used.add(source)
    return continues(before[source], value) ? source : -1
  })
  for (const [index, value] of after.entries()) {
    if (sources[index] !== -1 || keyOf(value) !== undefined) continue
    const next = index === 0 ? 0 : (sources[index - 1] ?? -1) + 1
    if (used.has(next) || next >= before.length || keyOf(before[next]) !== undefined) continue
    if (!patchable(before[next], value)) continue
    used.add(next)
    sources[index] = next
  }
  return sources
}

const continues = (before: unknown, after: unknown): boolean =>
  same(before, after) || patchable(before, after)

/** Whether no element was added, removed or moved. This is the usual case. */
function haveSameKeys(before: unknown[], after: unknown[]): boolean {
  if (before.length !== after.length) return false
  return after.every((value, index) => {
    const key = keyOf(value)
    return key !== undefined && key === keyOf(before[index])
  })
}

function keyOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value._key === 'string' ? value._key : undefined
}

function identityOf(value: unknown): string {
  const key = keyOf(value)
  return key === undefined ? `content ${JSON.stringify(value)}` : `key ${key}`
}

/** Equal as JSON; the order of an object's fields does not count. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((value, index) => same(value, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = sortedKeys(a)
  if (keys.length !== sortedKeys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}
