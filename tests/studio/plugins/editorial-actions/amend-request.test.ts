import {describe, expect, test} from 'vitest'
import {
  amendmentsOf,
  saySame,
  UNTOLD,
} from '../../../../studio/plugins/editorial-actions/amend-request.ts'

const correction = {type: 'correction', readerNote: 'It was 1874.'} as const
const minor = {type: 'minor', readerNote: 'A comma.'} as const

describe('what live articles say of an amendment', () => {
  test('is nothing before somebody has said it', () => {
    expect(amendmentsOf(['a', 'b'], UNTOLD)).toEqual({})
  })

  test('is the same for all, as long as nobody tells them apart', () => {
    const told = {...UNTOLD, same: correction}
    expect(amendmentsOf(['a', 'b'], told)).toEqual({a: correction, b: correction})
  })

  test('is for each what was said for all, until it is said anew', () => {
    const apart = saySame(['a', 'b'], {...UNTOLD, same: correction}, false)
    const told = {...apart, each: {...apart.each, b: minor}}
    expect(amendmentsOf(['a', 'b'], told)).toEqual({a: correction, b: minor})
  })

  test('is of no article that no longer uses it', () => {
    const told = {isSame: false, each: {a: correction, gone: minor}}
    expect(amendmentsOf(['a'], told)).toEqual({a: correction})
  })

  test('is what one of them said first, once all say the same', () => {
    const told = saySame(['a', 'b'], {isSame: false, each: {b: minor}}, true)
    expect(amendmentsOf(['a', 'b'], told)).toEqual({a: minor, b: minor})
    expect(saySame(['a'], {isSame: false, each: {}}, true)).toEqual(UNTOLD)
  })
})
