// One transaction over documents in memory, as the newsroom's rules judge it: no lake, no grants.
import type {LakeDocument, Mutation} from '@copydesk/lake/types'
import {NEWSROOM_RULES} from '../../../server/newsroom-actions.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {NOW} from '../pieces.ts'

export interface Attempt {
  stored?: readonly PieceDocument[]
  /** The documents that it writes, as they would be after it. */
  writes?: readonly PieceDocument[]
  deletes?: readonly string[]
  /** Somebody who is signed in in this role. */
  role?: string
  kind?: 'user' | 'token' | 'system'
  /** The editorial action that it performs. */
  act?: string
  /** What was deleted last under its id. */
  deleted?: PieceDocument
  /** What a new document is a copy of. */
  source?: PieceDocument
  /** Account ids of those who wrote the words of a text field. */
  authors?: string[]
}

export interface Outcome {
  reasons: ReviewReason[]
  codes: string[]
  /** A document as the transaction leaves it. */
  get: (id: string) => LakeDocument | null
  /** All that is stored then, to go on with. */
  documents: () => LakeDocument[]
}

export const ME = 'u-me'

/** Rules that write run only while nothing is refused, as in the lake. */
export function transact(attempt: Attempt): Outcome {
  const {writes = [], deletes = [], role = 'journalist', kind = 'user', act} = attempt
  const before = new Map(attempt.stored?.map((one) => [one._id, stored(one)]))
  const after = new Map<string, LakeDocument | null>()
  for (const one of writes) after.set(one._id, stored(one))
  for (const id of deletes) after.set(id, null)
  const read = (id: string) => after.get(id) ?? (after.has(id) ? null : (before.get(id) ?? null))
  const copied = attempt.source && stored(attempt.source)
  const reasons: ReviewReason[] = []
  for (const rule of NEWSROOM_RULES) {
    const answer = rule({
      dataset: 'production',
      changes: [...after].map(([id, result]) => {
        return {id, previous: before.get(id) ?? null, result, mutations: []}
      }),
      read,
      referrers: (id) =>
        [...new Set([...before.keys(), ...after.keys()])].filter((other) =>
          JSON.stringify(read(other)).includes(`"_ref":"${id}"`),
        ),
      attached: () => [],
      versionsIn: (release) =>
        [...before.keys()].filter((id) => id.startsWith(`versions.${release}.`)),
      lastRevision: (id) => (attempt.deleted?._id === id ? stored(attempt.deleted) : null),
      sources: () => (copied ? [copied] : []),
      authorsOf: () => attempt.authors ?? [],
      actor: {id: ME, kind, roles: [role], name: 'Me'},
      now: NOW,
      transactionId: 't',
      ...(act && {act}),
    })
    reasons.push(...(answer.reasons ?? []))
    if (reasons.length === 0) {
      for (const write of answer.writes ?? []) apply(write, read, after)
    }
  }
  return {
    reasons,
    codes: reasons.map(({code}) => code),
    get: read,
    documents: () =>
      [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => read(id) ?? []),
  }
}

const stored = (document: PieceDocument): LakeDocument =>
  JSON.parse(
    JSON.stringify({_rev: 'r', _createdAt: NOW, _updatedAt: NOW, ...document}),
  ) as LakeDocument

function apply(
  mutation: Mutation,
  read: Outcome['get'],
  after: Map<string, LakeDocument | null>,
): void {
  if ('delete' in mutation) return
  if (!('patch' in mutation)) {
    const [document] = Object.values(mutation) as PieceDocument[]
    if (document) after.set(document._id, stored(document))
    return
  }
  const {
    id,
    set = {},
    unset = [],
  } = mutation.patch as {
    id: string
    set?: Record<string, unknown>
    unset?: string[]
  }
  const document = structuredClone(read(id)) as Record<string, unknown>
  for (const [path, value] of Object.entries(set)) setAt(document, path, value)
  for (const path of unset) setAt(document, path, undefined)
  after.set(id, document as LakeDocument)
}

/** One step deep at most: as far as the rules write. */
function setAt(document: Record<string, unknown>, path: string, value: unknown): void {
  const [field = '', inside] = path.split('.')
  const object = document[field] as Record<string, unknown> | undefined
  document[field] = inside === undefined ? value : {...object, [inside]: value}
}
