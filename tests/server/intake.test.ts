// The command `intake`: what it prints, what it writes, and what it refuses.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {startLake} from '../support/lake.ts'
import {onFolder, temporaryFolder} from './support.ts'

const folder = temporaryFolder()
const run = onFolder(folder)

const ARTICLE = `Tide clock stops

The clock had been right for ninety years, twice a day and never in between.

By Tom Reed

HOLM (TW) — The town's only tide clock stopped on Monday morning. Nobody noticed until noon.

"It has earned a rest," said Ada Crane, a warden at the Holm Trust. "So have I."

Share
`

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(async () => (await startLake({dataFolder: folder, serve: false})).close())

describe('intake --dry-run', () => {
  it('prints drafts and what became none, as JSON and nothing else', async () => {
    const {code, stdout} = await run('intake', file('tide.txt', ARTICLE), '--dry-run')
    expect(code).toBe(0)
    const {documents, report} = JSON.parse(stdout) as {
      documents: Record<string, unknown>[]
      report: object
    }
    expect(documents.map(({_type}) => _type).toSorted()).toEqual([
      'article',
      'author',
      'expertQuote',
      'expertQuote',
      'source',
    ])
    expect(documents.at(-1)).toMatchObject({
      headline: 'Tide clock stops',
      dateline: 'HOLM (TW)',
      language: 'en',
    })
    expect(report).toMatchObject({furniture: ['Share'], language: 'en'})
  })

  it.each([
    [
      'no such file',
      () => join(folder, 'none.txt'),
      `There is no file ${join(folder, 'none.txt')}.`,
    ],
    ['an empty file', () => file('empty.txt', ''), 'empty.txt: This file is empty.'],
    ['a PDF', () => file('a.pdf', '%PDF-1.7\n%âãÏÓ'), /^a\.pdf: .*PDF/],
  ])('refuses %s with a sentence', async (_name, path, sentence) => {
    const {code, stdout, stderr} = await run('intake', path(), '--dry-run')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr.trim()).toMatch(
      sentence instanceof RegExp ? sentence : new RegExp(RegExp.escape(sentence)),
    )
  })
})

it('writes drafts, once for the same file, and a record of what is unconfirmed', async () => {
  const path = file('tide.txt', ARTICLE)
  const first = await run('intake', path)
  const second = await run('intake', path)
  expect([first.code, second.code]).toEqual([0, 0])
  expect(second.stdout).toBe(first.stdout)
  expect(second.stderr).toContain('was taken in before')
  const third = await run('intake', path, '--again')
  expect(third.stdout).not.toBe(first.stdout)

  const lake = await startLake({dataFolder: folder})
  try {
    const id = first.stdout.trim()
    const editor = lake.client('editor')
    expect(await editor.getDocument(`drafts.${id}`)).toMatchObject({
      headline: 'Tide clock stops',
      slug: {current: 'tide-clock-stops'},
    })
    expect(await editor.getDocument(`private.intake.${id}`)).toMatchObject({
      fileName: 'tide.txt',
      leftOut: ['Share'],
    })
    expect(
      await editor.fetch(
        'count(*[!(_id in path("**.**")) && _type in ["article", "expertQuote", "source", "author"]])',
        {},
        {perspective: 'raw'},
      ),
    ).toBe(0)
  } finally {
    await lake.close()
  }
})

describe('a file that fails leaves the others:', () => {
  const mixed = () => [
    file('a.pdf', '%PDF-1.7'),
    file('mixed.txt', `${ARTICLE}Print\n`),
    join(folder, 'none'),
  ]
  const sentences = [
    expect.stringMatching(/^a\.pdf: This is a PDF\./),
    `none: There is no file ${join(folder, 'none')}.`,
  ]

  it('--dry-run prints them', async () => {
    const {code, stdout, stderr} = await run('intake', ...mixed(), '--dry-run')
    expect(code).toBe(1)
    expect(stdout).toContain('Tide clock stops')
    expect(stderr.trim().split('\n')).toEqual(sentences)
  })

  it('they are taken in', async () => {
    const {code, stdout, stderr} = await run('intake', ...mixed())
    expect(code).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`mixed.txt: became article ${stdout.trim()}`)
    expect(stderr.trim().split('\n').slice(-2)).toEqual(sentences)
  })
})

it('names attachments of a mail that are not read', async () => {
  const attachment = (name: string) =>
    `--b\nContent-Disposition: attachment; filename="${name}"\n\nA story\n`
  const mail = `From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\n${ARTICLE}\n${attachment('a.txt')}${attachment('b.txt')}--b--\n`
  const path = file('story.eml', mail)
  const {stdout} = await run('intake', path, '--dry-run')
  expect(JSON.parse(stdout)).toMatchObject({report: {unread: ['a.txt', 'b.txt']}})
  expect((await run('intake', path)).stderr).toContain('Attached and not read: a.txt, b.txt.')
})
