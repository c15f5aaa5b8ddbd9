// Releases over HTTP, with Sanity's own client: created, filled, published, archived, unarchived.
// Their articles must be approved.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {SanityClient} from '@sanity/client'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {
  approve,
  edit,
  ok,
  openDesk,
  publish,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
  type Voice,
} from '../support/piece.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const MEMBERS = ['', '-photo', '-quote', '-source']

let lake: TestLake
let desk: Desk
let editor: SanityClient
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  editor = lake.client('editor')
})
afterAll(() => lake.close())

const release = (id: string): Fields => desk.get(`_.releases.${id}`) as unknown as Fields
const about = (name: string, releaseId: string, more: Fields = {}) => ({
  actionType: `sanity.action.release.${name}`,
  releaseId,
  ...more,
})
const versionOf = (releaseId: string, id: string) => ({
  actionType: 'sanity.action.document.version.create',
  publishedId: id,
  baseId: desk.get(`drafts.${id}`) ? `drafts.${id}` : id,
  versionId: `versions.${releaseId}.${id}`,
})
/** A release with every draft of these pieces. */
async function filled(releaseId: string, ids: string[], d = desk): Promise<void> {
  const all = ids
    .flatMap((id) => MEMBERS.map((member) => id + member))
    .filter((id) => d.get(`drafts.${id}`))
  expect(all.length).toBeGreaterThan(0)
  const versions = all.map((id) => ({...versionOf(releaseId, id), baseId: `drafts.${id}`}))
  await ok(d.actions(d.editor, [about('create', releaseId), ...versions]))
}
async function approved(id: string, d = desk): Promise<void> {
  await write(d, id)
  await submit(d, id)
  await approve(d, id)
}
const attempt = async (asked: Promise<unknown>): Promise<{status: number; type: string}> => {
  const before = desk.everything()
  const error = await asked.then(
    () => expect.fail('It was not refused.'),
    (reason: {statusCode: number; details: {type: string}}) => reason,
  )
  expect(desk.everything()).toBe(before)
  return {status: error.statusCode, type: error.details.type}
}

describe('A release', () => {
  it('is created, named, edited and found by the client', async () => {
    const {releaseId} = await editor.releases.create({
      releaseId: 'spring',
      metadata: {title: 'Spring'},
    })
    expect(await editor.releases.get({releaseId})).toMatchObject({
      _id: '_.releases.spring',
      _type: 'system.release',
      name: 'spring',
      state: 'active',
      metadata: {title: 'Spring', releaseType: 'undecided'},
    })
    await editor.releases.edit({
      releaseId,
      patch: {set: {metadata: {title: 'Summer', releaseType: 'asap', cardinality: 'many'}}},
    })
    expect(release('spring')['metadata']).toEqual({
      title: 'Summer',
      releaseType: 'asap',
      cardinality: 'many',
    })
  })

  it('gets a name of its own if none is given', async () => {
    const {releaseId} = await editor.releases.create({})
    expect(releaseId).toMatch(/^\w{8,}$/)
    expect(release(releaseId)['metadata']).toEqual({releaseType: 'undecided'})
  })

  it.each([
    ['a name that is taken', () => editor.releases.create({releaseId: 'spring'}), 409],
    ['the name of a perspective', () => editor.releases.create({releaseId: 'drafts'}), 400],
    ['a dot in its name', () => editor.releases.create({releaseId: 'a.b'}), 400],
    [
      'a kind that there is not',
      () => editor.releases.create({releaseId: 'x', metadata: {releaseType: 'soon' as 'asap'}}),
      400,
    ],
    [
      'an edit of its state',
      () => editor.releases.edit({releaseId: 'spring', patch: {set: {state: 'published'}}}),
      400,
    ],
    [
      'an edit of another revision',
      () =>
        editor.releases.edit({
          releaseId: 'spring',
          patch: {ifRevisionID: 'old', set: {'metadata.title': 'x'}},
        }),
      409,
    ],
    [
      'a time that has passed',
      () => editor.releases.schedule({releaseId: 'spring', publishAt: at(-1)}),
      400,
    ],
    [
      'no time at all',
      () => editor.releases.schedule({releaseId: 'spring', publishAt: 'soon'}),
      400,
    ],
    [
      'an unscheduling of what is not scheduled',
      () => editor.releases.unschedule({releaseId: 'spring'}),
      409,
    ],
    [
      'an unarchiving of what is active',
      () => editor.releases.unarchive({releaseId: 'spring'}),
      409,
    ],
    ['a deletion of what is active', () => editor.releases.delete({releaseId: 'spring'}), 409],
    ['one that there is not', () => editor.releases.publish({releaseId: 'none'}), 404],
    [
      'a version in a release that there is not',
      () => editor.createVersion({releaseId: 'none', publishedId: 'world', baseId: 'world'}),
      404,
    ],
    [
      'a version of another document',
      () => editor.action({...versionOf('spring', 'world'), publishedId: 'jane'} as never),
      400,
    ],
    [
      'an import by who is no importer',
      () => editor.action(about('import', 'imp', {attributes: {}, ifExists: 'fail'}) as never),
      403,
    ],
  ] as const)('refuses %s and writes nothing', async (_what, ask, status) => {
    expect((await attempt(ask())).status).toBe(status)
  })

  it.each(['journalist', 'photoEditor', 'administrator', 'developer'] as const)(
    'is visible to a %s, and created only by editors, which a dry run shows',
    async (role) => {
      const client = lake.client(role)
      expect(await client.fetch('*[_type == "system.release"].name')).toContain('spring')
      for (const ask of [
        client.releases.create({releaseId: 'mine'}, {dryRun: true}),
        client.releases.create({releaseId: 'mine'}),
        client.releases.edit({releaseId: 'spring', patch: {set: {'metadata.title': 'x'}}}),
        client.releases.publish({releaseId: 'spring'}),
        client.releases.schedule({releaseId: 'spring', publishAt: at(1)}),
        client.releases.archive({releaseId: 'spring'}),
      ]) {
        expect(await attempt(ask)).toEqual({status: 403, type: 'insufficientPermissionsError'})
      }
      const version = client.createVersion({
        releaseId: 'spring',
        publishedId: 'world',
        baseId: 'world',
      })
      expect((await attempt(version)).status).toBe(403)
    },
  )

  it('is invisible to readers', async () => {
    const reader = lake.client()
    expect(await reader.fetch('*[_type == "system.release"]')).toEqual([])
    expect(await reader.fetch('*[_id == "world"][0].title', {}, {perspective: ['spring']})).toBe(
      'World',
    )
  })

  it('cannot be written by a mutation of any caller', async () => {
    for (const who of [desk.editor, desk.importer]) {
      for (const mutation of [
        {create: {_id: '_.releases.forged', _type: 'system.release', state: 'published'}},
        {patch: {id: '_.releases.spring', set: {state: 'scheduled'}}},
        {delete: {id: '_.releases.spring'}},
      ]) {
        const before = desk.everything()
        expect((await desk.mutate(who, [mutation])).status).toBe(403)
        expect(desk.everything()).toBe(before)
      }
    }
  })

  it('does nothing in a dry run', async () => {
    const before = desk.everything()
    await editor.releases.create({releaseId: 'dry'}, {dryRun: true})
    await editor.releases.archive({releaseId: 'spring'}, {dryRun: true})
    expect(desk.everything()).toBe(before)
  })

  it('can be scheduled for the present moment in a dry run only, as the studio does', async () => {
    const about = (hours: number) => ({releaseId: 'spring', publishAt: at(hours)})
    const before = desk.everything()
    await editor.releases.schedule(about(0), {dryRun: true})
    await editor.releases.schedule(about(-0.01), {dryRun: true})
    expect(desk.everything()).toBe(before)
    expect((await attempt(editor.releases.schedule(about(0)))).status).toBe(400)
    expect((await attempt(editor.releases.schedule(about(-1), {dryRun: true}))).status).toBe(400)
  })

  it('is imported once, and a scheduled one becomes active', async () => {
    const importer = lake.client('importer')
    const attributes = {
      _id: '_.releases.moved',
      _type: 'system.release',
      state: 'scheduled',
      publishAt: at(5),
      scheduledBy: desk.editor.id,
      metadata: {title: 'Moved'},
    }
    const action = about('import', 'moved', {attributes, ifExists: 'fail'}) as never
    await importer.action(action)
    expect(release('moved')).toMatchObject({
      state: 'active',
      metadata: {title: 'Moved', releaseType: 'scheduled', intendedPublishAt: at(5)},
    })
    expect(release('moved')).not.toHaveProperty('scheduledBy')
    expect((await attempt(importer.action(action))).status).toBe(409)
    await importer.action(about('import', 'moved', {attributes, ifExists: 'ignore'}) as never)
  })
})

describe('Versions', () => {
  beforeAll(async () => {
    await editor.releases.create({releaseId: 'v'})
    await ok(
      desk.mutate(desk.importer, [
        {create: {_id: 'sport', _type: 'section', title: 'Sport'}},
        {create: {_id: 'ports', _type: 'topic', title: 'Ports'}},
      ]),
    )
  })
  const seen = (id: string, perspective: string[]) =>
    editor.fetch<Fields | null>('*[_id == $id][0]', {id}, {perspective})

  it('are made of a document and visible only in the release’s perspective', async () => {
    await editor.createVersion({releaseId: 'v', publishedId: 'sport', baseId: 'sport'})
    await editor.patch('versions.v.sport').set({title: 'Sports'}).commit()
    expect(await seen('sport', ['v', 'drafts'])).toMatchObject({
      _id: 'sport',
      _originalId: 'versions.v.sport',
      title: 'Sports',
    })
    expect(await seen('sport', ['drafts'])).toMatchObject({title: 'Sport'})
    expect(await seen('sport', ['published'])).toMatchObject({title: 'Sport'})
    const reader = lake.client()
    for (const perspective of [['v'], ['v', 'drafts'], 'raw'] as const) {
      const titles = await reader.fetch(
        '*[sanity::versionOf("sport") || _id == "sport"].title',
        {},
        {perspective: perspective as never},
      )
      expect(titles).toEqual(['Sport'])
    }
    expect(await editor.getDocument('sport', {releaseId: 'v'})).toMatchObject({title: 'Sports'})
    const all = await editor.getDocuments(['sport', 'versions.v.sport'])
    expect(all.map((one) => one?.['title'])).toEqual(['Sport', 'Sports'])
    expect(await editor.fetch('*[sanity::versionOf("sport")]._id')).toEqual([
      'sport',
      'versions.v.sport',
    ])
    expect(await editor.fetch('*[sanity::partOfRelease("v")]._id')).toEqual(['versions.v.sport'])
  })

  it.each([
    ['raw', ['versions.v.sport']],
    [['v'], ['sport']],
    [['v', 'drafts'], ['sport']],
    [['drafts', 'v'], ['sport']],
    [['spring', 'v'], ['sport']],
    [['drafts'], []],
    [undefined, []],
  ])('are returned by fetchDocuments in the perspective %j', async (perspective, ids) => {
    const client = editor.withConfig({
      apiVersion: '2025-02-19',
      perspective: perspective as never,
    })
    const {result} = await client.releases.fetchDocuments({releaseId: 'v'})
    expect(result.map(({_id}) => _id)).toEqual(ids)
    const query = '{"one": *[_type == "section"]{"is": sanity::partOfRelease("v")}}'
    const {one} = await client.fetch<{one: {is: boolean}[]}>(query)
    expect(one.filter(({is}) => is).length).toBe(ids.length)
  })

  it('are sent to listeners', async () => {
    const heard: string[] = []
    const listening = editor
      .listen(
        '*[sanity::partOfRelease("v")]',
        {},
        {includeAllVersions: true, events: ['welcome', 'mutation']},
      )
      .subscribe((event) => {
        heard.push(event.type === 'mutation' ? event.documentId : event.type)
      })
    await expect.poll(() => heard).toEqual(['welcome'])
    await editor.patch('versions.v.sport').set({title: 'Sports, all'}).commit()
    await expect.poll(() => heard).toEqual(['welcome', 'versions.v.sport'])
    listening.unsubscribe()
  })

  it('are edited by the studio’s own action, replaced and given whole', async () => {
    await editor.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'versions.v.sport',
      publishedId: 'sport',
      patch: {set: {title: 'Games'}},
    })
    expect(desk.get('versions.v.sport')).toMatchObject({title: 'Games'})
    await editor.replaceVersion({
      releaseId: 'v',
      publishedId: 'sport',
      document: {_type: 'section', title: 'Play'},
    } as never)
    expect(desk.get('versions.v.sport')).toMatchObject({title: 'Play'})
    await editor.createVersion({
      releaseId: 'v',
      publishedId: 'culture',
      document: {_type: 'section', title: 'Culture'},
    } as never)
    expect(desk.get('versions.v.culture')).toMatchObject({title: 'Culture'})
    const again = editor.createVersion({releaseId: 'v', publishedId: 'sport', baseId: 'sport'})
    expect((await attempt(again)).status).toBe(409)
  })

  it('can unpublish a document, be reverted, and hide it in the release', async () => {
    await editor.unpublishVersion({releaseId: 'v', publishedId: 'ports'})
    expect(desk.get('versions.v.ports')).toMatchObject({_system: {delete: true}})
    expect(await seen('ports', ['v', 'drafts'])).toBeNull()
    const revert = {
      actionType: 'sanity.action.document.edit',
      draftId: 'versions.v.ports',
      publishedId: 'ports',
      patch: {unset: ['_system.delete']},
    } as never
    await editor.action(revert)
    expect(await seen('ports', ['v', 'drafts'])).toMatchObject({title: 'Ports'})
    await editor.unpublishVersion({releaseId: 'v', publishedId: 'ports'})
    const nothing = editor.unpublishVersion({releaseId: 'v', publishedId: 'nothing'})
    expect((await attempt(nothing)).status).toBe(409)
  })

  it('are discarded one by one', async () => {
    await editor.createVersion({releaseId: 'v', publishedId: 'world', baseId: 'world'})
    await editor.discardVersion({releaseId: 'v', publishedId: 'world'})
    expect(desk.get('versions.v.world')).toBeNull()
  })

  it('become the published documents together, and the release lists its contents', async () => {
    await editor.releases.publish({releaseId: 'v'})
    expect(desk.get('sport')).toMatchObject({title: 'Play'})
    expect(desk.get('culture')).toMatchObject({title: 'Culture'})
    // Nothing is lost: an unpublished document is a draft again.
    expect(desk.get('ports')).toBeNull()
    expect(desk.get('drafts.ports')).toMatchObject({title: 'Ports'})
    expect(await editor.fetch('count(*[sanity::partOfRelease("v")])')).toBe(0)
    expect(release('v')).toMatchObject({
      state: 'published',
      publishedAt: at(0),
      finalDocumentStates: [
        {id: 'versions.v.culture'},
        {id: 'versions.v.ports'},
        {id: 'versions.v.sport'},
      ],
    })
    const path = '/v1/data/history/production/documents/versions.v.culture,versions.v.sport'
    const {documents} = await ok(
      lake.fetch(`${path}?lastRevision=true`, {headers: desk.editor.headers}),
    )
    expect(documents).toMatchObject([{title: 'Culture'}, {title: 'Play'}])
  })

  it('cannot be added to a published release', async () => {
    const late = editor.createVersion({releaseId: 'v', publishedId: 'world', baseId: 'world'})
    expect((await attempt(late)).status).toBe(409)
    const round = editor.create({_id: 'versions.v.world', _type: 'section', title: 'World'})
    expect((await attempt(round)).status).toBe(409)
    expect((await attempt(editor.releases.archive({releaseId: 'v'}))).status).toBe(409)
  })

  it('are archived with their release and restored unchanged', async () => {
    await editor.releases.create({releaseId: 'w'})
    await editor.createVersion({releaseId: 'w', publishedId: 'sport', baseId: 'sport'})
    await editor.patch('versions.w.sport').set({title: 'Away'}).commit()
    const before = desk.get('versions.w.sport')
    await editor.releases.archive({releaseId: 'w'})
    expect(desk.get('versions.w.sport')).toBeNull()
    expect(release('w')).toMatchObject({
      state: 'archived',
      finalDocumentStates: [{id: 'versions.w.sport'}],
    })
    await editor.releases.unarchive({releaseId: 'w'})
    expect(desk.get('versions.w.sport')).toMatchObject({title: 'Away', _system: before!['_system']})
    expect(release('w')['state']).toBe('active')
    await editor.releases.archive({releaseId: 'w'})
    await editor.releases.delete({releaseId: 'w'})
    expect(release('w')).toBeNull()
  })

  it('are reverted by a release of the earlier revisions', async () => {
    const path = '/v1/data/history/production'
    const headers = desk.editor.headers
    const lines = await (
      await lake.fetch(`${path}/transactions/sport?excludeContent=true&reverse=true`, {headers})
    ).text()
    const [, earlier] = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {id: string})
    const {documents} = (await ok(
      lake.fetch(`${path}/documents/sport?revision=${earlier!.id}`, {headers}),
    )) as {documents: Fields[]}
    await editor.releases.create({releaseId: 'revert'})
    await editor.action([
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'sport',
        document: {...documents[0], _id: 'versions.revert.sport'},
      },
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'culture',
        document: {_type: 'section', _id: 'versions.revert.culture', _system: {delete: true}},
      },
    ] as never)
    await editor.releases.publish({releaseId: 'revert'})
    expect(desk.get('sport')).toMatchObject({title: 'Sport'})
    expect(desk.get('culture')).toBeNull()
  })

  it('have all events of their release', async () => {
    const events = async (id: string) => {
      const answer = await ok(
        lake.fetch(`/v2025-02-19/data/history/production/events/releases/${id}?limit=100`, {
          headers: desk.editor.headers,
        }),
      )
      return (answer['events'] as {type: string; author: string; versionId?: string}[]).map(
        ({type, versionId = ''}) => `${type} ${versionId}`.trim(),
      )
    }
    expect(await events('v')).toEqual([
      'publishRelease',
      'discardDocumentFromRelease versions.v.world',
      'addDocumentToRelease versions.v.world',
      'addDocumentToRelease versions.v.ports',
      'addDocumentToRelease versions.v.culture',
      'addDocumentToRelease versions.v.sport',
      'createRelease',
    ])
    expect(await events('none')).toEqual([])
  })
})

describe('A release of articles', () => {
  it('publishes the approved content, records it, and removes its drafts', async () => {
    await approved('alpha')
    await approved('beta')
    await filled('both', ['alpha', 'beta'])
    await editor.releases.edit({releaseId: 'both', patch: {set: {'metadata.title': 'Both'}}})
    const approval = desk.review('alpha').approval
    await ok(desk.actions(desk.otherEditor, [about('publish', 'both')]))
    for (const id of ['alpha', 'beta']) {
      expect(desk.get(id)).toMatchObject({headline: `The story ${id}`, firstPublishedAt: at(0)})
      for (const member of MEMBERS) {
        expect(desk.get(id + member)).not.toBeNull()
        expect(desk.get(`drafts.${id}${member}`)).toBeNull()
      }
      expect(desk.review(id)).toMatchObject({
        stage: 'published',
        state: 'published',
        lapsed: false,
        publication: {by: desk.otherEditor.id, approvedBy: desk.editor.id},
      })
      expect(desk.review(id).history?.at(-1)).toMatchObject({
        act: 'publish',
        by: desk.otherEditor.id,
        note: 'With the release “Both”',
      })
    }
    expect(desk.review('alpha').publication?.hash).toBe(approval?.hash)
    expect(desk.hash('alpha')).toBe(approval?.hash)
    const told = lake.lake.services.documents.ofType('production', 'notification')
    expect(
      told.filter((one) => one['kind'] === 'published' && one['recipient'] === desk.journalist.id),
    ).toHaveLength(2)
    const entries = lake.lake.services.documents.ofType('production', 'ledgerEntry')
    expect(entries.filter(({reason}) => reason === 'With the release “Both”')).toHaveLength(2)
  })

  it('publishes nothing if one of its articles is not approved', async () => {
    await approved('gamma')
    await write(desk, 'delta')
    await submit(desk, 'delta')
    await filled('mixed', ['gamma', 'delta'])
    const reasons = await refusedWhole(
      desk,
      () => desk.actions(desk.editor, [about('publish', 'mixed')]),
      'notApproved',
    )
    expect(reasons.map(({document}) => document)).toEqual(expect.arrayContaining(['delta']))
    expect(reasons.filter(({document}) => document === 'gamma')).toEqual([])
    await refusedWhole(
      desk,
      () => desk.actions(desk.editor, [about('schedule', 'mixed', {publishAt: at(2)})]),
      'notApproved',
    )
  })

  it.each([
    ['', {headline: 'Another story'}],
    ['-photo', {caption: 'Another ferry'}],
    ['-quote', {text: 'So it was.'}],
    ['-source', {name: 'Another source'}],
  ])('does not publish a version that was changed since (article%s)', async (member, fields) => {
    const id = `changed${member.replace('-', '')}`
    await approved(id)
    await filled(`r-${id}`, [id])
    const before = desk.review(id)
    await set(desk, desk.editor, `versions.r-${id}.${id}${member}`, fields)
    // A version does not belong to the piece: neither the approval nor who may give it changes.
    expect(desk.review(id)).toEqual(before)
    await refusedWhole(
      desk,
      () => desk.actions(desk.editor, [about('publish', `r-${id}`)]),
      'approvalLapsed',
    )
    const draft = desk.get(`drafts.${id}${member}`)
    const asApproved = Object.fromEntries(Object.keys(fields).map((name) => [name, draft?.[name]]))
    await set(desk, desk.editor, `versions.r-${id}.${id}${member}`, asApproved)
    await ok(desk.actions(desk.editor, [about('publish', `r-${id}`)]))
  })

  it('publishes approved content although the draft has changed, and keeps the draft', async () => {
    await approved('epsilon')
    await filled('kept', ['epsilon'])
    await set(desk, desk.journalist, 'drafts.epsilon', {headline: 'A later thought'})
    await ok(desk.actions(desk.editor, [about('publish', 'kept')]))
    expect(desk.get('epsilon')).toMatchObject({headline: 'The story epsilon'})
    expect(desk.get('drafts.epsilon')).toMatchObject({headline: 'A later thought'})
    expect(desk.review('epsilon')).toMatchObject({state: 'beingCorrected', stage: 'published'})
  })

  it('publishes no article without its photo, or with one that differs from the live one', async () => {
    await approved('zeta')
    await filled('torn', ['zeta'])
    await editor.discardVersion({releaseId: 'torn', publishedId: 'zeta-photo'})
    const answer = await desk.actions(desk.editor, [about('publish', 'torn')])
    expect([403, 409]).toContain(answer.status)
    expect(desk.get('zeta')).toBeNull()
  })

  it('can neither correct nor remove a live article: acts can', async () => {
    await publish(desk, 'live')
    await edit(desk, desk.journalist, 'live', {headline: 'Corrected'})
    await submit(desk, 'live')
    await approve(desk, 'live')
    await filled('fix', ['live'])
    for (const action of [about('publish', 'fix'), about('schedule', 'fix', {publishAt: at(2)})]) {
      await refusedWhole(desk, () => desk.actions(desk.editor, [action]), 'kindMissing')
    }
    await editor.unpublishVersion({releaseId: 'fix', publishedId: 'live'})
    for (const action of [about('publish', 'fix'), about('schedule', 'fix', {publishAt: at(2)})]) {
      await refusedWhole(desk, () => desk.actions(desk.editor, [action]), 'actRequired')
    }
  })

  it.each([
    ['photo', {caption: 'Another ferry'}],
    ['quote', {text: 'So it was not.'}],
    ['source', {name: 'Somebody else'}],
  ])('cannot change a %s that readers see in a live article', async (kind, fields) => {
    const id = `seen-${kind}`
    await publish(desk, id)
    await ok(
      desk.actions(desk.editor, [
        about('create', `r-${id}`),
        versionOf(`r-${id}`, `${id}-${kind}`),
      ]),
    )
    await set(desk, desk.editor, `versions.r-${id}.${id}-${kind}`, fields)
    for (const action of [
      about('publish', `r-${id}`),
      about('schedule', `r-${id}`, {publishAt: at(2)}),
    ]) {
      await refusedWhole(desk, () => desk.actions(desk.editor, [action]), 'usedByLiveArticle')
    }
  })

  // tests/workflow/rules/hold-releases.test.ts has every state.
  it('neither publishes nor schedules an article that is spiked, nor what is beside it', async () => {
    await write(desk, 'spiked')
    await ok(desk.act(desk.editor, {act: 'spike', articleId: 'spiked', note: 'No news.'}))
    await filled('r-spiked', ['spiked'])
    await ok(desk.actions(desk.editor, [versionOf('r-spiked', 'world')]))
    await set(desk, desk.editor, 'versions.r-spiked.world', {title: 'The whole world'})
    for (const action of [
      about('publish', 'r-spiked'),
      about('schedule', 'r-spiked', {publishAt: at(2)}),
    ]) {
      const asked = () => desk.actions(desk.editor, [action])
      const reasons = await refusedWhole(desk, asked, 'wrongState')
      expect(reasons.map(({document}) => document)).toContain('spiked')
    }
    expect(desk.get('world')).toMatchObject({title: 'World'})
  })

  it('includes a verified quote with its verifier', async () => {
    await write(desk, 'verified')
    await set(desk, desk.colleague, 'drafts.verified-quote', {
      verification: {status: 'sourceMatched'},
    })
    await submit(desk, 'verified')
    await approve(desk, 'verified')
    await filled('signed', ['verified'])
    await ok(desk.actions(desk.editor, [about('publish', 'signed')]))
    expect(desk.get('verified-quote')).toMatchObject({
      verification: {status: 'sourceMatched', by: 'A colleague'},
    })
  })

  it('publishes no article with a photo that the same request changes', async () => {
    await write(desk, 'beside')
    const photo = {publishedId: 'beside-photo', draftId: 'drafts.beside-photo'}
    const publishPhoto = {actionType: 'sanity.action.document.publish', ...photo}
    await ok(desk.actions(desk.editor, [publishPhoto]))
    await submit(desk, 'beside')
    await approve(desk, 'beside')
    await filled('r-beside', ['beside'])
    await edit(desk, desk.editor, 'beside-photo', {caption: 'Nobody approved this.'})
    for (const actions of [
      [about('publish', 'r-beside'), publishPhoto],
      [publishPhoto, about('publish', 'r-beside')],
    ]) {
      await refusedWhole(desk, () => desk.actions(desk.editor, actions), 'approvalLapsed')
    }
    // The approved content is published, and the change of the photo waits.
    await ok(desk.actions(desk.editor, [about('publish', 'r-beside')]))
    expect(desk.get('beside-photo')).toMatchObject({caption: 'A ferry'})
    expect(desk.get('drafts.beside-photo')).toMatchObject({caption: 'Nobody approved this.'})
  })

  it('is published with a second one in one request, each piece once', async () => {
    for (const id of ['one', 'two']) {
      await approved(id)
      await filled(`r-${id}`, [id])
    }
    await ok(desk.actions(desk.editor, [about('publish', 'r-one'), about('publish', 'r-two')]))
    expect(desk.review('one').history?.at(-1)?.note).toBe('With the release “r-one and r-two”')
    expect(desk.review('two')).toMatchObject({state: 'published'})
  })

  it('is not published twice', async () => {
    expect((await attempt(editor.releases.publish({releaseId: 'both'}))).status).toBe(409)
  })
})

describe('A scheduled release', () => {
  const fire = async (hours: number): Promise<void> => {
    lake.setTime(START + hours * HOUR)
    await lake.lake.services.timer.check()
    lake.setTime(START)
  }
  const schedule = (releaseId: string, who: Voice = desk.editor) =>
    ok(desk.actions(who, [about('schedule', releaseId, {publishAt: at(2)})]))

  it('is locked, unscheduled, and open again', async () => {
    await approved('locked')
    await filled('lock', ['locked'])
    await schedule('lock')
    expect(release('lock')).toMatchObject({
      state: 'scheduled',
      publishAt: at(2),
      scheduledBy: desk.editor.id,
    })
    for (const ask of [
      () => editor.patch('versions.lock.locked').set({headline: 'x'}).commit(),
      () => editor.delete('versions.lock.locked'),
      () => editor.createVersion({releaseId: 'lock', publishedId: 'world', baseId: 'world'}),
      () => editor.releases.archive({releaseId: 'lock'}),
      () =>
        editor.releases.edit({releaseId: 'lock', patch: {set: {'metadata.releaseType': 'asap'}}}),
    ]) {
      expect((await attempt(ask())).status).toBe(409)
    }
    await editor.releases.edit({releaseId: 'lock', patch: {set: {'metadata.title': 'Renamed'}}})
    await editor.releases.unschedule({releaseId: 'lock'})
    expect(release('lock')).toMatchObject({state: 'active'})
    expect(release('lock')).not.toHaveProperty('publishAt')
    await fire(3)
    expect(desk.get('locked')).toBeNull()
  })

  it('is published at its time, not before, and once', async () => {
    await approved('due')
    await filled('timed', ['due'])
    await schedule('timed')
    await fire(1.99)
    expect(desk.get('due')).toBeNull()
    await fire(2)
    await fire(3)
    expect(desk.get('due')).toMatchObject({headline: 'The story due', firstPublishedAt: at(2)})
    expect(release('timed')).toMatchObject({state: 'published', publishedAt: at(2)})
    expect(desk.review('due').history?.filter(({act}) => act === 'publish')).toEqual([
      expect.objectContaining({by: desk.editor.id, at: at(2)}),
    ])
  })

  it('is refused if an approval was revoked, and is active again with the reason', async () => {
    await approved('late')
    await filled('refused', ['late'])
    await schedule('refused')
    await ok(desk.act(desk.otherEditor, {act: 'requestChanges', articleId: 'late', note: 'Wait.'}))
    await fire(2)
    await fire(3)
    expect(desk.get('late')).toBeNull()
    expect(release('refused')).toMatchObject({
      state: 'active',
      error: {message: 'Nobody has approved the piece yet.', at: at(2)},
    })
    expect(release('refused')).not.toHaveProperty('scheduledBy')
  })

  it('is refused if the person who scheduled it is no longer an editor', async () => {
    const former = desk.person('editor', 'A former editor')
    await approved('former')
    await filled('gone', ['former'])
    await schedule('gone', former)
    lake.lake.services.access.users.setRoles(former.id, ['journalist'])
    await fire(2)
    expect(desk.get('former')).toBeNull()
    expect(release('gone')).toMatchObject({state: 'active'})
    expect((release('gone')['error'] as {message: string}).message).toMatch(/\w/)
  })

  it('is published after a restart, too', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-releases-'))
    try {
      const before = await startLake({dataFolder})
      const own = await openDesk(before)
      await approved('again', own)
      await filled('restart', ['again'], own)
      await ok(own.actions(own.editor, [about('schedule', 'restart', {publishAt: at(2)})]))
      await before.close()
      const after = await startLake({dataFolder, time: START + 3 * HOUR})
      await after.lake.services.timer.check()
      const {documents} = after.lake.services
      expect(documents.get('production', 'again')).toMatchObject({headline: 'The story again'})
      expect(documents.get('production', '_.releases.restart')).toMatchObject({state: 'published'})
      await after.close()
    } finally {
      rmSync(dataFolder, {recursive: true, force: true})
    }
  })
})
