// What a publication changed in a document of a kind `order`, in plain words for the ledger.
import type {RecordedType} from '../model/content-types.ts'
import {labelOf} from '../model/registry.ts'
import {canonicalJson, contentOf} from './canonical-json.ts'
import {refAt, refsAt, textAt} from './checks/reading.ts'
import {describeFrontChange} from './fronts/describe-front-change.ts'
import type {PieceDocument} from './piece.ts'

/** Both sides of a change: null before the first publication, and after a removal. */
export interface Versions {
  before: PieceDocument | null
  after: PieceDocument | null
}

/** What a document is called now, in quotation marks. */
export type NameOf = (id: string) => string

/** Sentences, one for each difference that readers can see. */
type Describe = (versions: Versions, nameOf: NameOf) => string[]

/** One line for each type that the registry calls `recorded`. */
const DESCRIPTIONS: Record<RecordedType, Describe> = {
  front: ({before, after}, nameOf) => describeFrontChange(before, after, nameOf),
  series: (versions, nameOf) => [
    ...textChange(versions, ['title'], 'title'),
    ...textChange(versions, ['slug', 'current'], 'web address'),
    ...textChange(versions, ['description'], 'description'),
    ...referenceChange(versions, ['picture', 'photo'], 'picture', nameOf),
    ...textChange(versions, ['picture', 'caption'], 'caption of the picture'),
    ...textChange(versions, ['picture', 'alt'], 'description of the picture'),
    ...listChanges(versions, 'parts', 'part', nameOf),
  ],
  storyPackage: (versions, nameOf) => [
    ...textChange(versions, ['title'], 'title'),
    ...textChange(versions, ['description'], 'description'),
    ...referenceChange(versions, ['main'], 'main story', nameOf),
    ...listChanges(versions, 'sides', 'side story', nameOf),
  ],
}

/** Everything that changed, in sentences. Empty where the content is the same. */
export function describeChange(versions: Versions, nameOf: NameOf): string[] {
  const type = (versions.after ?? versions.before)?._type ?? ''
  const describe = DESCRIPTIONS[type as RecordedType] as Describe | undefined
  const sentences = describe?.(versions, nameOf) ?? []
  return sentences.length > 0 ? sentences : otherFields(type, versions)
}

/** A text that was set, reworded or taken away. */
export function textChange({before, after}: Versions, path: string[], label: string): string[] {
  const [old, present] = [textAt(before, ...path), textAt(after, ...path)]
  if (old === present) return []
  if (present === undefined) return [`Removed the ${label} “${old}”.`]
  if (old === undefined) return [`Set the ${label} to “${present}”.`]
  return [`Changed the ${label} from “${old}” to “${present}”.`]
}

/** A reference that was set, changed or taken away. */
export function referenceChange(
  {before, after}: Versions,
  path: string[],
  label: string,
  nameOf: NameOf,
): string[] {
  const [old, present] = [refAt(before, ...path), refAt(after, ...path)]
  if (old === present) return []
  if (present === undefined) return [`Removed the ${label} ${nameOf(old ?? '')}.`]
  if (old === undefined) return [`Made ${nameOf(present)} the ${label}.`]
  return [`Made ${nameOf(present)} the ${label} instead of ${nameOf(old)}.`]
}

/**
 * Stories that came, went or moved in a list. Those that only close up or make room are not named.
 *
 * @param noun what a story is in this list, counted from 1: `part`
 */
export function listChanges(
  {before, after}: Versions,
  field: string,
  noun: string,
  nameOf: NameOf,
): string[] {
  const old = before ? refsAt(before, `${field}[]`) : []
  const present = after ? refsAt(after, `${field}[]`) : []
  const staying = longestInOrder(present.flatMap((id) => (old.includes(id) ? old.indexOf(id) : [])))
  const place = (list: readonly string[], id: string) => `${noun} ${list.indexOf(id) + 1}`
  return [
    ...old
      .filter((id) => !present.includes(id))
      .map((id) => `Removed ${nameOf(id)}, which was ${place(old, id)}.`),
    ...present.flatMap((id) => {
      if (!old.includes(id)) return [`Added ${nameOf(id)} as ${place(present, id)}.`]
      if (staying.has(old.indexOf(id))) return []
      return [`Moved ${nameOf(id)} from ${place(old, id)} to ${place(present, id)}.`]
    }),
  ]
}

/** The most numbers of a list that are in ascending order already: the others were moved. */
function longestInOrder(numbers: readonly number[]): Set<number> {
  const endingAt: number[][] = []
  for (const [index, number] of numbers.entries()) {
    const earlier = endingAt.slice(0, index).filter((run) => (run.at(-1) ?? -1) < number)
    const longest = earlier.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    endingAt.push([...longest, number])
  }
  return new Set(endingAt.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []))
}

/** Differences that no description has words for, such as those of a field that a newsroom added. */
function otherFields(type: string, {before, after}: Versions): string[] {
  const [old, present] = [before, after].map((side) => (side ? contentOf(side) : {}))
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(present ?? {})])].filter(
    (field) =>
      !field.startsWith('_') && canonicalJson(old?.[field]) !== canonicalJson(present?.[field]),
  )
  return fields.map((field) => `Changed the ${labelOf(type, field)}.`)
}

/** The published IDs that either side refers to. */
export function referencedBy({before, after}: Versions): string[] {
  return [...new Set([before, after].flatMap(referencedIds))]
}

function referencedIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencedIds)
  if (typeof value !== 'object' || value === null) return []
  const own = refAt(value)
  return own === undefined ? Object.values(value).flatMap(referencedIds) : [own]
}
