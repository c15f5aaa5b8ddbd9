// @module-tag soak
// Large and foreign exports of WordPress. WORDPRESS_EXPORTS names files beside the made-up one, such as WordPress's own
// theme unit test data, separated by commas.
import {spawn} from 'node:child_process'
import {createWriteStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {createWxrReader, languageNamed, readBody, type WxrItem} from '@copydesk/intake/wordpress'
import {SOURCES} from '../../server/paths.ts'
import {onFolder, temporaryFolder} from '../server/support.ts'
import {largeExport} from '../support/wordpress-export.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/copydesk.ts', import.meta.url))
const FILES = (process.env['WORDPRESS_EXPORTS'] ?? '').split(',').filter(Boolean)

async function newsroom(): Promise<string> {
  const folder = join(temporaryFolder(), 'newsroom')
  await onFolder(folder)('init', '--name', 'Holm', '--admin', 'a@holm.example')
  return folder
}

describe.runIf(FILES.length > 0).each(FILES)('the export %s', (file) => {
  test('is imported whole, and a second time without a change', async () => {
    const run = onFolder(await newsroom())
    const first = await run('intake', 'wordpress', file)
    expect(first.code, first.stderr).toBe(0)
    expect(first.stdout).toMatch(/Documents created: \d+/)
    expect(first.stdout).not.toMatch(/refused/)
    const second = await run('intake', 'wordpress', file)
    expect(second.stdout).not.toMatch(/Documents (?:created|updated|refused)/)
  })

  test('loses no long word of its posts', async () => {
    const items: WxrItem[] = []
    const reader = createWxrReader({item: (item) => items.push(item)})
    reader.write(await readFile(file, 'utf8'))
    reader.end()
    for (const {type, title, content} of items) {
      if (type !== 'post') continue
      const {blocks, pictures} = await readBody(content, {rules: languageNamed('en')})
      const read = new Set(
        wordsIn(JSON.stringify([...blocks, ...pictures]).replaceAll(/\\[nt]/g, ' ')),
      )
      const lost = wordsIn(printed(content)).filter((word) => !read.has(word))
      expect(lost, title).toEqual([])
    }
  })
})

const wordsIn = (text: string): string[] => text.match(/\p{L}{5,}/gu) ?? []

/** What a browser prints of a text: neither comments, elements and shortcodes nor the button beside a file. */
const printed = (content: string): string =>
  content
    .replaceAll(/<!--[^]*?-->/g, ' ')
    .replaceAll(/<(script|style|svg|select)\b[^]*?<\/\1>/g, ' ')
    .replaceAll(/<a\b[^>]*wp-block-file__button[^>]*>[^]*?<\/a>/g, ' ')
    .replaceAll(
      /<\/?(?:su[bp]|[biu]|em|strong|span|a|code|tt|big|small|del|ins|s|strike)\b[^>]*>/g,
      '',
    )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/&#?\w+;/g, ' ')

interface Cost {
  /** Seconds of processor time. */
  processor: number
  /** The most memory at once, in MB. */
  memory: number
}

const MEASURE = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("cost",(u.userCPUTime+u.systemCPUTime)/1e6,u.maxRSS/1024)})`

async function costOf(args: readonly string[]): Promise<Cost> {
  const child = spawn(process.execPath, ['--import', MEASURE, SOURCES, SCRIPT, ...args])
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stdout.resume()
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code, said).toBe(0)
  const [, processor, memory] = /cost ([\d.]+) ([\d.]+)/.exec(said) ?? []
  return {processor: Number(processor), memory: Number(memory)}
}

/** Processor time and not the clock's: others may use the machine. */
test('10,000 posts take at most three times what an import of the same documents takes, in the same memory as 1,000', async () => {
  const folder = temporaryFolder()
  const costs: Cost[] = []
  const places: string[] = []
  for (const posts of [1000, 10_000]) {
    const file = join(folder, `${posts}.xml`)
    await pipeline(Readable.from(largeExport(posts)), createWriteStream(file))
    const place = await newsroom()
    places.push(place)
    costs.push(await costOf(['intake', 'wordpress', file, '--data', place]))
  }
  const content = join(folder, 'content.ndjson')
  await onFolder(places[1] ?? '')('export', content)
  const copy = join(temporaryFolder(), 'newsroom')
  const imported = await costOf(['import', content, '--data', copy])
  console.log('1,000 and 10,000 posts, and an import of the latter', costs, imported)
  const [few, many] = costs as [Cost, Cost]
  expect(many.memory / few.memory).toBeLessThan(1.5)
  expect(many.processor / imported.processor).toBeLessThan(3)
})
