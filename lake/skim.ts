// Parts a document's JSON text into its head and its long parts (Portable Text, long strings): a large
// dataset is mostly long texts, which need not be read to know the rest.
import {referencesOf} from './groq/references.ts'
import {targetsOf} from './references.ts'
import type {Shelved} from './stored-document.ts'
import type {Json} from './types.ts'

export interface Skimmed {
  /** JSON text, with null in place of the long parts. */
  head: string
  shelved: Shelved
}

/** Of JSON text: below, a part costs more to fetch than to keep. */
const LONG = 1_000

/**
 * Undefined for a document without long parts.
 *
 * @param text of one document as `JSON.stringify` wrote it
 */
export function skim(text: string): Skimmed | undefined {
  const long = text.length > LONG ? membersOf(text).filter((member) => isLong(text, member)) : []
  if (long.length === 0) return undefined
  let head = ''
  let from = 0
  for (const {start, end} of long) {
    head += `${text.slice(from, start)}null`
    from = end
  }
  return {
    head: head + text.slice(from),
    shelved: {names: long.map(({name}) => name), ...referredIn(text, long)},
  }
}

/** A part of the text from `start` up to before `end`. */
interface Part {
  start: number
  end: number
}

interface Member extends Part {
  name: string
  /** Of what the value holds, where it is a list. */
  items: Part[]
}

function isLong(text: string, {name, start, end}: Member): boolean {
  if (end - start <= LONG || name === '_id' || name === '_type') return false
  if (text[start] === '"') return true
  const children = text[start] === '[' ? text.indexOf('"children":', start) : -1
  return children > 0 && children < end
}

/** References are looked for in those blocks alone that hold any. */
function referredIn(text: string, long: readonly Member[]): Omit<Shelved, 'names'> {
  const blocks: Json[] = []
  for (const {items, end} of long) {
    let at = text.indexOf('"_ref":', items[0]?.start ?? end)
    for (const item of items) {
      if (at < 0) break
      if (at >= item.end) continue
      blocks.push(JSON.parse(text.slice(item.start, item.end)) as Json)
      at = text.indexOf('"_ref":', item.end)
    }
  }
  const references = [...referencesOf(blocks)]
  const targets = [...targetsOf(blocks)]
  const isSame =
    targets.length === references.length && targets.every((id, n) => id === references[n])
  return {references, targets: isSame ? references : targets}
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d

/** The members of the outermost object. */
function membersOf(text: string): Member[] {
  const members: Member[] = []
  let at = 1
  while (text.charCodeAt(at) === QUOTE) {
    const named = endOfString(text, at)
    const start = named + 1
    const items: Part[] = []
    const end = endOfValue(text, start, items)
    members.push({name: JSON.parse(text.slice(at, named)) as string, start, end, items})
    at = end + 1
  }
  return members
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
}

/** @param items where the parts of a list are put */
function endOfValue(text: string, start: number, items: Part[]): number {
  let depth = 0
  let from = start + 1
  for (let at = start; ;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(text, at)
      if (depth === 0) return at
      continue
    }
    if (isOpening(code)) depth += 1
    else if (isClosing(code)) {
      depth -= 1
      if (depth < 0) return at
      if (depth === 0) {
        if (at > from) items.push({start: from, end: at})
        return at + 1
      }
    } else if (code === COMMA) {
      if (depth === 0) return at
      if (depth === 1) {
        items.push({start: from, end: at})
        from = at + 1
      }
    }
    at++
  }
}
