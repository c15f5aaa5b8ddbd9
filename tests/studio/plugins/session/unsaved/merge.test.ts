import {describe, expect, test} from 'vitest'
import {merge, type Collision} from '../../../../../studio/plugins/session/unsaved/merge.ts'
import {generator} from '../../../../support/generator.ts'
import {runs} from '../../../../support/runs.ts'

interface Block {
  _key: string
  text: string
}
const document = (fields: Record<string, unknown>) => ({_type: 'article', ...fields})
const block = (_key: string, text: string): Block => ({_key, text})
const body = (...blocks: Block[]) => document({body: blocks})
const [a, b, c] = [block('a', 'One.'), block('b', 'Two.'), block('c', 'Three.')] as const
const text = (value: string) => document({dek: value})

describe('changes at different places', () => {
  test.each([
    ['one field each', {}, {headline: 'Boats'}, {dek: 'Late'}, {headline: 'Boats', dek: 'Late'}],
    ['both alike', {dek: 'x'}, {dek: 'y'}, {dek: 'y'}, {dek: 'y'}],
    ['a field cleared, another set', {dek: 'x'}, {}, {dek: 'x', kicker: 'k'}, {kicker: 'k'}],
    [
      'inside an object',
      {lead: {n: 1}},
      {lead: {n: 1, alt: 'A'}},
      {lead: {n: 2}},
      {lead: {n: 2, alt: 'A'}},
    ],
    ['only mine', {dek: 'x'}, {dek: 'y'}, {dek: 'x'}, {dek: 'y'}],
    ['only theirs', {dek: 'x'}, {dek: 'x'}, {dek: 'y'}, {dek: 'y'}],
  ])('are all kept: %s', (_, base, mine, theirs, expected) => {
    expect(merge({base, mine, theirs})).toEqual({document: expected, collisions: []})
  })

  test.each([
    [
      'begin and end',
      'The boat is late.',
      'Today the boat is late.',
      'The boat is late again.',
      'Today the boat is late again.',
    ],
    ['the same words', 'It is late.', 'It is very late.', 'It is very late.', 'It is very late.'],
    [
      'Japanese',
      '船は遅い。',
      '今日、船は遅い。',
      '船は遅い。明日も。',
      '今日、船は遅い。明日も。',
    ],
    [
      'a cut and an addition',
      'One. Two. Three.',
      'One. Three.',
      'One. Two. Three. Four.',
      'One. Three. Four.',
    ],
  ])('of one text are all kept: %s', (_, base, mine, theirs, expected) => {
    const merged = merge({base: text(base), mine: text(mine), theirs: text(theirs)})
    expect(merged).toEqual({document: text(expected), collisions: []})
  })

  test.each([
    ['a paragraph each', body(a), body(a, b), body(c, a), body(c, a, b)],
    [
      'paragraphs in the middle',
      body(a, b),
      body(a, block('x', 'X'), b),
      body(a, b, c),
      body(a, block('x', 'X'), b, c),
    ],
    [
      'my order, their words',
      body(a, b),
      body(b, a),
      body(a, block('b', 'Two!')),
      body(block('b', 'Two!'), a),
    ],
    [
      'their order, my words',
      body(a, b),
      body(a, block('b', 'Two!')),
      body(b, a),
      body(block('b', 'Two!'), a),
    ],
    [
      'a paragraph deleted',
      body(a, b, c),
      body(a, c),
      body(a, b, block('c', 'Third.')),
      body(a, block('c', 'Third.')),
    ],
    ['the first paragraphs', body(), body(a), body(), body(a)],
  ])('of a list are all kept: %s', (_, base, mine, theirs, expected) => {
    expect(merge({base, mine, theirs})).toEqual({document: expected, collisions: []})
  })

  test('leave the server’s own fields alone', () => {
    const {document: merged} = merge({
      base: {_id: 'drafts.a', _rev: '1', dek: 'x'},
      mine: {_id: 'drafts.a', _rev: '1', dek: 'y'},
      theirs: {_id: 'drafts.a', _rev: '2', _updatedAt: 'later', dek: 'x'},
    })
    expect(merged).toEqual({_id: 'drafts.a', _rev: '2', _updatedAt: 'later', dek: 'y'})
  })
})

describe('changes of the same place', () => {
  const places = (collisions: readonly Collision[]) => collisions.map(({path}) => path)

  test.each([
    ['a word', text('It is late.'), text('It is early.'), text('It is dark.'), ['dek']],
    ['insertions', text('A B'), text('A x B'), text('A y B'), ['dek']],
    ['a first text', document({}), text('mine'), text('theirs'), ['dek']],
    ['a number', document({n: 1}), document({n: 2}), document({n: 3}), ['n']],
    [
      'another picture',
      document({p: {_type: 'x'}}),
      document({p: {_type: 'y'}}),
      document({p: {_type: 'z'}}),
      ['p'],
    ],
    [
      'a paragraph',
      body(a),
      body(block('a', 'Mine.')),
      body(block('a', 'Theirs.')),
      ['body', {_key: 'a'}, 'text'],
    ],
    [
      'words in a paragraph that they deleted',
      body(a, b),
      body(a, block('b', 'Two more.')),
      body(a),
      ['body', {_key: 'b'}],
    ],
    [
      'words in a paragraph that I deleted',
      body(a, b),
      body(a),
      body(a, block('b', 'Two more.')),
      ['body', {_key: 'b'}],
    ],
  ])('are for a person to decide, and theirs stay: %s', (_, base, mine, theirs, path) => {
    const merged = merge({base, mine, theirs})
    expect(merged.document).toEqual(theirs)
    expect(places(merged.collisions)).toEqual([path])
  })

  test('hold both versions', () => {
    const {collisions} = merge({base: text('A'), mine: text('B'), theirs: text('C')})
    expect(collisions).toEqual([{path: ['dek'], base: 'A', mine: 'B', theirs: 'C'}])
  })
})

/** A list of paragraphs after some edits; each puts in words that nobody else has. */
function edited(blocks: readonly Block[], name: string, draw: () => number): Block[] {
  const pick = (length: number): number => Math.floor(draw() * length)
  let count = 0
  let result = [...blocks]
  for (let edits = 1 + pick(5); edits > 0; edits--) {
    const words = ` ${name}${count++}`
    const at = pick(result.length)
    const chosen = result[at]!
    if (draw() < 0.5) {
      const cut = pick(chosen.text.length + 1)
      const changed = chosen.text.slice(0, cut) + words + chosen.text.slice(cut)
      result = result.with(at, block(chosen._key, changed))
    } else if (draw() < 0.7)
      result = result.toSpliced(at, 0, block(`${name.at(-1)}${count}`, words))
    else if (result.length > 1) result = result.toSpliced(at, 1)
  }
  return result
}

test('at random no word of either is lost or doubled', {tags: ['random']}, () => {
  for (let seed = 1; seed <= runs(500); seed++) {
    const draw = generator(seed)
    const base = Array.from({length: 4}, (_, index) =>
      block(`k${index}`, `Some words of ${index}.`),
    )
    const [mine, theirs] = [edited(base, 'mine', draw), edited(base, 'theirs', draw)]
    const {document: merged, collisions} = merge({
      base: {body: base},
      mine: {body: mine},
      theirs: {body: theirs},
    })
    const result = JSON.stringify(merged)
    const both = result + JSON.stringify(collisions)
    const added = (blocks: Block[]) =>
      blocks.flatMap((each) => each.text.match(/(?:mine|theirs)\d/g) ?? [])
    for (const word of added(theirs)) expect(result.split(word).length, `seed ${seed}`).toBe(2)
    for (const word of added(mine)) {
      expect(both, `seed ${seed}`).toContain(word)
      expect(result.split(word).length, `seed ${seed}`).toBeLessThanOrEqual(2)
    }
  }
})
