// A front as the studio edits it. Types, not interfaces: only those are documents as the rules read them.
import type {Fill, Layout} from '../../../model/fronts.ts'

type Reference = {
  _type: 'reference'
  _ref: string
  _weak?: true
}

/** What is cut off at each side, as fractions of the picture. */
export type Crop = {
  _type: 'sanity.imageCrop'
  top: number
  bottom: number
  left: number
  right: number
}

/** What stays in view when the picture is cut to the shape of its place. */
export type Hotspot = {
  _type: 'sanity.imageHotspot'
  x: number
  y: number
  width: number
  height: number
}

export type FrontSlot = {
  _key: string
  _type: 'frontSlot'
  piece: Reference
  kicker?: string
  headline?: string
  dek?: string
  /** In the form a picture can be without a photo. */
  picture?: {
    _type: 'image'
    asset: Reference
    photo?: Reference
    crop?: Crop
    hotspot?: Hotspot
  }
  /** ISO 8601 */
  until?: string
}

export type FrontFill = {
  _type: 'frontFill'
  from: Fill
  section?: Reference
  topic?: Reference
  series?: Reference
}

/** The rules that are about something. */
const RULES_OF = ['section', 'topic', 'series'] as const
export type RuleOf = (typeof RULES_OF)[number]

export const isRuleOf = (rule: string): rule is RuleOf =>
  (RULES_OF as readonly string[]).includes(rule)

export type FrontContainer = {
  _key: string
  _type: 'frontContainer'
  title?: string
  layout: Layout
  slots?: FrontSlot[]
  fill?: FrontFill
  count?: number
}

export type FrontDocument = {
  _id: string
  _rev?: string
  _type: 'front'
  _createdAt?: string
  title?: string
  section?: Reference
  containers?: FrontContainer[]
}

export const weakly = (id: string): Reference => ({_type: 'reference', _ref: id, _weak: true})

/**
 * What the tool can show of a stored front. In the form a place can be without a story, and programs can store
 * anything.
 */
export function asFront(stored: FrontDocument): FrontDocument {
  return {
    ...stored,
    containers: keyed<FrontContainer>(stored.containers).map(
      ({title, fill, count, slots, ...container}) => ({
        ...container,
        ...(typeof title === 'string' && {title}),
        ...(isRecord(fill) && {fill}),
        ...(typeof count === 'number' && {count}),
        slots: keyed<FrontSlot>(slots).filter(isOfPiece).map(asSlot),
      }),
    ),
  }
}

const isOfPiece = ({piece}: FrontSlot): boolean =>
  isRecord(piece) && typeof piece['_ref'] === 'string'

function asSlot({kicker, headline, dek, picture, until, ...slot}: FrontSlot): FrontSlot {
  return {
    ...slot,
    ...(typeof kicker === 'string' && {kicker}),
    ...(typeof headline === 'string' && {headline}),
    ...(typeof dek === 'string' && {dek}),
    ...(isRecord(picture) && {picture}),
    ...(typeof until === 'string' && !Number.isNaN(Date.parse(until)) && {until}),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyed = <Item extends {_key: string}>(value: unknown): Item[] =>
  Array.isArray(value)
    ? value.filter((item): item is Item => isRecord(item) && typeof item['_key'] === 'string')
    : []

/** Where a slot is: its container, and what follows it there. */
export type Place = {
  container: string
  /** The key of the slot before which it is; undefined at the end. */
  before?: string
  /** Those after it, for when a colleague has taken that one off. */
  orBefore?: string[]
}

/** A slot with its container; undefined where it is no longer there. */
export function findSlot(
  front: FrontDocument,
  key: string,
): {slot: FrontSlot; container: FrontContainer; place: Place} | undefined {
  for (const container of front.containers ?? []) {
    const slots = container.slots ?? []
    const index = slots.findIndex(({_key}) => _key === key)
    const slot = slots[index]
    if (slot) {
      const [before, ...orBefore] = slots.slice(index + 1).map(({_key}) => _key)
      const place = {...placeBefore(container._key, before), ...(orBefore.length > 0 && {orBefore})}
      return {slot, container, place}
    }
  }
  return undefined
}

export const placeBefore = (container: string, before: string | undefined): Place => ({
  container,
  ...(before !== undefined && {before}),
})

/** The slot that shows a piece on this front; undefined for none. */
export const slotOfPiece = (front: FrontDocument, piece: string): FrontSlot | undefined =>
  (front.containers ?? [])
    .flatMap(({slots = []}) => slots)
    .find((slot) => slot.piece._ref === piece)
