// The form of an article, with its state above it and *Review* beside it.
import {Stack} from '@sanity/ui'
import type {InputProps} from 'sanity'
import {articleOfForm, type ArticleOfForm} from '../../data/piece/article-of-form.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useReviewBeside, useReviewKey} from '../../data/review-beside.ts'
import {StatusLine} from './status-line.tsx'

export function ReviewedForm(props: InputProps) {
  const article = articleOfForm(props)
  if (!article) return props.renderDefault(props)
  return (
    <>
      {article.id !== null && <ReviewBeside articleId={article.id} />}
      {/* The form keeps its place in the tree, with or without a line above it. */}
      <Stack gap={5}>
        <StatusOf article={article} />
        {props.renderDefault(props)}
      </Stack>
    </>
  )
}

function ReviewBeside({articleId}: {articleId: string}) {
  useReviewBeside(articleId)
  useReviewKey()
  return null
}

/** The state is the draft's: a version in a release shows none. */
function StatusOf({article: {id, isInRelease}}: {article: ArticleOfForm}) {
  const {piece} = usePiece(id)
  return piece.status === 'ready' && !isInRelease ? <StatusLine status={piece} /> : null
}
