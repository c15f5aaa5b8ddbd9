import {describe, expect, it} from 'vitest'
import {weakly, type FrontDocument} from '../../../../studio/plugins/fronts/front-document.ts'
import {changeLines} from '../../../../studio/plugins/fronts/use-changes.ts'

const front = (...pieces: string[]): FrontDocument => ({
  _id: 'front-home',
  _type: 'front',
  containers: [
    {
      _key: 'top',
      _type: 'frontContainer',
      title: 'Top',
      layout: 'lead',
      slots: pieces.map((piece) => ({_key: piece, _type: 'frontSlot', piece: weakly(piece)})),
    },
  ],
})
const NOON = '2026-11-30T12:00:00.000Z'
const documents = [
  {_id: 'gates', _type: 'article', headline: 'Gates'},
  {_id: 'drafts.snow', _type: 'article', headline: 'Snow'},
  {_id: 'tide', _type: 'article', headline: 'Tide', embargo: {until: NOON}},
]

describe('changeLines', () => {
  it.each<[what: string, pieces: string[], at: string, lines: string[]]>([
    ['is nothing where readers see the same', ['gates'], NOON, []],
    [
      'says what readers cannot open',
      ['gates', 'snow'],
      NOON,
      ['“Snow” came to Top.', '“Snow” will come off: readers cannot open it.'],
    ],
    [
      'says what is under embargo still',
      ['gates', 'tide'],
      '2026-11-30T11:00:00.000Z',
      ['“Tide” came to Top.', '“Tide” will come off: readers cannot open it.'],
    ],
    [
      'counts the embargo at the time of publication',
      ['gates', 'tide'],
      NOON,
      ['“Tide” came to Top.'],
    ],
  ])('%s', (_what, pieces, at, lines) => {
    const change = {before: front('gates'), after: front(...pieces), documents}
    expect(changeLines({...change, time: Date.parse(at)})).toEqual(lines)
  })
})
