// What the newsroom adds to the editor of every text.
import {defineBehavior, forward, raise} from '@portabletext/editor/behaviors'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {getFocusSpan} from '@portabletext/editor/selectors'
import {isEqualSelections, isSelectionCollapsed} from '@portabletext/editor/utils'
import type {PortableTextPluginsProps, SchemaTypeDefinition} from 'sanity'

/**
 * A click puts the caret where it is, at once. The editor reads the browser's selection a while later, and
 * if it draws itself in between, as when a colleague types on a busy computer, it takes the caret away
 * that it has not read: the next words would stand at the very beginning of the text.
 */
const caretWhereClicked = defineBehavior({
  on: 'mouse.click',
  guard: ({snapshot, event}) => {
    const {context} = snapshot
    const {selection, isContainer} = event.position
    // A word or a line that was marked is the browser's to say.
    const marked = getSelection()?.isCollapsed === false
    if (context.readOnly || isContainer || marked || !isSelectionCollapsed(selection)) return false
    if (isEqualSelections(context.selection, selection)) return false
    return getFocusSpan({...snapshot, context: {...context, selection}}) !== undefined
  },
  actions: [({event}) => [raise({type: 'select', at: event.position.selection}), forward(event)]],
})

// One list for good: the editor would take another one for a change of them.
const BEHAVIORS = [caretWhereClicked]

function TextPlugins(props: PortableTextPluginsProps) {
  return (
    <>
      <BehaviorPlugin behaviors={BEHAVIORS} />
      {props.renderDefault(props)}
    </>
  )
}

/** The type, with the newsroom's plugins where it is one of a text: a list with blocks in it. */
export function withTextPlugins(type: SchemaTypeDefinition): SchemaTypeDefinition {
  if (type.type !== 'array' || !('of' in type)) return type
  if (!(type.of as {type: string}[]).some((member) => member.type === 'block')) return type
  return {
    ...type,
    components: {...type.components, portableText: {plugins: TextPlugins}},
  } as SchemaTypeDefinition
}
