// Documents too long to be held in memory: whatever asks for their text gets all of it, as it is now.
import {afterAll, beforeAll, beforeEach, afterEach, describe, expect, test} from 'vitest'
import type {Json, LakeDocument} from '../../src/types.ts'
import {ANYONE, createFixture, SYSTEM} from './fixture.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {byId, groqJsResult} from '@copydesk/groq/tests/hard-cases.ts'
import {seen} from './hard-seen.ts'

const ref = (_ref: string): Json => ({_type: 'reference', _ref})
const FILL = 'and the tide came in over the long grey harbour wall '
const block = (key: string, text: string, more: Record<string, Json> = {}): Json => ({
  _type: 'block',
  _key: key,
  children: [{_type: 'span', _key: 's', text: text + FILL.repeat(10)}],
  ...more,
})

const article = (id: string, words: string, more: Record<string, Json> = {}): LakeDocument =>
  doc(id, 'article', {
    title: words,
    body: [
      block('a', `${words} first `),
      {_type: 'quoteUse', _key: 'q', quote: ref(`q-${id.at(-1)}`)},
      block('b', `${words} last `, {markDefs: [{_key: 'm', _type: 'link', to: ref('q-1')}]}),
    ],
    n: id.length,
    ...more,
  })

const DOCUMENTS = byId([
  article('a1', 'Ebb', {notes: FILL.repeat(100), z: 1}),
  article('a2', 'Flow', {main: ref('a1')}),
  article('a3', 'Ebb', {main: ref('a2'), body: []}),
  article('drafts.a1', 'Draft ebb', {z: 2}),
  article('drafts.a4', 'Draft', {main: ref('a1')}),
  article('versions.r1.a2', 'Version'),
  doc('q-1', 'quote', {text: FILL.repeat(100), of: ref('a1')}),
  doc('q-2', 'quote', {text: 'short'}),
])

const QUERIES = [
  '*',
  '*[_id == "a1"][0]',
  '*[_id == "a1"]{...}',
  '*[_id == "a1"]{..., "title": "other"}',
  '*[_id == "a1"][0].body[1].quote->text',
  '*[_id == "a1"][0].body[_key == "b"].children[0].text',
  '*{_id, "n": count(body)}',
  '*{_id, "l": length(pt::text(body))}',
  '*{_id, "l": length(notes)}',
  '*[length(notes) > 100]._id',
  '*[defined(body)]._id',
  '*[!defined(body)]._id',
  '*[count(body) > 2]._id',
  '*[body[0]._key == "a"]._id',
  '*["b" in body[]._key]._id',
  '*["quoteUse" in body[]._type && n == 2]._id',
  '*[body == null]._id',
  '*[pt::text(body) match "ebb harb*"]._id',
  '*[[title, pt::text(body)] match "draft"] | order(_id desc)._id',
  '*[body[].children[].text match "last"]._id',
  '*[notes match "grey"]._id',
  '*[text match "grey"]._id',
  '*[references("q-1")]._id',
  '*[references("q-2")]._id',
  'count(*[references("q-1")])',
  '*[_type == "quote"]{_id, "in": *[references(^._id)]._id}',
  '*["q-1" in body[].quote._ref]._id',
  '*["q-1" in body[].markDefs[].to._ref]._id',
  '*[body[1].quote._ref == "q-2"]._id',
  '*[_type == "quote"]{_id, "in": *[^._id in body[].quote._ref]{_id, "first": body[0].children[0].text}}',
  '*[_type == "article"] | order(body[0].children[0].text desc)._id',
  '*[_type == "article"] | order(pt::text(body))[0..2]._id',
  '*[_type == "article"] | order(count(body), _id desc)._id',
  '*[_type == "article"] | order(length(notes) desc)[0]._id',
  '*[_type == "article"]{_id, body} | order(body[0].children[0].text)[0]',
  '*{_id, "main": main->body[0].children[0].text}',
  '*[main->body[0]._key == "a"]._id',
  '*[main->main->notes match "tide"]._id',
  '*[_type == "article"] | order(main->notes)[0]._id',
  '*[_type == "article"]{_id, "same": count(*[body[0].children[0].text == ^.body[0].children[0].text])}',
  '*[_type == "article"]{_id, "same": *[_id != ^._id && title == ^.title].body[0].children[0].text}',
  '*[_type == "article"] | score(pt::text(body) match "ebb", boost(title match "flow", 2)){_id, _score}',
  '*[_id == "a1"]{"k": body[]{_key, "q": quote->text}}',
  '*[_type == "article"].body[]._key',
  '*[].body[].quote._ref',
  '*[_id == $id][0]',
  '*[body match $word || title == $word]._id',
]
const PARAMS = {id: 'a2', word: 'Flow'}

describe.each([
  ['the raw dataset', SYSTEM, 'raw', () => true],
  ['drafts', SYSTEM, 'drafts', () => true],
  ['a release', SYSTEM, 'r1', () => true],
  ['a reader', ANYONE, 'published', ({_id}: LakeDocument) => !_id.includes('.')],
] as const)('Through %s', (_who, actor, perspective, sees) => {
  let fixture: ReturnType<typeof createFixture>
  beforeAll(() => {
    fixture = createFixture({threads: {least: 1, most: 1}})
    fixture.write(DOCUMENTS)
  })
  afterAll(() => fixture.close())

  test.each(QUERIES)('%s', async (query) => {
    const found: unknown = await fixture.ask(query, {actor, perspective, params: PARAMS})
    // As text: a document's fields come in the order in which they were written.
    expect(JSON.stringify(found)).toBe(
      JSON.stringify(groqJsResult(query, PARAMS, seen(DOCUMENTS, sees, perspective))),
    )
  })
})

describe('A new long text', () => {
  let fixture: ReturnType<typeof createFixture>
  beforeEach(() => (fixture = createFixture({threads: {least: 1, most: 1}})))
  afterEach(() => fixture.close())

  test('is in the next result, by every way to read it', async () => {
    const query = `{
      "found": *[pt::text(body) match $word]._id,
      "text": *[_id == "a1"][0].body[0].children[0].text,
      "far": *[_id == "a2"][0].main->body[0].children[0].text,
      "quoted": *[references("q-9")]._id,
      "order": *[_type == "article"] | order(body[0].children[0].text)[0]._id,
    }`
    let now = new Map<string, LakeDocument>()
    const steps: (LakeDocument | string)[][] = [
      [article('a1', 'Ebb'), article('a2', 'Flow', {main: ref('a1')})],
      [article('a1', 'Gale')],
      [article('a1', 'Gale', {body: [block('a', 'Ebb '), {_key: 'q', quote: ref('q-9')}]})],
      [article('a1', 'Gale', {body: 'Ebb'})],
      [article('a1', 'Gale', {body: [block('a', 'short')]})],
      ['a1'],
      [article('a1', 'Ebb')],
      [article('a2', 'Ebb', {main: ref('a2')})],
    ]
    for (const step of steps) {
      fixture.write(step)
      now = new Map(now)
      for (const change of step) {
        if (typeof change === 'string') now.delete(change)
        else now.set(change._id, change)
      }
      for (const word of ['ebb', 'gale']) {
        const found: unknown = await fixture.ask(query, {actor: SYSTEM, params: {word}})
        expect(found).toEqual(groqJsResult(query, {word}, byId([...now.values()])))
      }
    }
  })

  test('belongs to the same moment as the rest of the result', async () => {
    const write = (v: number): number =>
      fixture.write(
        Array.from({length: 60}, (_, n) =>
          article(`a${n}`, `v${v}`, {v, main: ref(`a${59 - n}`), body: [block('a', `v${v} `)]}),
        ),
      )
    write(0)
    // The later ones are fetched long after the question came.
    const query = `*[_type == "article"]{
      v,
      "own": string::split(body[0].children[0].text, " ")[0],
      "far": string::split(main->body[0].children[0].text, " ")[0],
      "match": count(*[pt::text(body) match "v" + string(^.v)]),
    }`
    for (let v = 1; v <= 12; v++) {
      const asked = fixture.ask(query, {actor: SYSTEM})
      write(v)
      const rows = (await asked) as {v: number; own: string; far: string; match: number}[]
      const [first] = rows
      const one = {v: first?.v, own: `v${first?.v}`, far: `v${first?.v}`, match: 60}
      expect(rows).toEqual(rows.map(() => one))
    }
  })
})
