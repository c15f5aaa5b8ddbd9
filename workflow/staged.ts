// What a transaction publishes with whole releases, or plans to: documents seen as they would be then.
import type {PieceDocument} from './piece.ts'
import {publishedIdOf} from '../model/ids.ts'
import {isFirstWithPiece, isMemberType, isPieceType} from '../model/registry.ts'
import type {LookUp} from './gather.ts'
import {textAt} from './checks/reading.ts'
import type {RuleChange, RuleInput} from './rules/types.ts'

export interface Staged {
  /** `schedule` looks ahead: nothing is published yet. */
  act: 'publish' | 'schedule'
  /** ISO 8601, of a scheduled one. */
  publishAt?: string
  /** As people call it. */
  title: string
  /** By published ids; null for what the release takes away. */
  documents: ReadonlyMap<string, PieceDocument | null>
}

/** Only the lake's own actions write releases, so their content is true. */
export function stagedReleases(
  input: Pick<RuleInput, 'changes' | 'read' | 'versionsIn'>,
): Staged[] {
  const turned = input.changes.filter(
    ({id, previous, result}) => id.startsWith(PREFIX) && previous?.['state'] !== result?.['state'],
  )
  const into = (state: string): PieceDocument[] =>
    turned.flatMap(({result}) => (result?.['state'] === state ? [result] : []))
  const published = into('published')
  const scheduled = into('scheduled').map((release): Staged => ({
    act: 'schedule',
    title: titleOf(release),
    publishAt: textAt(release, 'publishAt') ?? '',
    documents: stagedIn(nameOf(release), input),
  }))
  if (published.length === 0) return scheduled
  const title = published.map(titleOf).join(' and ')
  return [{act: 'publish', title, documents: becomesPublic(input.changes)}, ...scheduled]
}

/** For the ledger: the reason of what a transaction publishes with a release; nothing without one. */
export function withRelease(
  id: string,
  input: Pick<RuleInput, 'changes' | 'read' | 'versionsIn'>,
): {reason?: string} {
  const release = stagedReleases(input).find(({act}) => act === 'publish')
  return release?.documents.has(id) ? {reason: `With the release “${release.title}”`} : {}
}

/** Whether a transaction publishes a release. */
export function publishesRelease(
  changes: readonly {id: string; result: {[field: string]: unknown} | null}[],
): boolean {
  return changes.some(({id, result}) => id.startsWith(PREFIX) && result?.['state'] === 'published')
}

/**
 * Before the transaction, with what the release holds in the drafts' places; no other draft of what a
 * piece is made of is there. Sections that it publishes are published, and so are authors whom readers
 * know already.
 */
export function asStaged({documents}: Staged, {changes, read}: RuleInput): LookUp {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const before = (id: string): PieceDocument | null => {
    const change = byId.get(id)
    return change ? change.previous : read(id)
  }
  const isOfPiece = ({_id, _type}: PieceDocument): boolean =>
    isPieceType(_type) ||
    isMemberType(_type) ||
    (isFirstWithPiece(_type) && before(publishedIdOf(_id)) === null)
  return (id) => {
    const staged = documents.get(publishedIdOf(id))
    if (id.startsWith('drafts.')) {
      if (staged && isOfPiece(staged)) return {...staged, _id: id}
      const draft = read(id)
      return draft && !isOfPiece(draft) ? draft : null
    }
    if (staged === null || (staged && !isOfPiece(staged))) return staged
    return before(id)
  }
}

const PREFIX = '_.releases.'
const nameOf = ({_id}: PieceDocument): string => _id.slice(PREFIX.length)

function titleOf(release: PieceDocument): string {
  const {title} = (release['metadata'] ?? {}) as {title?: unknown}
  return typeof title === 'string' && title ? title : nameOf(release)
}

/** Everything that readers will find changed, also what the same request publishes beside a release. */
function becomesPublic(changes: readonly RuleChange[]): Map<string, PieceDocument | null> {
  return new Map(changes.filter(({id}) => !id.includes('.')).map(({id, result}) => [id, result]))
}

function stagedIn(
  name: string,
  {read, versionsIn = () => []}: Pick<RuleInput, 'read' | 'versionsIn'>,
): Map<string, PieceDocument | null> {
  return new Map(
    versionsIn(name).map((id) => {
      const version = read(id)
      const isGoing = (version?.['_system'] as {delete?: unknown} | undefined)?.delete === true
      return [publishedIdOf(id), isGoing ? null : version]
    }),
  )
}
