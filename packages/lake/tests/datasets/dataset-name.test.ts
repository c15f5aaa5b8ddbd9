import {describe, expect, it} from 'vitest'
import {datasetNameProblem} from '../../src/datasets/dataset-name.ts'

describe('the name of a dataset', () => {
  it.each(['production', 'a1', '2026', 'x-y', 'x_y', 'production-comments', 'a'.repeat(64)])(
    'can be %s',
    (name) => expect(datasetNameProblem(name)).toBeNull(),
  )

  it.each([
    ['', 'it needs at least two characters'],
    ['a', 'it needs at least two characters'],
    ['a'.repeat(65), 'it can have at most 64 characters'],
    ['Production', 'it must be in lower case'],
    ['producción', 'it can have only a to z, digits, dashes and underscores'],
    ['two words', 'it can have only a to z, digits, dashes and underscores'],
    ['../etc', 'it can have only a to z, digits, dashes and underscores'],
    ['a.b', 'it can have only a to z, digits, dashes and underscores'],
    ['-staging', 'it must begin with a to z or a digit'],
    ['_staging', 'it must begin with a to z or a digit'],
    ['staging-', 'it must end with a to z or a digit'],
    ['staging_', 'it must end with a to z or a digit'],
    ['~staging', 'a name that begins with "~" is an alias, and there are none here'],
  ])('cannot be %j: %s', (name, why) => {
    expect(datasetNameProblem(name)).toBe(`"${name}" cannot be the name of a dataset: ${why}.`)
  })

  it('is shortened in the error if it is far too long', () => {
    expect(datasetNameProblem('a'.repeat(10_000))?.length).toBeLessThan(250)
  })
})
