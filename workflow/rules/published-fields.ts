// What the server sets on a published article, for each kind of publication: `firstPublishedAt`, set
// once, and `previousSlugs`, so that old addresses lead to the new one.
import {isPieceType} from '../../model/registry.ts'
import type {Json} from '@copydesk/lake/types'
import {textAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'
import {publishesRelease} from '../staged.ts'
import {basesOf} from '../bases.ts'
import {imports, type RuleChange, type RuleInput, type RuleWrite} from './types.ts'

type Input = Pick<RuleInput, 'changes' | 'actor' | 'read' | 'now' | 'act' | 'lastRevision'>

/**
 * A rule for the lake's commit: it refuses nothing and answers the writes that join the transaction.
 * An import brings its own dates along; everyone else's are the server's. A draft keeps them for an
 * article that was withdrawn and comes back.
 */
export function keepPublishedFields(input: Input): {writes: RuleWrite[]} {
  const {changes, actor, now, act} = input
  const isImport = imports({actor})
  const takesUp = act !== undefined || publishesRelease(changes)
  return {
    writes: changes.flatMap((change) => {
      const {previous, result} = change
      if (!result || !isPieceType(result._type)) return []
      if (result._id.includes('.')) return isImport || act ? [] : keepOnDraft(change, input)
      const brings = isImport || (takesUp && previous === null)
      const given = brings ? textOf(result['firstPublishedAt']) : undefined
      const first = given ?? textOf(previous?.['firstPublishedAt']) ?? now
      const slugs = previousSlugs(previous, result, brings)
      const set: Record<string, Json> = {}
      if (result['firstPublishedAt'] !== first) set['firstPublishedAt'] = first
      if (!sameList(result['previousSlugs'], slugs)) set['previousSlugs'] = slugs
      return Object.keys(set).length > 0 ? [{patch: {id: result._id, set}}] : []
    }),
  }
}

const PRESERVED = ['firstPublishedAt', 'previousSlugs']

/** Whatever a client says of them, a draft has what it had, or what the live article has. */
function keepOnDraft(change: RuleChange, input: Input): RuleWrite[] {
  const {id, result} = change
  const [base] = basesOf(change, input)
  return PRESERVED.flatMap((name): RuleWrite[] => {
    const was = base?.[name]
    if (JSON.stringify(was) === JSON.stringify(result?.[name])) return []
    return [{patch: was === undefined ? {id, unset: [name]} : {id, set: {[name]: was}}}]
  })
}

/** Every slug under which the article was live, oldest first, without the one it has now. */
function previousSlugs(
  previous: PieceDocument | null,
  result: PieceDocument,
  brings: boolean,
): string[] {
  const known = previous ? listOf(previous['previousSlugs']) : []
  const given = brings ? listOf(result['previousSlugs']) : []
  const old = textAt(previous, 'slug', 'current')
  const now = textAt(result, 'slug', 'current')
  const all = [...known, ...given, ...(old ? [old] : [])]
  return [...new Set(all)].filter((slug) => slug !== now)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function sameList(value: unknown, expected: string[]): boolean {
  if (value === undefined) return expected.length === 0
  const list = listOf(value)
  return list.length === expected.length && list.every((item, index) => item === expected[index])
}
