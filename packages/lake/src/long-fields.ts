// Which parts of a document are long (Portable Text, long strings), and what is left without them: a large
// dataset is mostly long texts, which need not be read to know the rest.
import {referencesOf} from '@copydesk/groq'
import {targetsOf} from './references.ts'
import type {LongFields} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from './types.ts'

export interface Skimmed {
  /** With null in place of the long parts. */
  head: LakeDocument
  shelved: LongFields
}

/** Letters: below, a part costs more to fetch than to keep. */
const LONG = 1_000

/** Undefined for a document without long parts. */
export function skim(document: LakeDocument): Skimmed | undefined {
  const names: string[] = []
  const parts: Json[] = []
  for (const name of Object.keys(document)) {
    const part = document[name] as Json
    if (name === '_id' || name === '_type' || !isLong(part)) continue
    names.push(name)
    parts.push(part)
  }
  if (names.length === 0) return undefined
  const head = {...document, ...Object.fromEntries(names.map((name) => [name, null]))}
  const references = [...referencesOf(parts)]
  const targets = [...targetsOf(parts)]
  const isSame =
    targets.length === references.length && targets.every((id, n) => id === references[n])
  return {head, shelved: {names, references, targets: isSame ? references : targets}}
}

/** A long string, or a list that holds much and, at any depth, `children`, as blocks of text do. */
function isLong(part: Json): boolean {
  if (typeof part === 'string') return part.length > LONG
  if (!Array.isArray(part)) return false
  let letters = 0
  let holdsText = false
  const goThrough = (value: Json): void => {
    if (letters > LONG && holdsText) return
    if (typeof value === 'string') letters += value.length
    else if (Array.isArray(value)) value.forEach(goThrough)
    else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        letters += name.length
        if (name === 'children') holdsText = true
        goThrough(value[name] as Json)
      }
    }
  }
  goThrough(part)
  return letters > LONG && holdsText
}
