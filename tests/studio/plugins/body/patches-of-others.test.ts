// Two people type at one place of a text: each editor must show what the form has, or words are lost.
import {applyPatches, makePatches, parsePatch, stringifyPatches} from '@sanity/diff-match-patch'
import {BufferedDocument, Mutation, type Doc} from '@sanity/mutator'
import {describe, expect, it} from 'vitest'
import {
  caretAmong,
  leadToForm,
  textAt,
  type Patch,
} from '../../../../studio/plugins/body/patches-of-others.ts'
import {generator} from '../../../support/generator.ts'
import {runs} from '../../../support/runs.ts'

const PATH = [{_key: 'p'}, 'children', {_key: 's'}, 'text']
const bodyOf = (text: string) => [
  {_key: 'p', _type: 'block', children: [{_key: 's', _type: 'span', text, marks: []}]},
]
const words = (before: string, after: string, origin: Patch['origin'] = 'remote') =>
  ({
    type: 'diffMatchPatch',
    path: PATH,
    origin,
    value: stringifyPatches(makePatches(before, after)),
  }) satisfies Patch
const applied = (patches: Patch[], text: string): string =>
  patches.reduce((now, {value}: any) => applyPatches(parsePatch(value), now)[0], text)

describe('what comes to an editor', () => {
  it('leads to the order that the form has, with what the form does not have yet', () => {
    const patches = leadToForm([words('One.', 'One. theirs')], {
      shown: bodyOf('One. mine!'),
      form: bodyOf('One. mine theirs'),
      unsent: [words('One. mine', 'One. mine!', 'local')],
    })
    expect(applied(patches, 'One. mine!')).toBe('One. mine! theirs')
  })

  it('is led there once, by however many patches', () => {
    const [first, ...more] = leadToForm([words('a', 'ab'), words('ab', 'abc')], {
      shown: bodyOf('a'),
      form: bodyOf('abc'),
      unsent: [],
    })
    expect(more).toEqual([])
    expect(applied([first as Patch], 'a')).toBe('abc')
  })

  it('is nothing if the editor shows it already', () => {
    const texts = {shown: bodyOf('ab'), form: bodyOf('ab'), unsent: []}
    expect(leadToForm([words('a', 'ab')], texts)).toEqual([])
  })

  const texts = {shown: bodyOf('a'), form: bodyOf('abc'), unsent: []}
  const untouched: [string, Patch[]][] = [
    ['patches of one’s own', [words('a', 'abc', 'local')]],
    [
      'a new paragraph',
      [{type: 'insert', origin: 'remote', path: [{_key: 'p'}], position: 'after', items: []}],
    ],
    [
      'words that are replaced as a whole, too',
      [words('a', 'ab'), {type: 'set', origin: 'remote', path: PATH, value: 'abc'}],
    ],
    [
      'words of a paragraph that is replaced',
      [{type: 'unset', origin: 'remote', path: [{_key: 'p'}]}, words('a', 'ab')],
    ],
    [
      'words of a paragraph that nobody has',
      [{...words('a', 'ab'), path: [{_key: 'q'}, 'children', 0, 'text']}],
    ],
  ]
  it.each(untouched)('stays as it is: %s', (_, patches) => {
    expect(leadToForm(patches, texts)).toEqual(patches)
  })
})

it.each([
  ['One. mine', 'One. mine theirs', 9, 9],
  ['One. mine', 'One. theirs mine', 9, 16],
  ['One. mine', 'Two, One. mine', 4, 9],
  ['One. gone mine', 'One. mine', 14, 9],
  ['', 'theirs', 0, 0],
])('the caret in “%s” is at the right place in “%s”', (before, after, caret, expected) => {
  expect(caretAmong(before, after, caret)).toBe(expected)
})

it('finds words by key and by position', () => {
  expect(textAt(bodyOf('One.'), PATH)).toBe('One.')
  expect(textAt(bodyOf('One.'), [0, 'children', 0, 'text'])).toBe('One.')
  expect(textAt(bodyOf('One.'), [{_key: 'q'}, 'children'])).toBeUndefined()
})

/** An editor of one paragraph, over Sanity's own document of a form. */
function openEditor(text: string) {
  const buffered = new BufferedDocument({_id: 'd', _type: 'article', _rev: '0', body: bodyOf(text)})
  const outbox: {mutation: Mutation; stored: () => void}[] = []
  let unsent: Patch[] = []
  let shown = text
  let caret = text.length
  const take = (form: Doc | null, own: number, remote: number): void => {
    const local = own ? [words(shown, shown, 'local')] : []
    const patches = leadToForm([...(remote ? [words('', ' ')] : []), ...local], {
      shown: bodyOf(shown),
      form: form?.['body'],
      unsent,
    })
    const after = applied(
      patches.filter(({origin}) => origin !== 'local'),
      shown,
    )
    caret = caretAmong(shown, after, caret)
    shown = after
  }
  buffered.onMutation = ({document, remote}) => {
    if (remote) take(document, 0, 1)
  }
  buffered.onRebase = (document, theirs, own) => take(document, own.length, theirs.length)
  buffered.commitHandler = ({mutation, success}) => outbox.push({mutation, stored: success})
  return {
    outbox,
    shown: () => shown,
    type(letter: string) {
      const after = shown.slice(0, caret) + letter + shown.slice(caret)
      unsent.push(words(shown, after, 'local'))
      shown = after
      caret += 1
    },
    flush() {
      const path = 'body[_key=="p"].children[_key=="s"].text'
      const mutations = unsent.map(({value}: any) => ({
        patch: {id: 'd', diffMatchPatch: {[path]: value}},
      }))
      unsent = []
      if (mutations.length) buffered.add(new Mutation({mutations}))
    },
    commit: () => void buffered.commit(),
    arrive: (mutation: Mutation) => buffered.arrive(mutation),
  }
}

it('two people who type at one place see what the form has, in whatever order all comes', () => {
  for (let seed = 1; seed <= runs(1000); seed += 1) {
    const draw = generator(seed)
    const people = [
      {...openEditor('THE BRIDGE IS OPEN.'), letters: 'abcdefghijklm', inbox: [] as any[]},
      {...openEditor('THE BRIDGE IS OPEN.'), letters: 'nopqrstuvwxyz', inbox: [] as any[]},
    ]
    let stored: Doc | null = {
      _id: 'd',
      _type: 'article',
      _rev: '0',
      body: bodyOf('THE BRIDGE IS OPEN.'),
    }
    let revision = 0
    const store = (of: (typeof people)[number]): void => {
      const next = of.outbox.shift()
      if (!next) return
      const {mutations, transactionId} = next.mutation.params
      revision += 1
      const event = {
        mutations,
        transactionId,
        previousRev: `${revision - 1}`,
        resultRev: `${revision}`,
        timestamp: '2026-01-01T00:00:00Z',
      }
      stored = new Mutation(event).apply(stored)
      for (const {inbox} of people) inbox.push(event)
      next.stored()
    }
    const arrive = (at: (typeof people)[number]): void => {
      const event = at.inbox.shift()
      if (event) at.arrive(new Mutation(event))
    }
    for (let step = 0; step < 120; step += 1) {
      const one = people[draw() < 0.5 ? 0 : 1]!
      const what = draw()
      if (what < 0.5) {
        one.type(one.letters[Math.floor(draw() * 13)]!)
      } else if (what < 0.65) one.flush()
      else if (what < 0.75) one.commit()
      else if (what < 0.87) store(one)
      else arrive(one)
    }
    for (let round = 0; round < 20; round += 1) {
      for (const one of people) {
        one.flush()
        one.commit()
        while (one.outbox.length) store(one)
      }
      for (const one of people) while (one.inbox.length) arrive(one)
    }
    const text = textAt(stored?.['body'], PATH)
    expect(
      people.map(({shown}) => shown()),
      `seed ${seed}`,
    ).toEqual([text, text])
  }
})
