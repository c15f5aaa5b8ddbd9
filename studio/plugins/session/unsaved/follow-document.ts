// Saves what is typed in a document, and keeps in this browser what the lake does not have yet, from the first key on.
import {askBeforeLeaving} from '@copydesk/lake/transport'
import {EMPTY, Observable, Subscription, switchMap, timer} from 'rxjs'
import {
  getDraftId,
  getPublishedId,
  getVersionFromId,
  remoteSnapshots,
  type DocumentStore,
  type OperationsAPI,
  type SanityClient,
} from 'sanity'
import {offline} from '../../../data/transport/offline.ts'
import {keepHead} from '../offline/kept-answers.ts'
import {forget, isKept, keep, rebase, setAside, settle, type Author} from './keeper.ts'
import type {Content} from './unsaved-store.ts'

export interface FollowOptions {
  client: SanityClient
  pair: DocumentStore['pair']
  /** Of the draft, the version in a release or the published document. */
  id: string
  author: Author
}

/** Longer than the studio's own second, in milliseconds. */
const PATIENCE = 1500

/** Returns the function to call when the form is closed. Following ends once the lake has every word. */
export function followDocument(options: FollowOptions): () => void {
  const {pair, id, author} = options
  const pairArguments = [getPublishedId(id), author.type, getVersionFromId(id)] as const
  const shown = createShown(options)
  let isLeft = false
  let commit: OperationsAPI['commit'] | undefined

  /** Asking while everything is under way does nothing. */
  const save = (): void => {
    if (commit && !commit.disabled) commit.execute()
  }
  const following = new Subscription()
  following.add(
    pair.editOperations(...pairArguments).subscribe((operations) => {
      commit = operations.commit
    }),
  )
  following.add(pair.documentEvents(...pairArguments).subscribe(shown.byForm))
  following.add(shown.heads().subscribe(shown.byLake))
  const consistency = pair.consistencyStatus(...pairArguments)
  const saving = consistency.pipe(
    switchMap((isConsistent) => (isConsistent ? EMPTY : savingBy(save))),
  )
  following.add(saving.subscribe())
  const settled = consistency.pipe(
    // A document that is read again counts as consistent a moment before it is there.
    switchMap((isConsistent) => (isConsistent ? timer(0) : EMPTY)),
  )
  following.add(
    settled.subscribe(() => {
      shown.bothAlike()
      if (isLeft) following.unsubscribe()
    }),
  )
  return () => {
    isLeft = true
    save()
    if (!shown.isUnsaved()) following.unsubscribe()
  }
}

/** What the form and the lake show of a document, as far as it differs. */
function createShown({client, id, author}: FollowOptions) {
  const published = getPublishedId(id)
  const draft = getDraftId(id)
  /** What the lake has, by ID. */
  const heads = new Map<string, Content | null>()
  const baseOf = (own: string): Content | null => heads.get(own) ?? heads.get(published) ?? null
  let edited: string | undefined

  return {
    heads: () =>
      remoteSnapshots(
        client,
        {publishedId: published, draftId: draft, ...(getVersionFromId(id) && {versionId: id})},
        author.type,
      ),
    byForm(event: DocumentPairEvent): void {
      if (event.type !== 'mutation' && event.type !== 'rebase') return
      const mine = event.document as Content | null
      const own = mine?.['_id']
      if (!mine || typeof own !== 'string') return
      // A colleague's change is in both versions from now on.
      const isOwn = event.type === 'rebase' || event.origin === 'local'
      if (!isOwn && !isKept(own)) return
      edited = own
      void keep(own, author, {base: baseOf(own), mine})
    },
    byLake(event: RemoteSnapshot): void {
      const own = {published, draft, version: id}[event.version]
      const isSnapshot = event.type === 'snapshot'
      const head = (isSnapshot ? event.document : event.head) as Content | null
      if (isSnapshot && heads.has(own)) setAside(own)
      heads.set(own, head)
      settle(own, head)
      if (!offline.get().isAway) keepHead(author.dataset, own, head)
      rebase(own, baseOf(own), isSnapshot ? undefined : event.transactionId)
    },
    bothAlike(): void {
      if (edited) void forget(edited)
    },
    isUnsaved: (): boolean => edited !== undefined && isKept(edited),
  }
}

type ObservedBy<O> = O extends Observable<infer T> ? T : never
type DocumentPairEvent = ObservedBy<ReturnType<DocumentStore['pair']['documentEvents']>>
type RemoteSnapshot = ObservedBy<ReturnType<typeof remoteSnapshots>>

/**
 * Saves again and again, and when the window is about to close.
 *
 * By itself the studio sends the edits of whichever document was changed last in a second, counted over all documents
 * (datastores: `autoCommit$` throttles them together). With two forms open, with a form that is closed within the second, or
 * with a photo and its confidential document, the other one's edits would wait for its next keystroke. And it lets a tab
 * close before the last second of typing is saved: the browser's question gives it that second.
 */
const savingBy = (save: () => void): Observable<never> =>
  new Observable(() => {
    const stopAsking = askBeforeLeaving(save)
    const saving = setInterval(save, PATIENCE)
    return () => {
      stopAsking()
      clearInterval(saving)
    }
  })
