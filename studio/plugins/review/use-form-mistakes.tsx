// The mistakes that the forms' rules find in the documents that would be published with a piece.
import {useCallback, useEffect, useMemo, useState, type ReactNode} from 'react'
import {useValidationStatus, type Path} from 'sanity'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {pathText} from '../../../model/path-text.ts'

interface FormMistakes {
  mistakes: readonly ReviewReason[]
  /** Some rules are still running. */
  isChecking: boolean
  /** Components that run the rules. They must be in the tree, and show nothing. */
  watchers: ReactNode
}

const NONE: readonly ReviewReason[] = []

export function useFormMistakes({root: article, closure}: GatheredPiece): FormMistakes {
  const [found, setFound] = useState<Record<string, readonly ReviewReason[]>>({})
  const note = useCallback((id: string, mistakes: readonly ReviewReason[]) => {
    setFound((known) =>
      JSON.stringify(known[id]) === JSON.stringify(mistakes) ? known : {...known, [id]: mistakes},
    )
  }, [])
  const drafts = [article, ...closure.members].flatMap(({id, draft}) =>
    draft ? [{id, draft}] : [],
  )
  const ids = drafts.map(({id}) => id).join(' ')
  const mistakes = useMemo(() => ids.split(' ').flatMap((id) => found[id] ?? NONE), [ids, found])
  return {
    mistakes,
    isChecking: drafts.some(({id}) => found[id] === undefined),
    watchers: drafts.map(({id, draft}) => (
      <Watcher key={id} draft={draft} id={id} onFound={note} />
    )),
  }
}

interface WatcherProps {
  id: string
  draft: PieceDocument
  onFound: (id: string, mistakes: readonly ReviewReason[]) => void
}

function Watcher({id, draft, onFound}: WatcherProps) {
  // References to drafts are allowed here: the drafts are published in the same transaction.
  const {validation, isValidating, revision} = useValidationStatus(draft._id, draft._type, false)
  const isDone = !isValidating && revision !== undefined
  useEffect(() => {
    if (!isDone) return
    const errors = validation.filter(({level}) => level === 'error')
    onFound(
      id,
      errors.map(({message, path}) => mistake(id, path, message)),
    )
  }, [id, isDone, onFound, validation])
  return null
}

function mistake(document: string, path: Path, message: string): ReviewReason {
  const place = pathText(path)
  return {code: 'formRule', severity: 'error', document, message, ...(place ? {path: place} : {})}
}
