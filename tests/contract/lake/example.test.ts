// docs/server/receiver.mjs starts a build when a lake calls it.
import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readFileSync, symlinkSync, watch, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {ROOT} from '../../../server/paths.ts'
import {freePort} from '../../support/free-port.ts'
import {startLake, type TestLake} from '../../support/lake.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

let lake: TestLake
let child: ChildProcess
const folder = temporaryFolder()
beforeAll(async () => {
  lake = await startLake({webhooksPrivate: 'allow'})
})
afterAll(async () => {
  child.kill('SIGKILL')
  await lake.close()
})

/** Resolves when the build has written its file. */
async function built(): Promise<void> {
  const watching = watch(folder)
  while (!existsSync(join(folder, 'built'))) await once(watching, 'change')
  watching.close()
}

it(
  'builds the site when something is published, only if the signature is valid',
  {tags: ['full']},
  async () => {
    const source = readFileSync(join(ROOT, 'docs/server/receiver.mjs'), 'utf8')
    const port = await freePort()
    writeFileSync(join(folder, 'receiver.mjs'), `${source}\nconsole.log('ready')\n`)
    const build = `node -e "require('fs').writeFileSync('built', '')"`
    writeFileSync(join(folder, 'package.json'), JSON.stringify({scripts: {build}}))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    child = spawn(process.execPath, ['receiver.mjs'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {...process.env, PORT: String(port), WEBHOOK_SECRET: 'between us'},
    })
    await once(child.stdout!, 'data')

    const {webhooks} = lake.lake.services
    const url = `http://127.0.0.1:${port}/`
    const wrong = webhooks.add({name: 'Wrong', url, dataset: 'production', secret: 'another'})
    await lake.client('editor').create({_id: 'ports', _type: 'topic', title: 'Ports'})
    await webhooks.check()
    expect(webhooks.messages(wrong.id)).toMatchObject([{status: 'failure', resultCode: 401}])
    webhooks.remove(wrong.id)
    expect(existsSync(join(folder, 'built'))).toBe(false)

    const right = webhooks.add({name: 'Right', url, dataset: 'production', secret: 'between us'})
    await lake.client('editor').create({_id: 'rails', _type: 'topic', title: 'Rails'})
    await webhooks.check()
    expect(webhooks.messages(right.id)).toMatchObject([{status: 'success', resultCode: 204}])
    await built()
  },
)
