// The ledger: what was done past a check or before readers' eyes. Nobody deletes a line.
import type {Override, ReviewReason} from '../../model/records.ts'
import {covers} from '../checks/override.ts'
import {fixedKey, signature} from './review.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

export type LedgerKind =
  | 'published'
  | 'import'
  | 'minor'
  | 'withdrawn'
  | 'killed'
  | 'amended'
  | 'front'

const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})

export function ledgerEntry(
  context: Pick<EditorialContext, 'actor' | 'now' | 'transactionId'>,
  kind: LedgerKind,
  articles: readonly string[],
  reason?: string,
): EditorialMutation {
  return {
    create: {
      _id: `ledger.${fixedKey(context.transactionId, kind, ...articles)}`,
      _type: 'ledgerEntry',
      kind,
      articles: articles.map((id) => ({_key: fixedKey(id).slice(0, 12), ...weak(id)})),
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
