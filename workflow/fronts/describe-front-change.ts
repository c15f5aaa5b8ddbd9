// What a publication of a front changed, in words for the ledger.
import {FILLS, LAYOUTS, type Fill, type Layout} from '../../model/fronts.ts'
import type {PieceDocument} from '../piece.ts'
import {containersOf, slotsOf, type ContainerInFront, type SlotInFront} from './read-front.ts'

/** What a document is called: “Twelve minutes past four”. */
export type NameOf = (id: string) => string

/**
 * One sentence for each thing that came, went, moved or was reworded; none if readers see the same.
 *
 * @param before the front as it was published; null for its first publication
 */
export function describeFrontChange(
  before: PieceDocument | null,
  after: PieceDocument | null,
  nameOf: NameOf,
): string[] {
  const [was, is] = [byPiece(slotsOf(before)), byPiece(slotsOf(after))]
  const came = [...is.values()].filter(({piece}) => !was.has(piece))
  const went = [...was.values()].filter(({piece}) => !is.has(piece))
  const both = [...is.values()].flatMap((slot) => {
    const old = was.get(slot.piece)
    return old ? [{old, slot}] : []
  })
  const placed = stayedInOrder(
    [...was.keys()].filter((piece) => is.has(piece)),
    [...is.keys()].filter((piece) => was.has(piece)),
  )
  return [
    ...came.flatMap((slot) => [
      `${nameOf(slot.piece)} came to ${slot.container.name}.`,
      ...reworded({piece: slot.piece}, slot, nameOf),
    ]),
    ...went.map((slot) => `${nameOf(slot.piece)} went from ${slot.container.name}.`),
    ...moved(both, placed, nameOf),
    ...both.flatMap(({old, slot}) => reworded(old, slot, nameOf)),
    ...describeContainers(containersOf(before), containersOf(after), nameOf),
  ]
}

/** In the order of the page; the first place of each piece, as a later one is not shown. */
function byPiece(slots: readonly SlotInFront[]): Map<string, SlotInFront> {
  const first = new Map<string, SlotInFront>()
  for (const slot of slots) if (!first.has(slot.piece)) first.set(slot.piece, slot)
  return first
}

/** Those that have changed places with others that stayed. Coming and going of others moves nothing. */
function moved(
  both: readonly {old: SlotInFront; slot: SlotInFront}[],
  placed: ReadonlySet<string>,
  nameOf: NameOf,
): string[] {
  return both.flatMap(({old, slot}) => {
    if (old.container.key !== slot.container.key) {
      return [`${nameOf(slot.piece)} moved from ${old.container.name} to ${slot.container.name}.`]
    }
    return placed.has(slot.piece) ? [] : [`${nameOf(slot.piece)} moved in ${slot.container.name}.`]
  })
}

/** A longest sequence that both lists have in the same order. */
function stayedInOrder(was: readonly string[], is: readonly string[]): Set<string> {
  const lengths = Array.from({length: was.length + 1}, () => Array<number>(is.length + 1).fill(0))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = is.length - 1; column >= 0; column--) {
      const longest =
        was[row] === is[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
      lengths[row]?.splice(column, 1, longest)
    }
  }
  const stayed = new Set<string>()
  for (let row = 0, column = 0; row < was.length && column < is.length;) {
    const piece = was[row]
    if (piece !== undefined && piece === is[column]) {
      stayed.add(piece)
      row++
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return stayed
}

type Words = Partial<Pick<SlotInFront, 'headline' | 'kicker' | 'dek' | 'photo' | 'until'>> & {
  piece: string
}

const PARTS = {headline: 'headline', kicker: 'kicker', dek: 'standfirst'} as const

function reworded(old: Words, slot: Words, nameOf: NameOf): string[] {
  const name = nameOf(slot.piece)
  const words = (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) => {
    const [was, is] = [old[part], slot[part]]
    if (was === is) return []
    return is === undefined
      ? [`${name} has its own ${PARTS[part]} again.`]
      : [`${name} has the ${PARTS[part]} “${is}”${was === undefined ? '' : `, not “${was}”`}.`]
  })
  if (old.photo !== slot.photo) {
    words.push(
      slot.photo === undefined
        ? `${name} has its own picture again.`
        : `${name} has the picture ${nameOf(slot.photo)}.`,
    )
  }
  if (old.until !== slot.until) {
    words.push(
      slot.until === undefined
        ? `${name} stays.`
        : `${name} is there until ${new Date(slot.until).toISOString()}.`,
    )
  }
  return words
}

function describeContainers(
  was: readonly ContainerInFront[],
  is: readonly ContainerInFront[],
  nameOf: NameOf,
): string[] {
  const names = (container: ContainerInFront, all: readonly ContainerInFront[]): string =>
    container.title ?? `container ${all.indexOf(container) + 1}`
  const came = is.filter(({key}) => !was.some((old) => old.key === key))
  const went = was.filter(({key}) => !is.some((one) => one.key === key))
  const changed = is.flatMap((container) => {
    const old = was.find(({key}) => key === container.key)
    return old && looksLike(old, nameOf) !== looksLike(container, nameOf)
      ? [`${names(old, was)} is now ${looksLike(container, nameOf)}.`]
      : []
  })
  const kept = (all: readonly ContainerInFront[], others: readonly ContainerInFront[]): string =>
    all
      .filter(({key}) => others.some((other) => other.key === key))
      .map(({key}) => key)
      .join()
  return [
    ...came.map((one) => `${capital(names(one, is))} is new: ${looksLike(one, nameOf)}.`),
    ...went.map((one) => `${capital(names(one, was))} was removed.`),
    ...changed.map(capital),
    ...(kept(was, is) === kept(is, was) ? [] : ['The containers are in another order.']),
  ]
}

function looksLike({title, layout, fill, count}: ContainerInFront, nameOf: NameOf): string {
  const [from, of] = fill?.split(' ') ?? []
  return [
    ...(title ? [`“${title}”`] : ['without a heading']),
    `layout ${LAYOUTS[layout as Layout]?.title ?? layout ?? 'Three'}`,
    ...(from ? [`filled up by: ${FILLS[from as Fill] ?? from}${of ? ` ${nameOf(of)}` : ''}`] : []),
    ...(count === undefined ? [] : [`${count} ${count === 1 ? 'story' : 'stories'}`]),
  ].join(', ')
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
