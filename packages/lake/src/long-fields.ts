// Finds a document's long fields (Portable Text, long strings). Most of a large dataset is in them, and most
// queries do not read them.
import {referencesOf} from '@copydesk/groq'
import {targetsOf} from './references.ts'
import type {LongFields} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from './types.ts'

export interface SplitDocument {
  /** The document with null in place of each long field. */
  short: LakeDocument
  longFields: LongFields
}

/** Characters. A shorter field costs more to fetch than to hold in memory. */
const LONG = 1_000

/** @returns undefined for a document without long fields */
export function splitLongFields(document: LakeDocument): SplitDocument | undefined {
  const names: string[] = []
  const values: Json[] = []
  for (const name of Object.keys(document)) {
    const value = document[name] as Json
    if (name === '_id' || name === '_type' || !isLong(value)) continue
    names.push(name)
    values.push(value)
  }
  if (names.length === 0) return undefined
  const short = {...document, ...Object.fromEntries(names.map((name) => [name, null]))}
  const references = [...referencesOf(values)]
  const targets = [...targetsOf(values)]
  const isSame =
    targets.length === references.length && targets.every((id, n) => id === references[n])
  return {short, longFields: {names, references, targets: isSame ? references : targets}}
}

/** Whether a value is a long string, or a long list with `children` at any depth, as Portable Text has. */
function isLong(value: Json): boolean {
  if (typeof value === 'string') return value.length > LONG
  if (!Array.isArray(value)) return false
  let characters = 0
  let holdsText = false
  const measure = (part: Json): void => {
    if (characters > LONG && holdsText) return
    if (typeof part === 'string') characters += part.length
    else if (Array.isArray(part)) part.forEach(measure)
    else if (typeof part === 'object' && part !== null) {
      for (const name of Object.keys(part)) {
        characters += name.length
        if (name === 'children') holdsText = true
        measure(part[name] as Json)
      }
    }
  }
  measure(value)
  return characters > LONG && holdsText
}
