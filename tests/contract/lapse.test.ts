// For whatever edits, in whatever order: a piece is approved where its content is the approved one to
// the letter, worked out here by other means, and at no other time.
import fc from 'fast-check'
import {afterAll, beforeAll, expect, it} from 'vitest'
import type {PieceDocument} from '../../workflow/piece.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  draftsOf,
  fresh,
  ok,
  openDesk,
  refused,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'
import {FACTOR, runs} from '../support/runs.ts'

let lake: TestLake
let desk: Desk
let count = 0
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

type Edit = {name: string; mutations: (id: string) => object[]}

/** Few values for few fields, so that what is done is often undone. */
const set = (part: string, field: string, value: unknown): Edit => ({
  name: `${part}.${field} = ${JSON.stringify(value)}`,
  mutations: (id) => [{patch: {id: `drafts.${id}${part}`, set: {[field]: value}}}],
})
const unset = (part: string, field: string): Edit => ({
  name: `${part}.${field} unset`,
  mutations: (id) => [{patch: {id: `drafts.${id}${part}`, unset: [field]}}],
})
const replace = (index: number, part: string): Edit => ({
  name: `${part} as it was at first`,
  mutations: (id) => [{createOrReplace: draftsOf(id)[index]}],
})
const photoUse = (id: string, more: Fields = {}) => ({
  _type: 'photoUse',
  photo: {...fresh(`${id}-photo`, 'photoWithCredit'), ...more},
})

const EDITS: Edit[] = [
  set('', 'dek', 'What happened.'),
  set('', 'dek', 'What happened'),
  set('', 'body[0].children[0].text', 'Words.'),
  set('', 'body[0].children[0].text', 'Words.\u200b'),
  set('-photo', 'caption', 'A ferry'),
  set('-photo', 'caption', 'A Ferry'),
  set('-quote', 'text', 'So it is.'),
  set('-quote', 'text', 'So it is!'),
  set('-source', 'name', 'Prof. Source'),
  set('-source', 'name', 'Prof. Source '),
  set('-photo', 'place', 'Osaka'),
  unset('-photo', 'place'),
  set('', 'firstPublishedAt', '1999-01-01T00:00:00Z'),
  {
    name: 'no photo',
    mutations: (id) => [{patch: {id: `drafts.${id}`, unset: ['leadPhoto']}}],
  },
  {
    name: 'the photo',
    mutations: (id) => [{patch: {id: `drafts.${id}`, set: {leadPhoto: photoUse(id)}}}],
  },
  {
    name: 'the photo, weakly: the same to readers',
    mutations: (id) => [
      {
        patch: {
          id: `drafts.${id}`,
          set: {leadPhoto: photoUse(id, {_strengthenOnPublish: undefined})},
        },
      },
    ],
  },
  replace(0, 'source'),
  replace(1, 'quote'),
  replace(2, 'photo'),
  replace(3, 'article'),
]

/** Everything that readers would see, as text: keys in order, without how the store keeps it. */
function content(id: string): string {
  const article = desk.get(`drafts.${id}`)
  const parts = ['-source', '-quote', ...(article?.['leadPhoto'] ? ['-photo'] : [])]
  const documents = [...parts.map((part) => desk.get(`drafts.${id}${part}`)), article]
  return JSON.stringify(documents.map((document) => sorted(document)))
}

const BOOKKEEPING = /^_(rev|createdAt|updatedAt|system|weak|strengthenOnPublish)$/
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value as PieceDocument)
    .filter(([key]) => !BOOKKEEPING.test(key))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, member]) => [key, sorted(member)])
}

it(
  'An approval holds exactly while the content is what was approved',
  {tags: ['random'], timeout: 60_000},
  async () => {
    let lapses = 0
    let returns = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...EDITS.map((edit) => ({...edit, toString: () => edit.name}))), {
          minLength: 3,
          maxLength: 14,
        }),
        async (edits) => {
          const id = `lapse${++count}`
          await write(desk, id)
          await submit(desk, id)
          await approve(desk, id)
          const approved = content(id)
          let was = true
          for (const {mutations} of edits) {
            await ok(desk.mutate(desk.colleague, mutations(id)))
            const {state, lapsed, stage} = desk.review(id)
            const same = content(id) === approved
            expect({state, lapsed}).toEqual(
              same ? {state: 'approved', lapsed: false} : {state: 'inReview', lapsed: true},
            )
            expect(stage).toBe('approved')
            if (was && !same) lapses++
            if (!was && same) returns++
            was = same
          }
          const publishing = desk.act(desk.editor, {act: 'publish', articleId: id})
          await (was ? ok(publishing) : refused(publishing, 'approvalLapsed'))
        },
      ),
      {numRuns: runs(60), seed: 20261125},
    )
    expect(lapses).toBeGreaterThan(20 * FACTOR)
    expect(returns).toBeGreaterThan(10 * FACTOR)
  },
)
