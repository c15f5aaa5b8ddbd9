import {expect, it} from 'vitest'
import {createLeavingQuestion} from '../../src/browser/ask-before-leaving.ts'

/** Closes a tab; true where the browser asks. */
function leave(target: EventTarget): boolean {
  return !target.dispatchEvent(new Event('beforeunload', {cancelable: true}))
}

it('asks, saves meanwhile, and hides the event from other listeners', () => {
  const page = new EventTarget()
  const heard: string[] = []
  const ask = createLeavingQuestion(page)
  page.addEventListener('beforeunload', () => heard.push('the studio shuts down'))
  const saved = ask(() => heard.push('saves'))
  expect(leave(page)).toBe(true)
  expect(heard).toEqual(['saves'])

  saved()
  expect(leave(page)).toBe(false)
  expect(heard).toEqual(['saves', 'the studio shuts down'])
})

it('asks while one of two forms has unsaved text, and both save', () => {
  const page = new EventTarget()
  const ask = createLeavingQuestion(page)
  const heard: string[] = []
  const first = ask(() => heard.push('first'))
  const second = ask(() => heard.push('second'))
  expect(leave(page)).toBe(true)
  expect(heard).toEqual(['first', 'second'])
  first()
  expect(leave(page)).toBe(true)
  second()
  expect(leave(page)).toBe(false)
})
