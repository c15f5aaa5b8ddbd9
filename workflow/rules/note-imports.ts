// A rule: what an import publishes, nobody approved here. The ledger says so.
import {isPieceType} from '../../model/registry.ts'
import {isSameContent} from '../canonical-json.ts'
import {ledgerEntry} from '../perform/ledger.ts'
import type {RuleAnswer, RuleInput} from './types.ts'

export function noteImports({changes, actor, now, transactionId, act}: RuleInput): RuleAnswer {
  if (act !== undefined || !actor.roles.includes('importer')) return {}
  const pieces = changes
    .filter(({id, previous, result}) => {
      if (!result || !isPieceType(result._type) || id.includes('.')) return false
      // An importer makes its references strong in a second pass: that publishes nothing more.
      return !previous || !isSameContent(previous, result)
    })
    .map(({id}) => id)
  if (pieces.length === 0) return {}
  const context = {actor, now, transactionId}
  return {
    writes: [ledgerEntry(context, 'import', pieces, 'Published by import')],
  }
}
