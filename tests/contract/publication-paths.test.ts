// No road leads an article to its readers but the act, and that one only with what was approved.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {
  approve,
  draftsOf,
  edit,
  ok,
  openDesk,
  publish,
  publishedOf,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type PieceFields,
  type Voice,
} from '../support/piece.ts'
import {MALFORMED, ROADS, ROADS_OF_LIVE} from '../support/publication-paths.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await ok(
    desk.mutate(desk.importer, [{create: {_id: 'drafts.joe', _type: 'author', name: 'Joe'}}]),
  )
})
afterAll(() => lake.close())

const YESTERDAY = new Date(START - 86_400_000).toISOString()
const TOMORROW = new Date(START + 86_400_000).toISOString()

interface Case {
  /** What the piece is written with. */
  fields?: PieceFields
  /** What happens to it then. */
  afterwards?: (id: string) => Promise<void>
  /** What the roads would publish, where it is something else. */
  sent?: PieceFields
  code: string
}

const CASES: Record<string, Case> = {
  'a draft that nobody submitted': {code: 'notSubmitted'},
  'a draft that nobody approved': {afterwards: (id) => submit(desk, id), code: 'notApproved'},
  'an approval that lapsed by one character': {
    async afterwards(id) {
      await submit(desk, id)
      await approve(desk, id)
      await set(desk, desk.colleague, `drafts.${id}-photo`, {caption: 'A ferry.'})
    },
    sent: {photo: {caption: 'A ferry.'}},
    code: 'approvalLapsed',
  },
  'an approval of another revision': {
    async afterwards(id) {
      await submit(desk, id)
      await approve(desk, id)
      await set(desk, desk.colleague, `drafts.${id}`, {dek: 'Something else happened.'})
    },
    sent: {article: {dek: 'Something else happened.'}},
    code: 'approvalLapsed',
  },
  'an approved piece, but by no act': {
    async afterwards(id) {
      await submit(desk, id)
      await approve(desk, id)
    },
    code: 'actRequired',
  },
  'a photo without credit': {fields: {photo: {creditLine: ' '}}, code: 'creditMissing'},
  'a photo that says nothing to who cannot see it': {
    fields: {photo: {alt: ''}},
    code: 'altMissing',
  },
  'expired rights': {
    fields: {photo: {rights: {validUntil: YESTERDAY}}},
    code: 'rightsExpired',
  },
  'denied rights': {
    afterwards: (id) =>
      set(desk, desk.photoEditor, `drafts.${id}-photo`, {rights: {clearance: 'denied'}}),
    sent: {photo: {rights: {clearance: 'denied'}}},
    code: 'rightsDenied',
  },
  'an embargo': {
    afterwards: (id) => set(desk, desk.otherEditor, `drafts.${id}`, {embargo: {until: TOMORROW}}),
    sent: {article: {embargo: {until: TOMORROW}}},
    code: 'embargoAhead',
  },
  'an off-record quote': {fields: {quote: {terms: 'offRecord'}}, code: 'quoteOffRecord'},
  'a disputed quote': {
    fields: {quote: {verification: {status: 'disputed'}}},
    code: 'quoteDisputed',
  },
  'a retracted quote': {
    fields: {quote: {verification: {status: 'retracted'}}},
    code: 'quoteRetracted',
  },
  'a direct quote that nobody said': {
    fields: {quote: {kind: 'direct', speakers: []}},
    code: 'quoteUnattributed',
  },
  'a legal check that is not finished': {
    async afterwards(id) {
      await ok(
        desk.act(desk.otherEditor, {act: 'requireLegal', articleId: id, note: 'The second name.'}),
      )
    },
    code: 'legalNotCleared',
  },
  'an author who is not published': {
    fields: {
      article: {bylines: [{_key: 'b', author: {_ref: 'joe', _weak: true}, role: 'writer'}]},
    },
    code: 'referenceUnpublished',
  },
  'no headline': {fields: {article: {headline: ''}}, code: 'headlineMissing'},
  'no standfirst': {fields: {article: {dek: ''}}, code: 'dekMissing'},
  'no byline': {fields: {article: {bylines: []}}, code: 'bylineMissing'},
}

/** Whoever may write at all. What others send is refused before anything is looked at. */
const WRITERS = ['journalist', 'photoEditor', 'editor', 'administrator'] as const

let count = 0
describe.each(Object.entries(CASES))('With %s,', (_name, {fields, afterwards, sent, code}) => {
  const id = `paths-${++count}`
  const published = {...fields, ...sent}
  beforeAll(async () => {
    await write(desk, id, fields)
    await afterwards?.(id)
  })

  it.each(ROADS)('an editor cannot publish by $name', async ({take}) => {
    await refusedWhole(desk, () => take(desk, desk.editor, id, published), code, 'actRequired')
  })

  it.each(WRITERS)('a %s’s token cannot import it', async (role) => {
    const voice = desk.token(role)
    const [, batch] = ROADS
    await refusedWhole(desk, async () => batch!.take(desk, voice, id, published), code)
  })

  it('an editor cannot publish it from a version', async () => {
    const version = `versions.r1.${id}`
    const draft = desk.get(`drafts.${id}`)
    await ok(desk.mutate(desk.editor, [{createOrReplace: {...draft, _id: version}}]))
    const actionType = 'sanity.action.document.publish'
    await refusedWhole(
      desk,
      () => desk.actions(desk.editor, [{actionType, publishedId: id, draftId: version}]),
      code,
    )
  })

  // A piece that is approved to the letter goes out with a release as it does by the act.
  it.runIf(code !== 'actRequired')('an editor cannot publish it with a release', async () => {
    const releaseId = `r-${id}`
    const release = (name: string) => ({actionType: `sanity.action.release.${name}`, releaseId})
    const versions = [id, `${id}-photo`, `${id}-quote`, `${id}-source`]
      .filter((one) => desk.get(`drafts.${one}`))
      .map((one) => ({
        actionType: 'sanity.action.document.version.create',
        publishedId: one,
        baseId: `drafts.${one}`,
        versionId: `versions.${releaseId}.${one}`,
      }))
    expect(versions.length).toBeGreaterThan(0)
    await ok(desk.actions(desk.editor, [release('create'), ...versions]))
    const before = desk.everything()
    await refused(desk.actions(desk.editor, [release('publish')]), code)
    expect(desk.everything()).toBe(before)
  })

  it.each(MALFORMED)('nothing comes of $name', async ({take}) => {
    const before = desk.everything()
    expect((await take(desk, desk.editor, id, published)).status).toBe(400)
    expect(desk.everything()).toBe(before)
  })

  it.runIf(code !== 'actRequired')('the act is refused, too, and to a token', async () => {
    for (const who of [desk.editor, desk.otherEditor, desk.token('editor')]) {
      await refusedWhole(desk, () => desk.act(who, {act: 'publish', articleId: id}), code)
    }
  })

  it('the reason names the field that has to change', async () => {
    const reasons = await refusedWhole(
      desk,
      () => ROADS[1]!.take(desk, desk.editor, id, published),
      code,
    )
    const reason = reasons.find((one) => one.code === code)
    const parts = [id, `${id}-photo`, `${id}-quote`, `${id}-source`, 'joe']
    expect(parts).toContain(reason?.document)
    if (published.photo && code !== 'approvalLapsed') {
      expect(reason).toMatchObject({document: `${id}-photo`, path: expect.stringMatching(/^\w/)})
    }
    if (published.quote) expect(reason).toMatchObject({document: `${id}-quote`})
  })
})

describe('An article that readers see', () => {
  const id = 'paths-live'
  beforeAll(async () => {
    await publish(desk, id)
    await edit(desk, desk.journalist, id, {dek: 'It went on.'})
    await ok(desk.act(desk.journalist, {act: 'submit', articleId: id}))
    await approve(desk, id)
  })

  const voices: [string, () => Voice][] = [
    ['An editor', () => desk.editor],
    ['An editor’s token', () => desk.token('editor')],
    ['Its writer', () => desk.journalist],
    ['An administrator', () => desk.administrator],
  ]
  it.each(voices.flatMap((voice) => ROADS_OF_LIVE.map((road) => [...voice, road] as const)))(
    '%s neither changes nor removes it by hand: $2.name',
    async (_who, voice, {take}) => {
      await refusedWhole(desk, () => take(desk, voice(), id, {}), 'actRequired')
    },
  )

  it('stays as it is where one only asks for it to be there', async () => {
    const before = desk.everything()
    await ok(desk.mutate(desk.editor, [{createIfNotExists: publishedOf(id).at(-1)!}]))
    expect(desk.everything()).toBe(before)
  })
})

describe('In two transactions', () => {
  it('a photo may come first, and the article does not follow', async () => {
    await write(desk, 'split')
    const [source, quote, photo, article] = publishedOf('split')
    for (const createOrReplace of [source, quote, photo]) {
      await ok(desk.mutate(desk.editor, [{createOrReplace}]))
    }
    const attempt = () => desk.mutate(desk.editor, [{createOrReplace: article}])
    await refusedWhole(desk, attempt, 'notSubmitted', 'actRequired')
  })

  it('a photo without credit does not even come first', async () => {
    await write(desk, 'split-2', {photo: {creditLine: undefined}})
    const photo = publishedOf('split-2', {photo: {creditLine: undefined}})[2]
    const attempt = () => desk.mutate(desk.photoEditor, [{create: photo}])
    await refusedWhole(desk, attempt, 'creditMissing')
  })

  it('nothing else takes the place of an article that is being written', async () => {
    await write(desk, 'placed')
    const topic = {_id: 'placed', _type: 'topic', title: 'T'}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [{create: topic}]), 'idTaken')
  })

  it('an id that was another type’s does not become an article', async () => {
    await ok(desk.mutate(desk.editor, [{create: {_id: 'turned', _type: 'topic', title: 'T'}}]))
    const article = {...draftsOf('turned').at(-1), _id: 'turned'}
    const attempt = () => desk.mutate(desk.editor, [{createOrReplace: article}])
    await refusedWhole(desk, attempt, 'actRequired')
  })
})
