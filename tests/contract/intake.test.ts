// An article that was read from a file, over HTTP with Sanity's client: written at once, found again, and approved only
// when somebody has confirmed what was read.
import {intake} from '@copydesk/intake'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {lookUp, sameName} from '../../studio/plugins/intake/look-ups.ts'
import {outcomeOf} from '../../studio/plugins/intake/outcome.ts'
import {propose} from '../../studio/plugins/intake/proposal.ts'
import type {ReadFile} from '../../studio/plugins/intake/read-in-worker.ts'
import {studioLake} from '../../studio/plugins/intake/studio-lake.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {sha256} from '../../workflow/sha256.ts'
import {confirmPatch, intakeIdOf, openSuggestions} from '../../workflow/intake/suggestions.ts'
import {takeIn, type IntakeLake} from '../../workflow/intake/take-in.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {sessionClient} from '../support/newsroom-client.ts'
import {
  approve,
  approving,
  ok,
  openDesk,
  refusedWhole,
  submit,
  type Desk,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
let client: SanityClient
let picture = ''
let count = 0

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await ok(
    desk.mutate(desk.importer, [
      {
        create: {
          _id: 'rosa',
          _type: 'source',
          name: 'Rosa Almeida',
          affiliations: [{_key: 'a', title: 'Chair', organization: 'Tenants’ Union'}],
        },
      },
    ]),
  )
  client = clientOf(desk.journalist)
  const red = {width: 40, height: 30, channels: 3, background: '#b3261e'} as const
  picture = (await sharp({create: red}).png().toBuffer()).toString('base64')
})
afterAll(() => lake.close())

function clientOf({headers}: Pick<Desk['journalist'], 'headers'>): SanityClient {
  const [, session = ''] = headers['cookie']?.split('=') ?? []
  return sessionClient(lake.origin, session)
}

/** Another file each time. */
async function readPage(): Promise<ReadFile> {
  const page = `<!doctype html><title>Depot</title><article>
    <h1>Tram depot sold for the ${++count}th time</h1>
    <p>By Jane Doe</p>
    <figure><img src="data:image/png;base64,${picture}" alt="A brick hall">
      <figcaption>The depot before the sale. (© Courier Pictures by Ole Brandt)</figcaption></figure>
    <p>The city council sold the tram depot on Monday, after talks that lasted for two years.</p>
    <p>"We have waited long enough for this day," said Rosa Almeida, Chair of the Tenants' Union.</p>
    <p>The fund did not say how much it paid for the land, and the council did not answer.</p>
    </article>`
  const bytes = new TextEncoder().encode(page)
  const name = `depot-${count}.html`
  return {name, hash: sha256(bytes), result: await intake(bytes, {fileName: name})}
}

/** As the dialog writes it, with Jane and Rosa chosen among the newsroom's own. */
async function make(file: ReadFile, through: IntakeLake = studioLake(client)): Promise<string> {
  const {article, confirmed, alts} = outcomeOf(propose(file.result, {sections: [], people: []}))
  const {articleId} = await takeIn({article, reading: file.result.reading}, through, {
    file: {name: file.name, hash: file.hash},
    newId: () => `made-${count}-${Math.random().toString(36).slice(2)}`,
    known: {
      authors: new Map([['Jane Doe', {id: 'jane', isPublished: true}]]),
      sources: new Map([['Rosa Almeida', {id: 'rosa', isPublished: true}]]),
    },
    confirmed,
    section: 'world',
    altOf: (photo) => alts[photo] ?? null,
    slugOf: async () => `depot-${count}`,
  })
  return articleId
}

/** Made, and complete enough to be submitted. */
async function submitted(): Promise<string> {
  const id = await make(await readPage())
  await client.patch(`drafts.${id}`).set({dek: 'Nobody says for how much.'}).commit()
  await submit(desk, id)
  return id
}

const open = (id: string) => openSuggestions(desk.get(intakeIdOf(id)))
const confirm = (id: string) =>
  client
    .patch(intakeIdOf(id))
    .unset(confirmPatch(open(id)).unset)
    .commit()

describe('what a journalist makes of a file', () => {
  it('is written in one transaction, with its picture', async () => {
    const id = await make(await readPage())
    const documents = lake.lake.services.documents
      .all('production')
      .filter(({_id}) => _id.includes(`made-${count}-`))
    expect(documents.map(({_type}) => _type).toSorted()).toEqual([
      'article',
      'expertQuote',
      'photoWithCredit',
      'privateIntake',
    ])
    expect(new Set(documents.map(({_rev}) => _rev)).size).toBe(1)
    const photo = documents.find(({_type}) => _type === 'photoWithCredit')
    expect(photo).toMatchObject({alt: 'A brick hall', image: {asset: {_ref: /^image-/}}})
    expect(desk.get(`drafts.${id}`)).toMatchObject({
      section: {_ref: 'world'},
      slug: {current: `depot-${count}`},
    })
  })

  it('is found when the same file comes again', async () => {
    const file = await readPage()
    expect((await lookUp(client, file, desk.journalist.id)).earlier).toBeNull()
    const id = await make(file)
    const headline = `Tram depot sold for the ${count}th time`
    expect((await lookUp(client, file, desk.journalist.id)).earlier).toEqual({id, headline})
    // A file may be read again when its article is gone.
    await ok(desk.mutate(desk.importer, [{delete: {id: `drafts.${id}`}}]))
    expect((await lookUp(client, file, desk.journalist.id)).earlier).toBeNull()
  })

  it('is not there at all if the lake refuses a part of it', async () => {
    const through = studioLake(client)
    const before = desk.everything()
    const spoil = (documents: Parameters<IntakeLake['create']>[0]) => [
      ...documents,
      {_id: 'review.forged', _type: 'review'},
    ]
    const spoilt: IntakeLake = {
      ...through,
      check: (documents) => through.check(spoil(documents)),
    }
    await expect(make(await readPage(), spoilt)).rejects.toThrow()
    expect(desk.everything()).toBe(before)
  })
})

it('names sections, and people of the same name with what tells them apart', async () => {
  const found = await lookUp(client, await readPage(), desk.journalist.id)
  expect(found.sections).toEqual([{id: 'world', title: 'World'}])
  expect(sameName(found, 'authors', 'Jane Doe')).toMatchObject([{id: 'jane', isOwn: true}])
  expect(sameName(found, 'sources', 'rosa almeida')).toMatchObject([
    {id: 'rosa', about: 'Chair, Tenants’ Union', isOwn: false},
  ])
})

it('proposes people whom nobody has published yet, and the own author of a newcomer', async () => {
  const editor = lake.client('editor')
  await editor.create({_id: 'drafts.rosa-2', _type: 'source', name: 'Rosa Almeida'})
  const invited = {name: 'Jane Doe', email: 'jane2@example.org', roles: ['journalist']}
  const {person} = await clientOf(desk.administrator).request<{person: {id: string}}>({
    url: '/people',
    method: 'POST',
    body: invited,
  })
  const found = await lookUp(client, await readPage(), person.id)
  expect(sameName(found, 'sources', 'Rosa Almeida')).toMatchObject([
    {id: 'rosa-2', isPublished: false},
    {id: 'rosa', isPublished: true},
  ])
  expect(sameName(found, 'authors', 'Jane Doe')).toMatchObject([
    {isPublished: false, isOwn: true},
    {id: 'jane', isPublished: true, isOwn: false},
  ])
})

it('sweeps the picture where an editor’s intake fails at its last step', async () => {
  const editor = lake.client('editor')
  const failing: IntakeLake = {
    ...studioLake(editor),
    create: () => Promise.reject(new Error('the network is gone')),
  }
  const blue = {width: 20, height: 20, channels: 3, background: '#00f'} as const
  picture = (await sharp({create: blue}).png().toBuffer()).toString('base64')
  const assets = () => lake.lake.services.documents.ofType('production', 'sanity.imageAsset').length
  const before = assets()
  await expect(make(await readPage(), failing)).rejects.toThrow('the network is gone')
  expect(assets()).toBe(before)
})

describe('an article with suggestions that nobody has confirmed', () => {
  it('is not approved, and the reasons name the quote and the photo', async () => {
    const id = await submitted()
    const reasons = await refusedWhole(
      desk,
      () => approving(desk, desk.editor, id),
      'suggestionUnconfirmed',
    )
    const own = reasons.filter(({code}) => code === 'suggestionUnconfirmed')
    expect(own.map(({message}) => message).toSorted()).toEqual([
      expect.stringMatching(/the credit of the photo .*depot before the sale/),
      expect.stringMatching(/the words and the speaker of the quote .*We have waited/),
    ])
  })

  it('is approved once they are confirmed, which changes no content', async () => {
    const id = await submitted()
    const hash = desk.hash(id)
    await confirm(id)
    expect(desk.hash(id)).toBe(hash)
    await approve(desk, id, {overrides: unverified(id)})
    expect(desk.review(id).state).toBe('approved')
  })

  it('is approved with a reason that goes into the ledger, and confirming later lapses nothing', async () => {
    const id = await submitted()
    const why = 'Read against the agency’s own page.'
    const documents = [...new Set(open(id).map(({document}) => document))]
    const overrides = documents.map((document) => ({
      code: 'suggestionUnconfirmed',
      document,
      reason: why,
    }))
    await approve(desk, id, {overrides: [...overrides, ...unverified(id)]})
    const entries = lake.lake.services.documents.ofType('production', 'override')
    expect(entries.filter(({reason}) => reason === why)).toHaveLength(2)
    await confirm(id)
    expect(open(id)).toEqual([])
    expect(desk.review(id).state).toBe('approved')
  })
})

/** A direct quote that nobody verified is another question. */
const unverified = (id: string) =>
  (lake.lake.services.documents.ofType('production', 'expertQuote') as {_id: string}[])
    .filter(({_id}) => JSON.stringify(desk.get(`drafts.${id}`)).includes(publishedIdOf(_id)))
    .map(({_id}) => ({
      code: 'quoteUnverified',
      document: publishedIdOf(_id),
      reason: 'Heard by the editor.',
    }))
