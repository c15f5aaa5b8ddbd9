// An acknowledged write survives SIGKILL: the answer is sent after the log is on disk, never before.
import {createClient} from '@sanity/client'
import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, it} from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-kill-'))
const script = fileURLToPath(new URL('../support/lake-process.ts', import.meta.url))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, {recursive: true, force: true})
})

async function start() {
  const child = spawn(process.execPath, [script, folder], {stdio: ['ignore', 'pipe', 'inherit']})
  children.push(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const {origin, token} = JSON.parse(line) as {origin: string; token: string}
  const client = createClient({
    projectId: 'copydesk',
    dataset: 'production',
    apiHost: origin,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    maxRetries: 0,
    token,
  })
  return {child, client}
}

it('finds every acknowledged write after SIGKILL amid writes', async () => {
  const {child, client} = await start()
  const acknowledged: string[] = []
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; ; n++) {
      const _id = `w${writer}-${n}`
      try {
        await client.create({_id, _type: 'topic', title: _id.repeat(50)})
        acknowledged.push(_id)
        // The kill comes while the other writers are amid theirs.
        if (acknowledged.length === 60) child.kill('SIGKILL')
      } catch {
        return
      }
    }
  }
  await Promise.all([...Array(8).keys()].map(write))
  await (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined)
  expect(child.signalCode).toBe('SIGKILL')
  expect(acknowledged.length).toBeGreaterThanOrEqual(60)

  const restarted = await start()
  const stored = await restarted.client.fetch<string[]>('*[_type == "topic"]._id')
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([])
  await restarted.client.create({_id: 'after', _type: 'topic'})
})
