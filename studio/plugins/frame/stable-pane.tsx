// Draws a document's pane once. By itself the studio draws it without comments, then anew with them, each
// time that one is opened: whoever has begun to type by then loses the caret and any open dialog.
import {useContext} from 'react'
import {LoadingBlock, useCommentsEnabled, type DocumentLayoutProps} from 'sanity'
import {hasComments} from '../../data/has-comments.ts'
import {CommentsModeContext} from './stable-studio.tsx'

export function StablePane(props: DocumentLayoutProps) {
  const offered = useContext(CommentsModeContext)
  const {enabled} = useCommentsEnabled()
  // They will be, a frame later.
  if (offered !== null && hasComments(props.documentType) && !enabled) return <LoadingBlock fill />
  return props.renderDefault(props)
}
