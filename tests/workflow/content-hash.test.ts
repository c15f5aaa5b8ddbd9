import fc from 'fast-check'
import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {contentHash} from '../../workflow/content-hash.ts'
import {sha256} from '../../workflow/sha256.ts'
import {quoting} from '../support/quotations.ts'

const span = (text: string, ...marks: string[]) => ({_type: 'span', _key: text, text, marks})
const block = (children: object[], markDefs: object[] = [], _key = 'k') => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs,
  children,
})
const article = (body: object[], more: object = {}) => [
  {_id: 'drafts.a', _type: 'article', headline: 'Boat', body, ...more},
]
const hash = (body: object[], more: object = {}) => contentHash(article(body, more))

test('SHA-256 is that of everybody else, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', maxLength: 300}), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120]) {
    const text = 'é'.repeat(length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
  // Half a surrogate pair is not a character: it is hashed as U+FFFD.
  expect(sha256('a\ud800b')).toBe(createHash('sha256').update('a\ufffdb').digest('hex'))
})

test('approvals on record keep their content hash', () => {
  const piece = [
    {
      _id: 'a',
      _type: 'article',
      headline: 'The boat is back — „Wir warten“, 船が戻った 🚢',
      leadPhoto: {photo: {_type: 'reference', _ref: 'p'}},
      body: [
        block(
          [span('The boat '), span('is back.', 'l', 'strong')],
          [{_key: 'l', _type: 'link', href: '/boat'}],
        ),
      ],
    },
    {_id: 'p', _type: 'photoWithCredit', caption: 'A', creditLine: 'B'},
  ]
  expect(contentHash(piece)).toBe(
    '24ba810e7d7aaa181342609984d33d869a5d885c9e7a24826bddfe89ed9c937d',
  )
})

describe('the hash of a piece', () => {
  const plain = hash([block([span('The boat is back.')])])

  test('is the same for a draft and what is published of it', () => {
    const published = {
      _id: 'a',
      _type: 'article',
      _rev: 'r',
      _createdAt: 'x',
      _updatedAt: 'y',
      firstPublishedAt: 'z',
      previousSlugs: ['old'],
      headline: 'Boat',
      body: [block([span('The boat is back.')])],
    }
    expect(contentHash([published])).toBe(plain)
    expect(hash([block([span('The boat is back.')])], {_system: {createdBy: 'u'}})).toBe(plain)
  })

  test('does not hang on the order of documents or members', () => {
    const one = {_id: 'p', _type: 'photoWithCredit', caption: 'A', creditLine: 'B'}
    const same = {creditLine: 'B', caption: 'A', _type: 'photoWithCredit', _id: 'p'}
    const other = {_id: 'q', _type: 'expertQuote', text: 'C'}
    expect(contentHash([one, other])).toBe(contentHash([other, same]))
  })

  test('takes a reference for what it points to, however firmly', () => {
    const ref = (more: object) => ({leadPhoto: {photo: {_type: 'reference', _ref: 'p', ...more}}})
    const weak = ref({_weak: true, _strengthenOnPublish: {type: 'photoWithCredit'}})
    expect(hash([], weak)).toBe(hash([], ref({})))
    expect(hash([], {leadPhoto: {photo: {_type: 'reference', _ref: 'q'}}})).not.toBe(
      hash([], ref({})),
    )
  })

  test('changes with one character, one mark, one link, one order', () => {
    const variants = [
      [block([span('The boat is back!')])],
      [block([span('The boat is back.', 'strong')])],
      [block([span('The boat '), span('is back.', 'l')], [{_key: 'l', _type: 'link', href: '/a'}])],
      [block([span('The boat '), span('is back.', 'l')], [{_key: 'l', _type: 'link', href: '/b'}])],
      [block([span('The boat is back.')]), block([span('')])],
      [{...block([span('The boat is back.')]), style: 'h2'}],
    ]
    const hashes = new Set([plain, ...variants.map((body) => hash(body))])
    expect(hashes.size).toBe(variants.length + 1)
  })

  test('changes with which words are annotated, and with which quote', () => {
    const variants = [
      [quoting('k', 'So it is, ', 'she said.')],
      [quoting('k', ['So it is, ', 'q'], 'she said.')],
      [quoting('k', ['So it is, ', 'r'], 'she said.')],
      [quoting('k', ['So it is, she ', 'q'], 'said.')],
      [quoting('k', ['So it is, ', 'q', 'strong'], 'she said.')],
    ]
    expect(new Set(variants.map((body) => hash(body))).size).toBe(variants.length)
    expect(hash([quoting('k', ['So it ', 'q'], ['is, ', 'q'], 'she said.')])).toBe(
      hash([quoting('k', ['So it is, ', 'q'], 'she said.')]),
    )
  })

  test('does not change with what cutting and pasting leaves behind', () => {
    expect(hash([block([span('The boat is back.')], [], 'pasted')])).toBe(plain)
    expect(hash([block([span('The boat '), span('is back.')])])).toBe(plain)
    expect(hash([block([span(''), span('The boat is back.'), span('')])])).toBe(plain)
    const unused = [{_key: 'old', _type: 'link', href: '/gone'}]
    expect(hash([block([span('The boat is back.')], unused)])).toBe(plain)
    const linked = (key: string) => [
      block([span('Read', key, 'em')], [{_key: key, _type: 'link', href: '/a'}]),
    ]
    expect(hash(linked('x'))).toBe(hash(linked('y')))
  })

  test('changes with what a renderer could make something else of', () => {
    const good = {_key: 'l', _type: 'link', href: '/good'}
    const evil = {...good, href: '/evil'}
    const linked = (markDefs: unknown, marks: unknown = ['l'], more: object = {}) =>
      hash([{...block([{...span('Read'), marks}]), markDefs, ...more}])
    const approved = linked([good])
    const tricks = [
      linked([evil, good]),
      linked([good, evil]),
      linked([good, {...evil, _key: 7}]),
      linked([good, null]),
      linked({0: good}),
      linked([], [{_type: 'link', href: '/good'}]),
      linked([], 'l'),
      linked([good], ['l', null]),
      linked([{...good, _key: 'other'}, {...evil}]),
    ]
    expect(tricks).not.toContain(approved)
    // A block by another name is rendered all the same: which key is whose counts there, too.
    const named = (first: string, second: string) =>
      linked(
        [
          {...good, _key: first},
          {...evil, _key: second},
        ],
        ['a'],
        {_type: 'aside'},
      )
    expect(named('a', 'b')).not.toBe(named('b', 'a'))
  })

  test('never takes two different texts for one', () => {
    const body = fc.array(
      fc.record({
        style: fc.constantFrom('normal', 'h2'),
        text: fc.array(fc.record({text: fc.string(), bold: fc.boolean()}), {maxLength: 3}),
      }),
      {maxLength: 3},
    )
    type Body = {style: string; text: {text: string; bold: boolean}[]}[]
    const read = (value: Body) =>
      JSON.stringify(
        value.map(({style, text}) => [
          style,
          text.flatMap(({text, bold}) => Array.from(text, (letter) => [letter, bold])),
        ]),
      )
    const stored = (value: Body) =>
      value.map(({style, text}) => ({
        ...block(text.map(({text, bold}) => span(text, ...(bold ? ['strong'] : [])))),
        style,
      }))
    fc.assert(
      fc.property(body, body, (a, b) => {
        expect(hash(stored(a)) === hash(stored(b))).toBe(read(a) === read(b))
        expect(hash(stored(a))).toBe(hash(stored(structuredClone(a))))
      }),
    )
  })
})
