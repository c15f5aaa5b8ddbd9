// A studio without its face: Sanity's own buffered document over the lake's stream and actions, as the
// studio wires them (core/store/document, checkoutPair).
import {BufferedDocument, Mutation, type Doc} from '@sanity/mutator'
import {vi} from 'vitest'
import {openEvents} from '../events.ts'
import type {TestLake} from '../lake.ts'
import type {Voice} from '../piece.ts'

/** The patch of a mutation. */
export type Patch = Record<string, unknown>

export interface TypingStudio {
  /** The draft as its writer sees it now. */
  local(): Doc
  /** Shows at once; is sent with what else is there when the studio commits. */
  patch(patch: Patch): void
  commit(): void
  /** Resolves when all that was typed is stored and everything stored has arrived. */
  settled(revision: () => string): Promise<void>
  close(): Promise<void>
}

export async function openTypingStudio(
  lake: TestLake,
  {headers}: Voice,
  publishedId: string,
): Promise<TypingStudio> {
  const draftId = `drafts.${publishedId}`
  const search = new URLSearchParams({
    query: '*[_id in $ids]',
    $ids: JSON.stringify([publishedId, draftId]),
    includeAllVersions: 'true',
    includeMutations: 'true',
    effectFormat: 'mendoza',
    enableResume: 'true',
  })
  const stream = await openEvents(lake, `/v2025-02-19/data/listen/production?${search}`, headers)
  const answer = await lake.fetch(`/v2025-02-19/data/doc/production/${draftId}`, {headers})
  const {documents} = (await answer.json()) as {documents: Doc[]}
  const buffered = new BufferedDocument(documents[0] ?? null)

  buffered.commitHandler = ({mutation, success, failure}) => {
    const actions = mutation.mutations.map(({patch}) => {
      const {id: _id, ...rest} = patch as unknown as Patch
      return {actionType: 'sanity.action.document.edit', draftId, publishedId, patch: rest}
    })
    const body = JSON.stringify({actions, transactionId: mutation.transactionId})
    lake
      .fetch('/v2025-02-19/data/actions/production', {method: 'POST', headers, body})
      .then((response) => (response.ok ? success() : failure()), failure)
  }

  let taken = 1
  const take = (): void => {
    for (const {event, data} of stream.items.slice(taken)) {
      taken += 1
      if (event === 'mutation' && data.documentId === draftId) buffered.arrive(new Mutation(data))
    }
  }
  // Whatever has come is taken before anybody looks or types.
  const local = (): Doc => {
    take()
    if (!buffered.LOCAL) throw new Error('The draft is gone.')
    return buffered.LOCAL
  }
  return {
    local,
    patch(patch) {
      local()
      const mutations = [{patch: {id: draftId, ...patch}}] as never
      buffered.add(new Mutation({mutations}))
    },
    commit: () => void buffered.commit().catch(() => {}),
    async settled(revision) {
      await vi.waitUntil(
        () => {
          local()
          const waits = buffered.buffer.hasChanges() || buffered.document.hasUnresolvedMutations()
          if (waits) void buffered.commit().catch(() => {})
          // What is shown may keep an older revision's name; what it is made of does not.
          return !waits && buffered.document.HEAD?._rev === revision()
        },
        {timeout: 15_000, interval: 20},
      )
    },
    close: () => stream.close(),
  }
}
