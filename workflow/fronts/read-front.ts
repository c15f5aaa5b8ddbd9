// Reading a front, whose fields nobody vouches for.
import {at, refAt, textAt, timeAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'

export interface SlotInFront {
  /** Where it is: `containers[_key=="a"].slots[_key=="b"]`. */
  path: string
  /** What people call the container that holds it. */
  container: {key: string; name: string}
  /** Published id of the piece. */
  piece: string
  headline?: string
  kicker?: string
  dek?: string
  photo?: string
  /** What a front shows of its picture: two equal texts are the same crop. */
  crop?: string
  /** Milliseconds since the epoch. */
  until?: number
  pictureUntil?: number
}

export interface ContainerInFront {
  key: string
  title?: string
  layout?: string
  /** The rule that fills it up, with what it is about: `section politics`. */
  fill?: string
  count?: number
}

type Keyed = Record<string, unknown> & {_key: string}

const keyed = (value: unknown): Keyed[] =>
  Array.isArray(value)
    ? value.filter(
        (item): item is Keyed =>
          typeof item === 'object' && typeof item?._key === 'string' && item._key !== '',
      )
    : []

export const isFront = (document: PieceDocument | null): document is PieceDocument =>
  document?._type === 'front'

export function containersOf(front: PieceDocument | null): ContainerInFront[] {
  return keyed(front?.['containers']).map((container) => {
    const from = textAt(container, 'fill', 'from')
    const of = from && refAt(container, 'fill', from)
    const count = container['count']
    return {
      key: container._key,
      ...given('title', textAt(container, 'title')),
      ...given('layout', textAt(container, 'layout')),
      ...given('fill', from && [from, of].filter(Boolean).join(' ')),
      ...given('count', typeof count === 'number' ? count : undefined),
    }
  })
}

/** Every story that is placed by hand, from the top of the page to its foot. */
export function slotsOf(front: PieceDocument | null): SlotInFront[] {
  return keyed(front?.['containers']).flatMap((container, index) =>
    keyed(container['slots']).flatMap((slot) => {
      const piece = refAt(slot, 'piece')
      if (piece === undefined) return []
      const name = textAt(container, 'title') ?? `container ${index + 1}`
      return [
        {
          path: slotPath(container._key, slot._key),
          container: {key: container._key, name},
          piece,
          ...given('headline', textAt(slot, 'headline')),
          ...given('kicker', textAt(slot, 'kicker')),
          ...given('dek', textAt(slot, 'dek')),
          ...given('photo', refAt(slot, 'picture', 'photo')),
          ...given('crop', cropOf(slot)),
          ...given('until', timeAt(slot, 'until')),
          ...given('pictureUntil', timeAt(slot, 'picture', 'until')),
        },
      ]
    }),
  )
}

const CROP_PARTS = [
  ['crop', ['top', 'bottom', 'left', 'right']],
  ['hotspot', ['x', 'y', 'width', 'height']],
] as const

/** Undefined where the picture has the crop of the library. */
function cropOf(slot: Keyed): string | undefined {
  const parts = CROP_PARTS.flatMap(([part, names]) => {
    const numbers = names.map((name) => at(slot, ['picture', part, name]))
    return numbers.every((one) => typeof one === 'number') ? [`${part} ${numbers.join(' ')}`] : []
  })
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** Whether a slot has a picture that no photo of the library stands for. */
export const hasForeignPicture = (front: PieceDocument): boolean =>
  keyed(front['containers']).some((container) =>
    keyed(container['slots']).some(
      (slot) =>
        at(slot, ['picture', 'asset']) !== undefined &&
        refAt(slot, 'picture', 'photo') === undefined,
    ),
  )

/**
 * Whether a container or a slot cannot be told from others, or a slot is for no story. What comes off by itself
 * is found by its key and its story: such a place would stay.
 */
export function hasBrokenPlace(front: PieceDocument): boolean {
  const containers = front['containers'] ?? []
  return (
    !areKeyed(containers) ||
    keyed(containers).some(({slots = []}) => !areKeyed(slots)) ||
    keyed(containers).some(({slots}) =>
      keyed(slots).some((slot) => refAt(slot, 'piece') === undefined),
    )
  )
}

function areKeyed(value: unknown): boolean {
  const keys = keyed(value).map(({_key}) => _key)
  return Array.isArray(value) && keys.length === value.length && new Set(keys).size === keys.length
}

/** The path of a container in Sanity's notation. */
export const containerPath = (key: unknown): string => `containers[_key==${JSON.stringify(key)}]`

/** The path of a slot in a container. */
export const slotPath = (container: unknown, slot: unknown): string =>
  `${containerPath(container)}.slots[_key==${JSON.stringify(slot)}]`

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({[name]: value} as Record<Name, Value>)
}
