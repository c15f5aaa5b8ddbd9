// An article with words that are annotated with a quote, from the draft to the readers.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  edit,
  fresh,
  ok,
  openDesk,
  ref,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'
import {quoting} from '../support/quotations.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

/** The article's only text. The quote is a draft, referred to as the studio does; its words are “So it is.”. */
async function writeQuoting(id: string, words: string, quote: Fields = {}): Promise<void> {
  const block = quoting('p', [words, `${id}-quote`], ' she said.')
  const markDefs = [{...block.markDefs[0], quote: fresh(`${id}-quote`, 'expertQuote')}]
  const fields = {kind: 'partial', ...quote}
  await write(desk, id, {article: {body: [{...block, markDefs}]}, quote: fields})
  await submit(desk, id)
}
const publishing = (id: string) => desk.act(desk.editor, {act: 'publish', articleId: id})
const CODE = 'quotationAltered'

describe('An article with annotated words', () => {
  it('is published with the quote and its source, and readers get the speaker', async () => {
    const id = 'said'
    await writeQuoting(id, '“So it is,”')
    await approve(desk, id)
    await ok(publishing(id))
    for (const part of [`${id}-quote`, `${id}-source`]) {
      expect(desk.get(part), part).not.toBeNull()
      expect(desk.get(`drafts.${part}`), part).toBeNull()
    }
    const markDefs = [{_key: 'm0', _type: 'quotation', quote: ref(`${id}-quote`)}]
    expect(desk.get(id)).toMatchObject({body: [{markDefs}]})
    expect(JSON.stringify(desk.get(id))).not.toContain('_weak')
    const read = await lake.client().fetch(ARTICLE_BY_SLUG_QUERY, {slug: id})
    expect(read?.body).toMatchObject([
      {
        children: [{text: '“So it is,”', marks: ['m0']}, {text: ' she said.'}],
        markDefs: [{quote: {text: 'So it is.', speakers: [{source: {name: 'Prof. Source'}}]}}],
      },
    ])
  })

  it('loses its approval when the quote is changed', async () => {
    const id = 'lapsed'
    await writeQuoting(id, '“So it is,”')
    await approve(desk, id)
    await set(desk, desk.colleague, `drafts.${id}-quote`, {attribution: 'the minister'})
    await refusedWhole(desk, () => publishing(id), 'approvalLapsed')
  })

  it('is not approved with other words than a verified quote, whatever the reason', async () => {
    const id = 'verified'
    await writeQuoting(id, '“So it was,”')
    const verification = {status: 'recordingChecked'}
    await set(desk, desk.colleague, `drafts.${id}-quote`, {verification})
    const overrides = [{code: CODE, reason: 'It reads better.'}]
    const [reason] = await refusedWhole(
      desk,
      () => approving(desk, desk.editor, id, {overrides}),
      CODE,
    )
    expect(reason).toMatchObject({
      document: id,
      path: 'body[_key=="p"].markDefs[_key=="m0"]',
      message: expect.stringContaining('The text says “So it was”, the quote says “So it is”.'),
    })
    expect(reason).not.toHaveProperty('overridable')
  })

  it('is approved with other words than an unverified quote for a reason, which is on record', async () => {
    const id = 'reasoned'
    await writeQuoting(id, '“So it was,”')
    await refusedWhole(desk, () => approving(desk, desk.editor, id), CODE)
    const overrides = [{code: CODE, document: id, reason: 'Her office corrected it.'}]
    await approve(desk, id, {overrides})
    const kept = lake.lake.services.documents.ofType('production', 'override')
    expect(kept).toEqual([
      expect.objectContaining({
        code: CODE,
        document: id,
        reason: 'Her office corrected it.',
        by: desk.editor.id,
      }),
    ])
    await ok(publishing(id))
  })

  it('needs a reason when an amendment changes the words of its quote', async () => {
    const id = 'amended'
    await writeQuoting(id, '“So it is,”')
    await approve(desk, id)
    await ok(publishing(id))
    await edit(desk, desk.journalist, `${id}-quote`, {text: 'So it was.'})
    const amending = (more: Fields) =>
      desk.act(desk.editor, {
        act: 'amend',
        documentId: `${id}-quote`,
        ifRevision: String(desk.get(`drafts.${id}-quote`)?.['_rev']),
        amendments: {[id]: {type: 'minor', readerNote: 'A typing error.'}},
        ...more,
      })
    const [reason] = await refusedWhole(desk, () => amending({}), CODE)
    expect(reason).toMatchObject({document: id, overridable: true})
    await ok(amending({overrides: [{code: CODE, reason: 'The article is corrected next.'}]}))
    expect(desk.get(`${id}-quote`)).toMatchObject({text: 'So it was.'})
  })
})

it('A quote that annotated words of a live article refer to is not deleted', async () => {
  const id = 'kept'
  await writeQuoting(id, '“So it is,”')
  await approve(desk, id)
  await ok(publishing(id))
  const response = await desk.mutate(desk.importer, [{delete: {id: `${id}-quote`}}])
  expect(response.status).toBe(409)
})
