// The form of an article: looking at it marks its notifications as read.
import type {InputProps} from 'sanity'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import type {PieceStatus} from '../../data/piece/piece-store.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useReadHere} from '../../data/use-read-here.ts'

export function ReadForm(props: InputProps) {
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

/** Differs after every act, and after a change that let an approval lapse. */
const standsAt = ({standing, piece: {review}}: PieceStatus & {status: 'ready'}): string =>
  `${standing.state} ${review?.history?.length ?? 0}`
