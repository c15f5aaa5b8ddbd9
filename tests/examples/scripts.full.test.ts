// The examples without a build print the same newsroom: fetch in Node, Python, Sanity's client.
import {createServer, type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {TestLake} from '../support/lake.ts'
import {EXAMPLES, run} from './run.ts'
import {startSeededLake} from './seeded-lake.ts'

const SLUG = 'china-two-sessions-why-they-matter'
const SCRIPTS: Record<string, [command: string, script: string]> = {
  'fetch-node': [process.execPath, 'newsroom.mjs'],
  client: [process.execPath, 'newsroom.ts'],
  python: ['python3', 'newsroom.py'],
}

let lake: TestLake
beforeAll(async () => void (lake = await startSeededLake()))
afterAll(() => lake.close())

const startAt = (address: string, name: string, ...args: string[]) => {
  const [command = '', script = ''] = SCRIPTS[name] ?? []
  return run(command, [script, ...args], {cwd: join(EXAMPLES, name), lake: address})
}
const start = (name: string, ...args: string[]) => startAt(lake.origin, name, ...args)

/** An address where no server listens. */
async function deserted(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => void server.close(resolve))
  return `http://127.0.0.1:${port}`
}

describe.each(Object.keys(SCRIPTS))('examples/%s', (name) => {
  it('lists the newest articles, each with how to read it', async () => {
    const {code, output, errors} = await start(name)
    expect(errors).toBe('')
    expect(code).toBe(0)
    const lines = output.trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(20)
    expect(lines[0]).toBe(
      'Twelve minutes past four: the night the barrier shut itself (Environment & Science)',
    )
    expect(lines[1]).toMatch(/^ {2}\w+ newsroom\.\w+ the-night-the-barrier-shut-itself$/)
  })

  it('prints an article with its text, credits and speakers as they were', async () => {
    const {code, output, errors} = await start(name, SLUG)
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(output).toMatch(/^China’s Two Sessions open: why a scripted week matters\n/)
    expect(output).toContain('\nBy Ingrid Vassall\n')
    expect(output).toContain(
      'Photo: Felice Beato / The J. Paul Getty Museum, Open Content Program]',
    )
    expect(output).toContain(`\n${lake.origin}/images/copydesk/production/`)
    expect(output).toContain('## The economy first')
    expect(output).toContain('“Li Qiang is unlikely to deliver any big surprises,” say Neil Thomas')
    expect(output).toContain(
      '> — Rory Green, Chief China Economist, GlobalData TS Lombard\n\n## The view from Tokyo and Seoul',
    )
    expect(output).not.toMatch(/undefined|null|None/)
  })

  it('shows the caption of the place, if it has one', async () => {
    const {output} = await start(name, SLUG)
    const place = await lake
      .client()
      .fetch<string>('*[_type == "article" && slug.current == $slug][0].leadPhoto.caption', {
        slug: SLUG,
      })
    expect(place).toMatch(/^Boats in a river/)
    expect(output).toContain(`[${place} Photo: `)
  })

  it('says in one line if nothing is published, and fails', async () => {
    const {code, output, errors} = await start(name, 'nothing-here')
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors.trim()).toBe('Nothing is published at nothing-here.')
  })
})

it.each(['fetch-node', 'python'])('examples/%s says that no newsroom answers', async (name) => {
  const address = await deserted()
  const {code, output, errors} = await startAt(address, name)
  expect(code).toBe(1)
  expect(output).toBe('')
  expect(errors.trim()).toBe(`No newsroom answers at ${address}.`)
})

it('each prints the same article', async () => {
  const outputs = await Promise.all(
    Object.keys(SCRIPTS).map(async (name) => (await start(name, SLUG)).output),
  )
  expect(outputs).toHaveLength(3)
  expect(new Set(outputs).size).toBe(1)
})
