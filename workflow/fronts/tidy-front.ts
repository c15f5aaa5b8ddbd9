// What comes off a front by itself: stories that readers cannot open, words that were corrected, pictures
// whose rights have ended.
import type {Json} from '@copydesk/lake/types'
import {textAt, timeAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'
import {slotPath, slotsOf, type SlotInFront} from './read-front.ts'

/** Why a story or a part of it comes off. */
export type Why = 'gone' | 'ended' | 'off' | 'twice' | 'rights'

export interface Removal {
  slot: SlotInFront
  why: Why
  /** The whole slot, or a part of it. */
  path: string
}

/** A photo as readers see it, and its draft: what the newsroom has learned since. */
export type Photos = (id: string) => {
  published: PieceDocument | null
  draft: PieceDocument | null
}

export interface TidyInput {
  /** Whether readers can open the piece; of a draft, whether anybody can. */
  isThere: (piece: string) => boolean
  isOffFronts: (piece: string) => boolean
  photo: Photos
  /** Milliseconds since the epoch. */
  now: number
}

/** In the order of the page. A slot that comes off is named once. */
export function tidyFront(front: PieceDocument, input: TidyInput): Removal[] {
  const seen = new Set<string>()
  return slotsOf(front).flatMap((slot): Removal[] => {
    const why = whyOff(slot, seen, input)
    if (why) return [{slot, why, path: slot.path}]
    seen.add(slot.piece)
    if (slot.photo === undefined || mayShow(input.photo(slot.photo), input.now)) return []
    return [{slot, why: 'rights', path: `${slot.path}.picture`}]
  })
}

function whyOff(
  slot: SlotInFront,
  seen: ReadonlySet<string>,
  {isThere, isOffFronts, now}: TidyInput,
): Why | undefined {
  if (!isThere(slot.piece)) return 'gone'
  if (isOffFronts(slot.piece)) return 'off'
  if (slot.until !== undefined && slot.until <= now) return 'ended'
  return seen.has(slot.piece) ? 'twice' : undefined
}

function mayShow(photo: ReturnType<Photos>, now: number): boolean {
  const {published} = photo
  if (published === null || isDenied(photo)) return false
  const begins = timeAt(published, 'rights', 'validFrom') ?? -Infinity
  return begins <= now && (endOfRights(photo) ?? Infinity) > now
}

/** A denial counts before it is published: a denied photo never is. */
const isDenied = ({published, draft}: ReturnType<Photos>): boolean =>
  [published, draft].some((side) => textAt(side, 'rights', 'clearance') === 'denied')

/** An earlier end counts at once, a later one when it is published. Milliseconds since the epoch. */
function endOfRights({published, draft}: ReturnType<Photos>): number | undefined {
  const ends = [published, draft].flatMap((side) => timeAt(side, 'rights', 'validUntil') ?? [])
  return ends.length === 0 ? undefined : Math.min(...ends)
}

/** ISO 8601: when the rights of each picture on it end, where the front does not say so yet. */
export function endsOfRights(
  front: PieceDocument,
  photo: Photos,
): {path: string; until: string | undefined}[] {
  return slotsOf(front).flatMap(({path, photo: id, pictureUntil}) => {
    if (id === undefined) return []
    const until = endOfRights(photo(id))
    if (until === pictureUntil) return []
    const text = until === undefined ? undefined : new Date(until).toISOString()
    return [{path: `${path}.picture.until`, until: text}]
  })
}

export interface FrontPatch {
  patch: {id: string; set?: Record<string, string>; unset?: string[]}
}

/** Takes parts off a front, and says until when the pictures that are left may be shown. */
export function tidyingWrites(
  front: PieceDocument,
  off: readonly string[],
  photo: Photos,
): FrontPatch[] {
  const id = front._id
  const ends = endsOfRights(withoutPaths(front, new Set(off)), photo)
  const set = Object.fromEntries(ends.flatMap(({path, until}) => (until ? [[path, until]] : [])))
  const unset = [...off, ...ends.flatMap(({path, until}) => (until ? [] : [path]))]
  return [
    ...(Object.keys(set).length > 0 ? [{patch: {id, set}}] : []),
    ...(unset.length > 0 ? [{patch: {id, unset}}] : []),
  ]
}

/** When the next part of a front ends: ISO 8601; undefined where nothing does. */
export function nextEnd(front: PieceDocument): string | undefined {
  const ends = slotsOf(front).flatMap(({until, pictureUntil}) => [
    ...(until === undefined ? [] : [until]),
    ...(pictureUntil === undefined ? [] : [pictureUntil]),
  ])
  return ends.length === 0 ? undefined : new Date(Math.min(...ends)).toISOString()
}

/** The front without what comes off: `paths` are those of slots, or of fields in one. */
export function withoutPaths(front: PieceDocument, paths: ReadonlySet<string>): PieceDocument {
  const keptFields = (slot: Item, path: string): Item =>
    Object.fromEntries(Object.entries(slot).filter(([name]) => !paths.has(`${path}.${name}`)))
  return {
    ...front,
    containers: items(front['containers']).map((container) => ({
      ...container,
      slots: items(container['slots']).flatMap((slot) => {
        const path = slotPath(container['_key'], slot['_key'])
        return paths.has(path) ? [] : [keptFields(slot, path)]
      }),
    })),
  }
}

type Item = Record<string, Json>

const items = (value: Json | undefined): Item[] => (Array.isArray(value) ? (value as Item[]) : [])
