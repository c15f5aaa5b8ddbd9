// What a publication changed in a document of a kind `order`, in plain words for the ledger.
import type {RecordedType} from '../model/content-types.ts'
import {labelOf} from '../model/registry.ts'
import {canonicalJson, contentOf} from './canonical-json.ts'
import {refAt, refsAt, textAt} from './checks/reading.ts'
import {describeFrontChange, type NameOf} from './fronts/describe-front-change.ts'
import {longestInOrder} from './longest-in-order.ts'
import type {PieceDocument} from './piece.ts'

/** Both sides of a change: null before the first publication, and after a removal. */
export interface Versions {
  before: PieceDocument | null
  after: PieceDocument | null
}

interface Change extends Versions {
  nameOf: NameOf
}

/** Sentences, one for each difference that readers can see. */
type Describe = (change: Change) => string[]

/** One line for each type that the registry calls `recorded`. */
const DESCRIPTIONS: Record<RecordedType, Describe> = {
  front: ({before, after, nameOf}) => describeFrontChange(before, after, nameOf),
  series: (change) => [
    ...textChange(change, ['title'], 'title'),
    ...textChange(change, ['slug', 'current'], 'web address'),
    ...textChange(change, ['description'], 'description'),
    ...referenceChange(change, ['picture', 'photo'], 'picture'),
    ...textChange(change, ['picture', 'caption'], 'caption of the picture'),
    ...textChange(change, ['picture', 'alt'], 'description of the picture'),
    ...listChanges(change, 'part', (side) => refsAt(side, 'parts[]')),
  ],
  storyPackage: (change) => [
    ...textChange(change, ['title'], 'title'),
    ...textChange(change, ['description'], 'description'),
    ...referenceChange(change, ['main'], 'main story'),
    ...listChanges(change, 'side story', (side) => refsAt(side, 'sides[]')),
  ],
}

/** Everything that changed, in sentences. Empty where the content is the same. */
export function describeChange(versions: Versions, nameOf: NameOf): string[] {
  const type = (versions.after ?? versions.before)?._type ?? ''
  const describe = DESCRIPTIONS[type as RecordedType] as Describe | undefined
  const sentences = describe?.({...versions, nameOf}) ?? []
  return sentences.length > 0 ? sentences : otherFields(type, versions)
}

/** A text that was set, reworded or taken away. */
function textChange({before, after}: Change, path: string[], label: string): string[] {
  const [old, present] = [textAt(before, ...path), textAt(after, ...path)]
  if (old === present) return []
  if (present === undefined) return [`Removed the ${label} “${old}”.`]
  if (old === undefined) return [`Set the ${label} to “${present}”.`]
  return [`Changed the ${label} from “${old}” to “${present}”.`]
}

/** A reference that was set, changed or taken away. */
function referenceChange({before, after, nameOf}: Change, path: string[], label: string): string[] {
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
 * @param idsIn the IDs of the list, in order, each once
 */
function listChanges(
  {before, after, nameOf}: Change,
  noun: string,
  idsIn: (side: PieceDocument) => string[],
): string[] {
  const [old, present] = [placesIn(before && idsIn(before)), placesIn(after && idsIn(after))]
  const staying = longestInOrder([...present.keys()].flatMap((id) => old.get(id) ?? []))
  const gone = [...old].flatMap(([id, place]) =>
    present.has(id) ? [] : [`Removed ${nameOf(id)}, which was ${noun} ${place}.`],
  )
  const others = [...present].flatMap(([id, place]) => {
    const was = old.get(id)
    if (was === undefined) return [`Added ${nameOf(id)} as ${noun} ${place}.`]
    if (staying.has(was)) return []
    return [`Moved ${nameOf(id)} from ${noun} ${was} to ${noun} ${place}.`]
  })
  return [...gone, ...others]
}

/** The places of a list, counted from 1, by the IDs in them. */
const placesIn = (ids: readonly string[] | null): Map<string, number> =>
  new Map((ids ?? []).map((id, index) => [id, index + 1] as const))

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
