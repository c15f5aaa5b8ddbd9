import {describe, expect, test} from 'vitest'
import {changes, changesOf, paragraph, ref} from './support.ts'

const ONE = 'Maren Oakley was on the stairs when the floor began to hum.'
const TWO = 'That was at four. The tide outside stood at 3.4 metres, higher than the quay.'
const THREE = 'Her master sent the authority an invoice on Sunday.'
const body = [paragraph('a', ONE), paragraph('b', TWO), paragraph('c', THREE)]
const [a, b, c] = body as [object, object, object]

const text = (after: object[], before: object[] = body) =>
  changes({body: before}, {body: after})['Text']

describe('the text of an article, paragraph by paragraph', () => {
  test('shows the words that changed inside one', () => {
    expect(text([a, b, paragraph('c', THREE.replace('Sunday', 'Monday'))])).toEqual([
      '=',
      '=',
      'Her master sent the authority an invoice on [-Sunday-]{+Monday+}.',
    ])
  })

  test('a new one, and one that is gone', () => {
    expect(text([a, paragraph('x', 'It stopped.'), c])).toEqual([
      '=',
      `[-${TWO}-]`,
      '{+It stopped.+}',
      '=',
    ])
  })

  test('one that moved, with what changed in it', () => {
    expect(text([paragraph('c', THREE.replace('an', 'the')), a, b])).toEqual([
      'Her master sent the authority [-an-]{+the+} invoice on Sunday. (Moved up)',
      '=',
      '=',
    ])
    expect(text([b, c, a])).toEqual(['=', '=', `${ONE} (Moved down)`])
  })

  test('one that was cut out and pasted elsewhere', () => {
    expect(text([paragraph('new', THREE), a, b])).toEqual([`${THREE} (Moved up)`, '=', '='])
  })

  test('one that was made two, in the middle', () => {
    const [head, tail] = TWO.split('. ') as [string, string]
    expect(text([a, paragraph('b', `${head}.`), paragraph('n', tail), c])).toEqual([
      '=',
      'That was at four.{+ ¶+} (One paragraph made two)',
      'The tide outside stood at 3.4 metres, higher than the quay.',
      '=',
    ])
  })

  test('two that were made one', () => {
    expect(text([a, paragraph('b', `${TWO} ${THREE}`)])).toEqual([
      '=',
      `${TWO}[- ¶ -]${THREE} (Two paragraphs made one)`,
    ])
  })

  test('a new style, by the names of the buttons', () => {
    expect(text([paragraph('a', ONE, {style: 'h2'}), b, c])).toEqual([
      `h2: ${ONE} (Text → Subheading)`,
      '=',
      '=',
    ])
    expect(text([paragraph('a', ONE, {listItem: 'bullet', level: 1}), b, c])).toEqual([
      `bullet: ${ONE} (no list → Bullets)`,
      '=',
      '=',
    ])
  })

  test('equal content with new keys is not a change', () => {
    expect(text([paragraph('k', ONE), b, c])).toBeUndefined()
  })
})

describe('emphasis and links', () => {
  const span = (words: string, ...marks: string[]) => ({_type: 'span', text: words, marks})
  const block = (children: object[], markDefs: object[] = []) => [
    {_key: 'a', _type: 'block', style: 'normal', markDefs, children},
  ]
  const bare = block([span('The coaster Anna Brask lay outside.')])
  const emphasised = block([span('The coaster '), span('Anna Brask', 'em'), span(' lay outside.')])
  const linked = (markDef: object) =>
    block(
      [span('The coaster '), span('Anna Brask', 'l'), span(' lay outside.')],
      [{_key: 'l', ...markDef}],
    )
  const link = (href: string) => ({_type: 'link', href})

  test('emphasis that came and went', () => {
    expect(text(emphasised, bare)).toEqual([
      'The coaster Anna Brask lay outside. (Emphasis added to “Anna Brask”)',
    ])
    expect(text(bare, emphasised)).toEqual([
      'The coaster Anna Brask lay outside. (Emphasis removed from “Anna Brask”)',
    ])
  })

  test('a link, with where it leads', () => {
    expect(text(linked(link('https://a.example')), bare)).toEqual([
      'The coaster Anna Brask lay outside. (Link added to “Anna Brask”: https://a.example)',
    ])
    expect(text(linked(link('https://b.example')), linked(link('https://a.example')))).toEqual([
      'The coaster Anna Brask lay outside. (Link on “Anna Brask” changed: https://a.example → https://b.example)',
    ])
  })

  test('a link to a page of ours, by its title', () => {
    expect(text(linked({_type: 'internalLink', reference: ref('earlier')}), bare)).toEqual([
      'The coaster Anna Brask lay outside. (Link to our own page added to “Anna Brask”: An earlier story)',
    ])
  })

  test('a link under new words', () => {
    const after = block(
      [span('The coaster Anna Brask lay outside. '), span('Read more', 'l')],
      [{_key: 'l', ...link('https://a.example')}],
    )
    expect(text(after, bare)).toEqual([
      'The coaster Anna Brask lay outside.{+ +}{+Read more+} (Link added to “Read more”: https://a.example)',
    ])
  })
})

describe('photos, quotes and boxes in the text', () => {
  const photo = {_id: 'photo', _type: 'photoWithCredit', caption: 'Boats in the harbour'}
  const other = {_id: 'other', _type: 'photoWithCredit', caption: 'The closed gates'}
  const story = (...blocks: object[]) => ({
    _id: 'story',
    _type: 'article',
    headline: 'Tide',
    body: blocks,
  })
  const use = (id: string, more = {}) => ({_key: 'p', _type: 'photoUse', photo: ref(id), ...more})
  const shown = (before: object, after: object) =>
    changesOf([photo, other, before as never], [photo, other, after as never])[0]?.fields['Text']

  test('are named by their caption, never by an id', () => {
    expect(shown(story(a), story(a, use('photo')))).toEqual([
      '=',
      'Photo: {+Boats in the harbour+}',
    ])
    expect(shown(story(a, use('photo')), story(a, use('other')))).toEqual([
      '=',
      'Photo: The closed gates (Photo: Boats in the harbour → The closed gates)',
    ])
  })

  test('say what is shown otherwise', () => {
    expect(
      shown(
        story(use('photo', {role: 'inline'})),
        story(use('photo', {role: 'showcase', caption: 'Boats, 1865'})),
      ),
    ).toEqual([
      'Photo: Boats in the harbour · Boats, 1865 · Showcase, wide (Another caption, here only: {+Boats, 1865+}) (Size: In the text → Showcase, wide)',
    ])
  })

  test('a box shows the words that changed inside', () => {
    const box = (words: string) => ({
      _key: 'f',
      _type: 'factBox',
      title: 'The rule',
      body: [paragraph('x', words)],
    })
    expect(text([a, box('Ten minutes.')], [a, box('Nine minutes.')])).toEqual([
      '=',
      'Fact box: The rule · Ten minutes. (Text: [-Nine-]{+Ten+} minutes.)',
    ])
  })
})
