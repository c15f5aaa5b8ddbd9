// A plugin of every text's editor: it shows what the form has, with the words of others among one's own.
import {useEditor, type Editor} from '@portabletext/editor'
import {useEffect} from 'react'
import {caretAmong, leadToForm, textAt, type Patch} from './patches-of-others.ts'

type PatchesEvent = Extract<Parameters<Editor['send']>[0], {type: 'patches'}>

/** Takes the others' patches on their way to the editor. See `leadToForm` for the reason. */
export function WordsOfOthers() {
  const editor = useEditor()
  useEffect(() => standBefore(editor), [editor])
  return null
}

/** @returns ends it */
function standBefore(editor: Editor): () => void {
  let form: unknown
  let unsent: Patch[] = []
  // The studio hands over patches by this function, and the editor has no event before it takes them.
  const {send} = editor
  const patched = editor.on('patch', ({patch}) => void unsent.push(patch))
  // The studio's own listener comes first: the form has these patches now.
  const sent = editor.on('mutation', ({patches}) => {
    unsent = unsent.filter((patch) => !patches.includes(patch))
    showForm()
  })
  // While somebody types, the editor puts a value of the form aside and takes it later, when it may lack a paragraph
  // that was begun meanwhile. The paragraph would go, and the caret with it. So it gets the newest value at once.
  const showForm = (): void => {
    if (unsent.length === 0 && Array.isArray(form)) send({type: 'update value', value: form})
  }
  editor.send = (event) => {
    if (event.type !== 'patches') return send(event)
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
  if (!selection) return
  const {anchor, focus} = selection
  const path = [...focus.path, 'text']
  const isHere = (patch: Patch): boolean => JSON.stringify(patch.path) === JSON.stringify(path)
  // Only where one is typing. Elsewhere the caret may move on with the others' words.
  const isTyping = [...unsent, ...event.patches.filter(({origin}) => origin === 'local')].some(
    isHere,
  )
  if (!isTyping || focus.offset !== anchor.offset || !patches.some(isHere)) return
  const {value, selection: now} = editor.getSnapshot().context
  const before = textAt(shown, path)
  const after = textAt(value, path)
  if (before === undefined || after === undefined) return
  const point = {...focus, offset: caretAmong(before, after, focus.offset)}
  if (now?.focus.offset !== point.offset) {
    editor.send({type: 'select', at: {anchor: point, focus: point}})
  }
}
