import {expect, test, vi} from 'vitest'
import {readRemembered, remember} from '../../../studio/ui/remembered.ts'

test('keeps a choice as long as the page where the browser has no storage', () => {
  const refuse = () => {
    throw new Error('storage is off')
  }
  vi.stubGlobal('localStorage', {getItem: refuse, setItem: refuse, removeItem: refuse})
  remember('lists', 'shown')
  expect(readRemembered('lists')).toBe('shown')
  remember('lists', null)
  expect(readRemembered('lists')).toBeNull()
})
