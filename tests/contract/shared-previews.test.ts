// A preview link for a person without an account: it shows one article as it is being written, and
// nothing else, until it ends. Remarks through it arrive where they should.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {importEmbargoed} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {
  edit,
  fresh,
  ok,
  openDesk,
  publish,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
  type Voice,
} from '../support/piece.ts'

const DAY = 86_400_000
const API = '/v2025-02-19'

let lake: TestLake
let desk: Desk
let count = 0
const next = () => `shared${++count}`
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

const inDays = (days: number) => new Date(lake.now() + days * DAY).toISOString()
const linksTo = (id: string) =>
  lake.lake.services.documents
    .ofType('production', 'previewLink')
    .filter((link) => (link['article'] as {_ref: string})._ref === id)

/** Shares the article and returns the link, and its holder. */
async function share(id: string, fields: Fields = {}, who: Voice = desk.editor) {
  const before = linksTo(id).map(({_id}) => _id)
  const request = {articleId: id, recipient: 'Her lawyer', expiresAt: inDays(7), ...fields}
  await ok(desk.act(who, {...request, act: 'sharePreview'} as never))
  const [link] = linksTo(id).filter(({_id}) => !before.includes(_id))
  if (!link) throw new Error('No link was made.')
  const {secret} = await ok(lake.fetch(`/v1/passes/production/${link._id}`, {headers: who.headers}))
  const guest: Voice = {id: link._id, headers: {authorization: `Bearer ${String(secret)}`}}
  return {link, secret: String(secret), guest}
}

async function query<T>(who: Voice | undefined, groq: string, perspective = 'raw'): Promise<T> {
  const search = new URLSearchParams({query: groq, perspective})
  const headers = who?.headers ?? {}
  const {result} = await ok(lake.fetch(`${API}/data/query/production?${search}`, {headers}))
  return result as T
}
const idsOf = (who: Voice | undefined, perspective?: string) =>
  query<string[]>(who, '*[]._id', perspective)

async function statusOf({headers}: Voice, path: string, method = 'GET'): Promise<number> {
  const response = await lake.fetch(path, {method, headers})
  await response.body?.cancel()
  return response.status
}

/** The picture of every photo of a piece, unless another is given. */
const PICTURE = `image-${'a'.repeat(40)}-1600x900-jpg`
const pathOf = (asset: string) =>
  `/images/copydesk/production/${asset.replace(/^image-/, '').replace(/-(\w+)$/, '.$1')}?w=20`

describe('The holder of a link sees', () => {
  it('the current article, with its photo, quote, source and picture, and nothing else unpublished', async () => {
    const [id, other] = [next(), next()]
    await write(desk, other)
    await write(desk, id)
    const published = await idsOf(undefined)
    const {guest} = await share(id)

    const parts = ['', '-photo', '-quote', '-source'].map((part) => `drafts.${id}${part}`)
    const seen = [...published, ...parts, PICTURE]
    expect((await idsOf(guest)).toSorted()).toEqual([...new Set(seen)].toSorted())
    const shown = await query<Fields>(
      guest,
      `*[_id == "${id}"][0]{headline, "photo": leadPhoto.photo->creditLine, "said": body[1].quote->{text, "by": speakers[0].source->name}}`,
      'drafts',
    )
    expect(shown).toEqual({
      headline: `The story ${id}`,
      photo: '© Agency',
      said: {text: 'So it is.', by: 'Prof. Source'},
    })

    await set(desk, desk.journalist, `drafts.${id}`, {headline: 'Another one'})
    expect(await query(guest, `*[_id == "${id}"][0].headline`, 'drafts')).toBe('Another one')
  })

  it('nothing of other links, and gives anonymous readers nothing', async () => {
    const [mine, theirs] = [next(), next()]
    await write(desk, mine)
    await write(desk, theirs)
    const nobody = await idsOf(undefined)
    const first = await share(mine)
    const second = await share(theirs)
    expect(first.link._id).not.toBe(second.link._id)
    expect(await idsOf(first.guest)).toContain(`drafts.${mine}`)
    expect(await idsOf(second.guest)).toContain(`drafts.${theirs}`)
    for (const perspective of ['raw', 'drafts', 'published']) {
      const seen = (await idsOf(first.guest, perspective)).join()
      expect(seen).not.toContain(theirs)
      expect(seen).not.toContain(second.link._id)
    }
    expect(await idsOf(undefined)).toEqual(nobody)
  })

  it('the link’s note on its page, and never the link’s own document', async () => {
    const id = next()
    await write(desk, id)
    const {guest, link} = await share(id)
    const me = await lake.fetch('/v1/passes/me', guest)
    expect(await me.json()).toEqual({
      articleId: id,
      recipient: 'Her lawyer',
      expiresAt: inDays(7),
      byName: link['byName'],
    })
    for (const perspective of ['raw', 'drafts', 'published']) {
      const seen = await query<Fields[]>(guest, '*', perspective)
      expect(JSON.stringify(seen)).not.toContain(desk.editor.id)
      expect(await query(guest, '*[_id == identity()]', perspective)).toEqual([])
    }
    const document = await ok(lake.fetch(`${API}/data/doc/production/${link._id}`, guest))
    expect(document).toMatchObject({documents: [], omitted: [{id: link._id}]})
    expect((await lake.fetch('/v1/passes/me')).status).toBe(401)
    expect(await statusOf(desk.editor, '/v1/passes/me')).toBe(401)
  })

  it('the pictures under embargo of this article, and of no other', async () => {
    const other = next()
    await write(desk, other)
    const assets = await importEmbargoed(lake, lake.now() + 2 * DAY)
    const held = pathOf(assets['held-body']!)
    const {guest, secret} = await share('held')
    const {secret: another} = await share(other)
    expect((await lake.fetch(held)).status).toBe(404)
    expect((await lake.fetch(`${held}&pass=${another}`)).status).toBe(404)
    expect((await lake.fetch(`${held}&pass=cp_x.y`)).status).toBe(404)
    const shown = await lake.fetch(`${held}&pass=${secret}`)
    expect(shown.status).toBe(200)
    expect(shown.headers.get('content-type')).toMatch(/^image\//)
    expect(shown.headers.get('cache-control')).toBe('private, no-store')
    // Nor the original, with all its metadata.
    const raw = held.replace('w=20', 'dlRaw=true')
    expect(await statusOf(guest, raw)).toBe(401)
    expect((await lake.fetch(`${raw}&pass=${secret}`)).status).toBe(401)
    // Public content is cached under the public address.
    const open = `${pathOf(assets['open-photo']!)}&pass=${secret}`
    expect((await lake.fetch(open)).headers.get('cache-control')).toBe('private, no-store')
  })

  it('later additions to the piece, and no longer what was removed', async () => {
    const id = next()
    await write(desk, id)
    await write(desk, `${id}x`)
    const {guest} = await share(id)
    const seen = async () => (await idsOf(guest)).filter((one) => one.endsWith('-photo'))
    expect(await seen()).toContain(`drafts.${id}-photo`)
    expect(await seen()).not.toContain(`drafts.${id}x-photo`)
    const leadPhoto = {_type: 'photoUse', photo: fresh(`${id}x-photo`, 'photoWithCredit')}
    await set(desk, desk.journalist, `drafts.${id}`, {leadPhoto})
    expect(await seen()).toContain(`drafts.${id}x-photo`)
    expect(await seen()).not.toContain(`drafts.${id}-photo`)
  })

  it('an unpublished byline, section or topic, and content under embargo', async () => {
    const id = next()
    await ok(
      desk.mutate(desk.editor, [
        {create: {_id: `drafts.${id}-author`, _type: 'author', name: 'New Here'}},
      ]),
    )
    await write(desk, id, {
      article: {
        bylines: [{_key: 'b', _type: 'byline', author: fresh(`${id}-author`, 'author')}],
      },
    })
    await set(desk, desk.editor, `drafts.${id}`, {embargo: {until: inDays(2)}})
    const {guest} = await share(id)
    expect(await query(guest, `*[_id == "${id}"][0].bylines[0].author->name`, 'drafts')).toBe(
      'New Here',
    )
  })

  it('the pending change of a live article', async () => {
    const id = next()
    await publish(desk, id)
    await edit(desk, desk.journalist, id, {headline: 'Put right'})
    const {guest} = await share(id)
    expect(await query(guest, `*[_id == "${id}"][0].headline`, 'drafts')).toBe('Put right')
    expect(await query(undefined, `*[_id == "${id}"][0].headline`, 'drafts')).toBe(
      `The story ${id}`,
    )
  })

  it('nothing confidential', async () => {
    const id = next()
    await write(desk, id)
    await ok(
      desk.mutate(desk.journalist, [
        {
          create: {
            _id: `private.source.${id}-source`,
            _type: 'privateSource',
            source: {_type: 'reference', _ref: `${id}-source`, _weak: true},
          },
        },
      ]),
    )
    await submit(desk, id)
    await ok(desk.act(desk.editor, {act: 'assign', articleId: id, assignee: desk.journalist.id}))
    const {guest} = await share(id)
    const dotted = (await idsOf(guest)).filter((one) => one.includes('.'))
    const prefixes = dotted.map((one) => one.split('.')[0])
    expect([...new Set(prefixes)].toSorted()).toEqual(['drafts'])
  })
})

describe('The holder of a link may', () => {
  it('only read: no edit, action, act, upload, export or list of people', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const before = desk.everything()
    const patch = {id: `drafts.${id}`, set: {headline: 'Mine'}}
    expect((await desk.mutate(guest, [{patch}])).status).toBe(403)
    expect((await desk.mutate(guest, [{create: {_type: 'article'}}])).status).toBe(403)
    const action = {actionType: 'sanity.action.document.discard', draftId: `drafts.${id}`}
    expect((await desk.actions(guest, [action])).status).toBe(403)
    for (const act of ['submit', 'approve', 'publish', 'spike', 'assign'] as const) {
      const request = {act, articleId: id, ifRevision: 'x', note: 'n'}
      expect((await desk.act(guest, request)).status, act).toBe(400)
    }
    const expiresAt = inDays(3)
    const again = {act: 'sharePreview', articleId: id, recipient: 'Me', expiresAt} as never
    expect((await desk.act(guest, again)).status).toBe(403)
    expect(await statusOf(guest, `${API}/assets/images/production`, 'POST')).toBe(401)
    expect(await statusOf(guest, `${API}/data/export/production`)).toBe(401)
    expect(await statusOf(guest, `/v1/passes/production/${guest.id}`)).toBe(401)
    expect(await statusOf(guest, '/vX/people')).not.toBe(200)
    const drafts = `${API}/data/live/events/production?includeDrafts=true`
    expect(await statusOf(guest, drafts)).toBe(401)
    expect(desk.everything()).toBe(before)
  })

  it('listen only to what everybody may', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const search = new URLSearchParams({query: '*', includeAllVersions: 'true'})
    const response = await lake.fetch(`${API}/data/listen/production?${search}`, guest)
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    await set(desk, desk.journalist, `drafts.${id}`, {headline: 'Not for streams'})
    await ok(
      desk.mutate(desk.importer, [{create: {_id: `${id}-end`, _type: 'topic', title: 'End'}}]),
    )
    let heard = ''
    while (!heard.includes(`${id}-end`)) heard += (await reader.read()).value ?? ''
    await reader.cancel()
    expect(heard).not.toContain(`drafts.${id}`)
  })
})

describe('A link ends', () => {
  const ended = async (guest: Voice) => {
    const response = await lake.fetch(`${API}/data/query/production?query=*`, guest)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({error: {type: 'sessionEnded'}})
  }

  it('at its time', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id, {expiresAt: inDays(1)})
    lake.setTime(START + DAY - 1)
    expect(await idsOf(guest)).toContain(`drafts.${id}`)
    lake.setTime(START + DAY)
    await ended(guest)
    lake.setTime(START)
  })

  it('when it is taken back, by any editor, for good', async () => {
    const id = next()
    await write(desk, id)
    const {guest, link} = await share(id)
    const revoke = {act: 'revokePreview', linkId: link._id} as never
    await refused(desk.act(desk.journalist, revoke), 'roleMissing')
    expect(await idsOf(guest)).toContain(`drafts.${id}`)
    await ok(desk.act(desk.otherEditor, revoke))
    await ended(guest)
    expect(desk.get(link._id)).toMatchObject({revoked: {by: desk.otherEditor.id}})
    await ok(desk.act(desk.editor, revoke))
    expect(desk.get(link._id)).toMatchObject({revoked: {by: desk.otherEditor.id}})
    // Not even an import reopens it.
    const {revoked: _, ...open} = desk.get(link._id)!
    await refused(desk.mutate(desk.importer, [{createOrReplace: open}]), 'serverOnly')
  })

  it.each(['spike', 'kill'] as const)('with its article: %s', async (act) => {
    const id = next()
    if (act === 'kill') await publish(desk, id)
    else await write(desk, id)
    const {guest} = await share(id)
    expect(await idsOf(guest)).toContain(act === 'kill' ? id : `drafts.${id}`)
    const who = act === 'kill' ? desk.administrator : desk.editor
    await ok(desk.act(who, {act, articleId: id, note: 'It was wrong.'}))
    await ended(guest)
  })

  it('and no other secret opens it', async () => {
    const id = next()
    await write(desk, id)
    const {secret, link} = await share(id)
    const [payload = '', mac = ''] = secret.slice(3).split('.')
    const another = Buffer.from(`production/${link._id}x`).toString('base64url')
    const forged = [
      `cp_${payload}.${mac.slice(0, -2)}AA`,
      `cp_${payload}.`,
      `cp_${another}.${mac}`,
      `cp_${payload}`,
      'cp_',
      secret.slice(0, -5),
    ]
    for (const one of forged) {
      const guest = {id: '', headers: {authorization: `Bearer ${one}`}}
      expect(await statusOf(guest, `${API}/data/query/production?query=*`), one).toBe(401)
    }
    // The dataset, and so every export and backup of it, opens nothing.
    expect(desk.everything()).not.toContain(mac)
  })
})

describe('Sharing is an editor’s', () => {
  // tests/workflow/preview/preview.test.ts has every role, request and state.
  it('and not a journalist’s', async () => {
    const id = next()
    await write(desk, id)
    const {link} = await share(id)
    const request = {articleId: id, recipient: 'A friend', expiresAt: inDays(1)}
    const act = {...request, act: 'sharePreview'} as never
    await refusedWhole(desk, () => desk.act(desk.journalist, act), 'roleMissing')
    expect(await statusOf(desk.journalist, `/v1/passes/production/${link._id}`)).toBe(403)
  })

  it('and has an end', async () => {
    const id = next()
    await write(desk, id)
    const request = {articleId: id, recipient: 'Her lawyer', expiresAt: inDays(91)}
    const act = {...request, act: 'sharePreview'} as never
    await refusedWhole(desk, () => desk.act(desk.editor, act), 'expiryWrong')
  })

  it('and nobody can write such a document by hand', async () => {
    const id = next()
    await write(desk, id)
    const {link} = await share(id)
    for (const who of [desk.editor, desk.administrator, desk.journalist]) {
      await refusedWhole(
        desk,
        () => desk.mutate(who, [{patch: {id: link._id, set: {expiresAt: inDays(80)}}}]),
        'serverOnly',
      )
    }
    await refusedWhole(
      desk,
      () => desk.mutate(desk.editor, [{create: {_id: 'link.mine', _type: 'previewLink'}}]),
      'serverOnly',
    )
  })
})

describe('A remark', () => {
  const remark = (guest: Voice, fields: Fields) =>
    desk.act(guest, {act: 'remark', ...fields} as never)
  const remarksOn = (id: string) =>
    lake.lake.services.documents
      .ofType('production', 'previewRemark')
      .filter((one) => (one['article'] as {_ref: string} | undefined)?._ref === id)
  const told = (id: string) =>
    lake.lake.services.documents
      .ofType('production', 'notification')
      .filter((one) => one['kind'] === 'remark' && (one['article'] as {_ref: string})._ref === id)

  it('is stored unchanged and reaches the person who shared the article and its writer', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    await ok(desk.act(desk.editor, {act: 'assign', articleId: id, assignee: desk.otherEditor.id}))
    const {guest, link} = await share(id)
    const text = 'Not 12 but 1,200 tonnes.\r\n\r\n「二〇二六年」 — naïve, I know.'
    await ok(remark(guest, {text: `  ${text}\n`, name: 'Dr A. Sato', revision: 'r1'}))
    expect(remarksOn(id)).toMatchObject([
      {
        link: {_ref: link._id},
        name: 'Dr A. Sato',
        text: text.replaceAll('\r\n', '\n'),
        at: new Date(START).toISOString(),
        revision: 'r1',
      },
    ])
    expect(
      told(id)
        .map(({recipient}) => recipient)
        .toSorted(),
    ).toEqual([desk.editor.id, desk.otherEditor.id].toSorted())
    expect(told(id)[0]).toMatchObject({byName: 'Dr A. Sato', headline: `The story ${id}`})
    // They see their own remarks. The holder of another link does not.
    const mine = '*[_type == "previewRemark" && article._ref == $id].text'
    expect(await query(guest, mine.replace('$id', `"${id}"`))).toHaveLength(1)
    const other = await share(id)
    expect(await query(other.guest, mine.replace('$id', `"${id}"`))).toEqual([])
    expect(await query(undefined, mine.replace('$id', `"${id}"`))).toEqual([])
  })

  it('reaches every editor if the person who shared it no longer works here', async () => {
    const id = next()
    await write(desk, id)
    const leaver = desk.person('editor', 'Leaver')
    const {guest} = await share(id, {}, leaver)
    lake.lake.services.access.users.disable(leaver.id)
    await ok(remark(guest, {text: 'Hello?'}))
    const recipients = told(id).map(({recipient}) => recipient)
    expect(recipients).toEqual(expect.arrayContaining([desk.editor.id, desk.otherEditor.id]))
    expect(recipients).not.toContain(leaver.id)
    expect(remarksOn(id)).toMatchObject([{name: 'Her lawyer'}])
  })

  it('has words', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    await refusedWhole(desk, () => remark(guest, {text: ' \n '}), 'textMissing')
    expect((await remark(guest, {text: {$: 1}})).status).toBe(400)
  })

  it('is accepted ten times a minute, and then gets a 429 with the time to wait', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    lake.setTime(START)
    const answers = await Promise.all(
      Array.from({length: 30}, (_, n) => remark(guest, {text: `Remark ${n}`})),
    )
    const statuses = answers.map(({status}) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    const refusedOne = answers.find(({status}) => status === 429)
    expect(refusedOne?.headers.get('retry-after')).toBe('60')
    expect(await refusedOne?.json()).toMatchObject({
      error: {type: 'tooManyRequests', description: expect.stringContaining('in 60 seconds')},
    })
    expect(remarksOn(id)).toHaveLength(10)
  })

  it('is only accepted through an open link', async () => {
    const id = next()
    await write(desk, id)
    const {guest, link} = await share(id)
    await refusedWhole(desk, () => remark(desk.editor, {text: 'Me too'}), 'noLink')
    expect((await remark({id: '', headers: {}}, {text: 'Anybody'})).status).toBe(401)
    await ok(desk.act(desk.editor, {act: 'revokePreview', linkId: link._id} as never))
    expect((await remark(guest, {text: 'Too late'})).status).toBe(401)
    expect(remarksOn(id)).toEqual([])
  })

  it('does not change the piece: an approval holds', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    const hash = desk.hash(id)
    await ok(desk.act(desk.editor, {act: 'approve', articleId: id, ifContentHash: hash}))
    const {guest} = await share(id)
    await ok(remark(guest, {text: 'Fine.'}))
    expect(desk.review(id)).toMatchObject({state: 'approved', lapsed: false})
    expect(desk.hash(id)).toBe(hash)
  })
})
