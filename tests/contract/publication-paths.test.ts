// No road leads an article to its readers but the act, and that one only with what was approved. What else is
// wrong with a piece makes no difference: tests/workflow/rules/hold-publication.test.ts has every fault.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  draftsOf,
  edit,
  ok,
  openDesk,
  publish,
  publishedOf,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type PieceFields,
} from '../support/piece.ts'
import {MALFORMED, ROADS, ROADS_OF_LIVE} from '../support/publication-paths.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

interface Case {
  /** What happens to it before somebody publishes it. */
  afterwards?: (id: string) => Promise<void>
  /** The content that the paths try to publish, if it is different. */
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
  'an approved piece, but by no act': {
    async afterwards(id) {
      await submit(desk, id)
      await approve(desk, id)
    },
    code: 'actRequired',
  },
}

/** Everybody who may write. Other writes are refused earlier. */
const WRITERS = ['journalist', 'photoEditor', 'editor', 'administrator'] as const

let count = 0
describe.each(Object.entries(CASES))('With %s,', (_name, {afterwards, sent = {}, code}) => {
  const id = `paths-${++count}`
  beforeAll(async () => {
    await write(desk, id)
    await afterwards?.(id)
  })

  it.each(ROADS)('an editor cannot publish by $name', async ({take}) => {
    await refusedWhole(desk, () => take(desk, desk.editor, id, sent), code, 'actRequired')
  })
})

describe('With an approved piece,', () => {
  const id = 'paths-whole'
  beforeAll(async () => {
    await write(desk, id)
    await submit(desk, id)
    await approve(desk, id)
  })

  it.each(WRITERS)('a %s’s token cannot import it', async (role) => {
    const [, batch] = ROADS
    await refusedWhole(desk, () => batch!.take(desk, desk.token(role), id, {}), 'actRequired')
  })

  it('an editor cannot publish it from a version', async () => {
    const version = `versions.r1.${id}`
    await ok(desk.mutate(desk.editor, [{create: {...desk.get(`drafts.${id}`), _id: version}}]))
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: id, draftId: version}
    await refusedWhole(desk, () => desk.actions(desk.editor, [publishing]), 'actRequired')
  })

  it.each(MALFORMED)('nothing happens by $name', async ({take}) => {
    const before = desk.everything()
    expect((await take(desk, desk.editor, id, {})).status).toBe(400)
    expect(desk.everything()).toBe(before)
  })
})

describe('With a photo without credit,', () => {
  const id = 'paths-uncredited'
  beforeAll(() => write(desk, id, {photo: {creditLine: ' '}}))

  it('neither the act publishes, nor a batch that brings it along: the reason names its field', async () => {
    const [, batch] = ROADS
    const fields = {photo: {creditLine: ' '}}
    const reasons = await refusedWhole(
      desk,
      () => batch!.take(desk, desk.editor, id, fields),
      'creditMissing',
    )
    expect(reasons).toContainEqual(
      expect.objectContaining({code: 'creditMissing', document: `${id}-photo`, path: 'creditLine'}),
    )
    const act = {act: 'publish', articleId: id} as const
    await refusedWhole(desk, () => desk.act(desk.editor, act), 'creditMissing', 'notSubmitted')
  })
})

describe('A live article', () => {
  const id = 'paths-live'
  beforeAll(async () => {
    await publish(desk, id)
    await edit(desk, desk.journalist, id, {dek: 'It went on.'})
    await ok(desk.act(desk.journalist, {act: 'submit', articleId: id}))
    await approve(desk, id)
  })

  it.each(ROADS_OF_LIVE)('is neither changed nor removed by hand: $name', async ({take}) => {
    await refusedWhole(desk, () => take(desk, desk.editor, id, {}), 'actRequired')
  })

  it('is unchanged by a request that only needs it to exist', async () => {
    const before = desk.everything()
    await ok(desk.mutate(desk.editor, [{createIfNotExists: publishedOf(id).at(-1)!}]))
    expect(desk.everything()).toBe(before)
  })
})

describe('In two transactions', () => {
  it('a photo can be published first, and the article does not follow', async () => {
    await write(desk, 'split')
    const [source, quote, photo, article] = publishedOf('split')
    for (const createOrReplace of [source, quote, photo]) {
      await ok(desk.mutate(desk.editor, [{createOrReplace}]))
    }
    const attempt = () => desk.mutate(desk.editor, [{createOrReplace: article}])
    await refusedWhole(desk, attempt, 'notSubmitted', 'actRequired')
  })

  it('a photo without a credit cannot even be published first', async () => {
    await write(desk, 'split-2', {photo: {creditLine: undefined}})
    const photo = publishedOf('split-2', {photo: {creditLine: undefined}})[2]
    const attempt = () => desk.mutate(desk.photoEditor, [{create: photo}])
    await refusedWhole(desk, attempt, 'creditMissing')
  })

  it('nothing else can replace an article’s draft', async () => {
    await write(desk, 'placed')
    const topic = {_id: 'placed', _type: 'topic', title: 'T'}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [{create: topic}]), 'idTaken')
  })

  it('an ID of another type cannot become an article', async () => {
    await ok(desk.mutate(desk.editor, [{create: {_id: 'turned', _type: 'topic', title: 'T'}}]))
    const article = {...draftsOf('turned').at(-1), _id: 'turned'}
    const attempt = () => desk.mutate(desk.editor, [{createOrReplace: article}])
    await refusedWhole(desk, attempt, 'actRequired')
  })
})
