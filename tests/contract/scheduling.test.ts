// The lake's timer publishes scheduled pieces: once, in the name of the person who scheduled them,
// with a new check.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planOf} from '../../workflow/perform/schedule.ts'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  edit,
  ok,
  openDesk,
  publish,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type PieceFields,
} from '../support/piece.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

async function schedule(d: Desk, id: string, fields: PieceFields = {}, hours = 2): Promise<void> {
  await write(d, id, fields)
  await submit(d, id)
  await approve(d, id)
  await ok(d.act(d.editor, {act: 'schedule', articleId: id, publishAt: at(hours)}))
  expect(d.review(id)).toMatchObject({state: 'scheduled', schedule: {publishAt: at(hours)}})
}

/** Moves the clock forward, and the timer runs. */
async function fire(d: Desk, hours = 2): Promise<void> {
  d.lake.setTime(START + hours * HOUR)
  await d.lake.lake.services.timer.check()
  d.lake.setTime(START)
}

const publications = (d: Desk, id: string) =>
  (d.review(id).history ?? []).filter(({act}) => act === 'publish')
const told = (d: Desk, id: string) =>
  d.lake.lake.services.documents
    .ofType('production', 'notification')
    .filter((one) => one['kind'] === 'scheduleFailed' && one['headline'] === `The story ${id}`)

describe('A scheduled piece', () => {
  it('is published at its time, not before, and once', async () => {
    await schedule(desk, 'due')
    await fire(desk, 1.99)
    expect(desk.get('due')).toBeNull()
    await fire(desk)
    await fire(desk, 3)
    expect(desk.get('due')).toMatchObject({headline: 'The story due', firstPublishedAt: at(2)})
    expect(desk.get('drafts.due')).toBeNull()
    expect(publications(desk, 'due')).toEqual([
      expect.objectContaining({by: desk.editor.id, at: at(2), dueAt: at(2)}),
    ])
    expect(desk.review('due').schedule).toBeUndefined()
  })

  it('cannot be published by hand before', async () => {
    await schedule(desk, 'waits')
    await refusedWhole(
      desk,
      () => desk.act(desk.otherEditor, {act: 'publish', articleId: 'waits'}),
      'wrongState',
    )
    await ok(desk.act(desk.otherEditor, {act: 'unschedule', articleId: 'waits'}))
    expect(desk.review('waits').state).toBe('approved')
    await fire(desk, 5)
    expect(desk.get('waits')).toBeNull()
  })

  it('that was changed is not published, and everybody concerned gets the reason', async () => {
    await schedule(desk, 'changed')
    await set(desk, desk.colleague, 'drafts.changed-quote', {text: 'Else.'})
    await fire(desk)
    expect(desk.get('changed')).toBeNull()
    expect(desk.get('changed-quote')).toBeNull()
    const {scheduleFailure, state, schedule: plan} = desk.review('changed')
    expect(scheduleFailure).toMatchObject({
      at: at(2),
      publishAt: at(2),
      reasons: [{code: 'approvalLapsed', message: expect.stringMatching(/\w/)}],
    })
    expect(state).toBe('inReview')
    expect(plan).toBeUndefined()
    expect(told(desk, 'changed').map(({recipient}) => recipient)).toEqual(
      expect.arrayContaining([desk.editor.id, desk.otherEditor.id]),
    )
    const before = desk.everything()
    await fire(desk, 6)
    expect(desk.everything()).toBe(before)
  })

  it('that was changed and changed back is published', async () => {
    await schedule(desk, 'undone')
    await set(desk, desk.colleague, 'drafts.undone', {dek: 'Else.'})
    expect(desk.review('undone')).toMatchObject({stage: 'scheduled', state: 'inReview'})
    await set(desk, desk.colleague, 'drafts.undone', {dek: 'What happened.'})
    expect(desk.review('undone').state).toBe('scheduled')
    await fire(desk)
    expect(desk.get('undone')).not.toBeNull()
  })

  it('that needs a legal check meanwhile is not published', async () => {
    await schedule(desk, 'legal')
    await ok(desk.act(desk.otherEditor, {act: 'requireLegal', articleId: 'legal', note: 'Names.'}))
    await fire(desk)
    expect(desk.get('legal')).toBeNull()
    expect(desk.review('legal').scheduleFailure?.reasons).toEqual([
      expect.objectContaining({code: 'legalNotCleared'}),
    ])
  })

  it('is published although another transaction has its ID', async () => {
    await schedule(desk, 'squat')
    const transactionId = planOf(desk.review('squat'))!.transactionId
    const mutations = [{create: {_id: 'drafts.squat-2', _type: 'article'}}]
    const body = JSON.stringify({mutations, transactionId})
    const {headers} = desk.journalist
    const path = '/v2025-02-19/data/mutate/production'
    await ok(lake.fetch(path, {method: 'POST', headers, body}))
    await fire(desk)
    expect(desk.get('squat')).not.toBeNull()
  })
})

describe('The person who scheduled it', () => {
  const people = () => lake.lake.services.access.users
  async function scheduledBy(id: string): Promise<string> {
    const who = desk.person('editor', `Editor of ${id}`)
    await write(desk, id)
    await submit(desk, id)
    await approve(desk, id)
    await ok(desk.act(who, {act: 'schedule', articleId: id, publishAt: at(2)}))
    return who.id
  }

  it('must still have an account', async () => {
    const who = await scheduledBy('left')
    people().disable(who)
    await fire(desk)
    expect(desk.get('left')).toBeNull()
    expect(desk.review('left').scheduleFailure?.reasons).toEqual([
      expect.objectContaining({code: 'actorMissing'}),
    ])
    expect(told(desk, 'left').length).toBeGreaterThan(0)
  })

  it('must still be an editor', async () => {
    const who = await scheduledBy('demoted')
    people().setRoles(who, ['journalist'])
    await fire(desk)
    expect(desk.get('demoted')).toBeNull()
    expect(desk.review('demoted').scheduleFailure?.reasons).toEqual([
      expect.objectContaining({code: 'roleMissing'}),
    ])
  })
})

describe('A schedule is refused', () => {
  it('for the past', async () => {
    await write(desk, 'past')
    await submit(desk, 'past')
    await approve(desk, 'past')
    const request = {act: 'schedule', articleId: 'past', publishAt: at(-1)} as const
    await refusedWhole(desk, () => desk.act(desk.editor, request), 'publishAtPast')
  })

  it('before an embargo ends, and not after', async () => {
    await write(desk, 'embargo')
    await set(desk, desk.editor, 'drafts.embargo', {embargo: {until: at(3)}})
    await submit(desk, 'embargo')
    await approve(desk, 'embargo')
    const to = (hours: number) =>
      desk.act(desk.editor, {act: 'schedule', articleId: 'embargo', publishAt: at(hours)})
    await refused(to(2), 'embargoAhead')
    await ok(to(4))
    await fire(desk, 4)
    expect(desk.get('embargo')).not.toBeNull()
  })

  it('of a live piece without its kind; with it readers get the note at its time', async () => {
    await publish(desk, 'again')
    await edit(desk, desk.journalist, 'again', {dek: 'More.'})
    await submit(desk, 'again')
    await approve(desk, 'again')
    const request = {act: 'schedule' as const, articleId: 'again', publishAt: at(2)}
    await refused(desk.act(desk.editor, request), 'kindMissing')
    const correction = {type: 'update' as const, readerNote: 'There is more.'}
    await ok(desk.act(desk.editor, {...request, correction}))
    expect(desk.get('correction-again-1')).toBeNull()
    await fire(desk)
    expect(desk.get('correction-again-1')).toMatchObject({type: 'update', publishedAt: at(2)})
    expect(desk.get('again')).toMatchObject({dek: 'More.'})
  })
})

it('An approval after a lapse restores the scheduled time', async () => {
  await schedule(desk, 'stands')
  await set(desk, desk.colleague, 'drafts.stands', {dek: 'Else.'})
  await ok(approving(desk, desk.otherEditor, 'stands'))
  expect(desk.review('stands').state).toBe('scheduled')
  await fire(desk)
  expect(desk.get('stands')).toMatchObject({dek: 'Else.'})
})

describe('A folder', () => {
  it(
    'can be served by two lakes, and each piece is published once; a missed time is made up for',
    {tags: ['full']},
    async () => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-schedule-'))
      const one = await startLake({dataFolder})
      const first = await openDesk(one)
      await schedule(first, 'both')
      await schedule(first, 'missed', {}, 5)
      await schedule(first, 'later', {}, 30)

      const two = await startLake({dataFolder})
      one.setTime(START + 2 * HOUR)
      two.setTime(START + 2 * HOUR)
      await Promise.all([one.lake.services.timer.check(), two.lake.services.timer.check()])
      expect(publications(first, 'both')).toHaveLength(1)
      expect(first.review('both').scheduleFailure).toBeUndefined()
      await one.close()
      await two.close()

      const after = await startLake({dataFolder, time: START + 24 * HOUR})
      await after.lake.services.timer.check()
      const again = {...first, lake: after}
      const {documents} = after.lake.services
      const review = documents.get('production', 'review.missed')
      expect(documents.get('production', 'missed')).toMatchObject({firstPublishedAt: at(24)})
      expect(review?.['history']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({act: 'publish', by: again.editor.id, at: at(24), dueAt: at(5)}),
        ]),
      )
      expect(documents.get('production', 'later')).toBeNull()
      expect(documents.get('production', 'review.later')).toMatchObject({state: 'scheduled'})
      await after.close()
      rmSync(dataFolder, {recursive: true, force: true})
    },
  )
})
