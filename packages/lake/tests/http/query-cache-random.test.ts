// @module-tag random
// Random documents, commits and queries: a cached response equals what an evaluation gives, and unrelated changes leave
// it in the cache.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ANONYMOUS_ACTOR, createGrants} from '../../src/grants.ts'
import {createQueryCache, type QueryRequest} from '../../src/http/query-cache.ts'
import {createHub} from '../../src/listen/hub.ts'
import {createInvalidation, type DatasetReader} from '../../src/listen/invalidation.ts'
import {createDataset, type Dataset} from '../../src/query/dataset.ts'
import {createDependencies, createPlan, type DependencyKeys} from '@copydesk/groq/plan'
import {parsePerspective} from '@copydesk/groq/documents'
import type {Actor, LakeDocument, Role} from '../../src/types.ts'
import {condition} from '@copydesk/groq/tests/random-filters.ts'
import {change, documents, params, query} from '@copydesk/groq/tests/random-queries.ts'
import {clock, EDITOR, openTestLake, type Content} from '../listen/lake.ts'
import {runs} from '../../../../tests/support/runs.ts'
import {role} from '../role.ts'

const DATASET = 'production'
const COLLEAGUE: Actor = {...EDITOR, id: 'uColleague'}

const ROLES: Role[] = [
  role('editor', [
    {filter: '_type != "topic"', permissions: ['read']},
    {filter: '_type == "topic" && s == "Ebb"', permissions: ['read']},
  ]),
  role('reader', [
    {filter: '_id in path("*") && _type == "article" && flag != true', permissions: ['read']},
    {
      filter: '_id in path("*") && _type == "author"',
      permissions: ['read'],
      hiddenWith: 'referrers',
    },
    {
      filter: '_id in path("*") && _type == "topic"',
      permissions: ['read'],
      onlyWhileReferenced: true,
    },
  ]),
]

const contentOf = ({_id, _rev, _createdAt, _updatedAt, ...content}: LakeDocument): Content =>
  content

const commit = fc.array(fc.tuple(change, fc.boolean()), {minLength: 1, maxLength: 2})
const filtered = fc
  .tuple(fc.constantFrom('', '_type == "article" && ', '_type == "author" && '), condition)
  .map(([type, only]) => `*[${type}${only}]{_id, s, "r": ref->s, "n": count(*[references(^._id)])}`)
const question = fc.record({
  actor: fc.constantFrom(ANONYMOUS_ACTOR, EDITOR, COLLEAGUE),
  perspective: fc.constantFrom('raw', 'published', 'drafts'),
  query: fc.oneof(query, filtered, filtered),
  params,
})

/** Evaluates as a query thread does. */
function evaluate(dataset: Dataset, asked: QueryRequest): {json: string; keys: DependencyKeys} {
  const {actor, perspective} = asked
  const {add, keys} = createDependencies()
  const value = createPlan(asked.query, asked.params).evaluate({
    view: dataset.view(actor, parsePerspective(perspective), clock()),
    identity: actor.id,
    now: clock(),
    projectId: 'copydesk',
    dataset: DATASET,
    maxRows: Infinity,
    onDependency: add,
  })
  return {json: JSON.stringify(value) ?? 'null', keys: keys()}
}

/** How often an answer was asked for, and was evaluated; the queries whose cached responses were stale. */
interface Outcome {
  asked: number
  evaluated: number
  stale: string[]
}

/** @param spoil makes the dependencies of a result wrong */
async function ask(
  runs: number,
  mostKeys?: number,
  spoil = (keys: DependencyKeys) => keys,
): Promise<Outcome> {
  const outcome: Outcome = {asked: 0, evaluated: 0, stale: []}
  await fc.check(
    fc.asyncProperty(
      documents,
      fc.array(question, {minLength: 1, maxLength: 4}),
      fc.array(commit, {minLength: 1, maxLength: 5}),
      async (first, questions, commits) => {
        const lake = openTestLake()
        const grants = createGrants(ROLES, clock)
        const hub = createHub({
          log: lake.log,
          documents: lake.documents,
          grantsOf: () => grants,
          clock,
          every: () => () => {},
        })
        lake.write(Object.fromEntries(first.map((document) => [document._id, contentOf(document)])))
        const dataset = createDataset({
          documents: lake.documents.all(DATASET),
          roles: ROLES,
          grants,
        })
        const audienceOf = ({actor}: DatasetReader): string => grants.audienceOf(actor)
        const queryCache = createQueryCache({
          engine: {
            async queryJson(one) {
              outcome.evaluated += 1
              const {json, keys} = evaluate(dataset, one as QueryRequest)
              return {json, keys: spoil(keys), ms: 1, dependsOnTime: false}
            },
          },
          log: lake.log,
          invalidation: createInvalidation(hub, mostKeys),
          audienceOf,
          clock,
        })
        const askAll = async (): Promise<void> => {
          for (const one of questions) {
            const asked = {...one, dataset: DATASET, echo: false}
            let fresh: string
            try {
              fresh = evaluate(dataset, asked).json
            } catch {
              continue
            }
            outcome.asked += 1
            const {body} = await queryCache.answer(asked)
            if (!body.endsWith(`,"result":${fresh}}`)) outcome.stale.push(one.query)
          }
        }
        await askAll()
        for (const written of commits) {
          const changes = written.map(([document, isGone]): [string, Content | null] => [
            document._id,
            isGone ? null : contentOf(document),
          ])
          lake.write(Object.fromEntries(changes))
          dataset.apply(new Map(changes.map(([id]) => [id, lake.get(id) ?? undefined])))
          await askAll()
        }
        hub.close()
        lake.close()
        return outcome.stale.length === 0
      },
    ),
    {numRuns: runs, endOnFailure: true},
  )
  return outcome
}

test.each([[undefined], [12]])(
  'a cached response is the one that an evaluation would give (with room for %s keys)',
  async (mostKeys) => {
    const {asked, evaluated, stale} = await ask(runs(250), mostKeys)
    expect(stale).toEqual([])
    // It would show nothing if nothing were cached.
    expect(asked - evaluated).toBeGreaterThan(asked / 20)
  },
  120_000,
)

test.each<[string, RegExp]>([
  ['types', /^_type=/],
  ['references', /^_ref=/],
])(
  'a missing dependency is noticed: %s',
  {tags: ['full'], timeout: 120_000},
  async (_what, lost) => {
    const spoil = (keys: DependencyKeys): DependencyKeys =>
      keys && keys.filter(([key]) => !lost.test(key))
    expect((await ask(1_000, undefined, spoil)).stale).not.toEqual([])
  },
)
