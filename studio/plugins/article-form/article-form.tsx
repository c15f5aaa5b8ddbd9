// The form of an article: what it has to say to whoever writes in it stands above, and while the piece
// is scheduled, killed or spiked nothing in it can be changed.
import {Stack} from '@sanity/ui'
import {useEffect, useMemo, useRef, type ReactNode} from 'react'
import {
  FormCallbacksProvider,
  getPublishedId,
  isVersionId,
  useCopyPaste,
  useFormCallbacks,
  type InputProps,
  type ObjectSchemaType,
} from 'sanity'
import {isLocked} from '../../../workflow/state.ts'
import {useReadHere} from '../../data/use-read-here.ts'
import type {PieceStatus} from '../../data/piece/piece-store.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {rememberArticle} from '../page/first-page.ts'
import {useReviewBeside, useReviewKey} from '../../data/review-beside.ts'
import {StatusLine} from '../review/status-line.tsx'
import {LockedContext} from './read-only.ts'

interface ArticleFormProps {
  form: InputProps
  /** The form itself. It is drawn anew only when the lock is turned. */
  children: ReactNode
}

export function ArticleForm({form, children}: ArticleFormProps) {
  const {_id, _createdAt} = (form.value ?? {}) as {_id?: string; _createdAt?: string}
  const id = _id && _createdAt ? getPublishedId(_id) : null
  // What is said of the draft does not hold for its version in a release.
  const isInRelease = _id !== undefined && isVersionId(_id)
  const {piece} = usePiece(id)
  const locked = piece.status === 'ready' && isLocked(piece.standing.state)
  return (
    <LockedContext.Provider value={locked}>
      {id !== null && (
        <ReviewBeside articleId={id} shown={piece.status === 'ready' ? standsAt(piece) : null} />
      )}
      {/* The form keeps its place in the tree whatever stands above it. */}
      <Stack gap={5}>
        {piece.status === 'ready' && !isInRelease ? <StatusLine status={piece} /> : null}
        <NoChanges form={form} id={id} locked={locked}>
          {children}
        </NoChanges>
      </Stack>
    </LockedContext.Provider>
  )
}

/** Differs after every act, and after a change that let an approval lapse. */
const standsAt = ({standing, piece: {review}}: PieceStatus & {status: 'ready'}): string =>
  `${standing.state} ${review?.history?.length ?? 0}`

function ReviewBeside({articleId, shown}: {articleId: string; shown: string | null}) {
  useReviewBeside(articleId)
  useReviewKey()
  useReadHere(articleId, shown)
  useEffect(() => rememberArticle(articleId), [articleId])
  return null
}

const ignore = (): void => undefined

/**
 * Read-only inputs change nothing. But pasting into a whole field and what an input does on its own
 * account take other ways, which end here.
 */
function NoChanges({
  form: {schemaType},
  id,
  locked,
  children,
}: ArticleFormProps & {id: string | null; locked: boolean}) {
  const callbacks = useFormCallbacks()
  const copyPaste = useCopyPaste()
  const {onChange} = callbacks
  const open = useMemo(
    () => ({...callbacks, ...(locked && {onChange: ignore})}),
    [callbacks, locked],
  )
  const wasLocked = useRef(false)
  useEffect(() => {
    if (id === null || !(locked || wasLocked.current)) return
    wasLocked.current = true
    copyPaste.setDocumentMeta({
      documentId: id,
      documentType: schemaType.name,
      schemaType: schemaType as ObjectSchemaType,
      onChange: locked ? ignore : onChange,
    })
    // It becomes another when somebody else, the pane itself, has named its own way in.
  }, [locked, id, schemaType, copyPaste, onChange])
  return <FormCallbacksProvider {...open}>{children}</FormCallbacksProvider>
}
