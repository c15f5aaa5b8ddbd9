// Runs a synchronous function on documents of a lake over HTTP: documents that it lacks are fetched and it runs again, until
// it lacks nothing.
import {typesOfKind} from '../../../model/registry.ts'
import type {SanityClient} from 'sanity'
import {textAt} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'

export interface Reads {
  /** A document by its exact id. */
  read: (id: string) => PieceDocument | null
  /** IDs of documents that refer to a document. */
  referrers: (id: string) => string[]
  /** The comments on a document. */
  commentsOn: (id: string) => PieceDocument[]
}

export interface LakeLookups {
  /** @param work pure; results of incomplete runs are discarded */
  run<T>(work: (reads: Reads) => T): Promise<T>
  /** What the results depend on: IDs that were read, and IDs whose referrers or comments were read. */
  looked(): {ids: string[]; referred: string[]; commented: string[]}
}

/** Ids of documents by the id that they refer to. */
export type Referring = Map<string, string[]>

/** Comments on any of these documents. */
export type FindComments = (ids: readonly string[]) => Promise<PieceDocument[]>

type LookUpClient = Pick<SanityClient, 'getDocuments' | 'fetch'>

/** IDs are part of the address, whose length is limited. */
const AT_ONCE = 50

/**
 * A document is fetched once, so that all runs see the same.
 *
 * @param signal ends the work between two requests
 * @param referring known referrers; new ones are added
 * @param findComments by default there are none
 */
export function lakeLookups(
  client: LookUpClient,
  signal?: AbortSignal,
  referring: Referring = new Map(),
  findComments: FindComments = async () => [],
): LakeLookups {
  const documents = new Map<string, PieceDocument | null>()
  const referred = new Set<string>()
  const comments = new Map<string, PieceDocument[]>()
  return {
    async run(work) {
      for (;;) {
        const unknown = new Set<string>()
        const unknownTargets = new Set<string>()
        const unknownComments = new Set<string>()
        const result = work({
          read: (id) => known(documents, id, unknown) ?? null,
          referrers(id) {
            referred.add(id)
            return known(referring, id, unknownTargets) ?? []
          },
          commentsOn: (id) => known(comments, id, unknownComments) ?? [],
        })
        if (unknown.size + unknownTargets.size + unknownComments.size === 0) return result
        signal?.throwIfAborted()
        await Promise.all([
          ...chunks(unknown).map(async (ids) => {
            const found = await client.getDocuments<PieceDocument>(ids, {tag: 'act.read'})
            for (const [index, id] of ids.entries()) documents.set(id, found[index] ?? null)
          }),
          ...chunks(unknownTargets).map(async (ids) => {
            const found = await referrersOf(client, ids)
            for (const [index, id] of ids.entries()) referring.set(id, found[index] ?? [])
          }),
          ...chunks(unknownComments).map(async (ids) => {
            const found = await findComments(ids)
            for (const id of ids) {
              comments.set(
                id,
                found.filter((comment) => textAt(comment, 'target', 'document', '_ref') === id),
              )
            }
          }),
        ])
      }
    },
    looked: () => ({
      ids: [...documents.keys()],
      referred: [...referred],
      commented: [...comments.keys()],
    }),
  }
}

function known<T>(found: ReadonlyMap<string, T>, id: string, unknown: Set<string>): T | undefined {
  if (!found.has(id)) unknown.add(id)
  return found.get(id)
}

function chunks(ids: ReadonlySet<string>): string[][] {
  const all = [...ids]
  return Array.from({length: Math.ceil(all.length / AT_ONCE)}, (_, index) =>
    all.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  )
}

/** What makes up a piece, and fronts. The confidential document of a photo refers to the photo, too. */
const REFERRING = [...typesOfKind('piece', 'member'), 'front']

/** For all IDs in one request. */
async function referrersOf(client: LookUpClient, ids: readonly string[]): Promise<string[][]> {
  const lists = ids.map(
    (_, index) => `"r${index}": *[_type in $types && references($r${index})]._id`,
  )
  const params = Object.fromEntries(ids.map((id, index) => [`r${index}`, id]))
  const found = await client.fetch<Record<string, string[]>>(
    `{${lists.join(', ')}}`,
    {...params, types: REFERRING},
    {perspective: 'raw', tag: 'act.referrers'},
  )
  return ids.map((id, index) => (found[`r${index}`] ?? []).filter((other) => other !== id))
}
