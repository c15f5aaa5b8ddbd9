import {definePlugin, type InputProps} from 'sanity'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useReadHere} from '../../data/use-read-here.ts'
import {InboxNavbar} from './inbox-navbar.tsx'

/** The bell in the navbar, and a person's notifications. */
export const inbox = definePlugin({
  name: 'copydesk/inbox',
  studio: {components: {navbar: InboxNavbar}},
  form: {components: {input: ReadForm}},
})

/** Looking at an article marks its notifications as read. */
function ReadForm(props: InputProps) {
  const id = articleOfForm(props)?.id
  return (
    <>
      {id && <ReadHere articleId={id} />}
      {props.renderDefault(props)}
    </>
  )
}

function ReadHere({articleId}: {articleId: string}) {
  const {piece} = usePiece(articleId)
  useReadHere(articleId, piece.status === 'ready' ? standsAt(piece) : null)
  return null
}

/** Changes after every editorial action, and when an approval lapses. */
const standsAt = ({standing, piece: {review}}: PieceStatus & {status: 'ready'}): string =>
  `${standing.state} ${review?.history?.length ?? 0}`
