import {isValidSignature} from '@sanity/webhook'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {copydesk, copydeskProcess, temporaryFolder} from './support.ts'

const folder = temporaryFolder()
let lake: TestLake
let receiver: Receiver
beforeAll(async () => {
  lake = await startLake({dataFolder: folder, webhooksPrivate: 'allow'})
  receiver = await startReceiver()
})
afterAll(async () => {
  await lake.close()
  await receiver.close()
})

const webhook = (...args: string[]) =>
  copydesk(['webhook', ...args, '--data', folder], {COPYDESK_WEBHOOKS_PRIVATE: 'allow'})

describe('webhook, while the server runs', () => {
  let id = ''
  let secret = ''

  it('add prints id and secret, once', async () => {
    const options = ['--name', 'Rebuild', '--filter', '_type == "topic"', '--header', 'X-Key: abc']
    const added = await webhook('add', receiver.url, ...options)
    expect(added).toMatchObject({code: 0})
    expect(added.stdout).toMatch(/^wh[0-9a-f]{20} whsec_[\w-]{32}\n$/)
    ;[id = '', secret = ''] = added.stdout.trim().split(' ')
    const {stdout} = await webhook('list')
    expect(stdout).toMatch(new RegExp(`${id} +Rebuild +POST ${receiver.url}.* on\n`))
    expect(stdout + JSON.stringify(lake.lake.services.webhooks.list())).not.toContain(secret)
  })

  it('the server takes it up, and deliveries tells how it went', async () => {
    await lake.client('editor').create({_id: 'ports', _type: 'topic', title: 'Ports'})
    await lake.lake.services.webhooks.check()
    const [request] = receiver.received
    expect(request?.headers['x-key']).toBe('abc')
    const signature = String(request?.headers['sanity-webhook-signature'])
    expect(await isValidSignature(request!.body, signature, secret)).toBe(true)
    expect((await webhook('deliveries', id)).stdout).toMatch(
      /^AT .*\n2026\S+ +\d+ +create +ports +delivered +200 +0\n$/,
    )
    const attempts = await webhook('deliveries', id, '--attempts')
    expect(attempts.stdout).toMatch(/\n2026\S+ +\d+ +200 +\d+ ms\n$/)
  })

  it('Sanity’s own command line knows it, too', async () => {
    const sanity = (...args: string[]) =>
      copydeskProcess(['sanity', '--data', folder, 'hooks', ...args])
    const listed = await sanity('list', '--project-id', 'copydesk')
    expect(listed.stdout).toContain('Name: Rebuild')
    expect(listed.stdout).toContain(`URL: ${receiver.url}`)
    const logs = await sanity('logs', 'Rebuild', '--detailed', '--project-id', 'copydesk')
    expect(logs.stdout).toMatch(/Status: success\nResult code: 200/)
    expect(logs.stdout).toMatch(/_id: .*ports/)
    expect(logs.stdout).toMatch(/Success: HTTP 200 \(\d+ms\)/)
  })

  it('test sends the newest document that matches the filter', async () => {
    await lake.client('editor').create({_id: 'politics', _type: 'section', title: 'Politics'})
    const {length} = receiver.received
    const {stdout, code} = await webhook('test', id)
    expect(stdout).toMatch(/^Sent ports: 200 after \d+ ms\.\n$/)
    expect(code).toBe(0)
    expect(receiver.received.slice(length).map(({json}) => json._id)).toEqual(['ports'])
    receiver.answer(404)
    expect(await webhook('test', id)).toMatchObject({code: 1})
  })

  it('disable and enable switch it', async () => {
    expect((await webhook('disable', id)).stdout).toBe(`Webhook ${id} is off.\n`)
    expect((await webhook('list')).stdout).toMatch(/ off, by a person\n$/)
    expect((await webhook('enable', id)).stdout).toBe(`Webhook ${id} is on.\n`)
    expect(lake.lake.services.webhooks.get(id).isDisabledByUser).toBe(false)
  })

  it('list tells why one is off by itself, and enable from when on it is told what it missed', async () => {
    const {webhooks} = lake.lake.services
    const projection = `{_id, "all": [${Array(12).fill('text').join(', ')}]}`
    webhooks.change(id, {rule: {projection}})
    for (const _id of ['a', 'b', 'c']) {
      const text = 'x'.repeat(400_000)
      await lake.client('editor').create({_id, _type: 'topic', title: _id, text})
    }
    await webhooks.check()
    const time = '2026-\\S+Z'
    expect((await webhook('list')).stdout).toMatch(
      new RegExp(` off, by itself at ${time}: Its projection makes a body that is too long.\n`),
    )
    expect((await webhook('enable', id)).stdout).toMatch(
      new RegExp(`^Webhook ${id} is on. It is sent what it missed since ${time}, in order.\n$`),
    )
  })

  it('remove ends it', async () => {
    expect(await webhook('remove', id)).toMatchObject({code: 0})
    const again = await webhook('remove', id)
    expect(again).toMatchObject({code: 1, stderr: `There is no webhook ${id}.\n`})
  })

  it.each([
    [['add', 'https://example.org/', '--name', 'x', '--filter', '_type =='], /filter cannot be/],
    [['add', 'https://example.org/', '--name', 'x', '--header', 'none'], /written as "Name: val/],
    [['add', 'nowhere', '--name', 'x'], /needs an http or https address/],
  ])('%j is refused in a sentence', async (args, sentence) => {
    const {code, stdout, stderr} = await webhook(...args)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
  })
})
