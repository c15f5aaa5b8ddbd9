import {describe, expect, test} from 'vitest'
import {standingLabel} from '../../../studio/ui/standing-labels.ts'
import {STATES, type State} from '../../../model/stages.ts'
import {entry, HESTER, INGRID, moment, piece} from '../plugins/review/support.ts'

type Options = Parameters<typeof piece>[0]
const words = (state: State, options?: Options, lapsed = false) =>
  standingLabel(piece(options), {state, lapsed}, {moment})

describe('the label of a piece’s state', () => {
  test('names who submitted it, and what they said', () => {
    const submission = {...INGRID, hash: 'h', note: 'Numbers checked.'}
    expect(words('inReview', {review: {submission}})).toMatchObject({
      title: 'Submitted by Ingrid Vassall, today 12:30',
      note: 'Numbers checked.',
    })
  })

  test('names who approved it, and when', () => {
    expect(words('approved', {review: {approval: {...HESTER, hash: 'h'}}})).toMatchObject({
      tone: 'positive',
      title: 'Approved by Hester Brandwick, today 14:02',
    })
  })

  test('says that the approval lapsed, and what brings it back', () => {
    const {tone, title, detail} = words(
      'inReview',
      {review: {approval: {...HESTER, hash: 'h'}}},
      true,
    )
    expect([tone, title]).toEqual(['caution', 'The approval lapsed'])
    expect(detail).toContain('changed after Hester Brandwick approved it, today 14:02')
    expect(detail).toContain('Undo the change and the approval is back')
  })

  test('warns that a lapsed piece does not go out at its time', () => {
    const schedule = {...HESTER, publishAt: '2026-03-11T06:00:00.000Z'}
    const review = {approval: {...HESTER, hash: 'h'}, schedule}
    expect(words('inReview', {review}, true).detail).toContain('not published tomorrow 06:00')
  })

  test('shows the editor’s request, of the last time that it was made', () => {
    const history = [
      entry('requestChanges', 'inReview', 'changesRequested', {at: '2026-03-08T10:00:00.000Z'}),
      entry('submit', 'changesRequested', 'inReview'),
      entry('requestChanges', 'inReview', 'changesRequested'),
    ]
    const review = {history, requestedChanges: 'Who voted against?'}
    expect(words('changesRequested', {review})).toMatchObject({
      title: 'Changes requested by Hester Brandwick, today 14:02',
      note: 'Who voted against?',
    })
  })

  test('tells handing back from a request', () => {
    const history = [entry('handBack', 'inReview', 'changesRequested')]
    const {title, detail} = words('changesRequested', {review: {history}})
    expect(title).toBe('Handed back by Hester Brandwick, today 14:02')
    expect(detail).toContain('submit it again')
  })

  test('says when a scheduled piece goes out, who set that and who approved it', () => {
    const schedule = {...INGRID, publishAt: '2026-03-11T06:00:00.000Z'}
    const review = {schedule, approval: {...HESTER, hash: 'h'}}
    expect(words('scheduled', {review})).toMatchObject({
      title: 'Scheduled for tomorrow 06:00',
      detail: 'Set by Ingrid Vassall, today 12:30. Approved by Hester Brandwick, today 14:02.',
    })
  })

  test.each([
    ['withdrawn', 'withdraw', 'Withdrawn by Hester Brandwick, today 14:02'],
    ['killed', 'kill', 'Killed by Hester Brandwick, today 14:02'],
    ['spiked', 'spike', 'Spiked by Hester Brandwick, today 14:02'],
  ] as const)('gives the reason why it is %s', (state, act, title) => {
    const history = [entry(act, 'published', state, {note: 'The source was false.'})]
    expect(words(state, {review: {history}})).toMatchObject({title, note: 'The source was false.'})
  })

  test('knows articles that were live before there were reviews', () => {
    const published = {
      _id: 'a1',
      _type: 'article',
      firstPublishedAt: '2026-03-09T08:00:00.000Z',
    }
    const article = {draft: null, published}
    expect(words('published', {review: null, article}).title).toBe('Published yesterday 08:00')
    expect(words('beingCorrected', {review: null}).detail).toContain('before these changes')
  })

  test('has a title for every state, even where the records are bare', () => {
    const states = Object.keys(STATES) as State[]
    const titles = states.map((state) => words(state, {review: null}).title)
    expect(titles.filter(Boolean)).toHaveLength(states.length)
    expect(new Set(titles).size).toBe(states.length)
  })
})
