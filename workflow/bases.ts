// What a draft or version continues from: rules compare guarded fields with it.
import {contentOf, canonicalJson} from './canonical-json.ts'
import {textAt} from './checks/reading.ts'
import type {PieceDocument} from './piece.ts'
import {draftIdOf, publishedIdOf} from '../model/ids.ts'
import type {RuleChange, RuleInput} from './rules/types.ts'

type Input = Pick<RuleInput, 'changes' | 'read' | 'lastRevision' | 'sources'>

/**
 * The documents that a change continues from, all of its own type: the document as it was, else its
 * published document or draft, else what was deleted last under one of these ids (a restored revision).
 *
 * @returns an empty list for a document that is new in every respect
 */
export function basesOf(change: RuleChange, {changes, read, lastRevision}: Input): PieceDocument[] {
  const {id, previous, result} = change
  const isSameType = (document: PieceDocument | null | undefined): document is PieceDocument =>
    document !== null && document !== undefined && document._type === result?._type
  if (isSameType(previous)) return [previous]
  const others = relativesOf(id, changes)
  const before = (other: string): PieceDocument | null => {
    const changed = changes.find((one) => one.id === other)
    return changed ? changed.previous : read(other)
  }
  const present = others.map(before).filter(isSameType)
  if (present.length > 0) return present
  const deleted = [id, ...others].map((other) => lastRevision?.(other)).filter(isSameType)
  return deleted.toSorted((a, b) => (changedAt(a) < changedAt(b) ? 1 : -1)).slice(0, 1)
}

/**
 * The documents that a new one repeats word for word under another id, as the studio's *Duplicate* makes
 * it. A copy that says anything else is a new document.
 */
export function copiedFrom({id, previous, result}: RuleChange, {sources}: Input): PieceDocument[] {
  if (previous || !result || !sources) return []
  const text = textOf(result)
  return sources(id).filter((source) => textOf(source) === text)
}

/** Ids of the same document in its other states. */
function relativesOf(id: string, changes: readonly RuleChange[]): string[] {
  const published = publishedIdOf(id)
  if (id.startsWith('drafts.')) return [published]
  if (id.startsWith('versions.')) return [published, draftIdOf(published)]
  const versions = changes.map((change) => change.id).filter((other) => isVersionOf(other, id))
  return [draftIdOf(id), ...versions]
}

const isVersionOf = (id: string, published: string): boolean =>
  id.startsWith('versions.') && publishedIdOf(id) === published

const changedAt = (document: PieceDocument): string => textAt(document, '_updatedAt') ?? ''

const textOf = (document: PieceDocument): string => canonicalJson({...contentOf(document), _id: ''})
