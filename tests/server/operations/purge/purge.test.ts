// What was purged is nowhere any more: not in the dataset, not in its past, not in the files.
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Lake} from '@copydesk/lake'
import {createTextIndexer} from '@copydesk/lake/query'
import {openDatabase} from '@copydesk/lake/store'
import {createNewsroomLake, DATASET} from '../../../../server/newsroom-lake.ts'
import {purgeAccount} from '../../../../server/operations/purge/purge-account.ts'
import {purgeDocument} from '../../../../server/operations/purge/purge-document.ts'
import {openEvents} from '../../../support/events.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {ok, openDesk, submit, write as writePiece} from '../../../support/piece.ts'

const PHONE = '+47 555 01 99 77'
const OLD_PHONE = '+47 555 01 11 22'
const ID = 'private.source.skipper'

/** The server, and beside it the lake that the command opens on the same folder. */
let server: TestLake
let lake: Lake

beforeEach(async () => {
  server = await startLake()
  lake = createNewsroomLake({dataFolder: server.folder, origin: server.origin})
})
afterEach(async () => {
  await lake.close()
  await server.close()
})

const yes = async () => true
const purge = (id: string, confirm: () => Promise<boolean> = yes) =>
  purgeDocument({lake, dataFolder: server.folder, id, by: 'Ada', confirm})

const importer = () => server.client('importer')

async function tellPhone(): Promise<void> {
  const secret = {_id: ID, _type: 'privateSource', phone: OLD_PHONE}
  await importer().mutate([{create: secret}] as never, {transactionId: 'told'})
  await importer()
    .patch(ID)
    .set({phone: `${OLD_PHONE} or ${PHONE}`})
    .commit()
  await importer().patch(ID).set({phone: PHONE}).commit()
}

/** Everything in the folder, as bytes. */
const files = (folder = server.folder): string =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('')

async function history(path: string): Promise<string> {
  const response = await server.fetch(`/v2025-02-19/data/history/production/${path}`, {
    headers: {authorization: `Bearer ${server.token('editor')}`},
  })
  expect(response.status).toBe(200)
  return await response.text()
}

const ledger = () =>
  server
    .client('editor')
    .fetch<{reason: string; byName: string}[]>('*[_type == "ledgerEntry"]{kind, reason, byName}')

describe('purging a document', () => {
  it('leaves nothing of it, and a line in the ledger', {tags: ['full']}, async () => {
    await tellPhone()
    await importer().create({_id: 'other', _type: 'topic', title: 'Another'})
    expect(files()).toContain(PHONE)
    expect(await purge(ID)).toEqual({
      documents: [ID],
      related: [],
      revisions: 3,
      scrubbed: expect.anything(),
      olderCopies: [],
      nodes: null,
    })

    await expect.poll(() => server.client('editor').getDocument(ID)).toBeUndefined()
    for (const path of [
      `documents/${ID}?revision=told`,
      `documents/${ID}?lastRevision=true`,
      `transactions/${ID}?effectFormat=mendoza`,
      `events/documents/${ID}`,
    ]) {
      expect(await history(path)).not.toContain('+47 555')
    }
    expect(JSON.parse(await history(`events/documents/${ID}`))).toMatchObject({
      events: {[ID]: [{type: 'deleteDocumentGroup', author: 'system'}]},
    })
    expect(await ledger()).toEqual([
      {
        kind: 'purged',
        reason: `${ID} was taken out of the newsroom together with its history.`,
        byName: 'Ada',
      },
    ])
    expect(await history('documents/other?lastRevision=true')).toContain('Another')
    expect(await history('transactions/other?effectFormat=mendoza')).toContain('Another')
  })

  it('takes it out of the files, too', async () => {
    await tellPhone()
    expect(await purge(ID)).toMatchObject({scrubbed: true})
    expect(files()).not.toContain(PHONE)
    expect(files()).not.toContain(OLD_PHONE)
  })

  it('takes its words out of the index of texts, which is made again without them', async () => {
    const texts = join(server.folder, 'text.sqlite')
    // For a word that begins like the previous one, SQLite stores only the rest.
    const words = () =>
      readdirSync(server.folder)
        .filter((name) => name.startsWith('text.sqlite'))
        .map((name) => readFileSync(join(server.folder, name), 'latin1').toLowerCase())
        .join('')
    const index = () => {
      const database = openDatabase(join(server.folder, 'lake.sqlite'), {readOnly: true})
      const indexer = createTextIndexer({database, textFile: texts})
      while (indexer.step(1_000));
      indexer.close()
      database.close()
    }
    await importer().create({_id: ID, _type: 'privateSource', note: 'Skipper of the Hildegunn'})
    await importer().create({_id: 'other', _type: 'topic', title: 'Harbours'})
    index()
    expect(words()).toContain('degunn')
    // Taken out by hand, a word stays among what SQLite has not cleared away.
    await importer().patch(ID).set({note: 'Skipper'}).commit()
    index()
    expect(words()).toContain('degunn')
    expect(await purge(ID)).toMatchObject({scrubbed: true})
    expect(words()).not.toContain('degunn')
    expect(words()).not.toContain(ID)
    index()
    expect(words()).toContain('arbours')
    expect(words()).not.toContain('degunn')
  })

  it('takes the bytes of a file that was uploaded a moment ago', async () => {
    const bytes = Buffer.from(`Rings under ${PHONE}`)
    const {_id} = await importer().assets.upload('file', bytes, {filename: `${OLD_PHONE}.txt`})
    expect(files()).toContain(PHONE)
    expect(await purge(_id)).toMatchObject({documents: [_id]})
    expect(files()).not.toContain('555 01')
  })

  it('takes the past of what was deleted long ago', async () => {
    await tellPhone()
    await importer().delete(ID)
    expect(await history(`documents/${ID}?revision=told`)).toContain(OLD_PHONE)
    expect(await purge(`drafts.${ID}`)).toMatchObject({documents: [ID], revisions: 3})
    expect(await history(`documents/${ID}?revision=told`)).not.toContain('+47 555')
  })

  it('takes drafts and versions with it', async () => {
    for (const id of ['drafts.s', 's', 'versions.may.s', 'versions.may.other']) {
      await importer().create({_id: id, _type: 'source', name: `Name ${id}`})
    }
    const {documents} = (await purge('s')) ?? {}
    expect(documents).toEqual(['drafts.s', 's', 'versions.may.s'])
    expect(lake.services.documents.get(DATASET, 'versions.may.other')).toMatchObject({
      name: 'Name versions.may.other',
    })
  })

  it('takes what was said about it', async () => {
    await importer().create({_id: 'drafts.s', _type: 'source', name: 'A skipper'})
    const comments = importer().withConfig({dataset: `${DATASET}-comments`})
    const document = {_type: 'crossDatasetReference', _ref: 's', _dataset: DATASET}
    const comment = {_type: 'comment', authorId: 'u1', target: {document}}
    await comments.create({...comment, _id: 'there', message: `Rings under ${PHONE}`})
    await comments.create({...comment, _id: 'gone', message: `Or under ${OLD_PHONE}`})
    await comments.delete('gone')
    await comments.create({_id: 'other', _type: 'comment', message: 'About something else'})
    await purge('s')
    const {documents, log} = lake.services
    expect(documents.all(`${DATASET}-comments`).map(({_id}) => _id)).toEqual(['other'])
    expect(JSON.stringify(log.since(0, 100))).not.toContain('+47 555')
    expect(files()).not.toContain(PHONE)
    expect(files()).not.toContain(OLD_PHONE)
  })

  it('takes what is said of a task about it, and what was said of it once', async () => {
    await importer().create({_id: 'drafts.s', _type: 'source', name: 'A skipper'})
    const comments = importer().withConfig({dataset: `${DATASET}-comments`})
    const about = (_ref: string, documentType = 'source') => ({
      documentType,
      document: {_type: 'crossDatasetReference', _ref, _dataset: DATASET},
    })
    const task = {_id: 'task', _type: 'tasks.task', authorId: 'u1', status: 'open'}
    await comments.create({...task, target: about('s'), title: `Ring ${PHONE}`})
    // It was about this document, and is about the other one now.
    await comments.create({...task, _id: 'moved', target: about('s'), title: `Ring ${OLD_PHONE}`})
    await comments
      .patch('moved')
      .set({target: about('other')})
      .commit()
    await comments.create({
      _id: 'on-the-task',
      _type: 'comment',
      authorId: 'u1',
      target: about('task', 'tasks.task'),
      message: `Not under ${PHONE} at night`,
    })
    await purge('s')
    expect(lake.services.documents.all(`${DATASET}-comments`)).toEqual([])
    expect(files()).not.toContain('555 01')
  })

  it('removes notifications about the comments and about it', async () => {
    await importer().create({_id: 'drafts.s', _type: 'source', name: 'A skipper'})
    const comments = importer().withConfig({dataset: `${DATASET}-comments`})
    const document = {_type: 'crossDatasetReference', _ref: 's', _dataset: DATASET}
    await comments.create({
      _id: 'c1',
      _type: 'comment',
      authorId: 'u1',
      target: {document},
      message: `Rings under ${PHONE}`,
    })
    const line = {_type: 'notification', recipient: 'u2', kind: 'mentioned', by: 'u1', byName: 'U'}
    const subject = {_type: 'reference', _ref: 's', _weak: true}
    for (const [id, more] of Object.entries({
      a: {comment: 'c1', note: `Rings under ${PHONE}`},
      b: {subject, headline: `The skipper, ${OLD_PHONE}`},
      c: {comment: 'of-another', note: 'Something else'},
    })) {
      await importer().create({_id: `notification.${id}`, ...line, ...(more as object)})
    }
    const {related} = (await purge('s')) ?? {}
    expect(related).toEqual(['notification.a', 'notification.b', 'c1'])
    expect(lake.services.documents.get(DATASET, 'notification.c')).not.toBeNull()
    expect(files()).not.toContain('555 01')
  })

  it('takes the copy of a piece as it was submitted, and its review', async () => {
    const desk = await openDesk(server)
    await writePiece(desk, 'a', {article: {headline: `Ring ${PHONE}`}})
    await submit(desk, 'a')
    const copies = ['review.a', 'snapshot.a.submitted']
    for (const id of copies) expect(lake.services.documents.get(DATASET, id), id).not.toBeNull()
    const {related = []} = (await purge('a')) ?? {}
    expect(related).toEqual(expect.arrayContaining(copies))
    expect(files()).not.toContain(PHONE)
    expect(JSON.stringify(await ledger())).toContain('a was taken out of the newsroom')
  })

  it('takes the copy of another piece that it was part of', async () => {
    await importer().create({_id: 'drafts.s', _type: 'source', name: `A skipper, ${PHONE}`})
    const documents = [
      {_id: 'b', _type: 'article', headline: 'B'},
      {_id: 's', _type: 'source', name: `A skipper, ${PHONE}`},
    ]
    const snapshot = {_type: 'pieceSnapshot', documents: JSON.stringify(documents)}
    await importer().create({_id: 'snapshot.b', ...snapshot})
    const others = {...snapshot, documents: JSON.stringify(documents.slice(0, 1))}
    await importer().create({_id: 'snapshot.c', ...others})
    expect(await purge('s')).toMatchObject({related: ['snapshot.b']})
    expect(lake.services.documents.get(DATASET, 'snapshot.c')).not.toBeNull()
    expect(files()).not.toContain(PHONE)
  })

  it('takes the ledger entries that repeat its headline, and no others', async () => {
    const desk = await openDesk(server)
    await writePiece(desk, 'a', {article: {headline: `Ring ${PHONE}`}})
    const weak = (id: string) => ({_key: id, _type: 'reference', _ref: id, _weak: true})
    const series = (id: string, part: string) => ({
      create: {_id: id, _type: 'series', title: id, parts: [weak(part)]},
    })
    await ok(desk.mutate(desk.editor, [series('tide', 'a'), series('other', 'b')]))
    expect(JSON.stringify(await ledger())).toContain('published')
    await purge('a')
    expect(files()).not.toContain(PHONE)
    expect(
      await server
        .client('editor')
        .fetch('*[_type == "ledgerEntry" && defined(subject)].subject._ref'),
    ).toEqual(['other'])
  })

  it('removes a comment by its own ID, with its replies and notifications', async () => {
    const comments = importer().withConfig({dataset: `${DATASET}-comments`})
    const comment = {_type: 'comment', authorId: 'u1', message: `Rings under ${PHONE}`}
    await comments.create({...comment, _id: 'c1'})
    await comments.create({...comment, _id: 'c2', parentCommentId: 'c1'})
    await comments.create({...comment, _id: 'c3', message: 'Something else'})
    const told = {_id: 'notification.t', _type: 'notification', recipient: 'u2', kind: 'mentioned'}
    await importer().create({...told, comment: 'c2', note: `Rings under ${PHONE}`})
    expect(await purge('c1')).toMatchObject({documents: ['c1'], related: ['notification.t', 'c2']})
    expect(lake.services.documents.all(`${DATASET}-comments`).map(({_id}) => _id)).toEqual(['c3'])
    expect(files()).not.toContain(PHONE)
    expect(await ledger()).toMatchObject([{kind: 'purged'}])
  })

  it('names what in the data folder is older', async () => {
    await tellPhone()
    for (const name of ['backups', 'before-restore-20261125T100000Z', 'assets']) {
      mkdirSync(join(server.folder, name), {recursive: true})
    }
    const {olderCopies = []} = (await purge(ID)) ?? {}
    expect(olderCopies.map((path) => path.slice(server.folder.length + 1)).toSorted()).toEqual([
      'backups',
      'before-restore-20261125T100000Z',
    ])
  })

  it(
    'is seen by open studios, and a stream that resumes starts again',
    {tags: ['full']},
    async () => {
      await tellPhone()
      const before = server.lake.services.log.last()
      writeFileSync(join(server.folder, 'server.lock'), '')
      const query = encodeURIComponent(`*[_id == "${ID}"]`)
      const path = `/v1/data/listen/production?query=${query}&enableResume=true`
      const headers = {authorization: `Bearer ${server.token('editor')}`}
      const open = await openEvents(server, path, headers)
      await purge(ID)
      const [, event] = await open.until(2)
      expect(event?.data).toMatchObject({documentId: ID, transition: 'disappear'})
      await open.close()
      const resumed = await openEvents(server, path, {...headers, 'last-event-id': String(before)})
      const [first] = await resumed.until(1)
      expect(first?.event).toBe('reset')
      await resumed.close()
    },
  )

  it.each([
    ['an article that was published', {_id: 'a', _type: 'article', headline: 'A'}, 'was published'],
    ['a correction', {_id: 'correction-c', _type: 'correction'}, 'on record'],
    ['a line of the ledger', {_id: 'ledger.l', _type: 'ledgerEntry'}, 'on record'],
    ['a review', {_id: 'review.r', _type: 'review'}, 'on record'],
    ['a notification', {_id: 'notification.n', _type: 'notification'}, 'on record'],
    ['a notice', {_id: 'notice-n', _type: 'notice'}, 'on record'],
  ])('is refused for %s', async (_, document, reason) => {
    await importer().create(document as never)
    const before = lake.services.log.last()
    await expect(purge(document._id)).rejects.toThrow(reason)
    expect(lake.services.log.last()).toBe(before)
    expect(lake.services.documents.get(DATASET, document._id)).not.toBeNull()
  })

  it('is refused for what something refers to', async () => {
    await importer().create({_id: 's', _type: 'source', name: 'S'})
    const speaker = {_type: 'reference', _ref: 's'}
    await importer().create({_id: 'drafts.q', _type: 'expertQuote', speaker})
    const before = lake.services.log.last()
    await expect(purge('s')).rejects.toThrow('Something refers to it still')
    expect(lake.services.log.last()).toBe(before)
  })

  it('is refused for what there never was', async () => {
    await expect(purge('never')).rejects.toThrow('There is nothing under "never"')
  })

  it('does nothing where it is not confirmed', async () => {
    await tellPhone()
    const before = lake.services.log.last()
    expect(await purge(ID, async () => false)).toBeNull()
    expect(lake.services.log.last()).toBe(before)
    expect(await history(`documents/${ID}?revision=told`)).toContain(OLD_PHONE)
  })
})

describe('purging a person', () => {
  const purgePerson = (account: string, comments = false) =>
    purgeAccount({lake, dataFolder: server.folder, account, by: 'Ada', confirm: yes, comments})

  it('leaves an account that says nothing, under which their work stays', async () => {
    server.person('administrator')
    const {access} = lake.services
    const person = server.person('journalist', 'Wilhelmina Quill')
    const {email = ''} = access.users.get(person.id) ?? {}
    const as = {headers: {cookie: person.cookie, 'content-type': 'application/json'}}
    const create = {_id: 'drafts.w', _type: 'topic', title: 'W'}
    await importer().create(create)
    access.settings.set(person.id, [{key: 'searches', value: 'Quill and Sons'}])
    expect((await server.fetch('/v1/users/me', as)).status).toBe(200)

    const inbox = {_id: 'notification.i', _type: 'notification', recipient: person.id}
    await importer().create({...inbox, kind: 'mentioned', note: 'Dear Wilhelmina'})
    expect(await purgePerson(email)).toMatchObject({id: person.id, comments: 0})
    expect(access.users.get(person.id)).toMatchObject({
      name: 'Former colleague',
      email: `${person.id}@former.invalid`,
      roles: [],
      disabled: true,
      hasPassword: false,
    })
    expect(access.people.events({limit: 1})).toMatchObject([
      {event: 'forgotten', account: person.id, by: {machineUser: expect.any(String)}},
    ])
    expect(access.users.byEmail(email)).toBeNull()
    expect(access.settings.get(person.id, ['searches'])).toEqual([])
    const me = await server.fetch('/v1/users/me', as)
    expect(await me.text()).not.toContain('Wilhelmina')
    expect(await ledger()).toMatchObject([{kind: 'purged', byName: 'Ada'}])
    expect(JSON.stringify(await ledger())).not.toContain('Quill')
    expect(files()).not.toContain('Wilhelmina')
    expect(files()).not.toContain(email)
  })

  it('takes what they said in comments and tasks where one asks, answers and history with it', async () => {
    server.person('administrator')
    const {id} = server.person('journalist', 'Wilhelmina Quill')
    const other = server.person('editor')
    const comments = importer().withConfig({dataset: `${DATASET}-comments`})
    const comment = {_type: 'comment', authorId: id, message: 'My knee hurts again'}
    await comments.create({...comment, _id: 'own'})
    await comments.patch('own').set({message: 'I am well'}).commit()
    await comments.create({...comment, _id: 'answer', authorId: other.id, parentCommentId: 'own'})
    await comments.create({...comment, _id: 'gone'})
    await comments.delete('gone')
    await comments.create({...comment, _id: 'theirs', authorId: other.id, message: 'About a ship'})
    await comments.create({
      _id: 'task',
      _type: 'tasks.task',
      authorId: id,
      title: 'Ask about my knee',
    })
    const told = {_id: 'notification.t', _type: 'notification', recipient: other.id}
    await importer().create({...told, kind: 'mentioned', comment: 'own', note: 'My knee hurts'})

    expect(await purgePerson(id, true)).toMatchObject({id, comments: 4})
    const left = lake.services.documents.all(`${DATASET}-comments`)
    expect(left.map(({_id}) => _id)).toEqual(['theirs'])
    expect(files()).not.toContain('knee')
    expect(files()).not.toContain('I am well')
  })

  it('is refused for the last who looks after people', async () => {
    const {id} = server.person('administrator')
    server.person('editor')
    await expect(purgePerson(id)).rejects.toThrow('Add another administrator first')
    expect(lake.services.access.users.get(id)).toMatchObject({name: 'A administrator'})
  })

  it('is refused for whom nobody knows', async () => {
    await expect(purgePerson('nobody@example.org')).rejects.toThrow('There is no account')
  })
})
