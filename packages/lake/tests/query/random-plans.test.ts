// The shortest way to an answer is held against the longest, with commits between the questions.
import {expect, test} from 'vitest'
import type {Documents, Field} from '@copydesk/groq/documents'
import type {LakeDocument} from '../../src/types.ts'
import {comparePlans} from './random-plans-compare.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

test(
  'every plan has the same result as groq-js, for every reader and after every write',
  {tags: ['random'], timeout: 900_000},
  () => {
    const {asked, said, difference} = comparePlans(runs(100))
    expect(difference).toBeNull()
    expect(asked).toBeGreaterThan(1_400 * FACTOR)
    // Of a small sample fewer answers hold something.
    expect(said).toBeGreaterThan(400 * FACTOR)
  },
)

/** Gives for ever what it gave first. */
function remembering(): (view: Documents) => Documents {
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

/** Changes each group of equals in the order of a field. */
function sorting(
  change: (group: readonly LakeDocument[], field: Field) => readonly LakeDocument[],
): (view: Documents) => Documents {
  return (view) => ({
    ...view,
    ordered(field, type) {
      const index = view.ordered(field, type)
      return (
        index && {
          ...index,
          *groups(descending) {
            for (const group of index.groups(descending)) yield change(group, field)
          },
        }
      )
    },
  })
}

test.each<[string, (view: Documents) => Documents]>([
  [
    'what is equal comes in another order than the dataset’s',
    (view) => ({
      ...view,
      withValue: (field, value, type) => view.withValue(field, value, type)?.toReversed(),
    }),
  ],
  [
    'a document is missing where references are looked up',
    (view) => ({...view, referencing: (id) => view.referencing(id).slice(1)}),
  ],
  ['the index of references does not follow commits', remembering()],
  ['ties in a sorted index stand the wrong way round', sorting((group) => group.toReversed())],
  [
    'a sorted index has lost what has no value',
    sorting((group, {valueOf}) => group.filter((document) => (valueOf(document) ?? null) !== null)),
  ],
  [
    'a range has lost its last document',
    (view) => ({
      ...view,
      ordered(field, type) {
        const index = view.ordered(field, type)
        return index && {...index, between: (bounds) => index.between(bounds).slice(0, -1)}
      },
    }),
  ],
])('a fault is noticed: %s', {tags: ['full'], timeout: 300_000}, (_what, spoil) => {
  expect(comparePlans(400, spoil).difference).toMatch(/^seed /)
})
