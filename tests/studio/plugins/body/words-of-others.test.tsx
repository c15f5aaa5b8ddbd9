// In the editor itself: what others write neither takes a paragraph that was just begun, nor the caret.
import type {Editor, PortableTextBlock} from '@portabletext/editor'
import {makePatches, stringifyPatches} from '@sanity/diff-match-patch'
import {JSDOM} from 'jsdom'
import {createRef} from 'react'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

const {window: page} = new JSDOM('<main></main>', {pretendToBeVisual: true})
const GLOBALS = ['document', 'Element', 'HTMLElement', 'MutationObserver', 'Node'] as const

const load = async () => ({
  ...(await import('@portabletext/editor')),
  ...(await import('@portabletext/editor/plugins')),
  ...(await import('react-dom/client')),
  ...(await import('../../../../studio/plugins/body/words-of-others.tsx')),
})

let loaded: Awaited<ReturnType<typeof load>>
let close: () => void
beforeEach(async () => {
  vi.stubGlobal('window', page)
  for (const name of GLOBALS) vi.stubGlobal(name, page[name])
  loaded = await load()
}, 120_000)
afterEach(async () => {
  close()
  vi.useRealTimers()
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
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
async function open(text: PortableTextBlock[], isOfForm = () => true) {
  const {EditorProvider, EditorRefPlugin, EventListenerPlugin} = loaded
  const {createRoot, defineSchema} = loaded
  const ref = createRef<Editor>()
  const form = {value: text}
  const root = createRoot(page.document.createElement('div'))
  close = () => root.unmount()
  root.render(
    <EditorProvider
      initialConfig={{
        schemaDefinition: defineSchema({styles: [{name: 'normal'}]}),
        initialValue: text,
      }}
    >
      <EventListenerPlugin
        on={(event) => {
          if (event.type !== 'mutation') return
          form.value = event.value ?? []
          const patches = event.patches.map((patch) => ({...patch, origin: 'local' as const}))
          ref.current?.send({type: 'patches', patches, snapshot: form.value})
        }}
      />
      <EditorRefPlugin ref={ref} />
    </EditorProvider>,
  )
  const editor = await vi.waitUntil(() => ref.current, {interval: 1})
  await vi.waitUntil(() => editor.getSnapshot().context.value[0]?._key === text[0]?._key, {
    interval: 1,
  })
  loaded.standBefore(editor, isOfForm)
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']})
  const shown = () => textsOf(editor.getSnapshot().context.value)
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
  let isOfForm = true
  const {editor, shown, others, type} = await open([block('p', 'A draft.')], () => isOfForm)
  editor.send({type: 'select', at: caret('p', 8)})
  type(' Mine.')
  vi.advanceTimersByTime(1000)
  isOfForm = false
  const path = [{_key: 'p'}, 'children', {_key: 's'}, 'text']
  const value = stringifyPatches(makePatches('A draft.', 'A draft. Published.'))
  editor.send({
    type: 'patches',
    patches: [{type: 'diffMatchPatch', origin: 'remote', path, value}],
    snapshot: [block('p', 'A draft. Published.')],
  })
  vi.advanceTimersByTime(3000)
  expect(shown()).toEqual(['A draft. Mine.'])
  isOfForm = true
  others('p', 'A draft. Mine.', 'A draft. Mine. Theirs.')
  expect(shown()).toEqual(['A draft. Mine. Theirs.'])
})
