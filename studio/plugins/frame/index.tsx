// Sanity adds its own plugins (comments, tasks, releases) after those that a workspace lists. This one must come after them
// and render inside them. So the workspace spreads it and does not list it.
import {isPieceType} from '../../../model/registry.ts'
import {
  definePlugin,
  type DocumentActionComponent,
  type DocumentActionsContext,
  type NavbarProps,
  LoadingBlock,
  useCommentsEnabled,
  type DocumentLayoutProps,
} from 'sanity'
import {isRecord, hasComments} from '../../data/has-comments.ts'
import {StableStudio, CommentsModeContext} from './stable-studio.tsx'
import {newsroomLabels} from './labels.ts'
import {needsConnection} from './needs-connection.ts'
import {useContext} from 'react'

export interface FrameOptions {
  /** Names of the tools, inspectors and buttons of the navbar that come after Sanity's own. */
  last: readonly string[]
}

/** Fits the newsroom's plugins to Sanity's own: which actions are offered, in which order, and when panes are mounted. */
export const frame = definePlugin<FrameOptions>(({last}) => {
  const inOrder = <One extends {name: string}>(all: readonly One[]): One[] =>
    all.toSorted((a, b) => Number(last.includes(a.name)) - Number(last.includes(b.name)))
  return {
    name: 'copydesk/frame',
    tools: inOrder,
    document: {
      actions: (actions, context) =>
        actions.filter((one) => isOffered(one, context)).map(needsConnection),
      inspectors: inOrder,
      comments: {enabled: ({documentType}) => hasComments(documentType)},
      askToEdit: {enabled: false},
      components: {unstable_layout: StablePane},
    },
    studio: {
      components: {
        layout: StableStudio,
        navbar: function OrderedNavbar(props: NavbarProps) {
          const buttons = inOrder(props.__internal_actions ?? [])
          return props.renderDefault({...props, __internal_actions: buttons})
        },
      },
    },
    i18n: {bundles: newsroomLabels},
  }
})

/** False for the actions of Sanity's own plugins that the newsroom does not want. */
export function isOffered(
  {action}: DocumentActionComponent,
  {schemaType}: Pick<DocumentActionsContext, 'schemaType'>,
): boolean {
  // Only the server writes records.
  if (isRecord(schemaType)) return false
  // The action that makes a task has no name.
  if (action === undefined) return hasComments(schemaType)
  // A piece is withdrawn by an editorial action.
  return !isPieceType(schemaType) || action !== 'unpublishVersion'
}

/** The studio mounts a pane again once comments are known. A person who types by then would lose the caret. */
function StablePane(props: DocumentLayoutProps) {
  const offered = useContext(CommentsModeContext)
  const {enabled} = useCommentsEnabled()
  // They will be enabled a moment later.
  if (offered !== null && hasComments(props.documentType) && !enabled) return <LoadingBlock fill />
  return props.renderDefault(props)
}
