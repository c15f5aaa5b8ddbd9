import {describe, expect, test} from 'vitest'
import {joinPieces} from '../../../../studio/plugins/review-desk/join-pieces.ts'
import {
  queues,
  type QueueName,
  type QueueOptions,
} from '../../../../studio/plugins/review-desk/queues.ts'
import type {State} from '../../../../model/stages.ts'
import {at, moved, NOW, review, sides, snapshot} from './support.ts'

const ALL: QueueOptions = {
  section: '',
  words: '',
  onlyMine: false,
  startOfDay: new Date(NOW - 10 * 3_600_000).toISOString(),
}

interface Shape {
  state: State
  hoursAgo?: number
  dueAt?: string
  publishAt?: string
  by?: string
  headline?: string
  section?: string
  bylines?: string[]
}

function desk(shapes: Record<string, Shape>, options: Partial<QueueOptions> = {}) {
  const entries = Object.fromEntries(
    Object.entries(shapes).map(([id, shape]) => {
      const {state, hoursAgo = 1, dueAt, publishAt} = shape
      const signature = {by: 'uHester', byName: 'Hester', at: at(-1)}
      return [
        id,
        {
          draft: sides({
            createdBy: shape.by ?? 'uTomas',
            headline: shape.headline ?? id,
            section: shape.section ?? 'section-economy',
            bylines: shape.bylines ?? [],
          }),
          review: review({
            state,
            history: [moved('drafting', state === 'drafting' ? 'inReview' : state, hoursAgo)],
            ...(dueAt && {assignment: {...signature, assignee: 'uSamuel', dueAt}}),
            ...(publishAt && {schedule: {...signature, publishAt}}),
          }),
        },
      ]
    }),
  )
  const pieces = joinPieces(snapshot(entries), {me: 'uMe', stateIsStored: true})
  return queues(pieces, {...ALL, ...options})
}

const ids = (found: ReturnType<typeof desk>, name: QueueName) =>
  found.find((queue) => queue.name === name)?.pieces.map(({id}) => id)

describe('the desk’s queues', () => {
  test('stand in the order of a piece’s way, one’s own first', () => {
    expect(desk({}).map(({title}) => title)).toEqual([
      'Mine',
      'In review',
      'Changes requested',
      'Approved',
      'Scheduled',
      'Drafting',
      'Being corrected',
      'Published today',
      'Withdrawn, killed and spiked',
    ])
  })

  test('hold each piece once', () => {
    const found = desk({
      a: {state: 'inReview'},
      b: {state: 'changesRequested'},
      c: {state: 'approved'},
      d: {state: 'scheduled'},
      e: {state: 'drafting'},
      f: {state: 'beingCorrected'},
      g: {state: 'published'},
      h: {state: 'withdrawn'},
      i: {state: 'killed'},
      j: {state: 'spiked'},
      k: {state: 'inReview', by: 'uMe'},
    })
    expect(found.flatMap(({pieces}) => pieces.map(({id}) => id)).toSorted()).toEqual(
      'abcdefghijk'.split(''),
    )
    expect(ids(found, 'closed')?.toSorted()).toEqual(['h', 'i', 'j'])
    expect(found.filter(({folded}) => folded).map(({name}) => name)).toEqual(['closed'])
  })

  test('lift what is mine, and count it where it was lifted from', () => {
    const found = desk({a: {state: 'inReview'}, b: {state: 'inReview', by: 'uMe'}})
    expect(ids(found, 'mine')).toEqual(['b'])
    expect(ids(found, 'inReview')).toEqual(['a'])
    expect(found.find(({name}) => name === 'inReview')?.mineAbove).toBe(1)
  })

  test('leave what is done where it is, also mine', () => {
    const found = desk({
      a: {state: 'published', by: 'uMe'},
      b: {state: 'spiked', by: 'uMe'},
    })
    expect(ids(found, 'mine')).toEqual([])
    expect(ids(found, 'published')).toEqual(['a'])
    expect(ids(found, 'closed')).toEqual(['b'])
  })

  test('show what was published today and not what was yesterday', () => {
    const found = desk({
      today: {state: 'published', hoursAgo: 9},
      yesterday: {state: 'published', hoursAgo: 11},
    })
    expect(ids(found, 'published')).toEqual(['today'])
  })
})

describe('the order within a queue', () => {
  test('puts what is due first, then what has waited longest', () => {
    const found = desk({
      new: {state: 'inReview', hoursAgo: 1},
      old: {state: 'inReview', hoursAgo: 50},
      dueLater: {state: 'inReview', hoursAgo: 2, dueAt: at(9)},
      overdue: {state: 'inReview', hoursAgo: 2, dueAt: at(-1)},
    })
    expect(ids(found, 'inReview')).toEqual(['overdue', 'dueLater', 'old', 'new'])
  })

  test('follows the clock where pieces are scheduled', () => {
    const found = desk({
      evening: {state: 'scheduled', publishAt: at(8), dueAt: at(1)},
      noon: {state: 'scheduled', publishAt: at(2)},
    })
    expect(ids(found, 'scheduled')).toEqual(['noon', 'evening'])
  })

  test('is the latest first where nothing waits', () => {
    const found = desk({
      early: {state: 'published', hoursAgo: 8},
      late: {state: 'published', hoursAgo: 2},
    })
    expect(ids(found, 'published')).toEqual(['late', 'early'])
  })

  test('of mine puts what waits for me before what others have', () => {
    const found = desk({
      review: {state: 'inReview', by: 'uMe', hoursAgo: 40},
      back: {state: 'changesRequested', by: 'uMe', hoursAgo: 1},
      draft: {state: 'drafting', by: 'uMe', hoursAgo: 90},
      // Due, and given to somebody else.
      due: {state: 'drafting', by: 'uMe', dueAt: at(3)},
    })
    expect(ids(found, 'mine')).toEqual(['back', 'draft', 'due', 'review'])
  })

  test('of mine has my newest draft first, behind what came back', () => {
    const found = desk({
      old: {state: 'drafting', by: 'uMe', hoursAgo: 50},
      fresh: {state: 'drafting', by: 'uMe', hoursAgo: 1},
      back: {state: 'changesRequested', by: 'uMe', hoursAgo: 90},
    })
    expect(ids(found, 'mine')).toEqual(['back', 'fresh', 'old'])
  })
})

describe('the filters', () => {
  const shapes: Record<string, Shape> = {
    a: {state: 'inReview', headline: 'The café by the pier', bylines: ['Zoë Ardley']},
    b: {state: 'inReview', headline: 'Quotas', section: 'section-culture'},
    c: {state: 'inReview', headline: 'My own', by: 'uMe'},
  }
  const shown = (options: Partial<QueueOptions>) =>
    desk(shapes, options).flatMap(({pieces}) => pieces.map(({id}) => id))

  test('leave one section', () => {
    expect(shown({section: 'section-culture'})).toEqual(['b'])
  })

  test('find words in headline, byline and section, without accents and capitals', () => {
    expect(shown({words: 'CAFE ardley'})).toEqual(['a'])
    expect(shown({words: 'zoe'})).toEqual(['a'])
    expect(shown({words: 'culture'})).toEqual(['b'])
    expect(shown({words: 'cafe quotas'})).toEqual([])
    expect(shown({words: '  '})).toHaveLength(3)
  })

  test('leave what is mine', () => {
    expect(shown({onlyMine: true})).toEqual(['c'])
  })
})
