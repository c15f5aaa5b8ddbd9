import {describe, expect, test} from 'vitest'
import {opensByItself} from '../../../studio/data/review-beside.ts'

const person = (name: string) => ({roles: [{name}]})

describe('Review beside the form', () => {
  test('opens by itself for editors, where there is room', () => {
    expect(opensByItself(null, person('editor'), 1280)).toBe(true)
    expect(opensByItself(null, person('editor'), 1024)).toBe(false)
    expect(opensByItself(null, person('journalist'), 1920)).toBe(false)
  })

  test('does what the person did last', () => {
    expect(opensByItself('closed', person('editor'), 1920)).toBe(false)
    expect(opensByItself('open', person('journalist'), 1920)).toBe(true)
    expect(opensByItself('open', person('editor'), 800)).toBe(false)
  })
})
