// Sends edits that the studio would leave waiting.
//
// It sends the edits of whichever document was changed last in a second, counted over all documents
// (datastores: `autoCommit$` throttles them together). With two forms open, or with a photo and its
// confidential document, the other one's edits wait for its next keystroke. This asks again.
import {useEffect} from 'react'
import {getPublishedId, useDocumentOperation, useSyncState} from 'sanity'
import {askBeforeLeaving} from '@copydesk/lake/transport'

/** Longer than the studio's own second, in milliseconds. */
const PATIENCE = 1500

/** Belongs into each document's form. Asking while everything is under way does nothing. */
export function KeepSaving({documentId, type}: {documentId: string; type: string}) {
  const id = getPublishedId(documentId)
  const {isSyncing} = useSyncState(id, type)
  const {commit} = useDocumentOperation(id, type)
  useEffect(() => {
    if (!isSyncing || commit.disabled) return undefined
    const timer = setInterval(() => commit.execute(), PATIENCE)
    return () => clearInterval(timer)
  }, [isSyncing, commit])

  // The studio lets a tab close before the last second of typing is saved. The browser's question gives it that second.
  useEffect(() => {
    if (!isSyncing) return undefined
    return askBeforeLeaving(() => {
      if (!commit.disabled) commit.execute()
    })
  }, [isSyncing, commit])
  return null
}
