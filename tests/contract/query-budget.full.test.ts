// Queries that are made to overload the lake: each ends at a named limit, while others are
// answered.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {startLake, type TestLake} from '../support/lake.ts'

const BUDGET_MS = 800
const DOCUMENTS = 600

let lake: TestLake
let receiver: Receiver
beforeAll(async () => {
  lake = await startLake({
    webhooksPrivate: 'allow',
    queries: {budgetMs: BUDGET_MS, maxRows: 200_000, maxResultBytes: 1_000_000, memoryMb: 256},
  })
  receiver = await startReceiver()
  const text = Array.from({length: 100}, (_, index) => `word${index}`).join(' ')
  const block = {_type: 'block', _key: 'b', children: [{_type: 'span', _key: 's', text}]}
  const importing = lake.client('importer').transaction()
  for (let index = 0; index < DOCUMENTS; index++) {
    importing.create({
      _id: `topic-${index}`,
      _type: 'topic',
      title: `Topic ${index}`,
      rank: index,
      text,
      body: [block, block],
    })
  }
  await importing.commit()
  await ask('count(*)')
})
afterAll(async () => {
  await lake.close()
  await receiver.close()
})

const API = '/v2025-02-19'

interface Answer {
  status: number
  result: unknown
  type: string
  description: string
}

async function ask(query: string, params: object = {}, token = lake.token('editor')) {
  const response = await lake.fetch(`${API}/data/query/production?perspective=raw`, {
    method: 'POST',
    body: JSON.stringify({query, params}),
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  const body = (await response.json()) as {result?: unknown; error?: Answer}
  const {type = '', description = ''} = body.error ?? {}
  return {status: response.status, result: body.result, type, description} satisfies Answer
}

/** The text of a stream until a pattern appears, or it ends. Continues where it stopped. */
async function heardUntil(stream: Response, sign: RegExp): Promise<string> {
  const reader = readers.get(stream) ?? stream.body?.getReader()
  if (!reader) return ''
  readers.set(stream, reader)
  const decoder = new TextDecoder()
  let heard = ''
  while (!sign.test(heard)) {
    const {done, value} = await reader.read()
    if (done) break
    heard += decoder.decode(value, {stream: true})
  }
  return heard
}
const readers = new WeakMap<Response, ReadableStreamDefaultReader<Uint8Array>>()

/** `seed`, doubled this many times by `step`. */
const doubled = (seed: string, step: string, times: number): string =>
  `{"a": ${seed}}${`{"a": ${step}}`.repeat(times)}.a`

const DEEP = {type: 'queryParseError', says: /nested too deeply/}
/** The time limit or the document limit, whichever comes first. */
const TIME = {
  type: 'queryTimeout',
  says: /took longer than its budget of 800 ms|went through more than 200000 documents/,
}
/** On a busy machine the time limit may come before the size limit. */
const orTime = (size: RegExp) => ({
  type: /^query(?:ResultTooLarge|Timeout)$/,
  says: new RegExp(`${size.source}|${TIME.says.source}|needed too much memory`),
})
const RESULT = orTime(/result is too large/)
const TEXT = orTime(/a text of more than 8000000 characters/)
const LIST = orTime(/a list of more than 2000000 items/)
const SOME = orTime(/too large|a (?:list|text) of more than/)

const digits = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]'
const ten = `[${Array(10).fill('{}').join(', ')}]`
/** Ten to the sixth, only of literals; each is made where it is counted. */
const million = `${ten}{"b": ${ten}{"c": ${ten}{"d": ${ten}{"e": ${ten}{"f": ${ten}{"g": ^.^}}}}}}`

const HOSTILE: [string, string, {type: string | RegExp; says: RegExp}][] = [
  ['fifty thousand brackets', '('.repeat(50_000), DEEP],
  ['fifty thousand brackets, closed', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, DEEP],
  ['fifty thousand negations', `${'!'.repeat(50_000)}true`, DEEP],
  ['a sum of many terms', `1${' + 1'.repeat(4_000)}`, DEEP],
  ['a list of many numbers', `[${'1,'.repeat(40_000)}]`, TIME],
  ['joins in joins', '*{"a": *{"b": *{"c": *}}}', SOME],
  ['joins that look around', '*{"a": *[rank != ^.rank]{"b": *[rank != ^.^.rank]{rank}}}', TIME],
  [
    'a count of all triples',
    'count(*[count(*[rank != ^.rank && count(*[rank != ^.rank && text match "word1"]) > 0]) > 0])',
    TIME,
  ],
  ['a count of all triples', 'count(*[count(*[count(*[rank > ^.^.rank]) > 0]) > 0])', TIME],
  [
    'lists that are never looked up',
    `count(${million}[b[0].c[0].d[count(${million}) > 1] == 0])`,
    SOME,
  ],
  ['an object that holds itself twice', `{"a": 1}${'{"a": @, "b": @}'.repeat(60)}`, RESULT],
  ['a text that doubles', doubled('"xxxxxxxx"', 'a + a', 40), TEXT],
  ['a text joined with itself', doubled('"xxxxxxxx"', 'array::join([a, a], a)', 30), TEXT],
  ['a list that doubles', doubled(digits, 'a + a', 40), LIST],
  ['a list spread twice', doubled(digits, '[...a, ...a]', 40), LIST],
  ['lists of lists', doubled(digits, '[{"l": a}, {"l": a}].l[]', 40), LIST],
  ['texts put together in a join', '*{"a": *{"b": ^.text + text}}', SOME],
  ['a flood of letters', '*{"a": string::split(array::join(*.text, ""), "")}', SOME],
  ['the words of giant bodies', '*{"a": pt::text(*.body[] + *.body[])}', SOME],
  [
    'an order of an enormous list',
    `count(*{"a": ${doubled(digits, 'a + a', 16)}}.a[] | order(@ desc, @ asc))`,
    SOME,
  ],
  [
    'a pattern of nothing but wildcards',
    `count(*[array::join(*.text, " ") match "${'*w*o*'.repeat(200)}x"])`,
    SOME,
  ],
  ['a long list, in a join', `count(*[count(*[^.text in [${'"a",'.repeat(9_000)}]]) > 0])`, SOME],
  [
    'functions that call each other twice',
    `${Array.from(
      {length: 40},
      (_, at) => `fn f::f${at}($x) = $x{"a": f::f${at + 1}(@), "b": f::f${at + 1}(@)};`,
    ).join('')} fn f::f40($x) = $x{rank}; *[0]{"r": f::f0(@)}`,
    {type: 'queryParseError', says: /call each other too often/},
  ],
]

describe('a hostile query gets its limit, and a harmless one is answered meanwhile', () => {
  it.each(HOSTILE)('%s', async (_what, query, {type, says}) => {
    const [hostile, harmless] = await Promise.all([
      ask(query),
      ask('count(*[_type == "topic"])', {}, lake.token('journalist')),
    ])
    expect(harmless).toMatchObject({status: 200, result: DOCUMENTS})
    expect(hostile.status).toBe(400)
    expect(hostile.type).toMatch(type)
    expect(hostile.description).toMatch(says)
  })

  it('a query that only looks hostile is answered', async () => {
    expect((await ask('9 ** 9 ** 9 ** 9')).result).toBeNull()
    expect((await ask(`"${'a'.repeat(5_000)}" match "${'*a'.repeat(400)}*b"`)).result).toBe(false)
    const segments = `"${'a.'.repeat(2_000)}" in path("${'**.'.repeat(40)}x")`
    expect((await ask(segments)).result).toBe(false)
    expect((await ask('*[rank in $ranks]._id', {ranks: Array(20_000).fill(7)})).result).toEqual([
      'topic-7',
    ])
  })
})

describe('on the writing thread', () => {
  /** The message to a listener: a refusal, a failure, or none. */
  const conditions: [what: string, condition: string, told: RegExp | null][] = [
    ['negations', `${'!'.repeat(7_000)}true`, /nested too deeply/],
    ['a long sum', `1${' + 1'.repeat(1_600)} > 0`, /nested too deeply/],
    [
      'a text that doubles',
      `length(${doubled('"xxxxxxxx"', 'a + a', 40)}) > 0`,
      /8000000 characters/,
    ],
    ['a list that doubles', `count(${doubled(digits, 'a + a', 40)}) > 0`, /2000000 items/],
    ['a product of lists', `count(${million}[count(${million}) > 1]) > 0`, /takes too long/],
    ['a pattern of wildcards', `text match "${'*w*o*'.repeat(200)}x"`, null],
  ]
  /** Returns the CPU time of the thread, because the elapsed time depends on the machine's load. */
  const write = async (rank: number): Promise<number> => {
    const begun = process.threadCpuUsage()
    await lake.client('editor').patch('topic-1').set({rank}).commit()
    const {user, system} = process.threadCpuUsage(begun)
    return (user + system) / 1000
  }

  it.each(conditions)('a listener’s filter: %s', async (_what, condition, told) => {
    const query = encodeURIComponent(`*[${condition}]`)
    const ending = new AbortController()
    const stream = await lake.fetch(`${API}/data/listen/production?query=${query}`, {
      signal: ending.signal,
      headers: {authorization: `Bearer ${lake.token('editor')}`},
    })
    expect(stream.status).toBe(200)
    const heard = told ? await heardUntil(stream, /(?:channelError|welcome)\ndata: .*\n/) : ''
    expect(await write(1_000)).toBeLessThan(3_000)
    expect((await ask('*[_id == "topic-1"][0].rank')).result).toBe(1_000)
    if (told) {
      const all = heard + (await heardUntil(stream, /channelError\ndata: .*\n/))
      expect(all).toMatch(/event: channelError/)
      expect(all).toMatch(told)
    }
    ending.abort()
    await write(1)
  })

  it.each([
    ...conditions.map(([what, filter]) => ({what: `filter: ${what}`, filter, projection: ''})),
    {what: 'filter: fifty thousand brackets', filter: '('.repeat(50_000), projection: ''},
    {
      what: 'projection: an object that holds itself twice',
      filter: '',
      projection: `{"a": 1}${'{"a": @, "b": @}'.repeat(60)}`,
    },
  ])('a webhook’s $what', async ({filter, projection}) => {
    const webhooks = lake.lake.services.webhooks
    let id: string | undefined
    try {
      const hook = webhooks.add({
        name: 'Hostile',
        url: receiver.url,
        dataset: 'production',
        rule: {on: ['update'], filter, projection},
      })
      id = hook.id
    } catch (error) {
      expect(error).toMatchObject({status: 400})
    }
    expect(await write(2_000)).toBeLessThan(3_000)
    await webhooks.check()
    expect(receiver.received).toEqual([])
    expect((await ask('*[_id == "topic-1"][0].rank')).result).toBe(2_000)
    if (id) webhooks.remove(id)
    await write(1)
  })
})
