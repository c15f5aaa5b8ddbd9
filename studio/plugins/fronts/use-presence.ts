// Who else has this front open.
import {useEffect} from 'react'
import {useCurrentUser, useDocumentPresence, usePresenceStore} from 'sanity'
import {draftIdOf} from '../../../model/ids.ts'

/** Names of the colleagues who look at the front, each once. */
export function usePresence(id: string): string[] {
  const store = usePresenceStore()
  const me = useCurrentUser()?.id
  useEffect(() => {
    store.setLocation([
      {
        type: 'document',
        documentId: draftIdOf(id),
        path: [],
        lastActiveAt: new Date().toISOString(),
      },
    ])
    return () => store.setLocation([])
  }, [id, store])
  const present = useDocumentPresence(id)
  return [
    ...new Set(
      present.filter(({user}) => user.id !== me).map(({user}) => user.displayName || 'A colleague'),
    ),
  ]
}
