// The server records who verified a quote, and when. Nobody verifies their own entry.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approving,
  draftsOf,
  edit,
  ok,
  openDesk,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
let count = 0
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

const NOW = '2026-11-25T10:00:00.000Z'
async function entered(fields: Fields = {}): Promise<string> {
  const id = `v${++count}`
  await write(desk, id, {quote: fields})
  return `${id}-quote`
}
/** As people see it. The server stores separately which words it is about. */
const verification = (id: string) => {
  const {verifiedWords: _, ...seen} = (desk.get(id)?.['verification'] ?? {}) as Fields
  return seen
}
const mark = (id: string) =>
  (desk.get(id)?.['verification'] as Fields | undefined)?.['verifiedWords']
const by = (name: string, status: string) => ({status, by: name, on: '1999-01-01T00:00:00Z'})

describe('A quote', () => {
  const verify = (who: Desk['editor'], id: string) =>
    desk.mutate(who, [{patch: {id, set: {verification: {status: 'recordingChecked'}}}}])
  const refusesToVerify = (who: Desk['editor'], id: string) =>
    refusedWhole(desk, () => verify(who, id), 'fieldOwnership')

  it('is verified by another: the server signs, whatever was sent', async () => {
    const id = await entered()
    await set(desk, desk.colleague, `drafts.${id}`, {
      verification: by('The Pope', 'recordingChecked'),
    })
    const signed = {status: 'recordingChecked', by: 'A colleague', on: NOW}
    expect(verification(`drafts.${id}`)).toEqual(signed)
    await set(desk, desk.journalist, `drafts.${id}`, {'verification.by': 'Jane Doe'})
    await set(desk, desk.editor, `drafts.${id}`, {'verification.on': '2001-01-01T00:00:00Z'})
    await ok(desk.mutate(desk.editor, [{patch: {id: `drafts.${id}`, unset: ['verification.by']}}]))
    expect(verification(`drafts.${id}`)).toEqual(signed)
  })

  // tests/workflow/rules/keep-verification.test.ts has every status and way.
  it('is not verified by the person who entered it', async () => {
    const id = await entered()
    await refusesToVerify(desk.journalist, `drafts.${id}`)
  })

  it('is published with its signature', async () => {
    const id = await entered({speakers: [], attribution: 'A witness'})
    await set(desk, desk.colleague, `drafts.${id}`, {verification: {status: 'sourceMatched'}})
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: id, draftId: `drafts.${id}`}
    await ok(desk.actions(desk.editor, [publishing]))
    expect(verification(id)).toEqual({status: 'sourceMatched', by: 'A colleague', on: NOW})
    await edit(desk, desk.journalist, id, {text: 'So it was.'})
    expect(verification(`drafts.${id}`)).toMatchObject({by: 'A colleague'})
  })

  it('is not verified after its words change, and is again when they change back', async () => {
    await write(desk, 'words', {quote: {kind: 'direct', speakers: [], attribution: 'A witness'}})
    const quote = 'drafts.words-quote'
    const text = desk.get(quote)?.['text']
    await set(desk, desk.colleague, quote, {verification: {status: 'confirmedBySpeaker'}})
    const verified = mark(quote)
    expect(verified).toMatch(/^[0-9a-f]{16}$/)
    await set(desk, desk.journalist, quote, {text: `${String(text)} Never once.`})
    await set(desk, desk.journalist, quote, {'verification.verifiedWords': 'forged'})
    expect(mark(quote)).toBe(verified)
    await submit(desk, 'words')
    const [reason] = await refused(approving(desk, desk.editor, 'words'), 'quoteUnverified')
    expect(reason?.message).toMatch(/changed after A colleague verified them/)
    await set(desk, desk.journalist, quote, {text})
    await ok(approving(desk, desk.editor, 'words'))
  })

  it('is not verified by a person who rewrote a colleague’s words, but by that colleague', async () => {
    const id = `drafts.${await entered({text: 'So it is.'})}`
    await set(desk, desk.colleague, id, {text: 'Nothing like that happened'})
    await refusesToVerify(desk.colleague, id)
    await ok(verify(desk.journalist, id))
  })

  it('cannot be verified by either of two people whose words are in it', async () => {
    const id = `drafts.${await entered({text: 'So it is.'})}`
    await set(desk, desk.colleague, id, {text: 'So it is, I swear.'})
    await set(desk, desk.colleague, id, {text: 'So it is, I swear by God.'})
    await refusesToVerify(desk.journalist, id)
    await refusesToVerify(desk.colleague, id)
    await ok(verify(desk.editor, id))
  })

  it('keeps the authors of its words through publications and first edits', async () => {
    const id = await entered({text: 'So it is.', speakers: [], attribution: 'A witness'})
    await set(desk, desk.colleague, `drafts.${id}`, {text: 'It never was'})
    const actionType = 'sanity.action.document.publish'
    await ok(desk.actions(desk.editor, [{actionType, publishedId: id, draftId: `drafts.${id}`}]))
    await edit(desk, desk.editor, id, {context: 'In the harbour'})
    await refusesToVerify(desk.colleague, `drafts.${id}`)
    await ok(verify(desk.journalist, `drafts.${id}`))
  })

  it('is verified by the editor who published it, also after an edit beside its words', async () => {
    const id = await entered({text: 'So it is.', speakers: [], attribution: 'A witness'})
    const actionType = 'sanity.action.document.publish'
    await ok(desk.actions(desk.editor, [{actionType, publishedId: id, draftId: `drafts.${id}`}]))
    await edit(desk, desk.editor, id, {context: 'In the harbour'})
    await refusesToVerify(desk.journalist, `drafts.${id}`)
    await ok(verify(desk.editor, `drafts.${id}`))
  })

  it('keeps the person who rewrote it when it is published', async () => {
    const id = 'direct-quote'
    const quote = {...draftsOf('direct')[1], _id: id, speakers: [], attribution: 'A witness'}
    await ok(desk.mutate(desk.editor, [{create: quote}]))
    await refusesToVerify(desk.editor, id)
    await set(desk, desk.otherEditor, id, {text: 'It never was'})
    await refusesToVerify(desk.otherEditor, id)
    await ok(verify(desk.editor, id))
  })

  it('cannot be verified by creating it again under its ID', async () => {
    const id = `drafts.${await entered({text: 'So it is.'})}`
    await set(desk, desk.colleague, id, {text: 'Nothing like that happened'})
    const quote = desk.get(id) as Fields
    await ok(desk.mutate(desk.journalist, [{delete: {id}}]))
    const again = {...quote, verification: {status: 'recordingChecked'}}
    await refusedWhole(desk, () => desk.mutate(desk.colleague, [{create: again}]), 'fieldOwnership')
  })
})
