// A plugin of every text's editor: it shows what the form has, with the words of others among one's own.
import {
  useEditor,
  type Editor,
  type EditorSelection,
  type PortableTextBlock,
} from '@portabletext/editor'
import {useEffect, useLayoutEffect, useRef} from 'react'
import {useFormBuilder, useFormValue} from 'sanity'
import {publishedIdOf} from '../../../model/ids.ts'
import {caretAmong, leadToForm, textAt, type Patch} from './patches-of-others.ts'

/** How many values of the form React may be behind. */
const EARLIER = 100
/** Milliseconds until React has handed over the next value. */
const NEXT_VALUE = 3000

type EventOf<Type> = Extract<Parameters<Editor['send']>[0], {type: Type}>
type PatchesEvent = EventOf<'patches'>
type ValueEvent = EventOf<'update value'>

/** Takes the others' patches on their way to the editor. See `leadToForm` for the reason. */
export function WordsOfOthers() {
  const editor = useEditor()
  const {patchChannel} = useFormBuilder().__internal
  const shown = useFormValue(['_id'])
  const ids = useRef<Ids>({shown, told: undefined})
  // Before the studio hands over the values of another document.
  useLayoutEffect(() => {
    ids.current.shown = shown
  }, [shown])
  // Before the studio's own plugin, which hands the same event to the editor.
  useLayoutEffect(
    () =>
      patchChannel.subscribe(({snapshot}) => {
        ids.current.told = (snapshot as {_id?: string} | undefined)?._id
      }),
    [patchChannel],
  )
  useEffect(() => standBefore(editor, () => ids.current), [editor])
  return null
}

interface Ids {
  /** Of the document that the form shows. */
  shown: unknown
  /** Of the document that the last event is about. */
  told: string | undefined
}

/** A draft that a colleague begins is about to be shown, so its words count. The published document's do not beside a draft. */
const isOfForm = ({shown, told}: Ids): boolean =>
  told === undefined || told === shown || publishedIdOf(told) !== told

/**
 * @param ids are asked at each event
 * @returns ends it
 */
export function standBefore(editor: Editor, ids: () => Ids): () => void {
  let form: unknown
  /** The document that it is of. */
  let formId: unknown
  /** What the form had before, from old to new. */
  let earlier: unknown[] = []
  let unsent: Patch[] = []
  // The studio hands over patches by this function, and the editor has no event before it takes them.
  const {send} = editor
  // While somebody types, the editor puts a value of the form aside and takes it later, when it may lack a paragraph
  // that was begun meanwhile. The paragraph would go, and the caret with it. So it is told what it shows already.
  const showForm = (): void => {
    const {value} = editor.getSnapshot().context
    if (unsent.length === 0 && haveSameParagraphs(form, value)) {
      send({type: 'update value', value: form as PortableTextBlock[]})
    }
  }
  // React hands values over later than the form publishes their patches. A late value may lack a paragraph that the form
  // has already. The editor would remove the paragraph and put the caret at the start of the text. If no other value
  // follows, it is not late: a program has stored an earlier text again.
  const isLate = (value: unknown): boolean =>
    !editor.getSnapshot().context.readOnly &&
    Array.isArray(form) &&
    formId === ids().shown &&
    !haveSameParagraphs(value, form) &&
    earlier.some((one) => haveSameParagraphs(value, one))
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** A value that lacks one's own words is followed by one that has them, or else the form's own is taken. */
  const waitForOwn = (event: ValueEvent): void => {
    waiting = setTimeout(() => {
      if (unsent.length > 0) return waitForOwn(event)
      const isKnown = Array.isArray(form) && formId === ids().shown
      send(isKnown ? {...event, value: form as PortableTextBlock[]} : event)
    }, NEXT_VALUE)
  }
  const patched = editor.on('patch', ({patch}) => void unsent.push(patch))
  const sent = editor.on('mutation', ({patches}) => {
    unsent = unsent.filter((patch) => !patches.includes(patch))
    showForm()
  })
  editor.send = (event) => {
    if (event.type === 'update value') {
      clearTimeout(waiting)
      if (unsent.length > 0) return waitForOwn(event)
      if (!isLate(event.value)) return send(event)
      waiting = setTimeout(send, NEXT_VALUE, event)
      return
    }
    if (event.type !== 'patches') return send(event)
    // The studio publishes patches of the published document, too, while its draft is shown.
    if (!isOfForm(ids())) return
    earlier = [...earlier, form].slice(-EARLIER)
    form = event.snapshot
    formId = ids().told
    take({...editor, send}, event, unsent)
    showForm()
  }
  return () => {
    editor.send = send
    clearTimeout(waiting)
    patched.unsubscribe()
    sent.unsubscribe()
  }
}

function take(editor: Editor, event: PatchesEvent, unsent: readonly Patch[]): void {
  const {value: shown, selection} = editor.getSnapshot().context
  const patches = leadToForm(event.patches, {shown, form: event.snapshot, unsent})
  editor.send({...event, patches})
  // Only where one is typing. Elsewhere the caret may move on with the others' words.
  const path = selection ? [...selection.focus.path, 'text'] : []
  const isHere = (patch: Patch): boolean => JSON.stringify(patch.path) === JSON.stringify(path)
  const own = [...unsent, ...event.patches.filter(({origin}) => origin === 'local')]
  if (own.some(isHere) && patches.some(isHere)) keepCaret(editor, selection, textAt(shown, path))
}

/** @param shown the words where the caret was, before those of others came */
function keepCaret(editor: Editor, selection: EditorSelection, shown: string | undefined): void {
  const {value, selection: now} = editor.getSnapshot().context
  if (!selection || shown === undefined) return
  const {anchor, focus} = selection
  const after = textAt(value, [...focus.path, 'text'])
  if (focus.offset !== anchor.offset || after === undefined) return
  const point = {...focus, offset: caretAmong(shown, after, focus.offset)}
  if (now?.focus.offset !== point.offset) {
    editor.send({type: 'select', at: {anchor: point, focus: point}})
  }
}

interface Words {
  _key?: unknown
  text?: unknown
  children?: unknown
}

/** Whether two texts have the same paragraphs, with the same words. */
function haveSameParagraphs(one: unknown, other: unknown): boolean {
  if (one === other) return Array.isArray(one)
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((block: Words, index) => {
    const {_key, text, children} = other[index] as Words
    if (block === other[index]) return true
    if (block._key !== _key || block.text !== text) return false
    return children === undefined || haveSameParagraphs(block.children, children)
  })
}
