// Sends what differs from one Content Lake to another. It compares both sides, so an interrupted sync is
// simply started again.
import {publishedIdOf} from '../../../model/ids.ts'
import type {Step} from '../../commands/progress.ts'
import {compare, type Changes} from './compare.ts'
import {referencesFirst} from './reference-order.ts'
import type {LakeConnection, SyncDocument, SyncMutation} from './lake-connection.ts'
import {probePermissions, type Sample} from './probe-permissions.ts'
import {readSource, readTarget, type Source, type Target} from './read-sides.ts'
import {isInScope, kindOf, type Kind, type Scope} from './scope.ts'
import {assetTexts, planAssets, sendAssets} from './send-assets.ts'
import {sendDocuments} from './send-documents.ts'
import {sendMutations} from './send-mutations.ts'
import {createSpool} from './spool.ts'

export interface SyncOptions {
  from: LakeConnection
  to: LakeConnection
  scope: Scope
  /** Writes nothing. */
  dryRun?: boolean
  /** Deletes documents there that are not here; never records, releases, what was said, pictures and files. */
  remove?: boolean
  /** What a document of the side that it comes from is; by default as if readers saw all that is published. */
  kindOf?: (document: SyncDocument) => Kind
  /** And of the other side, where what readers see makes no difference. */
  kindThere?: (document: SyncDocument) => Kind
  /** The document as the target stores it, if it names its dataset. */
  change?: (document: SyncDocument) => SyncDocument
  onStep?: (step: Step) => void
  /** One line for each difference, in a dry run. */
  say?: (line: string) => void
}

export interface SyncResult {
  created: number
  changed: number
  same: number
  uploaded: number
  deleted: number
  /** References to what is on neither side: they are weak there. */
  dangling: number
  /** On record there, and not with the same words. */
  conflicts: string[]
  leftOut: ReadonlyMap<Kind, number>
  /** Whether a document, or a draft of it, is there afterwards; by its published id. */
  isThere: (publishedId: string) => boolean
}

/** @throws OperatorError where the other side refuses or cannot be reached */
export async function syncContent(options: SyncOptions): Promise<SyncResult> {
  const {from, to, scope, dryRun = false, remove = false} = options
  const {onStep = () => {}, say = () => {}, change = (document) => document} = options
  const plainKind = (document: SyncDocument): Kind => kindOf(document)
  const spool = await createSpool()
  try {
    const target = await readTarget(to, {
      kindOf: options.kindThere ?? plainKind,
      count: (current) => onStep({step: `ReadOptions ${to.title}`, current}),
    })
    const source = await readSource(from, {
      scope,
      spool,
      kindOf: options.kindOf ?? plainKind,
      count: (current) => onStep({step: `ReadOptions ${from.title}`, current}),
    })
    const assets = planAssets(source, target)
    const uploaded = new Set(assets.missing.map(({_id}) => _id)).size
    const comparison = {source, target, assets, spool, isHosted: to.isHosted, change}
    let changes = await compare(comparison)
    const gone = remove ? deletions(source, target, scope) : []
    const afterwards = new Set([...target.documents.keys(), ...source.moving].map(publishedIdOf))
    const result = (): SyncResult => ({
      created: changes.ids.filter((id) => !target.documents.has(id)).length,
      changed: changes.ids.filter((id) => target.documents.has(id)).length,
      same: source.moving.length - changes.ids.length - changes.conflicts.length,
      uploaded,
      deleted: gone.length,
      dangling: changes.dangling,
      conflicts: changes.conflicts,
      leftOut: source.leftOut,
      isThere: (id) => afterwards.has(id),
    })
    if (dryRun) {
      for (const asset of assets.missing) say(`upload  ${asset._id}`)
      for (const id of changes.ids) {
        const {_type} = await spool.get(id)
        say(`${target.documents.has(id) ? 'change' : 'create'}  ${id}  (${_type})`)
      }
      for (const id of gone) say(`delete  ${id}  (${target.documents.get(id)?.type})`)
      return result()
    }
    await probePermissions(to, await samplesOf(changes, source))
    await sendAssets({from, to, spool, onStep}, assets, target)
    // The other lake may have named what it was sent otherwise.
    if ([...assets.known].some(([here, there]) => here !== there)) {
      changes = await compare(comparison)
    }
    await sendMutations(to, assetTexts(source, target))
    await sendReleases({to, changes, source, onStep})
    await sendDocuments({to, changes, source, target, assets, onStep})
    await sendMutations(
      to,
      gone.map((id): SyncMutation => ({delete: {id}})),
    )
    return result()
  } finally {
    await spool.close()
  }
}

async function samplesOf({ids, wanted}: Changes, {kinds}: Source): Promise<Sample[]> {
  const samples = new Map<string, Sample>()
  for (const id of ids) {
    const kind = kinds.get(id) ?? 'public'
    const document = await wanted(id)
    const key = `${kind} ${document._type}`
    if (!samples.has(key)) samples.set(key, {kind, document})
  }
  return [...samples.values()]
}

/** A release ends by its own actions, and what is in it stays with it. */
function mayGo(id: string, kind: Kind, source: Source): boolean {
  if (['record', 'release', 'comment'].includes(kind)) return false
  const [word, release] = id.split('.')
  return word !== 'versions' || source.ids.has(`_.releases.${release}`)
}

/** Who refers to others goes before them. */
function deletions(source: Source, target: Target, scope: Scope): string[] {
  const gone = [...target.documents].flatMap(([id, {kind}]) =>
    isInScope(kind, scope) && !source.ids.has(id) && mayGo(id, kind, source) ? [id] : [],
  )
  return referencesFirst(gone, (id) => target.documents.get(id)?.strong ?? []).toReversed()
}

interface Sending {
  to: LakeConnection
  changes: Changes
  source: Source
  onStep: (step: Step) => void
}

async function sendReleases({to, changes, source, onStep}: Sending): Promise<void> {
  const ids = changes.ids.filter((id) => source.kinds.get(id) === 'release')
  for (const [index, id] of ids.entries()) {
    await to.importRelease(await changes.wanted(id))
    onStep({step: 'Sending releases', current: index + 1, total: ids.length})
  }
}
