// In the editor itself: no word is lost by any gesture with photos, and undo brings back the same text.
import type {Editor} from '@portabletext/editor'
import fc from 'fast-check'
import {JSDOM} from 'jsdom'
import {createRef} from 'react'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import type {PhotoTools} from '../../../../studio/plugins/photos-in-text/photo-gestures.ts'
import type {Block} from '../../../../studio/plugins/photos-in-text/text-block.ts'
import {runs} from '../../../support/runs.ts'

const {window: page} = new JSDOM('<main></main>', {pretendToBeVisual: true})
const GLOBALS = [
  'document',
  'DOMParser',
  'Element',
  'HTMLElement',
  'MutationObserver',
  'Node',
] as const

const load = async () => ({
  ...(await import('@portabletext/editor')),
  ...(await import('@portabletext/editor/plugins')),
  ...(await import('react-dom/client')),
  ...(await import('../../../../studio/plugins/photos-in-text/photo-behaviors.ts')),
  ...(await import('../../../../studio/plugins/photos-in-text/photo-gestures.ts')),
  ...(await import('../../../../studio/plugins/photos-in-text/place-in-text.ts')),
})
type Loaded = Awaited<ReturnType<typeof load>>

let loaded: Loaded
beforeEach(async () => {
  vi.stubGlobal('window', page)
  for (const name of GLOBALS) vi.stubGlobal(name, page[name])
  loaded = await load()
}, 120_000)
afterEach(async () => {
  // React may still have something to do for what was put away.
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  vi.unstubAllGlobals()
})

/** The lake, in memory. */
function tools() {
  const documents: Record<string, unknown>[] = []
  const lake: PhotoTools['lake'] = {
    known: async () => new Map(),
    write: async (written) => void documents.push(...written),
    change: async () => undefined,
    fill: async () => undefined,
    captionOf: async () => '',
    send: async () => undefined,
  }
  const told: PhotoTools = {
    lake,
    language: 'en',
    say: () => undefined,
    askForCredit: () => undefined,
  }
  return {tools: told, documents}
}

/** An editor with this text, and what puts it away. */
async function open(text: readonly Block[]) {
  const {EditorProvider, EditorRefPlugin, BehaviorPlugin, createRoot, defineSchema} = loaded
  const {PHOTO_BEHAVIORS, createPasteBehavior} = loaded
  const schemaDefinition = defineSchema({
    decorators: [{name: 'strong'}],
    annotations: [{name: 'link', fields: [{name: 'href', type: 'string'}]}],
    styles: [{name: 'normal'}, {name: 'h2'}],
    lists: [{name: 'bullet'}],
    blockObjects: [
      {
        name: 'photoUse',
        fields: [
          {name: 'photo', type: 'object'},
          {name: 'role', type: 'string'},
        ],
      },
    ],
  })
  const ref = createRef<Editor>()
  const pasting = createPasteBehavior()
  const root = createRoot(page.document.createElement('div'))
  root.render(
    <EditorProvider initialConfig={{schemaDefinition, initialValue: [...text]}}>
      <EditorRefPlugin ref={ref} />
      <BehaviorPlugin behaviors={[...PHOTO_BEHAVIORS, pasting.behavior]} />
    </EditorProvider>,
  )
  const editor = await vi.waitUntil(() => ref.current, {interval: 1})
  await vi.waitUntil(() => editor.getSnapshot().context.value[0]?._key === text[0]?._key, {
    interval: 1,
  })
  return {editor, pasting, close: () => root.unmount()}
}

const words = (text: unknown): string[] =>
  (JSON.stringify(text) ?? '').match(/[Ww]\d+/gu)?.toSorted() ?? []
const wordsOfBlocks = (blocks: readonly Block[]): string[] =>
  words(blocks.map(({children}) => (children as {text?: string}[] | undefined) ?? []))

/** Each word is there once only, so that one that is lost or doubled is noticed. */
const CREDITS = ['', '', ' (© Name)', ' (© Agency by Name Other)', ' Photo: Name/AGENCY']
function textOfParts(parts: readonly [spans: number, credit: number, style: number][]): Block[] {
  let next = 0
  return parts.map(([spans, credit, style], index) => ({
    _type: 'block',
    _key: `b${index}`,
    style: style === 1 ? 'h2' : 'normal',
    ...(style === 2 && {listItem: 'bullet', level: 1}),
    markDefs: [],
    children: Array.from({length: spans + 1}, (_, at) => ({
      _type: 'span',
      _key: `s${index}-${at}`,
      marks: at % 2 === 1 ? ['strong'] : [],
      text:
        spans === 0 && credit === 0
          ? ''
          : `W${(next += 1)}a w${(next += 1)}b.${at === spans ? (CREDITS[credit] ?? '').replaceAll(/(Name|Other|Agency|AGENCY)/g, (name) => `${name}w${(next += 1)}`) : ' '}`,
    })),
  }))
}

const PARTS = fc.array(
  fc.tuple<[number, number, number]>(fc.nat(2), fc.nat(CREDITS.length - 1), fc.nat(2)),
  {minLength: 1, maxLength: 6},
)
const GESTURES = fc.array(
  fc.record({
    kind: fc.constantFrom('make', 'make', 'drop', 'paste'),
    from: fc.nat(20),
    to: fc.nat(20),
  }),
  {minLength: 1, maxLength: 4},
)

function select(editor: Editor, {from, to}: {from: number; to: number}): void {
  const text = loaded.blocksIn(editor)
  const pointAt = (draw: number) => {
    const block = text[draw % text.length] as Block
    const children = block['children'] as {_key: string; text: string}[] | undefined
    const child = children?.[draw % children.length]
    return child
      ? {
          path: [{_key: block._key}, 'children', {_key: child._key}],
          offset: draw % (child.text.length + 1),
        }
      : {path: [{_key: block._key}], offset: 0}
  }
  editor.send({type: 'select', at: {anchor: pointAt(from), focus: pointAt(to)}})
}

test('no word is lost, and undo brings each text back', {timeout: 240_000}, async () => {
  const acted: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(PARTS, GESTURES, async (parts, gestures) => {
      const {tools: told, documents} = tools()
      const {editor, close} = await open(textOfParts(parts))
      const before = wordsOfBlocks(loaded.blocksIn(editor))
      const steps: string[] = []
      for (const {kind, from, to} of gestures) {
        const was = JSON.stringify(loaded.blocksIn(editor))
        select(editor, {from, to})
        if (kind === 'make') await loaded.makePhotosOfSelection(told, editor)
        else {
          const file = new File([`${steps.length}-${from}`], 'a.jpg', {type: 'image/jpeg'})
          const place =
            kind === 'drop'
              ? loaded.placeBelow(loaded.blocksIn(editor), from % 8)
              : loaded.placeOfCaret(editor.getSnapshot())
          if (place) await loaded.addToText(told, editor, {given: [{file}], place})
        }
        const shown = new Set(
          loaded.blocksIn(editor).map(({photo}) => (photo as {_ref?: string} | undefined)?._ref),
        )
        const photos = documents.filter(({_id}) => shown.has(String(_id).replace('drafts.', '')))
        expect(
          [...wordsOfBlocks(loaded.blocksIn(editor)), ...photoWords(photos)].toSorted(),
        ).toEqual(before)
        if (JSON.stringify(loaded.blocksIn(editor)) === was) continue
        acted[kind] = (acted[kind] ?? 0) + 1
        steps.push(was)
      }
      for (const was of steps.toReversed()) {
        editor.send({type: 'history.undo'})
        expect(JSON.stringify(loaded.blocksIn(editor))).toBe(was)
      }
      close()
    }),
    {numRuns: runs(100), seed: 15},
  )
  // Each gesture has done something.
  for (const kind of ['make', 'drop', 'paste']) expect(acted[kind], kind).toBeGreaterThan(0)
})

/** Caption and credit. Creator and holder are parts of the credit. */
const photoWords = (photos: readonly Record<string, unknown>[]): string[] =>
  words(photos.map(({caption, creditLine}) => [caption, creditLine]))

test('pasted photos take the places of their markers, and no word is lost', async () => {
  const {editor, pasting, close} = await open(textOfParts([[1, 0, 0]]))
  const photo: Block = {_type: 'photoUse', _key: 'photo', role: 'inline'}
  const html = `<p>Before</p><p>${loaded.markerOf(0)}</p><p>After</p>`
  const dataTransfer = {
    types: ['text/html'],
    getData: (type: string) => (type === 'text/html' ? html : ''),
  }
  pasting.expect([photo])
  select(editor, {from: 1, to: 1})
  const was = JSON.stringify(loaded.blocksIn(editor))
  const {selection} = editor.getSnapshot().context
  if (!selection) throw new Error('Nothing is selected.')
  editor.send({
    type: 'clipboard.paste',
    originEvent: {dataTransfer: dataTransfer as unknown as DataTransfer},
    position: {selection},
  })
  const text = loaded.blocksIn(editor)
  expect(text.map(({_type}) => _type)).toContain('photoUse')
  expect(JSON.stringify(text)).not.toMatch(/[\uE000\uE001]/u)
  expect(JSON.stringify(text)).toMatch(/Before.*photoUse.*After/u)
  editor.send({type: 'history.undo'})
  expect(JSON.stringify(loaded.blocksIn(editor))).toBe(was)
  close()
})
