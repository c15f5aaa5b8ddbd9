// Belongs into each document's form: follows the document as long as it is open, and until its words are saved.
import {useEffect} from 'react'
import {DEFAULT_STUDIO_CLIENT_OPTIONS, useClient, useCurrentUser, useDocumentStore} from 'sanity'
import {followDocument} from './follow-document.ts'
import {WINDOW} from './this-window.ts'

export function KeepUnsaved({documentId: id, type}: {documentId: string; type: string}) {
  const client = useClient(DEFAULT_STUDIO_CLIENT_OPTIONS)
  const {pair} = useDocumentStore()
  const person = useCurrentUser()?.id

  useEffect(() => {
    if (!person) return undefined
    const author = {person, dataset: client.config().dataset ?? '', type, window: WINDOW}
    return followDocument({client, pair, id, author})
  }, [client, id, pair, person, type])
  return null
}
