// A database in a folder of its own, a clock that moves by hand, and an engine on both.
import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ANONYMOUS_ACTOR, SYSTEM_ACTOR} from '../../src/grants.ts'
import {referencesOf} from '@copydesk/groq'
import {callerOf, Callers} from '../../src/query/caller.ts'
import {DATASET, NOON} from '@copydesk/groq/tests/fixture.ts'
import {createQueryEngine, type QueryEngineOptions} from '../../src/query/engine.ts'
import {inTransaction, openDatabase} from '../../src/store/database.ts'
import {documentTable} from '../../src/store/documents.ts'
import {logTable} from '../../src/store/log.ts'
import type {Actor, Json, LakeDocument, Role} from '../../src/types.ts'
import {role} from '../role.ts'

export const JOURNALIST: Actor = {id: 'u1', kind: 'user', roles: ['journalist'], name: 'Jo'}
export {ANONYMOUS_ACTOR as ANYONE, SYSTEM_ACTOR as SYSTEM}

const OPEN = 'select(defined(embargo.until) => dateTime(embargo.until) <= dateTime(now()), true)'

export const ROLES: Role[] = [
  role('journalist', [
    {filter: '!(_id in path("_.**")) && _type != "secret"', permissions: ['read']},
    {filter: '_type == "secret" && owner == identity()', permissions: ['read']},
  ]),
  role('reader', [
    {
      filter: `_id in path("*") && !(_type in ["sanity.imageAsset", "photo", "correction"]) && ${OPEN}`,
      permissions: ['read'],
    },
    {
      filter: `_id in path("*") && _type == "photo" && ${OPEN}`,
      permissions: ['read'],
      hiddenWith: 'referrers',
    },
    {
      filter: `_id in path("*") && _type == "correction" && ${OPEN}`,
      permissions: ['read'],
      hiddenWith: 'targets',
    },
    {
      filter: '_id in path("*") && _type == "sanity.imageAsset"',
      permissions: ['read'],
      onlyWhileReferenced: true,
    },
  ]),
]

/** @param copyOf another lake's file, to begin with */
export function createFixture(options: Partial<QueryEngineOptions> = {}, copyOf?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-query-'))
  const databaseFile = join(folder, 'lake.sqlite')
  if (copyOf) copyFileSync(copyOf, databaseFile)
  const database = openDatabase(databaseFile)
  const documents = documentTable(database)
  const log = logTable(database)
  const time = {now: NOON}
  const engine = createQueryEngine({
    databaseFile,
    roles: ROLES,
    clock: () => time.now,
    projectId: 'example',
    memoryHint: 'A setting gives it more.',
    ...options,
  })
  let transactions = 0

  /** One commit: documents to store, ids to remove. Answers its position. */
  const write = (changes: (LakeDocument | string)[], dataset = DATASET): number =>
    inTransaction(database, () => {
      for (const change of changes) {
        if (typeof change === 'string') documents.remove(dataset, change)
        else {
          const targets = [...referencesOf(change)]
          documents.put(
            dataset,
            change,
            targets.map((target) => ({target, weak: false})),
          )
        }
      }
      return log.append({
        dataset,
        transactionId: `t${(transactions += 1)}`,
        author: 'u1',
        timestamp: '2026-04-01T12:00:00Z',
        digest: '',
        changes: changes.map((change) => ({
          id: typeof change === 'string' ? change : change._id,
          previous: null,
          result: typeof change === 'string' ? null : change,
          mutations: [],
          apply: [],
          revert: [],
        })),
      })
    })

  return {
    folder,
    databaseFile,
    database,
    engine,
    log,
    time,
    write,
    async ask(
      query: string,
      {
        actor = SYSTEM_ACTOR,
        params = {},
        perspective = 'raw',
        party,
      }: {
        actor?: Actor
        params?: Record<string, Json>
        perspective?: string | string[]
        party?: string
      } = {},
    ): Promise<any> {
      const callers = new Callers({...callerOf(actor), ...(party !== undefined && {party})})
      const asked = {dataset: DATASET, query, params, perspective, actor, callers}
      return (await engine.query(asked)).result
    },
    async close() {
      await engine.close()
      database.close()
      rmSync(folder, {recursive: true})
    },
  }
}
