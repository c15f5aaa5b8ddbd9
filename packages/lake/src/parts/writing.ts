// Every write ends in one commit: mutations, Sanity's actions and the product's actions.
import {createActions} from '../actions/run-actions.ts'
import {createCustomActions} from '../custom-actions/run-custom-action.ts'
import {createCommit} from '../documents/commit.ts'
import {createMutate} from '../documents/mutate.ts'
import {authorsOf} from '../history/authors-of.ts'
import {lastRevision} from '../history/last-revision.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import type {Reading} from './reading.ts'
import type {Storage} from './storage.ts'

export type Writing = ReturnType<typeof createWriting>

export function createWriting(base: Base, lake: Storage & AccessPart & Reading) {
  const {options, counts, clock, randomId} = base
  const {database, documents, log, historyTable: history, access, grantsOf, holdsFor} = lake
  const {addons = [], rules = []} = options
  const listeners: ((entries: readonly LoggedEntry[]) => void)[] = []
  const commit = createCommit({
    database,
    documents,
    log,
    grantsOf,
    rules,
    hasDataset: access.datasets.has,
    attached: (dataset) => (type, id) =>
      addons
        .filter(({addonFor}) => addonFor === dataset)
        .flatMap(({name}) => documents.about(name, type, id)),
    holdsFor,
    lastRevision: (dataset, id) => lastRevision(history, dataset, id),
    writtenBy(dataset, transactionId) {
      const found = log.find(dataset, transactionId)
      return found ? history.changedIn(found.position).map(({id}) => id) : []
    },
    authorsOf: (dataset, id, field) => authorsOf({documents, history}, dataset, {id, field}),
    clock,
    randomId,
    onCommitted(entries) {
      counts.commits += entries.length
      for (const listener of listeners) listener(entries)
    },
  })
  return {
    commit,
    /** Calls `listener` after each commit of this process. It must not throw. */
    onCommitted: (listener: (entries: readonly LoggedEntry[]) => void) =>
      void listeners.push(listener),
    runCustomAction: createCustomActions({
      commit,
      actions: options.customActions?.actions({access}) ?? {},
    }),
    runActions: createActions({commit}),
    mutate: createMutate({
      commit,
      positionOf: (dataset) => log.lastOf(dataset),
      randomId,
      async select({dataset, query, params, actor}) {
        const atLeast = log.last()
        const request = {dataset, query, params, perspective: 'raw', actor, atLeast}
        const {result} = await lake.engine.query(request)
        return Array.isArray(result) ? result.filter((id) => typeof id === 'string') : []
      },
    }),
  }
}
