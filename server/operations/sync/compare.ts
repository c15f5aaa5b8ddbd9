// What is another thing there than it should be, and what it should be.
import {contentHash, isGoing, weakened, withReferences} from './comparable.ts'
import type {SyncDocument} from './lake-connection.ts'
import {isPermanent, contentKey, type Source, type Target} from './read-sides.ts'
import type {AssetPlan} from './send-assets.ts'
import type {Spool} from './spool.ts'

export interface Changes {
  ids: string[]
  dangling: number
  conflicts: string[]
  /** A document as it shall be there. */
  wanted(id: string): Promise<SyncDocument>
}

interface Comparison {
  source: Source
  target: Target
  assets: AssetPlan
  spool: Spool
  isHosted: boolean
  /** The document as the target stores it, if it names its dataset. */
  change: (document: SyncDocument) => SyncDocument
}

export async function compare({
  source,
  target,
  assets,
  spool,
  isHosted,
  change,
}: Comparison): Promise<Changes> {
  const moving = new Set(source.moving)
  const there = new Set([...target.documents.keys(), ...assets.known.values()])
  for (const {_id} of assets.missing) there.add(assets.known.get(_id) ?? _id)
  const isThere = (id: string): boolean => moving.has(id) || there.has(id)
  const want = async (id: string): Promise<{document: SyncDocument; count: number}> => {
    const given = await spool.get(id)
    const {_system, ...document} = given
    const named = withReferences(change(document), (reference) => {
      const _ref = assets.known.get(reference._ref) ?? reference._ref
      return {...reference, _ref}
    })
    const whole = weakened(named, isThere)
    // Who began a draft, which Sanity's own lake keeps in another way.
    const system = isHosted ? (isGoing(given) ? {delete: true} : undefined) : _system
    if (system === undefined) return whole
    return {...whole, document: {...whole.document, _system: system}}
  }
  const changes: Changes = {
    ids: [],
    dangling: 0,
    conflicts: [],
    wanted: async (id) => (await want(id)).document,
  }
  for (const id of source.moving) {
    const {document, count} = await want(id)
    changes.dangling += count
    const known = target.documents.get(id)
    if (known?.hash === contentHash(document)) continue
    const isFixed = known !== undefined && (isPermanent(known.type) || isPermanent(document._type))
    if (isFixed && known.contentKey !== contentKey(document)) changes.conflicts.push(id)
    else changes.ids.push(id)
  }
  return changes
}
