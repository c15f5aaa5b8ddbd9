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

type PatchesEvent = Extract<Parameters<Editor['send']>[0], {type: 'patches'}>

/** Takes the others' patches on their way to the editor. See `leadToForm` for the reason. */
export function WordsOfOthers() {
  const editor = useEditor()
  const {patchChannel} = useFormBuilder().__internal
  const shown = useFormValue(['_id'])
  const ids = useRef<Ids>({shown, told: undefined})
  useEffect(() => {
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
  useEffect(() => standBefore(editor, () => isOfForm(ids.current)), [editor])
  return null
}

interface Ids {
  /** Of the document that the form shows. */
  shown: unknown
  /** Of the document that the event is about. */
  told: string | undefined
}

/** A draft that a colleague begins is about to be shown, so its words count. The published document's do not beside a draft. */
const isOfForm = ({shown, told}: Ids): boolean =>
  told === undefined || told === shown || publishedIdOf(told) !== told

/**
 * @param concernsForm whether the event that comes is about the document that the form shows
 * @returns ends it
 */
export function standBefore(editor: Editor, concernsForm: () => boolean): () => void {
  let form: unknown
  let unsent: Patch[] = []
  // The studio hands over patches by this function, and the editor has no event before it takes them.
  const {send} = editor
  // While somebody types, the editor puts a value of the form aside and takes it later, when it may lack a paragraph
  // that was begun meanwhile. The paragraph would go, and the caret with it. So it is told what it shows already.
  const showForm = (): void => {
    const {value} = editor.getSnapshot().context
    if (unsent.length === 0 && Array.isArray(form) && wordsOf(form) === wordsOf(value)) {
      send({type: 'update value', value: form})
    }
  }
  const patched = editor.on('patch', ({patch}) => void unsent.push(patch))
  const sent = editor.on('mutation', ({patches}) => {
    unsent = unsent.filter((patch) => !patches.includes(patch))
    showForm()
  })
  editor.send = (event) => {
    if (event.type !== 'patches') return send(event)
    // The studio publishes patches of the published document, too, while its draft is shown.
    if (!concernsForm()) return
    form = event.snapshot
    take({...editor, send}, event, unsent)
    showForm()
  }
  return () => {
    editor.send = send
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

/** Which paragraphs there are, with which words. */
const wordsOf = (blocks: readonly PortableTextBlock[]): string =>
  JSON.stringify(
    blocks.map(({_key, children}) => [
      _key,
      Array.isArray(children) && children.map((child) => [child._key, child.text]),
    ]),
  )
