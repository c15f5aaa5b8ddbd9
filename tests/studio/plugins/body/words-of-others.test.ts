// In the editor itself: what others write neither takes a paragraph that was just begun, nor the caret.
import type {PortableTextBlock} from '@portabletext/editor'
import {makePatches, stringifyPatches} from '@sanity/diff-match-patch'
import {afterEach, expect, test, vi} from 'vitest'
import {keepKeys} from '../../../../studio/plugins/body/keep-keys.ts'
import type {Patch} from '../../../../studio/plugins/body/patches-of-others.ts'
import {standBefore} from '../../../../studio/plugins/body/words-of-others.tsx'
import {openEditor, valueOf} from '../../support/text-editor.tsx'

let close: () => Promise<void>
afterEach(async () => {
  vi.useRealTimers()
  await close()
  vi.unstubAllGlobals()
})

const block = (key: string, text: string): PortableTextBlock => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
})
const caret = (key: string, offset: number) => {
  const point = {path: [{_key: key}, 'children', {_key: 's'}], offset}
  return {anchor: point, focus: point}
}
const textsOf = (blocks: readonly any[]): string[] =>
  blocks.map(({children}) => children.map(({text}: any) => text).join(''))

/** An editor, and a form that takes its patches as the studio's form does. */
async function open(
  text: PortableTextBlock[],
  ids = {shown: 'drafts.a', told: 'drafts.a'},
  publish: (tell: () => void) => void = (tell) => tell(),
) {
  const {editor, ...opened} = await openEditor(text)
  close = opened.close
  const form = {value: text}
  editor.on('mutation', ({patches, value}) => {
    const told = patches.map((patch) => ({...patch, origin: 'local' as const}))
    publish(() => {
      form.value = value ?? []
      editor.send({type: 'patches', patches: told, snapshot: form.value})
    })
  })
  standBefore(editor, () => ids)
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']})
  const shown = () => textsOf(valueOf(editor))
  /** Words of others, as the form publishes them, and the form's value, as React hands it over. */
  const others = (key: string, before: string, after: string): void => {
    const value = stringifyPatches(makePatches(before, after))
    const path = [{_key: key}, 'children', {_key: 's'}, 'text']
    form.value = form.value.map((one) => (one._key === key ? block(key, after) : one))
    editor.send({
      type: 'patches',
      patches: [{type: 'diffMatchPatch', origin: 'remote', path, value}],
      snapshot: form.value,
    })
    editor.send({type: 'update value', value: form.value})
  }
  const type = (text: string): void => {
    for (const letter of text) editor.send({type: 'insert.text', text: letter})
  }
  return {editor, form, shown, others, type}
}

/** The form has had `before`, and has a third sentence now. */
async function openWithEarlierText(ids?: {shown: string; told: string}) {
  const {editor, form, shown, type} = await open([block('p', 'One.')], ids)
  editor.send({type: 'select', at: caret('p', 4)})
  type(' Two.')
  vi.advanceTimersByTime(1500)
  const before = form.value
  type(' Three.')
  vi.advanceTimersByTime(1500)
  expect(shown()).toEqual(['One. Two. Three.'])
  return {editor, shown, before}
}

test('a paragraph that is begun while a colleague writes stays, with the caret in it', async () => {
  const {editor, form, shown, others, type} = await open([
    block('mine', 'Mine.'),
    block('theirs', 'Theirs.'),
  ])
  editor.send({type: 'select', at: caret('mine', 5)})
  type(' One')
  others('theirs', 'Theirs.', 'Theirs. More.')
  // The editor looks a second later whether it can take the form's value.
  vi.advanceTimersByTime(200)
  type(' two')
  vi.advanceTimersByTime(200)
  type(' three')
  vi.advanceTimersByTime(200)
  type(' four')
  vi.advanceTimersByTime(200)
  type(' five')
  vi.advanceTimersByTime(195)
  editor.send({type: 'insert.break'})
  vi.advanceTimersByTime(5)
  type('Next')
  vi.advanceTimersByTime(3000)
  expect(shown()).toEqual(['Mine. One two three four five', 'Next', 'Theirs. More.'])
  expect(textsOf(form.value)).toEqual(shown())
})

test('a value that React hands over late takes neither a paragraph nor the caret', async () => {
  const {editor, form, shown, others, type} = await open([
    block('mine', 'Mine.'),
    block('theirs', 'Theirs.'),
  ])
  editor.send({type: 'select', at: caret('mine', 5)})
  type(' One.')
  vi.advanceTimersByTime(1500)
  others('theirs', 'Theirs.', 'Theirs. More.')
  const late = form.value
  editor.send({type: 'insert.break'})
  type('Ne')
  vi.advanceTimersByTime(1500)
  editor.send({type: 'update value', value: structuredClone(late)})
  type('xt')
  editor.send({type: 'update value', value: structuredClone(form.value)})
  vi.advanceTimersByTime(5000)
  expect(shown()).toEqual(['Mine. One.', 'Next', 'Theirs. More.'])
  expect(textsOf(form.value)).toEqual(shown())
})

test('a value without a new paragraph that is on its way to the form does not take it', async () => {
  const ids = {shown: 'drafts.a', told: 'drafts.a'}
  const slowly = (tell: () => void) => void setTimeout(tell, 2000)
  const {editor, form, shown, others, type} = await open(
    [block('mine', 'Mine.'), block('theirs', 'Theirs.')],
    ids,
    slowly,
  )
  editor.send({type: 'select', at: caret('mine', 5)})
  type(' One.')
  vi.advanceTimersByTime(4000)
  editor.send({type: 'insert.break'})
  type('Ne')
  others('theirs', 'Theirs.', 'Theirs. More.')
  vi.advanceTimersByTime(1500)
  type('xt')
  vi.advanceTimersByTime(4000)
  editor.send({type: 'update value', value: structuredClone(form.value)})
  vi.advanceTimersByTime(5000)
  expect(shown()).toEqual(['Mine. One.', 'Next', 'Theirs. More.'])
  expect(textsOf(form.value)).toEqual(shown())
})

test('an earlier text is shown if the form has it again', async () => {
  const {editor, shown, before} = await openWithEarlierText()
  editor.send({type: 'update value', value: before})
  vi.advanceTimersByTime(5000)
  expect(shown()).toEqual(['One. Two.'])
})

test('the text of another document is shown at once, also if it is an earlier one of this', async () => {
  const ids = {shown: 'drafts.a', told: 'drafts.a'}
  const {editor, shown, before} = await openWithEarlierText(ids)
  ids.shown = 'versions.r1.a'
  editor.send({type: 'update value', value: before})
  expect(shown()).toEqual(['One. Two.'])
})

test('who types where a colleague typed, too, goes on behind the own words', async () => {
  const {editor, form, shown, others, type} = await open([block('p', 'One.')])
  editor.send({type: 'select', at: caret('p', 4)})
  type(' mine')
  vi.advanceTimersByTime(1000)
  type(' and')
  // The form has put the colleague's words behind those of its own.
  others('p', 'One. mine', 'One. mine theirs')
  type(' more')
  vi.advanceTimersByTime(1000)
  expect(shown()).toEqual(['One. mine and more theirs'])
  expect(textsOf(form.value)).toEqual(shown())
})

test('words of the published document stay out of the draft’s text', async () => {
  const ids = {shown: 'drafts.a', told: 'drafts.a'}
  const {editor, shown, others, type} = await open([block('p', 'A draft.')], ids)
  editor.send({type: 'select', at: caret('p', 8)})
  type(' Mine.')
  vi.advanceTimersByTime(1000)
  ids.told = 'a'
  const path = [{_key: 'p'}, 'children', {_key: 's'}, 'text']
  const value = stringifyPatches(makePatches('A draft.', 'A draft. Published.'))
  editor.send({
    type: 'patches',
    patches: [{type: 'diffMatchPatch', origin: 'remote', path, value}],
    snapshot: [block('p', 'A draft. Published.')],
  })
  vi.advanceTimersByTime(3000)
  expect(shown()).toEqual(['A draft. Mine.'])
  ids.told = 'drafts.a'
  others('p', 'A draft. Mine.', 'A draft. Mine. Theirs.')
  expect(shown()).toEqual(['A draft. Mine. Theirs.'])
})

test('a paragraph that is gone from the form’s text gives no other paragraph a new key', async () => {
  const text = ['a', 'gone', 'b', 'c'].map((key) => block(key, `${key}.`))
  const {editor, form, shown, type} = await open(text)
  // The editor tells nothing of its own repairs until somebody types.
  editor.send({type: 'select', at: caret('a', 2)})
  type(' More.')
  vi.advanceTimersByTime(1500)
  const told: Patch[] = []
  editor.on('patch', ({patch}) => void told.push(patch))
  const without = form.value.filter(({_key}) => _key !== 'gone')
  editor.send({type: 'update value', value: without})
  vi.advanceTimersByTime(1500)
  expect(shown()).toEqual(['a. More.', 'b.', 'c.'])
  // What the editor itself would make of the form.
  expect(told.map(({path}) => path)).toEqual([[2, '_key']])
  expect(keepKeys(told, without)).toEqual([])
})
