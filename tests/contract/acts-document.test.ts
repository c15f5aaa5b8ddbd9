// docs/acts.md is true: its tables match the code, and its examples work in their order.
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {EDITORIAL_ACTIONS, type EditorialAction} from '../../model/editorial-actions.ts'
import {PREVIEW_ACTIONS} from '../../workflow/preview/requests.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {openDesk, write, type Desk, type Fields, type Voice} from '../support/piece.ts'

const text = readFileSync(join(ROOT, 'docs/acts.md'), 'utf8')
const section = (title: string): string => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
/** Rows of a table without its head. */
const rowsOf = (title: string): string[][] =>
  section(title)
    .split('\n')
    .filter(
      (line) =>
        line.startsWith('| `') &&
        !line.startsWith('| `act` | roles | ') &&
        !line.startsWith('| `act` | by | '),
    )
    .map((line) =>
      line
        .slice(2, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
const codesIn = (words: string): string[] =>
  [...words.matchAll(/`([A-Za-z]+)`/g)].map(([, code = '']) => code)
const listed = (words: string): string[] => words.split(', ').toSorted()

const STATES = [...new Set(Object.values(EDITORIAL_ACTIONS).flatMap(({from}) => from))]

/** Bodies of requests, in their order; responses are blocks of JSON, too. */
const EXAMPLES = [...text.matchAll(/```json\n([^]*?)```/g)]
  .map(([, block = '']) => JSON.parse(block) as Fields)
  .filter((block) => 'act' in block)

describe('the tables', () => {
  const acts = rowsOf('Acts')

  it('have a row for each act, and no other', () => {
    expect(acts.map(([name = '']) => name.slice(1, -1))).toEqual(Object.keys(EDITORIAL_ACTIONS))
    expect(rowsOf('Previews').map(([name = '']) => name.slice(1, -1))).toEqual([...PREVIEW_ACTIONS])
  })

  it.each(acts)(
    'name for %s who may perform it, when, and what it needs',
    (name, roles, from, needs) => {
      const act = EDITORIAL_ACTIONS[name?.slice(1, -1) as EditorialAction]
      expect(listed(roles ?? '')).toEqual(act.roles.toSorted())
      const states =
        from === 'anywhere'
          ? STATES.filter((state) => state !== 'spiked')
          : (from ?? '').split(', ')
      expect(states.toSorted()).toEqual(act.from.toSorted())
      expect(needs === '`note`').toBe(act.needsNote !== undefined)
    },
  )

  it('name each member of a request, and no other', () => {
    const source = readFileSync(join(ROOT, 'model/editorial-actions.ts'), 'utf8')
    const members = /interface EditorialActionRequest \{(.*?)\n\}/s.exec(source)?.[1] ?? ''
    const known = [...members.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = '']) => name)
    expect(known.length).toBeGreaterThan(10)
    expect(rowsOf('The request').map(([name = '']) => name.slice(1, -1))).toEqual(
      expect.arrayContaining(known),
    )
    expect(rowsOf('The request')).toHaveLength(known.length)
  })

  it('name existing codes', () => {
    const source = globSync('workflow/**/*.ts', {cwd: ROOT})
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
    const codes = section('Answers').split('These are there now')[1] ?? ''
    expect(codesIn(codes).length).toBeGreaterThan(40)
    for (const code of codesIn(codes)) expect(source).toContain(`'${code}'`)
  })
})

describe('the examples', () => {
  let lake: TestLake
  let desk: Desk
  beforeAll(async () => {
    lake = await startLake()
    desk = await openDesk(lake)
    await write(desk, 'harbour')
  })
  afterAll(() => lake.close())

  it('begin with one for curl', () => {
    const curl = /-d '(.*)'/.exec(text)?.[1] ?? ''
    expect(JSON.parse(curl)).toEqual({act: 'submit', articleId: 'harbour'})
    expect(text).toContain('curl http://127.0.0.1:3333/v1/acts/production')
  })

  it('work one after the other', async () => {
    expect(EXAMPLES.length).toBeGreaterThan(8)
    for (const example of EXAMPLES) {
      const by: Voice = example['act'] === 'submit' ? desk.journalist : desk.editor
      const revision = desk.get('drafts.harbour')?.['_rev']
      const body = JSON.stringify(example).replace('<_rev of drafts.harbour>', String(revision))
      const response = await desk.act(by, JSON.parse(body) as Fields)
      expect(await response.json(), JSON.stringify(example)).toEqual({
        transactionId: expect.any(String),
      })
    }
    expect(desk.review('harbour').state).toBe('withdrawn')
  })

  it.each<[number, string, Fields, (desk: Desk) => Voice | null]>([
    [400, 'actError', {act: 'submit'}, ({editor}) => editor],
    [401, 'unauthorized', {act: 'submit', articleId: 'harbour'}, () => null],
    [403, 'editorialRule', {act: 'publish', articleId: 'harbour'}, ({editor}) => editor],
    [
      409,
      'revisionConflict',
      {act: 'submit', articleId: 'harbour', ifRevision: 'old'},
      ({editor}) => editor,
    ],
  ])('with refusals have the status %i and the type %s', async (status, type, body, who) => {
    const response = await desk.act(who(desk) ?? {id: '', headers: {}}, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({error: {type}})
    expect(section('Answers')).toContain(`| ${status} | \`${type}\` |`)
  })

  it('of the policy are the server’s response', async () => {
    const {headers} = desk.editor
    const response = await lake.fetch('/v1/acts/production', {headers})
    expect(text).toContain(JSON.stringify(await response.json()).replace(':', ': '))
  })
})
