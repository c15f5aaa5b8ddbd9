// The demonstration newsroom after its first start: pieces at every point of their way, brought there
// by people; once, however often the start is interrupted.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createDemonstrationStaff} from '../../server/operations/seed/demonstration-staff.ts'
import {runDemonstration} from '../../server/operations/seed/run-demonstration.ts'
import {assignAuthors} from '../../server/operations/seed/assign-authors.ts'
import {seedNewsroom} from '../../server/operations/seed/seed-newsroom.ts'
import {seedStaff} from '../../server/operations/seed/seed-staff.ts'
import {isUnfinished} from '../../server/operations/seed/unfinished.ts'
import {startNewsroom} from '../../server/newsroom.ts'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import type {Lake} from '@copydesk/lake'
import type {Notification, Review} from '../../model/records.ts'
import {copySeededFolder} from '../support/seeded-folder.ts'
import {noFront, temporaryFolder} from './support.ts'

const ORIGIN = 'http://127.0.0.1:3333'
// A quarter past three on a winter’s afternoon, also by the lake’s own clock.
const NOW = Date.parse('2026-11-25T15:15:00.000Z')
const open = (dataFolder: string, clock = () => NOW): Lake =>
  createNewsroomLake({dataFolder, origin: ORIGIN, clock})

/** With the demonstration content, and nobody in it yet. */
async function seededFolder(): Promise<string> {
  const folder = temporaryFolder()
  await copySeededFolder(folder)
  return folder
}

const STATES = {
  'article-alarm-audit': 'inReview',
  'article-anna-brask': 'inReview',
  'article-cellar-insurance': 'inReview',
  'article-eleven-reels': 'scheduled',
  'article-first-snow': 'approved',
  'article-harbour-seal': 'spiked',
  'article-pact-debate': 'changesRequested',
  'article-sound-pact': 'inReview',
}

function statesOf({services}: Lake): Record<string, unknown> {
  const reviews = services.documents.all('production').filter(({_type}) => _type === 'review')
  return Object.fromEntries(reviews.map(({_id, state}) => [_id.replace('review.', ''), state]))
}

describe('the desk of the demonstration newsroom', () => {
  let lake: Lake
  let names: Map<string, string>
  beforeAll(async () => {
    lake = open(await seededFolder())
    await createDemonstrationStaff(lake.services.access, ORIGIN)
    await assignAuthors(lake)
    await runDemonstration(lake, NOW)
    names = new Map(lake.services.access.users.list().map(({id, name}) => [id, name]))
  })
  afterAll(() => lake.close())

  const get = (id: string): any => lake.services.documents.get('production', id)
  const review = (id: string): Review => get(`review.${id}`)

  it('has a piece at every point of the way', () => {
    expect(statesOf(lake)).toEqual(STATES)
    for (const id of ['article-cold-store', 'article-school-boats', 'article-night-ferry']) {
      expect(get(`review.${id}`), id).toBeNull()
      expect(get(`drafts.${id}`), id).not.toBeNull()
    }
  })

  it('keeps a history that names people', () => {
    const people = new Set(names.values())
    for (const id of Object.keys(STATES)) {
      const {history = []} = review(id)
      expect(history[0]?.act, id).toBe('submit')
      expect(
        history.every(({byName}) => people.has(byName)),
        id,
      ).toBe(true)
    }
  })

  it('has given one to an editor, due in the afternoon', () => {
    const {submission, assignment} = review('article-cellar-insurance')
    expect(submission).toMatchObject({byName: 'Tomas Ardley', note: expect.any(String)})
    expect(names.get(assignment?.assignee ?? '')).toBe('Hester Brandwick')
    expect(assignment?.dueAt).toBe('2026-11-25T18:15:00.000Z')
  })

  it('has sent one back with a note', () => {
    expect(review('article-pact-debate').requestedChanges).toMatch(/says who\?/)
  })

  it('has one whose approval lapsed when its writer changed a sum', () => {
    const {lapsed, stage, approval, changedBy = []} = review('article-anna-brask')
    expect({lapsed, stage}).toEqual({lapsed: true, stage: 'approved'})
    expect(approval?.byName).toBe('Hester Brandwick')
    expect(changedBy.map((id) => names.get(id))).toEqual(['Tomas Ardley'])
    const before = get('snapshot.article-anna-brask').documents as string
    expect(before).toContain('is 11,620 crowns.')
    expect(JSON.stringify(get('drafts.article-anna-brask').body)).toContain('is 12,020 crowns,')
  })

  it('has one that comes out at six tomorrow morning, by the newsroom’s clock', () => {
    expect(review('article-eleven-reels').schedule).toMatchObject({
      publishAt: '2026-11-26T06:00:00.000Z',
      byName: 'Hester Brandwick',
    })
  })

  it('has one under embargo, with its reason, and with the lawyers', () => {
    expect(get('drafts.article-alarm-audit').embargo.until).toBe('2026-11-30T06:00:00.000Z')
    const {embargoNote, legal} = review('article-alarm-audit')
    expect(embargoNote).toContain('Court of Audit')
    expect(legal).toMatchObject({state: 'required', note: expect.any(String)})
  })

  it('is correcting a live article', () => {
    const live = JSON.stringify(get('article-sound-pact').body)
    const draft = JSON.stringify(get('drafts.article-sound-pact').body)
    expect(draft).toBe(live.replace('has nineteen words', 'has twenty-one words'))
    expect(draft).not.toBe(live)
  })

  it('has drafts that belong to people', () => {
    const drafts = lake.services.documents
      .all('production')
      .filter(({_id}) => _id.startsWith('drafts.'))
    const owners = Object.fromEntries(
      drafts.map(({_id, _system}) => [_id, names.get((_system as any).createdBy)]),
    )
    expect(Object.values(owners)).not.toContain(undefined)
    expect(owners).toMatchObject({
      'drafts.article-cold-store': 'Tomas Ardley',
      'drafts.quote-hartigan-keys': 'Tomas Ardley',
      'drafts.source-noel-hartigan': 'Tomas Ardley',
      'drafts.article-pact-debate': 'Ingrid Vassall',
      // Noor Haddow has no account; an editor looks after her copy.
      'drafts.article-school-boats': 'Samuel Okonjo-Reeve',
    })
  })

  it('has inboxes in which some is read and some is not', () => {
    const inbox = lake.services.documents
      .all('production')
      .filter(({recipient}) => names.get(String(recipient)) === 'Hester Brandwick')
      .map((each) => each as unknown as Notification)
    const unread = inbox.filter(({readAt}) => !readAt)
    expect(unread.map(({kind}) => kind)).toEqual(
      expect.arrayContaining(['submitted', 'assigned', 'lapsed']),
    )
    expect(unread.length).toBeLessThan(inbox.length)
  })

  it('stays as it is when it is told again, and does not bring back what was published', async () => {
    const position = lake.services.log.last()
    await assignAuthors(lake)
    await runDemonstration(lake, NOW + 3_600_000)
    expect(statesOf(lake)).toEqual(STATES)
    expect(lake.services.log.last()).toBe(position)

    const editor = lake.services.access.users.list().find(({name}) => name === 'Hester Brandwick')!
    await lake.services.runCustomAction({
      dataset: 'production',
      actor: {...editor, kind: 'user'},
      request: {act: 'publish', articleId: 'article-first-snow'},
    })
    expect(get('drafts.article-first-snow')).toBeNull()
    expect((await seedNewsroom({lake})).written).toBe(0)
    expect(get('drafts.article-first-snow')).toBeNull()
  })
})

describe('the first start', () => {
  it('goes on where it was interrupted, and does nothing twice', async () => {
    const dataFolder = await seededFolder()
    const lake = open(dataFolder, Date.now)
    const {runCustomAction} = lake.services
    let acts = 0
    lake.services.runCustomAction = async (request) => {
      acts += 1
      if (acts === 6) throw new Error('The power is off')
      return await runCustomAction(request)
    }
    await expect(seedStaff(lake, ORIGIN)).rejects.toThrow('The power is off')
    expect(isUnfinished(lake.services.access, 'demonstrationStaff')).toBe(true)
    const {log} = lake.services
    const position = log.last()
    await lake.close()

    const lines: string[] = []
    const environment = {port: 0, host: '127.0.0.1', dataFolder}
    const running = await startNewsroom(environment, (line) => lines.push(line), {
      frontMaker: noFront,
    })
    const {access} = running.lake.services
    expect(position).toBeGreaterThan(0)
    expect(statesOf(running.lake)).toEqual(STATES)
    expect(access.users.list()).toHaveLength(7)
    expect(isUnfinished(access, 'demonstrationStaff')).toBe(false)
    expect(lines.filter((line) => line.includes('/sign-in/'))).toHaveLength(7)
    await running.close()

    const again = await startNewsroom(environment, (line) => lines.push(line), {
      frontMaker: noFront,
    })
    expect(lines.filter((line) => line.includes('/sign-in/'))).toHaveLength(7)
    await again.close()
  })

  it('sets a piece up that does come out the next morning', async () => {
    let now = NOW
    const lake = open(await seededFolder(), () => now)
    await createDemonstrationStaff(lake.services.access, ORIGIN)
    await assignAuthors(lake)
    await runDemonstration(lake, NOW)
    const live = () => lake.services.documents.get('production', 'article-eleven-reels')
    expect(live()).toBeNull()
    now = Date.parse('2026-11-26T06:00:00.000Z')
    lake.markReady()
    await expect.poll(live).toMatchObject({firstPublishedAt: '2026-11-26T06:00:00.000Z'})
    expect(statesOf(lake)).toEqual({...STATES, 'article-eleven-reels': 'published'})
    await lake.close()
  })

  it('leaves pieces alone that came with a history of their own', async () => {
    const lake = open(await seededFolder())
    const _id = 'review.article-pact-debate'
    const subject = {_type: 'reference', _ref: 'article-pact-debate', _weak: true}
    const stage = {stage: 'spiked', state: 'spiked', lapsed: false}
    await lake.services.commit({
      dataset: 'production',
      actor: {id: 'system', kind: 'system', roles: [], name: 'The system'},
      steps: [
        () => ({
          mutations: [
            {create: {_id, _type: 'review', subject, subjectType: 'article', ...stage}},
            {delete: {id: 'drafts.article-harbour-seal'}},
          ],
        }),
      ],
    })
    await createDemonstrationStaff(lake.services.access, ORIGIN)
    await assignAuthors(lake)
    await runDemonstration(lake, NOW)
    const {'article-harbour-seal': _, ...others} = STATES
    expect(statesOf(lake)).toEqual({...others, 'article-pact-debate': 'spiked'})
    await lake.close()
  })
})
