// Confirmed writes are sent to webhooks, whatever happens to the lake in between.
import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {startLake} from '../../support/lake.ts'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {SOURCES} from '../../../server/paths.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

let folder: string
let receiver: Receiver
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = temporaryFolder()
  receiver = await startReceiver()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await receiver.close()
})

const script = fileURLToPath(new URL('hook-process.ts', import.meta.url))
async function start(hook?: string) {
  const args = [SOURCES, script, folder, ...(hook ? [hook] : [])]
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
  children.push(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const {origin, token} = JSON.parse(line) as {origin: string; token: string}
  const write = (mutations: object[]) =>
    fetch(`${origin}/v2025-02-19/data/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
      body: JSON.stringify({mutations}),
    })
  return {child, write}
}
const create = (_id: string) => ({create: {_id, _type: 'topic', title: _id}})

it(
  'nothing is lost by SIGKILL during writes and deliveries, and the order stays',
  {tags: ['full']},
  async () => {
    const {child, write} = await start(receiver.url)
    const acknowledged: string[] = []
    try {
      for (let n = 0; ; n++) {
        const response = await write([create(`t${n}`)])
        expect(response.status).toBe(200)
        acknowledged.push(`t${n}`)
        if (n === 40) setImmediate(() => child.kill('SIGKILL'))
      }
    } catch {
      // The lake has ended.
    }
    await (child.signalCode === null ? once(child, 'exit') : undefined)
    expect(child.signalCode).toBe('SIGKILL')
    expect(acknowledged.length).toBeGreaterThan(40)

    const restarted = await start()
    expect((await restarted.write([create('last')])).status).toBe(200)
    const ids = () => receiver.received.map(({json}) => json._id as string)
    while (!ids().includes('last')) await receiver.heard(receiver.received.length + 1)
    // At least once: a message that was being sent may arrive twice in a row.
    const distinct = ids().filter((id, index, all) => id !== all[index - 1])
    expect(distinct.slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(new Set(distinct).size).toBe(distinct.length)
    expect(distinct.length - acknowledged.length).toBeLessThanOrEqual(2)
  },
)

it('waiting messages, and writes of a command without a server, are sent after a restart', async () => {
  const first = await startLake({dataFolder: folder, webhooksPrivate: 'allow'})
  const {webhooks} = first.lake.services
  webhooks.add({name: 'Rebuild', url: receiver.url, dataset: 'production'})
  receiver.answer(503)
  await first.client('editor').create({_id: 'ports', _type: 'topic', title: 'Ports'})
  await webhooks.check()
  expect(receiver.received).toHaveLength(1)
  await first.close()
  receiver.answer(200)

  const command = await startLake({dataFolder: folder, serve: false})
  await command.client('editor').create({_id: 'rails', _type: 'topic', title: 'Rails'})
  await command.close()
  expect(receiver.received).toHaveLength(1)

  const time = first.now() + 3_600_000
  const second = await startLake({dataFolder: folder, webhooksPrivate: 'allow', time})
  await second.lake.services.webhooks.check()
  expect(receiver.received.map(({json}) => json._id)).toEqual(['ports', 'ports', 'rails'])
  await second.close()
})
