// The shortest way to an answer is held against the longest, with commits between the questions.
import {expect, test} from 'vitest'
import type {DocumentIndex} from '../../../lake/query/document-index.ts'
import type {LakeDocument} from '../../../lake/types.ts'
import {comparePlans} from './random-plans-compare.ts'

test('no plan answers otherwise than groq-js does, whoever asks and whatever was written', () => {
  const {asked, said, difference} = comparePlans(140)
  expect(difference).toBeNull()
  expect(asked).toBeGreaterThan(2_000)
  expect(said).toBeGreaterThan(800)
}, 120_000)

/** Gives for ever what it gave first. */
function remembering(): (view: DocumentIndex) => DocumentIndex {
  const known = new WeakMap<readonly LakeDocument[], Map<string, readonly LakeDocument[]>>()
  return (view) => {
    const answers = known.get(view.all) ?? new Map()
    known.set(view.all, answers)
    return {
      ...view,
      referencing(id) {
        const answer = answers.get(id) ?? [...view.referencing(id)]
        answers.set(id, answer)
        return answer
      },
    }
  }
}

test.each<[string, (view: DocumentIndex) => DocumentIndex]>([
  [
    'what is equal comes in another order than the dataset’s',
    (view) => ({...view, having: (field, value) => view.having(field, value)?.toReversed()}),
  ],
  [
    'a document is missing where references are looked up',
    (view) => ({...view, referencing: (id) => view.referencing(id).slice(1)}),
  ],
  ['the index of references does not follow commits', remembering()],
])(
  'a fault is noticed: %s',
  (_what, spoil) => {
    expect(comparePlans(400, spoil).difference).toMatch(/^seed /)
  },
  120_000,
)
