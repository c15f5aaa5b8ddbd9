// Publishing and taking back by plain mutations: what Sanity's publish action does, in a form that can
// share its transaction with the records.
import {draftIdOf} from '../../model/ids.ts'
import type {Pair} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {EditorialMutation} from './types.ts'

interface Moves {
  mutations: EditorialMutation[]
  moved: {id: string; into: string}[]
}

/** Drafts become published documents; leaves come first. */
export function publish(pairs: readonly Pair[]): Moves {
  const moves = pairs.flatMap(({id, draft, published}) =>
    draft ? [publishOne(id, draft, published)] : [],
  )
  return {
    mutations: moves.flatMap(({mutations}) => mutations),
    moved: moves.flatMap(({moved}) => moved),
  }
}

function publishOne(id: string, draft: PieceDocument, published: PieceDocument | null): Moves {
  const content = strengthen(withoutSystem(draft)) as PieceDocument
  const created = published?.['_createdAt'] ?? draft['_createdAt']
  return {
    mutations: [
      {createOrReplace: {...content, _id: id, ...(created ? {_createdAt: created} : {})}},
      {delete: {id: draft._id}},
    ],
    moved: [{id: draft._id, into: id}],
  }
}

/**
 * The published article goes back to being a draft; a newer draft stays as it is.
 *
 * @param owner account id that the draft belongs to
 */
export function takeBack({id, draft, published}: Pair, owner: string): EditorialMutation[] {
  if (!published) return []
  const again: EditorialMutation[] = draft
    ? []
    : [
        {
          // A document of another type may be there: it is not a draft of the article.
          createOrReplace: {
            ...withoutSystem(published),
            _id: draftIdOf(id),
            _system: {createdBy: owner},
          },
        },
      ]
  return [...again, {delete: {id}}]
}

/** Without the fields that the lake sets. `_createdAt` stays. */
export function withoutSystem(document: PieceDocument): PieceDocument {
  const {_rev: _r, _updatedAt: _u, _system: _s, ...content} = document
  return content
}

/** References that the studio keeps weak until publication become what their field says. */
function strengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthen)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, strengthen(member)] as const)
  const object = Object.fromEntries(entries) as Record<string, unknown>
  const promise = object['_strengthenOnPublish'] as {weak?: boolean} | null | undefined
  if (typeof object['_ref'] !== 'string' || !promise) return object
  const {_strengthenOnPublish: _p, _weak: _w, ...strong} = object
  return promise.weak === true ? {...strong, _weak: true} : strong
}
