// A lake's log without the commit: the tests write into the tables as a commit does.
import {createGrants, type Grants} from '../../src/grants.ts'
import {mendozaDiff} from '../../src/mendoza.ts'
import {referencesIn} from '../../src/references.ts'
import {inTransaction, openDatabase} from '../../src/store/database.ts'
import {compactionTable} from '../../src/store/compaction-table.ts'
import {documentTable, type DocumentTable} from '../../src/store/documents.ts'
import {logTable, type LogTable} from '../../src/store/log.ts'
import type {Actor, LakeDocument, Mutation, Role} from '../../src/types.ts'
import {role} from '../role.ts'
import type {ListenRequest} from '../../src/listen/mutation-feed.ts'

export const NOW = '2026-11-25T09:30:00.000Z'
export const clock = (): number => Date.parse(NOW)

export const EDITOR: Actor = {
  id: 'uEditor',
  kind: 'user',
  roles: ['editor'],
  name: 'Edith',
  credential: 'session:edith',
}

export const ROLES: Role[] = [
  role('editor', [{filter: 'true', permissions: ['read', 'create', 'update']}]),
  role('reader', [
    {filter: '_id in path("*") && hidden != true && _type != "photo"', permissions: ['read']},
    {
      filter: '_id in path("*") && _type == "photo"',
      permissions: ['read'],
      hiddenWith: 'referrers',
    },
  ]),
]

/** What a studio's listener asks for. */
export const request = (overrides: Partial<ListenRequest> = {}): ListenRequest => ({
  dataset: 'production',
  actor: EDITOR,
  query: '*',
  params: {},
  includeResult: false,
  includePreviousRevision: false,
  includeMutations: true,
  includeAllVersions: true,
  visibility: 'transaction',
  effects: false,
  enableResume: true,
  ...overrides,
})

export type Content = Record<string, LakeDocument[string]> & {_type?: string}

export interface TestLake {
  log: LogTable
  documents: DocumentTable
  grants: Grants
  /** One transaction; `null` deletes. Documents are given without what the lake adds. */
  write(changes: Record<string, Content | null>, options?: {id?: string; dataset?: string}): string
  get(id: string): LakeDocument | null
  /** As the beginning of a compaction. */
  mergeUpTo(position: number): void
  close(): void
}

/** @param file a path for two connections, else in memory */
export function openTestLake(file = ':memory:'): TestLake {
  const database = openDatabase(file)
  const documents = documentTable(database)
  const log = logTable(database)
  const table = 'production'
  let count = 0
  const write: TestLake['write'] = (changes, options = {}) => {
    const dataset = options.dataset ?? table
    const transactionId = options.id ?? `tx-${file === ':memory:' ? '' : 'other-'}${++count}`
    inTransaction(database, () => {
      const logged = Object.entries(changes).map(([id, content]) => {
        const previous = documents.get(dataset, id)
        const result: LakeDocument | null = content && {
          _type: 'article',
          ...content,
          _id: id,
          _rev: transactionId,
          _createdAt: previous?._createdAt ?? NOW,
          _updatedAt: NOW,
        }
        if (result) documents.put(dataset, result, referencesIn(result))
        else documents.remove(dataset, id)
        const mutations: Mutation[] = result
          ? [{patch: {id, set: content ?? {}}}]
          : [{delete: {id}}]
        const apply = mendozaDiff(previous, result)
        return {id, previous, result, mutations, apply, revert: mendozaDiff(result, previous)}
      })
      const entry = {dataset, transactionId, author: EDITOR.id, timestamp: NOW, digest: ''}
      log.append({...entry, changes: logged})
    })
    return transactionId
  }
  return {
    log,
    documents,
    grants: createGrants(ROLES, clock),
    write,
    get: (id) => documents.get(table, id),
    mergeUpTo: (position) => compactionTable(database).beginMerging(position),
    close: () => database.close(),
  }
}
