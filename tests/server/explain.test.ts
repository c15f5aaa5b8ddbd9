// What a developer types to see how a query is answered, beside a server that runs or without one.
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {explainCommand} from '../../server/commands/explain.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {temporaryFolder} from './support.ts'

let lake: TestLake
let said: string[] = []
beforeAll(async () => {
  lake = await startLake()
  const importer = lake.client('importer')
  await importer.create({_id: 'sea', _type: 'topic', title: 'Sea'})
  await importer.create({_id: 'drafts.sea', _type: 'topic', title: 'The sea'})
  await importer.create({_id: 'private.source.s', _type: 'privateSource', name: 'Deep'})
})
afterAll(() => lake.close())
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
})
afterEach(() => vi.restoreAllMocks())

const run = async (...args: string[]): Promise<string> => {
  said = []
  await explainCommand().parseAsync(['--data', lake.folder, ...args], {from: 'user'})
  return said.join('\n')
}
const explained = async (...args: string[]) => JSON.parse(await run('--json', ...args))

describe('explain', () => {
  it('shows steps, indexes and times, while the server runs', async () => {
    const text = await run('*[_type == "topic" && title == $title]', '--params', '{"title": "Sea"}')
    expect(text).toMatch(
      /^STEP +BY +TIMES +CANDIDATES +FOUND +MS\nfilter +title == "Sea" +1 +1 +1 /,
    )
    expect(text).toContain('\nIndexes: title of topic.\n')
    // Asked twice: what a server does that has run for a while.
    expect(text).toContain('(cached plan)')
    expect(text).toMatch(/The first time, with indexes to build, it took \d+ ms\.$/)
  })

  it('is of what the perspective shows and the role sees', {tags: ['full']}, async () => {
    const found = async (...args: string[]) => (await explained('*[_id != "x"]', ...args)).documents
    const published = await found()
    expect(await found('--perspective', 'raw')).toBe(published + 1)
    expect(await found('--as', 'anonymous')).toBe(published - 1)
    expect(await found('--as', 'developer')).toBe(published - 1)
  })

  it('is for programs too', async () => {
    expect(await explained('count(*[_type == "topic"])')).toMatchObject({
      steps: [{what: 'count', index: '_type', found: 1}],
      planWasKept: true,
      firstMs: expect.any(Number),
    })
  })

  it('points at what is wrong', async () => {
    await expect(run('*[_type == "topic"\n  && title == ]{title}')).rejects.toThrow(
      'Unexpected "]" (line 2, column 15)\n\n    && title == ]{title}\n                ^',
    )
    await expect(run('*[title == $headline]')).rejects.toThrow(
      'param $headline referenced, but not provided (line 1, column 12)\n\n  *[title == $headline]\n             ^^^^^^^^^',
    )
  })

  it.each([
    ['parameters that are none', ['*', '--params', '[1]'], '--params must be a JSON object'],
    ['parameters that are not JSON', ['*', '--params', 'a=b'], '--params must be a JSON object'],
    ['a role that there is not', ['*', '--as', 'publisher'], 'There is no role "publisher"'],
    ['a perspective that is none', ['*', '--perspective', 'a b'], '"a b" is not a perspective'],
  ])('refuses %s', async (_, args, says) => {
    await expect(run(...args)).rejects.toThrow(says)
  })

  it('wants a newsroom', async () => {
    const command = explainCommand().parseAsync(['*', '--data', temporaryFolder()], {from: 'user'})
    await expect(command).rejects.toThrow('There is no newsroom')
  })
})
