import {expect, it} from 'vitest'
import {hearOpening, openAct} from '../../../studio/acts/act-openers.ts'

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
  const endFirst = hearOpening('ferry', () => heard.push('first'))
  const endSecond = hearOpening('ferry', () => heard.push('second'))

  openAct('ferry', 'approve')
  endFirst()
  openAct('ferry', 'approve')
  endSecond()
  openAct('ferry', 'approve')

  expect(heard).toEqual(['first', 'second'])
})
