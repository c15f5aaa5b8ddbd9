// Keeps in this browser what the lake does not have yet, from the first key on.
import {useEffect} from 'react'
import {
  DEFAULT_STUDIO_CLIENT_OPTIONS,
  getDraftId,
  getPublishedId,
  getVersionFromId,
  remoteSnapshots,
  useClient,
  useCurrentUser,
  useDocumentStore,
} from 'sanity'
import {Subscription} from 'rxjs'
import {keepHead} from '../offline/kept-answers.ts'
import {offline} from '../offline/work-offline.ts'
import {forget, isKept, keep, rebase} from './keeper.ts'
import type {Content} from './unsaved-store.ts'
import {WINDOW} from './this-window.ts'

/** Belongs into each document's form. */
export function KeepUnsaved({documentId: id, type}: {documentId: string; type: string}) {
  const client = useClient(DEFAULT_STUDIO_CLIENT_OPTIONS)
  const {pair} = useDocumentStore()
  const person = useCurrentUser()?.id

  useEffect(() => {
    if (!person) return undefined
    const author = {person, dataset: client.config().dataset ?? '', type, window: WINDOW}
    const publishedId = getPublishedId(id)
    const version = getVersionFromId(id)
    const ids = {publishedId, draftId: getDraftId(id), ...(version && {versionId: id})}
    /** What the lake has, by ID. */
    const heads = new Map<string, Content | null>()
    const baseOf = (own: string): Content | null => heads.get(own) ?? heads.get(publishedId) ?? null
    let edited: string | undefined

    const following = new Subscription()
    following.add(
      pair.documentEvents(publishedId, type, version).subscribe((event) => {
        if (event.type !== 'mutation' && event.type !== 'rebase') return
        const mine = event.document as Content | null
        const own = mine?.['_id']
        if (!mine || typeof own !== 'string') return
        // A colleague's change is in both versions from now on.
        const isOwn = event.type === 'rebase' || event.origin === 'local'
        if (!isOwn && !isKept(own)) return
        edited = own
        void keep(own, author, {base: baseOf(own), mine})
      }),
    )
    following.add(
      remoteSnapshots(client, ids, type).subscribe((event) => {
        const own = {published: publishedId, draft: ids.draftId, version: id}[event.version]
        const isSnapshot = event.type === 'snapshot'
        const head = (isSnapshot ? event.document : event.head) as Content | null
        heads.set(own, head)
        if (!offline.isAway()) keepHead(author.dataset, own, head)
        rebase(own, baseOf(own), isSnapshot ? undefined : event.transactionId)
      }),
    )
    following.add(
      pair.consistencyStatus(publishedId, type, version).subscribe((isConsistent) => {
        if (isConsistent && edited) void forget(edited)
      }),
    )
    return () => following.unsubscribe()
  }, [client, id, pair, person, type])
  return null
}
