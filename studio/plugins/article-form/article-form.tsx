// The form of an article. While the piece is scheduled, killed or spiked nothing in it can be changed.
import {useContext, useEffect, useMemo, useRef, type ReactNode} from 'react'
import {
  FormCallbacksProvider,
  useCopyPaste,
  useFormCallbacks,
  type BlockAnnotationProps,
  type BlockProps,
  type FieldProps,
  type InputProps,
  type ItemProps,
  type ObjectSchemaType,
} from 'sanity'
import {isLocked} from '../../../workflow/state.ts'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {
  LockedContext,
  readOnlyAnnotation,
  readOnlyField,
  readOnlyInput,
  readOnlyItem,
} from './read-only.ts'

export function LockableInput(given: InputProps) {
  const props = useContext(LockedContext) ? readOnlyInput(given) : given
  const article = articleOfForm(props)
  if (!article) return props.renderDefault(props)
  return (
    <ArticleForm form={props} id={article.id}>
      {props.renderDefault(props)}
    </ArticleForm>
  )
}

export function LockableField(props: FieldProps) {
  return props.renderDefault(useContext(LockedContext) ? readOnlyField(props) : props)
}

/** An item of a list. */
export function LockableItem(props: ItemProps) {
  return props.renderDefault(useContext(LockedContext) ? readOnlyItem(props) : props)
}

/** A block of the text. */
export function LockableBlock(props: BlockProps) {
  return props.renderDefault(useContext(LockedContext) ? {...props, readOnly: true} : props)
}

/** A link in the text. */
export function LockableAnnotation(props: BlockAnnotationProps) {
  return props.renderDefault(useContext(LockedContext) ? readOnlyAnnotation(props) : props)
}

interface ArticleFormProps {
  form: InputProps
  /** Of the article; null until it exists. */
  id: string | null
  /** The form itself. It renders again only when the lock changes. */
  children: ReactNode
}

function ArticleForm(props: ArticleFormProps) {
  const {piece} = usePiece(props.id)
  const locked = piece.status === 'ready' && isLocked(piece.standing.state)
  return (
    <LockedContext.Provider value={locked}>
      <NoChanges {...props} locked={locked} />
    </LockedContext.Provider>
  )
}

const ignore = (): void => undefined

/**
 * Read-only inputs change nothing. But pasting into a whole field, and changes that an input makes without the person,
 * bypass them. These end here.
 */
function NoChanges({
  form: {schemaType},
  id,
  locked,
  children,
}: ArticleFormProps & {locked: boolean}) {
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
    // The pane replaces its own `onChange` again and again.
  }, [locked, id, schemaType, copyPaste, onChange])
  return <FormCallbacksProvider {...open}>{children}</FormCallbacksProvider>
}
