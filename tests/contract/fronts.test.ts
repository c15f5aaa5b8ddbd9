// Fronts over HTTP: what editors publish, what readers get, and what the ledger keeps.
import {createClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {finishFront} from '../../queries/finish-front.ts'
import {FRONT_QUERY} from '../../queries/fronts.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {
  edit,
  ok,
  openDesk,
  publish,
  ref,
  refused,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  for (const id of ['one', 'two', 'three', 'four', 'five', 'six']) await publish(desk, id)
})
afterAll(() => lake.close())

/** Publishes a front as the studio does: a draft, then Sanity's action. */
async function publishFront(...containers: object[]): Promise<Response> {
  const {_id, ...content} = front(...containers)
  const draft = {_id: `drafts.${_id}`, ...content}
  await ok(desk.mutate(desk.editor, [{createOrReplace: draft as never}]))
  return desk.actions(desk.editor, [
    {actionType: 'sanity.action.document.publish', publishedId: _id, draftId: draft._id},
  ])
}

/** Headlines by container, as a reader gets them through the real client. */
async function read(): Promise<string[][]> {
  const client = createClient({
    projectId: 'copydesk',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    useProjectHostname: false,
    apiHost: lake.origin,
  })
  const found = await client.fetch(FRONT_QUERY, {id: 'front-home'})
  if (!found) return []
  return finishFront(found).containers.map(({stories}) =>
    stories.map(({headline}) => headline ?? ''),
  )
}

/** What the ledger has gained since it was last asked. */
const seen = new Set<string>()
function newEntries(): string[] {
  const fresh = desk.lake.lake.services.documents
    .ofType('production', 'ledgerEntry')
    .filter(
      ({_id, subject}) => !seen.has(_id) && JSON.stringify(subject ?? null).includes('front-home'),
    )
  for (const {_id} of fresh) seen.add(_id)
  return fresh.map(({changes}) => (changes as string[]).join('\n'))
}

const nothing = {fill: {_type: 'frontFill', from: 'nothing'}}

describe('A front', () => {
  it('shows what is placed by hand first, then the newest, nothing twice', async () => {
    await ok(
      publishFront(
        container('Top', [slot('three'), slot('one', {headline: 'In other words'})], {count: 3}),
        container('World', [slot('two')], {
          count: 4,
          fill: {_type: 'frontFill', from: 'section', section: {...ref('world'), _weak: true}},
        }),
      ),
    )
    const [top = [], world = []] = await read()
    expect(top.slice(0, 2)).toEqual(['The story three', 'In other words'])
    expect(top).toHaveLength(3)
    expect(world[0]).toBe('The story two')
    const all = [...top, ...world]
    expect(all).toHaveLength(6)
    expect(new Set(all).size).toBe(6)
    expect(newEntries()).toEqual([
      expect.stringContaining('“The story one” has the headline “In other words”.'),
    ])
  })

  it('is written by editors only', async () => {
    const write = {createOrReplace: {...front(), _id: 'drafts.front-home'}}
    const answer = await desk.mutate(desk.journalist, [write])
    expect(answer.status).toBe(403)
  })

  it('loses a withdrawn story, its place and its words, in the same transaction', async () => {
    await publish(desk, 'sinking')
    await ok(
      publishFront(container('Top', [slot('sinking', {headline: 'Sunk'}), slot('one')], nothing)),
    )
    expect(await read()).toEqual([['Sunk', 'The story one']])
    newEntries()
    const before = desk.lake.lake.services.log.last()
    await ok(
      desk.act(desk.editor, {
        act: 'withdraw',
        articleId: 'sinking',
        note: 'Wrong',
        readerNote: 'It was wrong.',
      }),
    )
    expect(await read()).toEqual([['The story one']])
    expect(JSON.stringify(desk.get('front-home'))).not.toContain('Sunk')
    expect(desk.lake.lake.services.log.last()).toBe(before + 1)
    expect(newEntries()).toEqual([
      '“The story sinking” went from Top.\n“The story sinking” came off: readers cannot open it.',
    ])
  })

  it('is published without what readers cannot open', async () => {
    await write(desk, 'unpublished')
    await ok(
      publishFront(
        container('Top', [slot('unpublished', {headline: 'Secret'}), slot('two')], nothing),
      ),
    )
    expect(JSON.stringify(desk.get('front-home'))).not.toContain('Secret')
    expect(await read()).toEqual([['The story two']])
  })

  it('loses a story at its time, by the timer', async () => {
    await ok(publishFront(container('Top', [slot('one', {until: at(2)}), slot('two')], nothing)))
    expect(await read()).toEqual([['The story one', 'The story two']])
    desk.lake.setTime(START + 2 * HOUR)
    await desk.lake.lake.services.timer.check()
    desk.lake.setTime(START)
    expect(await read()).toEqual([['The story two']])
    expect(newEntries().join('\n')).toContain(
      '“The story one” went from Top.\n“The story one” came off: its time there had ended.',
    )
  })

  it('is closed to clients’ own requests to end a story', async () => {
    await ok(publishFront(container('Top', [slot('one', {until: at(2)})], nothing)))
    const answer = await desk.act(desk.editor, {act: 'endSlots' as never, frontId: 'front-home'})
    expect(answer.status).toBe(400)
    expect(await read()).toEqual([['The story one']])
  })

  it('loses its own headline when the story’s is corrected, and its editor is told', async () => {
    await publish(desk, 'corrected')
    const own = {headline: 'Ours', dek: 'Ours too'}
    await ok(publishFront(container('Top', [slot('corrected', own)], nothing)))
    await edit(desk, desk.journalist, 'corrected', {headline: 'The right one'})
    await submit(desk, 'corrected')
    await ok(
      desk.act(desk.otherEditor, {
        act: 'approve',
        articleId: 'corrected',
        ifContentHash: desk.hash('corrected'),
      }),
    )
    await ok(
      desk.act(desk.otherEditor, {
        act: 'publish',
        articleId: 'corrected',
        correction: {type: 'correction', readerNote: 'The headline was wrong.'},
      }),
    )
    expect(await read()).toEqual([['The right one']])
    const slots = JSON.stringify(desk.get('front-home'))
    expect(slots).not.toContain('"Ours"')
    expect(slots).toContain('Ours too')
    const told = desk.lake.lake.services.documents
      .ofType('production', 'notification')
      .filter(({kind}) => kind === 'frontCorrected')
    expect(told.map(({recipient}) => recipient)).toEqual([desk.editor.id])
  })

  it('never shows a piece that is to be on no front, whose approval stays', async () => {
    await publish(desk, 'quiet')
    await ok(publishFront(container('Top', [slot('quiet'), slot('one')], {count: 12})))
    const hash = desk.hash('quiet')
    const off: Fields & {_id: string} = {
      _id: 'off-quiet',
      _type: 'offFronts',
      piece: {...ref('quiet'), _weak: true},
    }
    await ok(desk.mutate(desk.editor, [{create: off}]))
    expect((await read()).flat()).not.toContain('The story quiet')
    expect((await read()).flat()).toContain('The story one')
    expect(desk.hash('quiet')).toBe(hash)
    expect(desk.review('quiet').state).toBe('published')
  })

  it('takes pictures from the library only, with credit, description and rights', async () => {
    const asset = ref(`image-${'a'.repeat(40)}-1600x900-jpg`)
    const withPicture = (picture: Fields) =>
      publishFront(
        container('Top', [slot('one', {picture: {_type: 'image', asset, ...picture}})], nothing),
      )
    await refused(withPicture({}), 'pictureWithoutPhoto')
    await ok(withPicture({photo: ref('two-photo')}))
    await edit(desk, desk.photoEditor, 'two-photo', {'rights.clearance': 'denied'})
    expect(JSON.stringify(desk.get('front-home'))).not.toContain('two-photo')
    expect(newEntries().join('\n')).toContain('its rights do not allow it')
    await refused(withPicture({photo: ref('two-photo')}), 'rightsDenied')
  })

  it('is on record when it goes', async () => {
    await ok(publishFront(container('Top', [slot('one')], nothing)))
    await ok(desk.mutate(desk.editor, [{delete: {id: 'front-home'}}]))
    expect(await read()).toEqual([])
    expect(newEntries()).toContain('The front was removed: the page is as without one.')
  })
})
