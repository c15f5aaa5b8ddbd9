// Which part of a container each story takes, so that no place of the grid stays empty.
import type {CardPiece} from '../piece.ts'
import type {Layout} from '../../model/fronts.ts'

import {hasPhotograph, hasPicture} from './photographs.ts'

export interface Arranged<Story = CardPiece> {
  shape: 'lead' | 'type' | 'one' | 'mixed' | 'columns' | 'list' | 'opinion' | 'pictures' | 'ranked'
  large: Story[]
  /** How many of `large` are beside one another. */
  columns: number
  /** Below the first, in its column. */
  under?: Story[]
  /** Beside them, one below the other. */
  side: Story[]
  /** Below both. */
  row: Story[]
}

const IN_SIDE = 5
const MOST_PICTURES = 6
const IN_LEADS_SIDE = 6
const UNDER_LEAD = 2
/** A headline and its standfirst reach down as far. */
const BESIDE_WORDS = 2
const FEWEST_UNDER_OPINION = 2

/**
 * @param stories in their order, at least one
 * @param isFirst whether the container is at the head of the front, where a lead is as large as it can be
 */
export function arrange<Story extends CardPiece>(
  layout: Layout,
  stories: readonly Story[],
  isFirst: boolean,
): Arranged<Story> {
  const whole = {large: [...stories], side: [], row: []}
  const count = stories.length
  switch (layout) {
    case 'lead':
      return isFirst ? lead(stories) : mixed(stories, 1)
    case 'two':
      return mixed(stories, 2)
    case 'three':
      return columns(stories, 3)
    case 'four':
      return columns(stories, 4)
    case 'pictures':
      return pictures(stories)
    case 'ranked':
      return {shape: 'ranked', ...whole, columns: evenColumns(count, 5)}
    case 'opinion':
      return opinions(stories, isFirst)
    case 'list':
      return {shape: 'list', ...whole, columns: evenColumns(count, 4)}
  }
}

/** Below a lead without any picture, in its column, are others that have a photograph. */
function lead<Story extends CardPiece>([first, ...others]: readonly Story[]): Arranged<Story> {
  const large = first ? [first] : []
  const isType = first !== undefined && !hasPicture(first)
  const under = isType ? others.filter(hasPhotograph).slice(0, UNDER_LEAD) : []
  const left = others.filter((story) => !under.includes(story))
  const most = isType && under.length === 0 ? BESIDE_WORDS : IN_LEADS_SIDE
  return {
    shape: isType ? 'type' : 'lead',
    large,
    columns: 1,
    under,
    side: left.slice(0, most),
    row: left.slice(most),
  }
}

/** At the head of a front the first is above the others. */
function opinions<Story extends CardPiece>(
  stories: readonly Story[],
  isFirst: boolean,
): Arranged<Story> {
  const [first, ...under] = stories
  const leads = isFirst && first && under.length >= FEWEST_UNDER_OPINION
  return {
    shape: 'opinion',
    ...(leads
      ? {large: [first], columns: 1, under}
      : {large: [...stories], columns: evenColumns(stories.length, 4)}),
    side: [],
    row: [],
  }
}

/** Some large, the others as a list beside them. */
function mixed<Story extends CardPiece>(stories: readonly Story[], most: number): Arranged<Story> {
  const large = stories.slice(0, most)
  const others = stories.slice(most)
  if (stories.length === 1) return {shape: 'one', large, columns: 1, side: [], row: []}
  const inSide = large.some(hasPhotograph) ? IN_SIDE : BESIDE_WORDS
  return {
    shape: others.length > 0 ? 'mixed' : 'columns',
    large,
    columns: large.length,
    side: others.slice(0, inSide),
    row: others.slice(inSide),
  }
}

/** All beside one another. Where only some have a photograph, the others would leave holes: they are the list. */
function columns<Story extends CardPiece>(
  stories: readonly Story[],
  most: number,
): Arranged<Story> {
  const [large, row] = [stories.slice(0, most), stories.slice(most)]
  const seen = large.filter(hasPhotograph)
  if (seen.length > 0 && seen.length < large.length) {
    const others = stories.filter((story) => !seen.includes(story))
    return mixed([...seen, ...others], seen.length)
  }
  if (large.length === 1) return mixed(stories, 1)
  return {shape: 'columns', large, columns: large.length, side: [], row}
}

/** Photographs, and below them what has none. */
function pictures<Story extends CardPiece>(stories: readonly Story[]): Arranged<Story> {
  const large = stories.filter(hasPhotograph).slice(0, MOST_PICTURES)
  if (large.length === 0) return columns(stories, 3)
  const row = stories.filter((story) => !large.includes(story))
  return {shape: 'pictures', large, columns: large.length, side: [], row}
}

/** The number of columns that leaves the fewest places empty; the larger of two. */
export function evenColumns(count: number, most: number): number {
  if (count <= most) return count
  const empty = (columns: number): number => (columns - (count % columns)) % columns
  const choices = Array.from({length: most - 1}, (_, index) => most - index)
  return choices.toSorted((a, b) => empty(a) - empty(b))[0] ?? most
}
