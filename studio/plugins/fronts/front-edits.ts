// What an editor does to a front: one gesture is one patch by keys, and knows how it is taken back.
import {LAYOUTS} from '../../../model/fronts.ts'
import {containerPath, slotPath} from '../../../workflow/fronts/read-front.ts'
import {
  findSlot,
  placeBefore,
  slotOfPiece,
  type FrontContainer,
  type FrontDocument,
  type FrontSlot,
  type Place,
} from './front-document.ts'

/** Fields of a slot or of a container; undefined takes the field away. */
export type SlotFields = Partial<
  Pick<FrontSlot, 'kicker' | 'headline' | 'dek' | 'picture' | 'until'>
>
export type ContainerFields = Partial<Pick<FrontContainer, 'title' | 'layout' | 'fill' | 'count'>>

export type FrontEdit =
  /** `isBack`: takes back that it was removed, so it does not move a story that is there again. */
  | {kind: 'place'; slot: FrontSlot; to: Place; isBack?: true}
  /** `from`: only if it is in this container, as an undo does not take back a colleague's move. */
  | {kind: 'move'; slot: string; to: Place; from?: string}
  /** `was`: only if it is as it was placed, and where. */
  | {kind: 'remove'; slot: string; was?: {slot: FrontSlot; container: string}}
  /** `was`: only if it still says that, as an undo does not take back a colleague's words. */
  | {kind: 'word'; slot: string; set: SlotFields; was?: SlotFields}
  | {kind: 'placeContainer'; container: FrontContainer; before?: string}
  | {kind: 'moveContainer'; container: string; before?: string}
  /** `was`: only if it still has these stories. */
  | {kind: 'removeContainer'; container: string; was?: FrontSlot[]}
  | {kind: 'setContainer'; container: string; set: ContainerFields; was?: ContainerFields}

/** A patch in Sanity's notation, without the id of its document. */
export interface FrontPatch {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  insert?: {before?: string; after?: string; items: unknown[]}
}

export type Edited = {patch: FrontPatch; undo: FrontEdit} | {refused: string}

const GONE = 'It is no longer on the front: a colleague has taken it off.'
const CONTAINER_GONE = 'The container is no longer there: a colleague has removed it.'
const CHANGED = 'A colleague has changed it since.'

/** What the gesture does to the front as it is now. Pure. */
export function editFront(front: FrontDocument, edit: FrontEdit): Edited {
  switch (edit.kind) {
    case 'place':
      return placeSlot(front, edit)
    case 'move':
      return moveSlot(front, edit.slot, edit)
    case 'remove': {
      const found = findSlot(front, edit.slot)
      if (!found) return {refused: GONE}
      const is = {slot: found.slot, container: found.container._key}
      if (edit.was && !isSame(edit.was, is)) return {refused: CHANGED}
      const undo: FrontEdit = {kind: 'place', slot: found.slot, to: found.place, isBack: true}
      return {patch: {unset: [slotPath(found.container._key, edit.slot)]}, undo}
    }
    case 'word': {
      const found = findSlot(front, edit.slot)
      if (!found) return {refused: GONE}
      const {kind, slot, set, was} = edit
      const path = slotPath(found.container._key, slot)
      return setFields(path, found.slot, {set, was}, (before) => ({
        kind,
        slot,
        set: before,
        was: set,
      }))
    }
    default:
      return editContainer(front, edit)
  }
}

type ContainerEdit = Extract<
  FrontEdit,
  {kind: 'placeContainer' | 'moveContainer' | 'removeContainer' | 'setContainer'}
>

function editContainer(front: FrontDocument, edit: ContainerEdit): Edited {
  const containers = front.containers ?? []
  if (edit.kind === 'placeContainer') {
    const {container, before} = edit
    const shown = withoutDoubles(front, container)
    const was = shown.slots ?? []
    const undo: FrontEdit = {kind: 'removeContainer', container: container._key, was}
    return {patch: insertAt('containers', containers, {item: shown, before}), undo}
  }
  const index = containers.findIndex(({_key}) => _key === edit.container)
  const container = containers[index]
  if (!container) return {refused: CONTAINER_GONE}
  const next = containers[index + 1]?._key
  const path = containerPath(container._key)
  if (edit.kind === 'setContainer') {
    const {kind, set, was} = edit
    return setFields(path, container, {set, was}, (before) => ({
      kind,
      container: container._key,
      set: before,
      was: set,
    }))
  }
  if (edit.kind === 'removeContainer') {
    if (edit.was && !isSame(edit.was, container.slots ?? [])) return {refused: CHANGED}
    const undo: FrontEdit = {kind: 'placeContainer', container, ...(next && {before: next})}
    return {patch: {unset: [path]}, undo}
  }
  const others = containers.filter((one) => one !== container)
  const undo: FrontEdit = {
    kind: 'moveContainer',
    container: container._key,
    ...(next && {before: next}),
  }
  const insert = insertAt('containers', others, {item: container, before: edit.before})
  return {patch: {unset: [path], ...insert}, undo}
}

/** A story is on a front once: one that is there already moves. */
function placeSlot(
  front: FrontDocument,
  {slot, to, isBack}: Extract<FrontEdit, {kind: 'place'}>,
): Edited {
  const there = slotOfPiece(front, slot.piece._ref)
  if (there && isBack) return {refused: CHANGED}
  if (there) return moveSlot(front, there._key, {to})
  const container = containerOf(front, to)
  if (!container) return {refused: CONTAINER_GONE}
  const path = `${containerPath(container._key)}.slots`
  return {
    patch: insertAt(path, container.slots ?? [], {item: slot, ...to}),
    undo: {kind: 'remove', slot: slot._key, was: {slot, container: container._key}},
  }
}

function moveSlot(
  front: FrontDocument,
  key: string,
  {to, from}: Pick<Extract<FrontEdit, {kind: 'move'}>, 'to' | 'from'>,
): Edited {
  const found = findSlot(front, key)
  if (!found) return {refused: GONE}
  if (from !== undefined && found.container._key !== from) return {refused: CHANGED}
  const container = containerOf(front, to)
  if (!container) return {refused: CONTAINER_GONE}
  const others = (container.slots ?? []).filter(({_key}) => _key !== key)
  const path = `${containerPath(container._key)}.slots`
  // Before itself is where it is.
  const {before, orBefore} = to.before === key ? found.place : to
  return {
    patch: {
      unset: [slotPath(found.container._key, key)],
      ...insertAt(path, others, {item: found.slot, before, orBefore}),
    },
    undo: {kind: 'move', slot: key, to: found.place, from: container._key},
  }
}

const containerOf = (front: FrontDocument, {container}: Place): FrontContainer | undefined =>
  front.containers?.find(({_key}) => _key === container)

/** A container that comes back has no story that was put elsewhere meanwhile. */
function withoutDoubles(front: FrontDocument, container: FrontContainer): FrontContainer {
  if (!container.slots) return container
  const slots = container.slots.filter(({piece}) => !slotOfPiece(front, piece._ref))
  return {...container, slots}
}

/** Before an item that is there, else at the end: nothing is lost with the place that it was for. */
function insertAt(
  path: string,
  items: readonly {_key: string}[],
  {
    item,
    before,
    orBefore = [],
  }: {item: unknown; before?: string | undefined; orBefore?: string[] | undefined},
): FrontPatch {
  const next = [before, ...orBefore].find((key) => items.some(({_key}) => _key === key))
  if (next !== undefined) {
    return {insert: {before: `${path}[_key==${JSON.stringify(next)}]`, items: [item]}}
  }
  return {setIfMissing: {[path]: []}, insert: {after: `${path}[-1]`, items: [item]}}
}

function setFields<Fields extends object>(
  path: string,
  target: Fields,
  {set, was}: {set: Partial<Fields>; was: Partial<Fields> | undefined},
  undo: (before: Partial<Fields>) => FrontEdit,
): Edited {
  const names = Object.keys(set) as (keyof Fields & string)[]
  if (was && names.some((name) => !isSame(target[name], was[name]))) return {refused: CHANGED}
  const before = Object.fromEntries(names.map((name) => [name, target[name]])) as Partial<Fields>
  const given = names.filter((name) => set[name] !== undefined)
  const taken = names.filter((name) => set[name] === undefined)
  return {
    patch: {
      ...(given.length > 0 && {
        set: Object.fromEntries(given.map((name) => [`${path}.${name}`, set[name]])),
      }),
      ...(taken.length > 0 && {unset: taken.map((name) => `${path}.${name}`)}),
    },
    undo: undo(before),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Where a story goes that moves one place up or down the page; undefined where it cannot. */
export function nextPlace(
  front: FrontDocument,
  key: string,
  direction: 'up' | 'down',
): Place | undefined {
  const found = findSlot(front, key)
  if (!found) return undefined
  const containers = front.containers ?? []
  const {container} = found
  const slots = container.slots ?? []
  const index = slots.findIndex(({_key}) => _key === key)
  const at = containers.indexOf(container)
  if (direction === 'up') {
    const above = slots[index - 1]
    if (above) return placeBefore(container._key, above._key)
    const before = containers[at - 1]
    return before && {container: before._key}
  }
  if (index < slots.length - 1) return placeBefore(container._key, slots[index + 2]?._key)
  const after = containers[at + 1]
  return after && placeBefore(after._key, after.slots?.[0]?._key)
}

/** How many stories a container shows. */
export const placesOf = ({count, layout, slots}: FrontContainer): number =>
  Math.max(count ?? LAYOUTS[layout]?.usual ?? 3, slots?.length ?? 0)
