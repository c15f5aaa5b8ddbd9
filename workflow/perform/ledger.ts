// The ledger: what was done past a check or before readers' eyes. Nobody deletes a line.
import type {Override, ReviewReason} from '../../model/records.ts'
import {covers} from '../checks/override.ts'
import {fixedKey, signature} from './review.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

type LedgerKind = 'published' | 'import' | 'minor' | 'withdrawn' | 'killed' | 'amended'

/** What became of a document that editors publish without a review. */
type OrderKind = 'published' | 'changed' | 'removed' | 'import'

type LedgerContext = Pick<EditorialContext, 'actor' | 'now' | 'transactionId'>

const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})

export function ledgerEntry(
  context: LedgerContext,
  kind: LedgerKind,
  articles: readonly string[],
  reason?: string,
): EditorialMutation {
  return {
    create: {
      _id: `ledger.${fixedKey(context.transactionId, kind, ...articles)}`,
      _type: 'ledgerEntry',
      kind,
      articles: articles.map(item),
      ...(reason ? {reason} : {}),
      ...signature(context),
    },
  }
}

const item = (id: string) => ({_key: fixedKey(id).slice(0, 12), ...weak(id)})

export interface OrderEntry {
  kind: OrderKind
  /** The document that was published, changed or removed. */
  subject: string
  /** The pieces that it names. */
  articles: readonly string[]
  /** Sentences that say what readers find changed. */
  changes: readonly string[]
  reason?: string
}

/**
 * What a publication, a change or a removal of a front, a series or the like did, in words. Its ID tells it
 * apart, so that *purge* finds the entries that repeat the words of a document.
 */
export function orderEntry(context: LedgerContext, entry: OrderEntry): EditorialMutation {
  const {kind, subject, articles, changes, reason} = entry
  return {
    create: {
      _id: `ledger.order.${fixedKey(context.transactionId, kind, subject)}`,
      _type: 'ledgerEntry',
      kind,
      subject: weak(subject),
      articles: articles.map(item),
      changes: [...changes],
      ...(reason ? {reason} : {}),
      ...signature(context),
    },
  }
}

/** One entry for each reason that was overridden, with the reason that the person gave. */
export function overrideEntries(
  context: EditorialContext,
  reasons: readonly ReviewReason[],
  overrides: readonly Override[] = [],
): {entries: EditorialMutation[]; used: Override[]} {
  const used = reasons.flatMap((reason) => {
    const given = reason.overridable && overrides.find((candidate) => covers(candidate, reason))
    return given ? [{code: reason.code, document: reason.document, reason: given.reason}] : []
  })
  const entries = used.map((override, index): EditorialMutation => ({
    create: {
      _id: `override.${fixedKey(context.transactionId, override.code, override.document, String(index))}`,
      _type: 'override',
      ...override,
      article: weak(context.piece.root.id),
      ...signature(context),
    },
  }))
  return {entries, used}
}

/** As items of a list in a document. */
export function keyed(overrides: readonly Override[]): (Override & {_key: string})[] {
  return overrides.map((override, index) => ({_key: `${index}-${override.code}`, ...override}))
}
