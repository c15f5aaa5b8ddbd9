// Whom a comment or a task concerns finds it in their inbox: once, also after a restart.
// tests/workflow/comment-notifications.test.ts has everybody whom it concerns.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {createColleagueNotifier, type ColleagueNotifier} from '../../server/notify-colleagues.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {ok, openDesk, write, type Desk, type Fields} from '../support/piece.ts'
import {comment, message, commentsIn, task, type CommentsClient} from '../support/comments.ts'

let lake: TestLake
let desk: Desk
let comments: CommentsClient
let notifier: ColleagueNotifier

const start = () =>
  createColleagueNotifier({
    lake: lake.lake,
    clock: lake.now,
    repeat: () => () => {},
    onError(error) {
      throw error
    },
  })
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  comments = commentsIn(lake)
  await write(desk, 'piece')
  notifier = start()
})
afterAll(async () => {
  await notifier.close()
  await lake.close()
})

const say = (...documents: {_id: string; _type: string}[]) =>
  ok(
    comments.mutate(
      desk.editor,
      documents.map((document) => ({create: document})),
    ),
  )
const change = (who: {headers: Record<string, string>}, id: string, set: Fields) =>
  ok(comments.mutate({id: '', ...who}, [{patch: {id, set}}]))
const inboxOf = ({id}: {id: string}) =>
  lake.lake.services.documents
    .ofType('production', 'notification')
    .filter((one) => ['mentioned', 'commented', 'task'].includes(String(one['kind'])))
    .filter(({recipient}) => recipient === id)

it('a mention says who, what, and where it leads', async () => {
  const words = message('Is it nineteen, ', desk.colleague.id)
  await say(comment('m1', desk.editor, 'piece', {message: words}))
  await notifier.look()
  expect(inboxOf(desk.colleague)).toMatchObject([
    {
      kind: 'mentioned',
      by: desk.editor.id,
      byName: 'Edith Editor',
      headline: 'The story piece',
      subject: {_type: 'reference', _ref: 'piece', _weak: true},
      subjectType: 'article',
      comment: 'm1',
      note: 'Is it nineteen, @A colleague',
      at: new Date(lake.now()).toISOString(),
    },
  ])
  expect(inboxOf(desk.editor)).toEqual([])
})

it('nobody is told twice, whatever becomes of the comment, nor by the next process', async () => {
  await change(desk.journalist, 'm1', {status: 'resolved'})
  await notifier.look()
  const next = start()
  await next.look()
  await next.close()
  expect(inboxOf(desk.colleague)).toHaveLength(1)
})

it('what was said while nobody looked is made up for', async () => {
  await say(comment('m2', desk.editor, 'piece-photo', {message: message('', desk.photoEditor.id)}))
  const next = start()
  await next.look()
  await next.close()
  expect(inboxOf(desk.photoEditor)).toMatchObject([
    {subjectType: 'photoWithCredit', headline: 'A ferry', comment: 'm2'},
  ])
})

it('who has no account any more is not told', async () => {
  const gone = desk.person('journalist')
  lake.lake.services.access.users.disable(gone.id)
  await say(comment('m3', desk.editor, 'piece', {message: message('', gone.id)}))
  await notifier.look()
  expect(inboxOf(gone)).toEqual([])
})

it('the assignee of a new task is notified, and each later assignee', async () => {
  const mine = {assignedTo: desk.journalist.id, description: message('Before noon.')}
  await say(task('t1', desk.editor, {...mine, createdByUser: undefined}))
  await notifier.look()
  expect(inboxOf(desk.journalist)).toEqual([])
  await change(desk.editor, 't1', {createdByUser: '2026-11-25T10:00:00Z'})
  await notifier.look()
  expect(inboxOf(desk.journalist)).toMatchObject([
    {kind: 'task', task: 't1', headline: 'Call the harbour master', note: 'Before noon.'},
  ])
  expect(inboxOf(desk.journalist)[0]).not.toHaveProperty('subject')
  await change(desk.journalist, 't1', {assignedTo: desk.otherEditor.id})
  await notifier.look()
  expect(inboxOf(desk.otherEditor)).toMatchObject([{kind: 'task', by: desk.journalist.id}])
})

it('a mention in a task leads to the task', async () => {
  const about = {
    target: {
      documentType: 'tasks.task',
      document: {_ref: 't1', _type: 'reference', _weak: true},
    },
    message: message('', desk.administrator.id),
  }
  await say(comment('m4', desk.editor, 't1', about))
  await notifier.look()
  expect(inboxOf(desk.administrator)).toMatchObject([
    {kind: 'mentioned', task: 't1', headline: 'Call the harbour master'},
  ])
})

it('what cannot be told keeps nothing else from being told, and is tried again', async () => {
  const {services} = lake.lake
  let isStuck = true
  const limping = createColleagueNotifier({
    lake: {
      services: {
        ...services,
        commit: async (request) => {
          const [step] = request.steps
          const told = JSON.stringify(step?.(() => null, {} as never))
          if (isStuck && told.includes('"stuck"')) throw new Error('No room')
          return await services.commit(request)
        },
      },
    },
    clock: lake.now,
    repeat: () => () => {},
  })
  const before = inboxOf(desk.colleague).length
  const words = message('Look: ', desk.colleague.id)
  await say(comment('stuck', desk.editor, 'piece', {message: words}))
  await say(comment('told', desk.editor, 'piece', {message: words}))
  await expect(limping.look()).rejects.toThrow('No room')
  expect(inboxOf(desk.colleague).map((one) => one['comment'])).toContain('told')
  expect(inboxOf(desk.colleague)).toHaveLength(before + 1)
  isStuck = false
  await limping.look()
  expect(inboxOf(desk.colleague)).toHaveLength(before + 2)
  await limping.close()
})
