import {expect, it, vi} from 'vitest'
import {closeAct, hearOpening, openAct} from '../../../studio/acts/act-openers.ts'

it('opens an act at the button of its article, and at no other', () => {
  const heard: string[] = []
  const ends = [
    hearOpening('ferry', (act) => heard.push(`ferry ${act}`)),
    hearOpening('barrier', (act) => heard.push(`barrier ${act}`)),
  ]

  openAct('ferry', 'withdraw')
  openAct('seal', 'spike')

  expect(heard).toEqual(['ferry withdraw'])
  for (const end of ends) end()
})

it('opens it once where two panes show the article, and goes on in the one that stays', () => {
  const heard: string[] = []
  const endFirst = hearOpening('tram', () => heard.push('first'))
  const endSecond = hearOpening('tram', () => heard.push('second'))

  openAct('tram', 'approve')
  endFirst()
  openAct('tram', 'approve')
  endSecond()
  openAct('tram', 'approve')

  expect(heard).toEqual(['first', 'second'])
})

it('a dialog whose pane is drawn anew opens again in the new one, and one that was closed does not', () => {
  vi.useFakeTimers({now: 0})
  const heard: string[] = []
  const hear = () => hearOpening('gull', (act) => heard.push(act))
  const first = hear()
  openAct('gull', 'approve')
  first()
  const second = hear()
  expect(heard).toEqual(['approve', 'approve'])
  closeAct('gull')
  second()
  const third = hear()
  openAct('gull', 'spike')
  third()
  // Who comes back later begins anew.
  vi.setSystemTime(5_000)
  hear()()
  expect(heard).toEqual(['approve', 'approve', 'spike'])
  vi.useRealTimers()
})
