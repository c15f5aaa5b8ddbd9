// @module-tag random
// Nothing that one person does, in any order, publishes one of their articles. Two people can
// publish one. Then readers see what one of them approved and neither wrote nor submitted.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {EditorialAction} from '../../model/editorial-actions.ts'
import {contentHash} from '../../workflow/content-hash.ts'
import {act, anyStep, onTheWay, writing, type RandomStep} from '../support/random-actions.ts'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {ok, openDesk, submit, write, type Desk, type Voice} from '../support/piece.ts'
import {FACTOR, runs} from '../support/runs.ts'

let lake: TestLake
let desk: Desk
let count = 0
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await ok(
    desk.mutate(desk.importer, [
      {create: {_id: 'edith', _type: 'author', name: 'Edith'}},
      {create: {_id: 'private.author.edith', _type: 'privateAuthor', userId: desk.editor.id}},
    ]),
  )
})
afterAll(() => lake.close())

const SEED = 20261125
const steps = fc.oneof(
  fc.array(anyStep, {minLength: 4, maxLength: 14}),
  onTheWay(anyStep, (name) => fc.constant(act(name, false))),
)

/** One step by a signed-in person. It counts even if it is refused. */
async function run(step: RandomStep, who: Voice, id: string): Promise<boolean> {
  const response = await step.run(desk, who, id)
  if (!response) return true
  expect([200, 400, 403, 409]).toContain(response.status)
  return response.ok
}
const articles = (): string[] =>
  lake.lake.services.documents
    .ofType('production', 'article')
    .map(({_id}) => _id)
    .filter((id) => !id.includes('.'))

/** One person or program, and what happens before their steps. */
const ALONE: [string, () => Voice, (id: string) => Promise<unknown>][] = [
  ['a journalist', () => desk.journalist, async () => {}],
  [
    'an editor who wrote it',
    () => desk.editor,
    (id) => writing('edith').run(desk, desk.editor, id),
  ],
  [
    'an editor who wrote it under another name',
    () => desk.editor,
    (id) => writing('jane').run(desk, desk.editor, id),
  ],
  [
    'an editor who submitted what a journalist wrote',
    () => desk.editor,
    async (id) => {
      await write(desk, id)
      await ok(desk.act(desk.editor, {act: 'submit', articleId: id}))
    },
  ],
  ...(['journalist', 'photoEditor', 'editor', 'developer', 'administrator'] as const).map(
    (role): (typeof ALONE)[number] => [
      `the token of the role ${role}, where a journalist has submitted it`,
      () => desk.token(role),
      async (id) => {
        await write(desk, id)
        await submit(desk, id)
      },
    ],
  ),
  ['a photo editor', () => desk.photoEditor, async () => {}],
  ['an administrator', () => desk.administrator, async () => {}],
]

it('No article is published by one person or program', async () => {
  let done = 0
  const alone = fc.constantFrom(...ALONE).map((one) => Object.assign(one, {toString: () => one[0]}))
  await fc.assert(
    fc.asyncProperty(alone, steps, async ([, voice, before], list) => {
      const id = `alone${++count}`
      const who = voice()
      lake.setTime(START)
      await before(id)
      for (const step of list) if (await run(step, who, id)) done++
      expect(articles()).toEqual([])
    }),
    {numRuns: runs(230), seed: SEED},
  )
  // Those who may do something did: what was tried was not refused for something else.
  expect(done).toBeGreaterThan(23 * FACTOR)
})

describe('By several', () => {
  it('articles are published as approved by a person who neither wrote nor submitted them', async () => {
    const voices = [desk.journalist, desk.editor, desk.otherEditor]
    const somebody = fc.nat(voices.length - 1)
    const then = (name: EditorialAction) => fc.tuple(somebody, fc.constant(act(name, false)))
    const steps = onTheWay(fc.tuple(somebody, anyStep), then)
    const accounts: Record<string, string> = {
      jane: desk.journalist.id,
      edith: desk.editor.id,
    }
    let published = 0
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const id = `several${++count}`
        await writing('jane').run(desk, desk.journalist, id)
        const approvals = new Map<string, {by: string; submitter?: string; authors: string[]}>()
        for (const [index, step] of list) {
          await run(step, voices[index]!, id)
          const {approval, submission} = desk.review(id) ?? {}
          const bylines = (desk.get(`drafts.${id}`)?.['bylines'] ?? []) as {
            author: {_ref: string}
          }[]
          if (approval && approval.hash === desk.hash(id) && desk.get(id)?._type !== 'article') {
            approvals.set(approval.hash, {
              by: approval.by,
              authors: bylines.map(({author}) => accounts[author._ref] ?? ''),
              ...(submission ? {submitter: submission.by} : {}),
            })
          }
          const live = [`${id}-source`, `${id}-quote`, `${id}-photo`, id].flatMap(
            (one) => desk.get(one) ?? [],
          )
          if (desk.get(id)?._type !== 'article') continue
          published++
          const given = approvals.get(contentHash(live))
          expect(given).toBeDefined()
          expect(given?.by).not.toBe(given?.submitter)
          expect(given?.authors).not.toContain(given?.by)
          expect(voices.map((voice) => voice.id)).toContain(given?.by)
          expect(desk.review(id).publication).toMatchObject({approvedBy: given?.by})
          return
        }
      }),
      {numRuns: runs(100), seed: SEED},
    )
    expect(published).toBeGreaterThan(5 * FACTOR)
  })
})
