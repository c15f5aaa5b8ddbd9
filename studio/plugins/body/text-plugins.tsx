// Additions of the newsroom to the editor of every text.
import {useEditor, type EditorSnapshot} from '@portabletext/editor'
import {defineBehavior, execute, forward, raise} from '@portabletext/editor/behaviors'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {
  getFocusBlockObject,
  getFocusSpan,
  getSelectionEndBlock,
  getSelectionStartBlock,
} from '@portabletext/editor/selectors'
import {isEqualSelections, isSelectionCollapsed} from '@portabletext/editor/utils'
import {useEffect} from 'react'
import type {PortableTextPluginsProps} from 'sanity'
import {insertAfter} from './block-place.ts'
import {WordsOfOthers} from './words-of-others.tsx'

/**
 * A click sets the caret at once. The editor reads the browser's selection a moment later. If it renders in between, for
 * example because a colleague types, it loses the caret that it has not read. The next words would go to the beginning of
 * the text.
 */
const caretWhereClicked = defineBehavior({
  on: 'mouse.click',
  guard: ({snapshot, event}) => {
    const {context} = snapshot
    const {selection, isContainer} = event.position
    // The browser itself selects a word or a paragraph.
    const marked = getSelection()?.isCollapsed === false
    if (context.readOnly || isContainer || marked || !isSelectionCollapsed(selection)) return false
    if (isEqualSelections(context.selection, selection)) return false
    return getFocusSpan({...snapshot, context: {...context, selection}}) !== undefined
  },
  actions: [({event}) => [raise({type: 'select', at: event.position.selection}), forward(event)]],
})

/**
 * A block goes between paragraphs. The editor would delete the selected words, or split the sentence with the
 * caret in it.
 */
const blockBetweenParagraphs = defineBehavior({
  on: 'insert.block',
  guard: ({snapshot, event}) => {
    const {schema, selection} = snapshot.context
    if (event.placement !== 'auto' || event.block._type === schema.block.name) return false
    const at = event.at ?? selection
    const after = at && insertAfter(snapshot, at)
    return after ? {after} : false
  },
  // `raise` would leave the editor in the middle of a step of its history: the next click would become part of it.
  actions: [({event}, {after}) => [execute({...event, placement: 'after', at: after})]],
})

/** Without this, the editor drops text that is typed while a block is selected. */
const typeAfterBlock = defineBehavior({
  on: 'insert.text',
  guard: ({snapshot}) => isBlockSelected(snapshot),
  actions: [({snapshot, event}) => [execute(paragraphAfter(snapshot)), raise(event)]],
})

/**
 * The same where the selection begins and ends with a block, e.g. the whole text. The editor would delete it and
 * drop the first letter, because no paragraph is left.
 */
const typeInsteadOfBlocks = defineBehavior({
  on: 'insert.text',
  guard: ({snapshot}) => {
    const {schema, selection} = snapshot.context
    if (!selection || isSelectionCollapsed(selection)) return false
    const edges = [getSelectionStartBlock(snapshot), getSelectionEndBlock(snapshot)]
    const areBlocks = edges.every((edge) => edge && edge.node._type !== schema.block.name)
    return areBlocks ? {selection} : false
  },
  actions: [
    ({snapshot, event}, {selection}) => [
      execute(paragraphAfter(snapshot)),
      execute({type: 'delete', at: selection}),
      raise(event),
    ],
  ],
})

const breakLineAfterBlock = defineBehavior({
  on: 'insert.soft break',
  guard: ({snapshot}) => isBlockSelected(snapshot),
  actions: [({snapshot}) => [execute(paragraphAfter(snapshot))]],
})

function isBlockSelected(snapshot: EditorSnapshot): boolean {
  const {selection} = snapshot.context
  return isSelectionCollapsed(selection) && getFocusBlockObject(snapshot) !== undefined
}

/** Inserts an empty paragraph after the selection, with the caret in it. */
function paragraphAfter({context: {schema}}: EditorSnapshot) {
  return {
    type: 'insert.block',
    placement: 'after',
    block: {
      _type: schema.block.name,
      style: schema.styles[0]?.name,
      markDefs: [],
      children: [{_type: schema.span.name, text: '', marks: []}],
    },
  } as const
}

// Always the same list: the editor registers behaviors again if it gets a new one.
const BEHAVIORS = [
  caretWhereClicked,
  blockBetweenParagraphs,
  typeAfterBlock,
  typeInsteadOfBlocks,
  breakLineAfterBlock,
]

/**
 * A word that is composed (dead keys, Japanese, Chinese, Korean) needs its paragraph from the first key. Otherwise the
 * browser writes it inside the selected block, where it is invisible.
 */
function ComposeAfterBlock() {
  const editor = useEditor()
  useEffect(() => {
    const begin = ({target}: Event): void => {
      if (target !== editor.dom.getEditorElement()) return
      const snapshot = editor.getSnapshot()
      if (isBlockSelected(snapshot)) editor.send(paragraphAfter(snapshot))
    }
    document.addEventListener('compositionstart', begin, {capture: true})
    return () => document.removeEventListener('compositionstart', begin, {capture: true})
  }, [editor])
  return null
}

/** Around the studio's own plugins of an editor. */
export function TextPlugins(props: PortableTextPluginsProps) {
  return (
    <>
      <BehaviorPlugin behaviors={BEHAVIORS} />
      <ComposeAfterBlock />
      <WordsOfOthers />
      {props.renderDefault(props)}
    </>
  )
}
