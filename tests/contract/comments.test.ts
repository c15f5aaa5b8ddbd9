// Comments and tasks: their dataset, and who may write and change what in it.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type Role, type TestLake} from '../support/lake.ts'
import {ok, openDesk, refused, type Desk, type Fields, type Voice} from '../support/piece.ts'
import {
  comment,
  COMMENTS,
  message,
  commentsIn,
  task,
  type CommentsClient,
} from '../support/comments.ts'

let lake: TestLake
let desk: Desk
let comments: CommentsClient

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  comments = commentsIn(lake)
})
afterAll(() => lake.close())

const get = async <T>(path: string, who?: Voice): Promise<T> => {
  const response = await lake.fetch(path, {headers: who?.headers ?? {}})
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}
const say = (id: string, author: Voice, more: Fields = {}) =>
  ok(comments.mutate(author, [{create: comment(id, author, 'a', more)}]))
const patch = (who: Voice, id: string, operations: object) =>
  comments.mutate(who, [{patch: {id, ...operations}}])
/** Refused, and what was there is still there. */
const unchanged = async (id: string, attempt: () => Promise<Response>) => {
  const before = comments.get(id)
  const response = await attempt()
  expect([401, 403]).toContain(response.status)
  expect(comments.get(id)).toEqual(before)
}

describe('the dataset', () => {
  it('is found by the studio, which then has comments and tasks', async () => {
    expect(await get('/v1/features', desk.journalist)).toEqual([
      'contentReleases',
      'privateDataset',
      'studioComments',
      'sanityTasks',
    ])
    const beside = '/v1/projects/copydesk/datasets?datasetProfile=comments&addonFor=production'
    expect(await get(beside, desk.journalist)).toMatchObject([
      {name: COMMENTS, datasetProfile: 'comments', addonFor: 'production', aclMode: 'private'},
    ])
    expect(
      await get('/v1/projects/copydesk/datasets?datasetProfile=comments&addonFor=x', desk.editor),
    ).toEqual([])
  })

  it('is set up at the request of anybody on the staff', async () => {
    const setup = (who?: Voice, dataset = 'production') =>
      lake.fetch(`/v1/comments/${dataset}/setup`, {method: 'POST', headers: who?.headers ?? {}})
    expect(await (await setup(desk.journalist)).json()).toEqual({datasetName: COMMENTS})
    expect((await setup()).status).toBe(401)
    expect((await setup(desk.journalist, 'elsewhere')).status).toBe(404)
  })

  it('has its own grants, by which the studio opens its forms', async () => {
    const acl = async (dataset: string, who?: Voice) =>
      (await get<{filter: string}[]>(`/v1/projects/copydesk/datasets/${dataset}/acl`, who))
        .map(({filter}) => filter)
        .join()
    expect(await acl(COMMENTS, desk.journalist)).toContain('tasks.task')
    expect(await acl('production', desk.journalist)).not.toContain('tasks.task')
    expect(await acl(COMMENTS)).toBe('')
  })

  it('accepts only comments and tasks, no files and no acts', async () => {
    const article = {_id: 'x', _type: 'article', authorId: desk.editor.id, headline: 'x'}
    await unchanged('x', () => comments.mutate(desk.editor, [{create: article}]))
    await unchanged('drafts.x', () =>
      comments.mutate(desk.editor, [{create: comment('drafts.x', desk.editor, 'a')}]),
    )
    const upload = await lake.fetch(`/v1/assets/files/${COMMENTS}?filename=a.txt`, {
      method: 'POST',
      headers: desk.editor.headers,
      body: 'words',
    })
    expect(upload.status).toBe(403)
    const act = await lake.fetch(`/v1/acts/${COMMENTS}`, {
      method: 'POST',
      headers: desk.editor.headers,
      body: JSON.stringify({act: 'submit', articleId: 'a'}),
    })
    expect(act.status).toBe(404)
  })
})

describe('everybody on the staff', () => {
  const ROLES: Role[] = ['journalist', 'photoEditor', 'editor', 'developer', 'administrator']
  it.each(ROLES)('can write in their own name: %s', async (role) => {
    const who = desk.person(role)
    await ok(comments.mutate(who, [{create: comment(`by-${role}`, who, 'a')}]))
    await ok(comments.mutate(who, [{create: task(`task-by-${role}`, who)}]))
    expect(await comments.find(desk.journalist, `*[authorId == "${who.id}"]._type`)).toEqual([
      'comment',
      'tasks.task',
    ])
  })

  it('says nothing in another’s', async () => {
    const forged = comment('forged', {id: 'u-other', headers: {}}, 'a')
    await refused(comments.mutate(desk.editor, [{create: forged}]), 'notYours')
    expect(comments.get('forged')).toBeNull()
  })

  it('change, resolve and delete their own', async () => {
    await say('own', desk.journalist)
    await ok(patch(desk.journalist, 'own', {set: {message: message('Is it?'), status: 'resolved'}}))
    await ok(comments.mutate(desk.journalist, [{delete: {id: 'own'}}]))
    expect(comments.get('own')).toBeNull()
  })
})

describe('a colleague’s comment', () => {
  beforeAll(() => say('theirs', desk.editor))

  it('can be answered, reacted to, resolved and reopened', async () => {
    const {id} = desk.journalist
    const answer = {parentCommentId: 'theirs', threadId: 'thread-theirs'}
    await say('answer', desk.journalist, answer)
    const reaction = {_key: `${id}-:+1:`, shortName: ':+1:', userId: id, addedAt: 'now'}
    await ok(
      patch(desk.journalist, 'theirs', {
        setIfMissing: {reactions: []},
        insert: {after: 'reactions[-1]', items: [reaction]},
      }),
    )
    await ok(patch(desk.journalist, 'theirs', {set: {status: 'resolved'}}))
    await ok(
      comments.mutate(desk.journalist, [
        {
          patch: {
            query: '*[_type == "comment" && parentCommentId == "theirs"]',
            set: {status: 'resolved'},
          },
        },
      ]),
    )
    expect(comments.get('theirs')).toMatchObject({status: 'resolved', reactions: [reaction]})
    expect(comments.get('answer')).toMatchObject({status: 'resolved'})
    await ok(patch(desk.colleague, 'theirs', {set: {status: 'open'}}))
    await ok(patch(desk.journalist, 'theirs', {unset: [`reactions[_key=="${reaction._key}"]`]}))
  })

  it('can be moved by a person who types around its words', async () => {
    const target = comments.get('theirs')?.['target'] as {path: object}
    const selection = {type: 'text', value: [{_key: 'b', text: 'A ferry'}]}
    const moved = {...target, path: {...target.path, selection}}
    await ok(patch(desk.journalist, 'theirs', {set: {target: moved}}))
    expect(comments.get('theirs')).toMatchObject({target: {path: {field: 'headline', selection}}})
  })

  // tests/workflow/rules/hold-comments.test.ts has the other fields.
  it('the words stay', async () => {
    const set = {message: message('Never mind.')}
    await unchanged('theirs', () => patch(desk.journalist, 'theirs', {set}))
  })

  it('cannot be deleted or replaced', async () => {
    await unchanged('theirs', () => comments.mutate(desk.journalist, [{delete: {id: 'theirs'}}]))
    await unchanged('theirs', () =>
      comments.mutate(desk.journalist, [
        {createOrReplace: comment('theirs', desk.journalist, 'a')},
      ]),
    )
    await unchanged('answer', () => comments.mutate(desk.colleague, [{delete: {id: 'answer'}}]))
  })

  it('is deleted with the question that it answers, in either order', async () => {
    const answers = {delete: {query: '*[_type == "comment" && parentCommentId == "theirs"]'}}
    await ok(comments.mutate(desk.editor, [answers]))
    await say('answer', desk.journalist, {parentCommentId: 'theirs'})
    await ok(comments.mutate(desk.editor, [{delete: {id: 'theirs'}}]))
    await ok(comments.mutate(desk.editor, [answers]))
    expect(comments.get('answer')).toBeNull()
  })
})

describe('a colleague’s task', () => {
  beforeAll(() => ok(comments.mutate(desk.editor, [{create: task('job', desk.editor)}])))

  it('can be assigned, followed and done', async () => {
    const set = {
      assignedTo: desk.journalist.id,
      dueBy: '2026-12-01',
      subscribers: [desk.editor.id, desk.journalist.id],
      status: 'closed',
      context: {notification: {url: 'http://127.0.0.1/studio', workspaceTitle: 'Copydesk'}},
    }
    await ok(patch(desk.journalist, 'job', {set}))
    expect(comments.get('job')).toMatchObject(set)
  })

  it('keeps its title, and is not deleted', async () => {
    const set = {title: 'Do nothing'}
    await unchanged('job', () => patch(desk.journalist, 'job', {set}))
    await unchanged('job', () => comments.mutate(desk.journalist, [{delete: {id: 'job'}}]))
  })
})

it('what is confidential is not talked about where more people read', async () => {
  const document = {_ref: 'private.quote.q', _type: 'crossDatasetReference', _weak: true}
  const about = comment('c', desk.editor, 'a', {target: {documentType: 'privateQuote', document}})
  await refused(comments.mutate(desk.editor, [{create: about}]), 'confidential')
})

it('Sanity’s own client writes, follows and deletes, as the studio does', async () => {
  const client = lake.client('journalist').withConfig({dataset: COMMENTS})
  const {id} = await client.users.getById('me')
  const events: string[] = []
  const ready = Promise.withResolvers<void>()
  const stream = client
    .listen(
      '*[_type == "comment" && target.document._ref == $about]',
      {about: 'by-client'},
      {events: ['welcome', 'mutation'], includeResult: true, visibility: 'query'},
    )
    .subscribe((event) => {
      if (event.type === 'welcome') ready.resolve()
      if (event.type === 'mutation') {
        events.push(`${event.transition} ${String(event.result?.['status'] ?? '')}`)
      }
    })
  await ready.promise
  const mine = comment('c-client', {id, headers: {}}, 'by-client')
  await client.create(mine)
  const transaction = client.transaction().transactionId('tx-client')
  await transaction.patch(client.patch('c-client').set({status: 'resolved'})).commit()
  await client.delete({query: '*[_type == "comment" && parentCommentId == "c-client"]'})
  await client.delete('c-client')
  await expect.poll(() => events).toEqual(['appear open', 'update resolved', 'disappear '])
  stream.unsubscribe()
  expect((await client.datasets.list()).map(({name}) => name)).toEqual(['production', COMMENTS])
})

it('an import restores the comments of others', async () => {
  const others = comment('restored', desk.journalist, 'a', {status: 'resolved'})
  await ok(comments.mutate(desk.importer, [{createOrReplace: others}]))
  expect(comments.get('restored')).toMatchObject({authorId: desk.journalist.id, status: 'resolved'})
})

describe('the people who can be mentioned', () => {
  const QUERY = '*[_type=="system.group"]{members, grants}'
  const groups = async (who: Voice | null, dataset = 'production') => {
    const url = `/v2025-02-19/data/query/${dataset}?perspective=raw&query=${encodeURIComponent(QUERY)}`
    const response = await lake.fetch(url, {headers: who?.headers ?? {}})
    return ((await response.json()) as {result: {members: string[]; grants: object[]}[]}).result
  }
  const mayRead = async (id: string) =>
    (await groups(desk.journalist)).some(({members, grants}) => members.includes(id) && grants[0])

  it('change at once with their accounts', async () => {
    const {users} = lake.lake.services.access
    const {id} = desk.person('journalist')
    expect(await mayRead(id)).toBeTruthy()
    users.setRoles(id, ['photoEditor'])
    const found = await groups(desk.journalist)
    expect(found.filter(({members}) => members.includes(id))).toHaveLength(1)
    users.disable(id)
    expect(await mayRead(id)).toBeFalsy()
    users.enable(id)
    expect(await mayRead(id)).toBeTruthy()
  })

  it('are read in both datasets, only by staff', async () => {
    expect((await groups(desk.journalist, COMMENTS)).length).toBeGreaterThan(3)
    expect(await groups(null)).toEqual([])
    expect(
      await groups({id: '', headers: {authorization: `Bearer ${lake.readerToken()}`}}),
    ).toEqual([])
  })

  it('are not in any other result', async () => {
    expect(await comments.find(desk.editor, '*[_id in path("_.**")]._id')).toEqual([])
  })
})
