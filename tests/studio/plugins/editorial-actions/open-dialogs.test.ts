import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createOpenDialogs} from '../../../../studio/plugins/editorial-actions/open-dialogs.ts'

let dialogs: ReturnType<typeof createOpenDialogs<string, {note: string}>>
beforeEach(() => {
  vi.useFakeTimers({now: 0})
  dialogs = createOpenDialogs()
})
afterEach(() => vi.useRealTimers())

const listen = (id: string, heard: string[], pane = '') =>
  dialogs.register(id, (act) => heard.push(`${pane} ${act}`.trim()))

it('opens an act at the button of its article, and at no other', () => {
  const heard: string[] = []
  listen('ferry', heard, 'ferry')
  listen('barrier', heard, 'barrier')

  dialogs.open('ferry', 'withdraw')
  dialogs.open('seal', 'spike')

  expect(heard).toEqual(['ferry withdraw'])
})

it('opens it once where two panes show the article, and goes on in the one that stays', () => {
  const heard: string[] = []
  const endFirst = listen('tram', heard, 'first')
  const endSecond = listen('tram', heard, 'second')

  dialogs.open('tram', 'approve')
  dialogs.open('tram', 'spike')
  expect(heard).toEqual(['first approve'])
  dialogs.keep('tram', {note: 'Well'})
  endFirst()
  expect(heard).toEqual(['first approve', 'second approve'])
  expect(dialogs.typed('tram')).toEqual({note: 'Well'})
  endSecond()
  dialogs.open('tram', 'approve')

  expect(heard).toHaveLength(2)
})

it('stays where it is when the other pane of the article goes', () => {
  const heard: string[] = []
  const endFirst = listen('tram', heard, 'first')
  listen('tram', heard, 'second')()
  dialogs.open('tram', 'approve')
  listen('tram', heard, 'third')()
  endFirst()
  listen('tram', heard, 'first anew')
  expect(heard).toEqual(['first approve', 'first anew approve'])
})

it('opens again in a pane that is mounted again, with what was typed into it', () => {
  const heard: string[] = []
  const end = listen('gull', heard)
  dialogs.open('gull', 'requestChanges')
  dialogs.keep('gull', {note: 'A whole'})
  dialogs.keep('gull', {note: 'A whole paragraph.'})
  end()
  vi.setSystemTime(3_000)
  listen('gull', heard)

  expect(heard).toEqual(['requestChanges', 'requestChanges'])
  expect(dialogs.typed('gull')).toEqual({note: 'A whole paragraph.'})
})

it('stays closed after it was closed, and its text is dropped', () => {
  const heard: string[] = []
  const end = listen('gull', heard)
  dialogs.open('gull', 'approve')
  dialogs.keep('gull', {note: 'Fine'})
  dialogs.close('gull')
  // A field tells its last word after the dialog is done with.
  dialogs.keep('gull', {note: 'Fine, too'})
  end()
  listen('gull', heard)
  dialogs.open('gull', 'spike')

  expect(heard).toEqual(['approve', 'spike'])
  expect(dialogs.typed('gull')).toBeUndefined()
})

it('starts empty for a person who comes back to the article later', () => {
  const heard: string[] = []
  const end = listen('gull', heard)
  dialogs.open('gull', 'spike')
  dialogs.keep('gull', {note: 'Nothing in it'})
  end()
  vi.setSystemTime(10_000)
  listen('gull', heard)
  expect(heard).toEqual(['spike'])
  dialogs.open('gull', 'spike')
  expect(dialogs.typed('gull')).toBeUndefined()
})
