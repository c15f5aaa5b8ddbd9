// What is there on both sides, before anything is written.
import {canonicalJson, contentOf} from '../../../workflow/canonical-json.ts'
import {contentHash, referencesOf} from './comparable.ts'
import type {LakeConnection, SyncDocument} from './lake-connection.ts'
import {isInScope, type Kind, type Scope} from './scope.ts'
import type {Spool} from './spool.ts'

export type Count = (current: number) => void

export interface ReadOptions {
  scope: Scope
  spool: Spool
  kindOf: (document: SyncDocument) => Kind
  count: Count
}

export interface TargetDocument {
  type: string
  kind: Kind
  hash: string
  /** What it says, however firmly it refers to others; for what is on record for good. */
  contentKey?: string
  strong: readonly string[]
}

export interface Target {
  documents: Map<string, TargetDocument>
  /** By type and SHA-1: never uploaded twice. */
  assets: Map<string, SyncDocument>
}

export interface Source {
  /** All of them, also those that do not move: only what is not here may be deleted there. */
  ids: Set<string>
  kinds: Map<string, Kind>
  /** Ids that move, without assets. */
  moving: string[]
  assets: Map<string, SyncDocument>
  /** How many of each kind do not move. */
  leftOut: Map<Kind, number>
}

/** Not even an import changes them. */
const PERMANENT = new Set(['override', 'ledgerEntry', 'correction', 'notice'])

export const isPermanent = (type: string): boolean => PERMANENT.has(type)

export const assetKey = ({_type, sha1hash}: SyncDocument): string => `${_type} ${String(sha1hash)}`

/** What a document says, for what is on record for good. */
export const contentKey = (document: SyncDocument): string => canonicalJson(contentOf(document))

export async function readTarget(
  to: LakeConnection,
  {kindOf, count}: Pick<ReadOptions, 'kindOf' | 'count'>,
): Promise<Target> {
  const target: Target = {documents: new Map(), assets: new Map()}
  for await (const document of to.documents()) {
    const kind = kindOf(document)
    if (kind === 'asset') target.assets.set(assetKey(document), document)
    target.documents.set(document._id, {
      type: document._type,
      kind,
      hash: contentHash(document),
      strong: [...referencesOf(document).strong],
      ...(isPermanent(document._type) ? {contentKey: contentKey(document)} : {}),
    })
    count(target.documents.size)
  }
  return target
}

export async function readSource(
  from: LakeConnection,
  {scope, spool, kindOf, count}: ReadOptions,
): Promise<Source> {
  const source: Source = {
    ids: new Set(),
    kinds: new Map(),
    moving: [],
    assets: new Map(),
    leftOut: new Map(),
  }
  const used = new Set<string>()
  const assets = new Map<string, SyncDocument>()
  for await (const document of from.documents()) {
    const {_id} = document
    const kind = kindOf(document)
    source.ids.add(_id)
    source.kinds.set(_id, kind)
    count(source.ids.size)
    if (kind === 'asset') {
      assets.set(_id, document)
    } else if (isInScope(kind, scope)) {
      await spool.put(document)
      source.moving.push(_id)
      for (const id of referencesOf(document).all) used.add(id)
    } else {
      source.leftOut.set(kind, (source.leftOut.get(kind) ?? 0) + 1)
    }
  }
  const isAll = scope.drafts && scope.private && scope.records && scope.releases
  for (const [id, asset] of assets) if (isAll || used.has(id)) source.assets.set(id, asset)
  return source
}
