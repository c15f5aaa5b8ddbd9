import {describe, expect, test} from 'vitest'
import {
  amendmentsOf,
  saySame,
  NO_CORRECTIONS,
} from '../../../../studio/plugins/editorial-actions/amend-request.ts'

const correction = {type: 'correction', readerNote: 'It was 1874.'} as const
const minor = {type: 'minor', readerNote: 'A comma.'} as const

describe('the correction of live articles after an amendment', () => {
  test('is empty at first', () => {
    expect(amendmentsOf(['a', 'b'], NO_CORRECTIONS)).toEqual({})
  })

  test('is the same for all until somebody separates them', () => {
    const said = {...NO_CORRECTIONS, same: correction}
    expect(amendmentsOf(['a', 'b'], said)).toEqual({a: correction, b: correction})
  })

  test('is the common correction for each article, until an article gets its own', () => {
    const apart = saySame(['a', 'b'], {...NO_CORRECTIONS, same: correction}, false)
    const said = {...apart, each: {...apart.each, b: minor}}
    expect(amendmentsOf(['a', 'b'], said)).toEqual({a: correction, b: minor})
  })

  test('is of no article that no longer uses it', () => {
    const said = {isSame: false, each: {a: correction, gone: minor}}
    expect(amendmentsOf(['a'], said)).toEqual({a: correction})
  })

  test('is what one of them said first, once all say the same', () => {
    const said = saySame(['a', 'b'], {isSame: false, each: {b: minor}}, true)
    expect(amendmentsOf(['a', 'b'], said)).toEqual({a: minor, b: minor})
    expect(saySame(['a'], {isSame: false, each: {}}, true)).toEqual(NO_CORRECTIONS)
  })
})
