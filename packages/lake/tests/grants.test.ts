// Deciding many documents: similar ones are decided once, with the result that each would have by itself.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createGrants} from '../src/grants.ts'
import {fieldsReadBy, parseQuery} from '@copydesk/groq'
import type {Actor, Grant, Json} from '../src/types.ts'
import {ROLES} from '../../../model/roles.ts'
import {doc, NOON} from '@copydesk/groq/tests/fixture.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

describe('The fields that a condition reads besides type and kind of ID', () => {
  test.each<[string, string[]]>([
    ['true', []],
    ['_type == "a" && !(_id in path("drafts.**"))', []],
    ['_id in path("*") || _id in (path("_.releases.*"))', []],
    ['select(_type in ["a", "b"] => defined(embargo.until), false)', ['embargo']],
    ['owner == identity() && dateTime(at) < dateTime(now())', ['owner', 'at']],
    ['"a" in tags && lower(slug.current) == $identity', ['tags', 'slug']],
  ])('%s', (filter, fields) => {
    expect([...(fieldsReadBy(parseQuery(filter)) ?? ['unknown'])]).toEqual(fields)
  })

  test.each([
    '_id == "a"',
    'owner == _id',
    '_id in ["a", "drafts.b"]',
    '_id in path("drafts.a")',
    '_id in path("*.a")',
    '_id in path(pattern)',
    '_type in path("*")',
    'references("a")',
    'count(*) > 1',
    'section->title == "News"',
    '@._id == "a"',
    'defined(@)',
    'count(tags[@ == ^._id]) > 0',
    '_id match "a*"',
  ])('are unknown for %s', (filter) => {
    expect(fieldsReadBy(parseQuery(filter))).toBeUndefined()
  })
})

const actor = (role: string): Actor => ({id: 'u1', kind: 'user', roles: [role], name: 'U'})
const role = (filter: string, more: Partial<Grant> = {}) => ({
  name: filter,
  title: filter,
  description: '',
  grants: [{filter, permissions: ['read' as const], ...more}],
})
const OWN_ROLES = [
  role('select(_id in path("*") && _type == "article" => dateTime(at) < dateTime(now()), false)', {
    opensForGood: true,
  }),
  role('dateTime("2026-01-01T00:00:00Z") < dateTime(now()) && _type == "article"'),
  role('!defined(owner) || owner == identity()', {hiddenWith: 'referrers'}),
  role('_id == "a" || _type == "photo"'),
  role('_id in path("versions.**") || _id in path("private.*")'),
]

const value = fc.constantFrom<Json>(null, 'u1', 'u2', '2026-01-01T00:00:00Z', {
  until: '2999-01-01T00:00:00Z',
})
const IDS =
  'a b drafts.a versions.r1.a versions.r2.a private.a private.author.a _.releases.r1 _.groups.x review.a'
const TYPES =
  'article photo photoWithCredit privateSource correction sanity.imageAsset system.group review'
const document = fc
  .record({
    id: fc.constantFrom(...IDS.split(' ')),
    type: fc.constantFrom(...TYPES.split(' ')),
    fields: fc.dictionary(fc.constantFrom('owner', 'at', 'embargo', 'headline'), value),
  })
  .map(({id, type, fields}) => doc(id, type, fields))

test(
  'Similar documents get the same decision as each by itself, for every role',
  {tags: ['random']},
  () => {
    const roles = [...ROLES, ...OWN_ROLES]
    const grants = createGrants(roles, () => NOON)
    let permitted = 0
    fc.assert(
      fc.property(fc.array(document, {minLength: 5, maxLength: 40}), (documents) => {
        for (const {name} of roles) {
          const decide = grants.decider(actor(name), 'read')
          for (const one of documents) {
            const alone = grants.decide(actor(name), 'read', one)
            expect(decide(one)).toEqual(alone)
            if (alone.permitted) permitted += 1
          }
        }
      }),
      // In few runs chance decides how many are permitted.
      {numRuns: Math.max(50, runs(100))},
    )
    expect(permitted).toBeGreaterThan(5_000 * FACTOR)
  },
)

test('Only one of a thousand similar documents is evaluated', () => {
  const grants = createGrants(ROLES, () => NOON)
  const decide = grants.decider(actor('reader'), 'read')
  const decisions = Array.from({length: 1_000}, (_, n) => decide(doc(`a-${n}`, 'article')))
  expect(new Set(decisions).size).toBe(1)
  expect(decide(doc('a-0', 'article', {embargo: {until: '2999-01-01T00:00:00Z'}}))).toMatchObject({
    permitted: false,
    dependsOnTime: true,
  })
})

test('A document that a share token opens is readable, whatever its type', () => {
  const grants = createGrants(ROLES, () => NOON)
  const decide = grants.decider({...actor('reader'), opens: ['drafts.a']}, 'read')
  expect([decide(doc('drafts.b')), decide(doc('drafts.a'))].map(({permitted: is}) => is)).toEqual([
    false,
    true,
  ])
})
