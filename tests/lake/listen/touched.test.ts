// Whether an answer is still as good as a new one: for everybody who asks, whatever is written, and with
// little memory.
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it, test} from 'vitest'
import {ANONYMOUS_ACTOR, createGrants} from '../../../lake/grants.ts'
import {ANY_KEY} from '../../../lake/keys.ts'
import {createHub, type Hub} from '../../../lake/listen/hub.ts'
import {createTouched, type Touched} from '../../../lake/listen/touched.ts'
import {createDataset} from '../../../lake/query/dataset.ts'
import {createDependence} from '../../../lake/query/dependence.ts'
import {createPlan, type Plan} from '../../../lake/query/plan.ts'
import type {Actor, LakeDocument, Role} from '../../../lake/types.ts'
import {change, documents, params, query} from '../groq/random-queries.ts'
import {condition} from '../groq/random-filters.ts'
import {clock, EDITOR, openTestLake, type Content, type TestLake} from './lake.ts'

const DATASET = 'production'

const hubOn = (lake: TestLake, grants = lake.grants): Hub =>
  createHub({
    log: lake.log,
    documents: lake.documents,
    grantsOf: () => grants,
    clock,
    every: () => () => {},
  })

describe('an answer', () => {
  let lake: TestLake
  let hub: Hub
  beforeEach(() => {
    lake = openTestLake()
    hub = hubOn(lake)
    lake.write({a: {}})
  })
  afterEach(() => {
    hub.close()
    lake.close()
  })

  const anybody = {dataset: DATASET, actor: ANONYMOUS_ACTOR}
  const editor = {dataset: DATASET, actor: EDITOR}
  const following = (mostKeys?: number): Touched => {
    const touched = createTouched(hub, ({actor}) => lake.grants.audienceOf(actor), mostKeys)
    touched.follow(anybody)
    return touched
  }

  it('is good until a key of it is touched', () => {
    const touched = following()
    lake.write({b: {}})
    expect(touched.untouchedUntil(anybody, ['_id=a'], 1)).toBe(2)
    expect(touched.untouchedUntil(anybody, ['_id=b'], 1)).toBeNull()
    expect(touched.untouchedUntil(anybody, ['_id=b'], 2)).toBe(2)
    expect(touched.untouchedUntil(anybody, [ANY_KEY], 1)).toBeNull()
    expect(touched.untouchedUntil(anybody, [], 1)).toBe(2)
  })

  it('is not known to be good where nobody listened when it was made', () => {
    expect(following().untouchedUntil(anybody, ['_id=a'], 0)).toBeNull()
  })

  it('is touched by what its asker sees, and by nothing else', () => {
    const touched = following()
    touched.follow(editor)
    lake.write({'drafts.a': {title: 'Draft'}, c: {hidden: true}})
    expect(touched.untouchedUntil(anybody, ['_type=article'], 1)).toBe(1)
    expect(touched.untouchedUntil(editor, ['_type=article'], 1)).toBeNull()
    expect(touched.untouchedUntil(editor, ['_id=b'], 1)).toBe(2)
  })

  it('goes on being good for an audience when one of it signs out', () => {
    const touched = following()
    touched.follow(editor)
    hub.endCredential('session:edith')
    lake.write({b: {}})
    expect(touched.untouchedUntil(editor, ['_id=a'], 1)).toBe(2)
  })

  it('is stale after a change that is too large to be told of', () => {
    const touched = following()
    const list = Array.from({length: 6_000}, (_, n) => `item ${n}`)
    lake.write({b: {list}})
    expect(touched.untouchedUntil(anybody, ['_id=a'], 1)).toBeNull()
    expect(touched.untouchedUntil(anybody, ['_id=a'], 2)).toBe(2)
  })

  it('whose keys have been forgotten is stale, and a newer one is not', () => {
    const touched = following(20)
    for (let n = 0; n < 10; n++) lake.write({b: {n}})
    const oldest = touched.untouchedUntil(anybody, ['_id=a'], 1)
    expect(oldest).toBe(11)
    for (let n = 0; n < 10; n++) lake.write({[`c${n}`]: {}})
    expect(touched.untouchedUntil(anybody, ['_id=a'], 1)).toBeNull()
    expect(touched.untouchedUntil(anybody, ['_id=b'], 10)).toBeNull()
    expect(touched.untouchedUntil(anybody, ['_id=a'], 20)).toBe(21)
    expect(touched.untouchedUntil(anybody, ['_id=c9'], 20)).toBeNull()
  })

  it('is made anew for an audience that was forgotten among many', () => {
    const touched = following()
    for (let n = 0; n < 20; n++) {
      touched.follow({dataset: DATASET, actor: {...EDITOR, roles: ['reader', `role${n}`]}})
    }
    expect(hub.openStreams()).toBe(12)
    expect(touched.untouchedUntil(anybody, ['_id=a'], 0)).toBeNull()
    expect(touched.untouchedUntil(anybody, ['_id=a'], 1)).toBe(1)
  })
})

const ROLES: Role[] = [
  {
    name: 'editor',
    title: 'Editor',
    description: '',
    grants: [
      {filter: '_type != "topic"', permissions: ['read']},
      {filter: '_type == "topic" && s == "Ebb"', permissions: ['read']},
    ],
  },
  {
    name: 'reader',
    title: 'Reader',
    description: '',
    grants: [
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
    ],
  },
]

const contentOf = ({_id, _rev, _createdAt, _updatedAt, ...content}: LakeDocument): Content =>
  content

/** How often answers were taken for good, and the queries whose answers were not. */
function asked(runs: number, mostKeys?: number): {good: number; wrong: string[]} {
  let good = 0
  const wrong: string[] = []
  const commit = fc.array(fc.tuple(change, fc.boolean()), {minLength: 1, maxLength: 3})
  const filtered = fc
    .tuple(fc.constantFrom('', '_type == "article" && ', '_type == "author" && '), condition)
    .map(
      ([type, only]) => `*[${type}${only}]{_id, s, "r": ref->s, "n": count(*[references(^._id)])}`,
    )
  const look = fc.record({
    actor: fc.constantFrom<Actor>(ANONYMOUS_ACTOR, EDITOR),
    perspective: fc.constantFrom<'raw' | readonly string[]>('raw', ['published']),
    text: fc.oneof(query, filtered, filtered),
    params,
  })
  fc.assert(
    fc.property(
      documents,
      fc.array(look, {minLength: 1, maxLength: 4}),
      fc.array(commit, {minLength: 1, maxLength: 5}),
      (first, looks, commits) => {
        const lake = openTestLake()
        const grants = createGrants(ROLES, clock)
        const hub = hubOn(lake, grants)
        const touched = createTouched(hub, ({actor}) => grants.audienceOf(actor), mostKeys)
        lake.write(Object.fromEntries(first.map((document) => [document._id, contentOf(document)])))
        const dataset = createDataset({
          documents: lake.documents.all(DATASET),
          roles: ROLES,
          grants,
        })

        const answer = (
          {actor, perspective}: {actor: Actor; perspective: 'raw' | readonly string[]},
          plan: Plan,
        ) => {
          touched.follow({dataset: DATASET, actor})
          const {touch, keys} = createDependence()
          const setting = {
            view: dataset.view(actor, perspective, clock()),
            identity: actor.id,
            now: clock(),
            projectId: 'copydesk',
            dataset: DATASET,
            maxRows: Infinity,
            touch,
          }
          const json = JSON.stringify(plan.evaluate(setting))
          return {json, keys: keys()?.map(([key]) => key) ?? [ANY_KEY], position: lake.log.last()}
        }
        const kept = looks.flatMap((one) => {
          try {
            const plan = createPlan(one.text, one.params)
            return [{...one, plan, known: answer(one, plan)}]
          } catch {
            return []
          }
        })
        for (const written of commits) {
          const changes = written.map(([document, isGone]): [string, Content | null] => [
            document._id,
            isGone ? null : contentOf(document),
          ])
          lake.write(Object.fromEntries(changes))
          dataset.apply(
            new Map(changes.map(([id]) => [id, lake.documents.get(DATASET, id) ?? undefined])),
          )
          for (const one of kept) {
            const {keys, position, json} = one.known
            const until = touched.untouchedUntil(
              {dataset: DATASET, actor: one.actor},
              keys,
              position,
            )
            const now = answer(one, one.plan)
            if (until === null) one.known = now
            else {
              good += 1
              one.known.position = until
              if (now.json !== json) wrong.push(one.text)
            }
          }
        }
        hub.close()
        lake.close()
      },
    ),
    {numRuns: runs},
  )
  return {good, wrong}
}

test.each([[undefined], [12]])(
  'no answer that is taken for good is another one by now, for nobody (with room for %s keys)',
  (mostKeys) => {
    const {good, wrong} = asked(250, mostKeys)
    expect(wrong).toEqual([])
    expect(good).toBeGreaterThan(50)
  },
  120_000,
)
