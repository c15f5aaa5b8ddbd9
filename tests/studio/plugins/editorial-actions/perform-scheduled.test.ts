// What is scheduled on the hosted lake is published by a command that somebody runs again and again.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {performScheduled} from '../../../../server/commands/perform-scheduled.ts'
import {START} from '../../../support/lake.ts'
import {approve, ok, set, submit, write, type Voice} from '../../../support/piece.ts'
import {openHostedDesk, type HostedDesk} from './hosted-lake.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()

let desk: HostedDesk
let robot: Voice
beforeAll(async () => {
  desk = await openHostedDesk()
  robot = desk.token('editor')
})
afterAll(() => desk.close())

async function schedule(id: string, who = desk.editor): Promise<void> {
  await write(desk, id)
  await submit(desk, id)
  await approve(desk, id)
  await ok(desk.act(who, {act: 'schedule', articleId: id, publishAt: at(2)}))
}

/** The command, run at this hour. */
async function run(hours: number): Promise<{left: number; said: string[]}> {
  const said: string[] = []
  desk.lake.setTime(START + hours * HOUR)
  const left = await performScheduled(desk.clientOf(robot), (line) => void said.push(line))
  desk.lake.setTime(START)
  return {left, said}
}

it('publishes at its time, once, in the name of the person who scheduled it', async () => {
  await schedule('due')
  expect(await run(1.99)).toEqual({left: 0, said: []})
  expect(desk.get('due')).toBeNull()
  expect(await run(2.1)).toEqual({left: 0, said: ['due is published.']})
  expect(desk.get('due')).toMatchObject({firstPublishedAt: at(2.1)})
  expect(desk.review('due').history?.at(-1)).toMatchObject({
    act: 'publish',
    by: desk.editor.id,
    byName: 'Edith Editor',
    dueAt: at(2),
  })
  expect(await run(3)).toEqual({left: 0, said: []})
})

it('records why it failed, and does not try again', async () => {
  await schedule('changed')
  await set(desk, desk.colleague, 'drafts.changed-quote', {text: 'Else.'})
  const {left, said} = await run(2)
  expect(left).toBe(0)
  expect(said).toEqual([expect.stringMatching(/^changed was refused: .*changed after it was/)])
  expect(desk.get('changed')).toBeNull()
  const {schedule: plan, scheduleFailure} = desk.review('changed')
  expect(plan).toBeUndefined()
  expect(scheduleFailure?.reasons).toEqual([expect.objectContaining({code: 'approvalLapsed'})])
  const told = desk.lake.lake.services.documents
    .ofType('production', 'notification')
    .filter(({kind}) => kind === 'scheduleFailed')
    .map(({recipient}) => recipient)
  expect(told).toEqual(expect.arrayContaining([desk.editor.id, desk.otherEditor.id]))
  expect(await run(3)).toEqual({left: 0, said: []})
})

it('publishes nothing for a person who has left', async () => {
  const guest = desk.person('editor', 'A guest')
  await schedule('left', guest)
  const {users} = desk.lake.lake.services.access
  users.disable(guest.id)
  expect((await run(2)).said).toEqual([expect.stringMatching(/^left was refused/)])
  expect(desk.get('left')).toBeNull()
})

it('tries again if somebody was faster', async () => {
  await schedule('again')
  desk.beforeCommit = async () => {
    desk.beforeCommit = undefined
    await ok(desk.act(desk.otherEditor, {act: 'requireLegal', articleId: 'again', note: 'Names.'}))
    await ok(desk.act(desk.otherEditor, {act: 'clearLegal', articleId: 'again'}))
  }
  expect((await run(2)).left).toBe(1)
  expect(desk.get('again')).toBeNull()
  expect((await run(2)).said).toEqual(['again is published.'])
})
