// The front of a section, and what is left for its list.
import {expect, test} from 'vitest'
import {frontOfSection} from '../../../site/fronts/front-of-section.ts'
import type {CardPiece} from '../../../site/piece.ts'

const pieces = (count: number, articleType: string | null = null) =>
  Array.from({length: count}, (_, index) => ({
    _id: `piece-${index}`,
    articleType,
  })) as unknown as CardPiece[]

test.each([
  {count: 0, kind: null, containers: []},
  {count: 3, kind: null, containers: []},
  {count: 4, kind: null, containers: ['lead 4']},
  {count: 8, kind: null, containers: ['lead 6']},
  {count: 20, kind: null, containers: ['lead 6', 'three 3']},
  {count: 20, kind: 'opinion', containers: ['opinion 7']},
])('$count pieces ($kind) have $containers', ({count, kind, containers}) => {
  const all = pieces(count, kind)
  const {view, rest} = frontOfSection(all)
  expect(view.containers.map(({layout, stories}) => `${layout} ${stories.length}`)).toEqual(
    containers,
  )
  const shown = view.containers.flatMap(({stories}) => stories)
  expect([...shown, ...rest].map(({_id}) => _id)).toEqual(all.map(({_id}) => _id))
})
