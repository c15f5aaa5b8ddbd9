// What a publication of a front changed, in words for the ledger.
import {FILLS, LAYOUTS, type Fill, type Layout} from '../../model/fronts.ts'
import {longestInOrder} from '../longest-in-order.ts'
import type {PieceDocument} from '../piece.ts'
import {containersOf, slotsOf, type ContainerInFront, type SlotInFront} from './read-front.ts'

/** What a document is called now, in quotation marks: “Twelve minutes past four”. */
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
  return [
    ...came.flatMap((slot) => [
      `${nameOf(slot.piece)} came to ${slot.container.name}.`,
      ...reworded({piece: slot.piece}, slot, nameOf),
    ]),
    ...went.map((slot) => `${nameOf(slot.piece)} went from ${slot.container.name}.`),
    ...moved(both, [...was.keys()], nameOf),
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

/**
 * Those that have changed places with others that stayed. Coming and going of others moves nothing.
 *
 * @param order the pieces that were on the front, from the top
 */
function moved(
  both: readonly {old: SlotInFront; slot: SlotInFront}[],
  order: readonly string[],
  nameOf: NameOf,
): string[] {
  const isElsewhere = ({old, slot}: (typeof both)[number]): boolean =>
    old.container.key !== slot.container.key
  const kept = both.filter((one) => !isElsewhere(one)).map(({slot}) => order.indexOf(slot.piece))
  const stayed = longestInOrder(kept)
  return both.flatMap((one) => {
    const [name, from, to] = [nameOf(one.slot.piece), one.old.container, one.slot.container]
    if (isElsewhere(one)) return [`${name} moved from ${from.name} to ${to.name}.`]
    return stayed.has(order.indexOf(one.slot.piece)) ? [] : [`${name} moved in ${to.name}.`]
  })
}

type Words = Partial<
  Pick<SlotInFront, 'headline' | 'kicker' | 'dek' | 'photo' | 'crop' | 'until'>
> & {
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
  } else if (old.crop !== slot.crop) {
    words.push(`${name} has its picture in a different crop.`)
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
