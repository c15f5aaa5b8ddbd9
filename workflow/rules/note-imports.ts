// A rule: what an import publishes, nobody approved here. The ledger says so.
import {ledgerEntry} from '../perform/ledger.ts'
import type {RuleAnswer, RuleInput, RuleWrite} from './types.ts'

export function noteImports({changes, actor, now, transactionId, act}: RuleInput): RuleAnswer {
  if (act !== undefined || !actor.roles.includes('importer')) return {}
  const articles = changes
    .filter(({id, result}) => result?._type === 'article' && !id.includes('.'))
    .map(({id}) => id)
  if (articles.length === 0) return {}
  const context = {actor, now, transactionId}
  return {
    writes: [ledgerEntry(context, 'import', articles, 'Published by import')],
  }
}
