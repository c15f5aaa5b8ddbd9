// What a transaction publishes with whole releases, or plans to: documents seen as they would be then.
import {publishedIdOf, type PieceDocument} from '../piece.ts'
import {isMemberType, type LookUp} from '../gather.ts'
import type {RuleChange, RuleInput} from './types.ts'

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

/** The lake's own actions alone write releases, so that what they say is true. */
export function stagedReleases(
  input: Pick<RuleInput, 'changes' | 'read' | 'versionsIn'>,
): Staged[] {
  return input.changes.flatMap((change): Staged[] => {
    const {result} = change
    if (!isRelease(change) || !result || change.previous?.['state'] === result['state']) return []
    const name = String(result['name'])
    const metadata = result['metadata'] as {title?: unknown} | undefined
    const title = typeof metadata?.title === 'string' && metadata.title ? metadata.title : name
    if (result['state'] === 'published') {
      return [{act: 'publish', title, documents: publishedBy(name, input.changes)}]
    }
    if (result['state'] !== 'scheduled') return []
    const publishAt = String(result['publishAt'])
    return [{act: 'schedule', title, publishAt, documents: stagedIn(name, input)}]
  })
}

/** Whether a transaction publishes a release. */
export function publishesRelease(
  changes: readonly {id: string; result: {[field: string]: unknown} | null}[],
): boolean {
  return changes.some(({id, result}) => id.startsWith(PREFIX) && result?.['state'] === 'published')
}

/**
 * Before the transaction, with what the release holds in the drafts' places; no other draft of what a
 * piece is made of is there. Authors and sections that it publishes are published.
 */
export function asStaged({documents}: Staged, {changes, read}: RuleInput): LookUp {
  const byId = new Map(changes.map((change) => [change.id, change]))
  return (id) => {
    const staged = documents.get(publishedIdOf(id))
    if (id.startsWith('drafts.')) {
      if (staged && isOfPiece(staged)) return {...staged, _id: id}
      const draft = read(id)
      return draft && !isOfPiece(draft) ? draft : null
    }
    if (staged === null || (staged && !isOfPiece(staged))) return staged
    const change = byId.get(id)
    return change ? change.previous : read(id)
  }
}

const isOfPiece = ({_type}: PieceDocument): boolean => _type === 'article' || isMemberType(_type)

const PREFIX = '_.releases.'
const isRelease = ({id}: RuleChange): boolean => id.startsWith(PREFIX)

/** A version that goes as its release is published has taken its document's place, or taken it away. */
function publishedBy(
  name: string,
  changes: readonly RuleChange[],
): Map<string, PieceDocument | null> {
  const results = new Map(changes.map(({id, result}) => [id, result]))
  return new Map(
    changes
      .filter(({id, previous, result}) => id.startsWith(`versions.${name}.`) && previous && !result)
      .map(({id}) => [publishedIdOf(id), results.get(publishedIdOf(id)) ?? null]),
  )
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
