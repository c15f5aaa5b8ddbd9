import {describe, expect, it} from 'vitest'
import {weakly, type FrontFill} from '../../../../studio/plugins/fronts/front-document.ts'
import type {ContainerFields, SlotFields} from '../../../../studio/plugins/fronts/front-edits.ts'
import {fillName, settingSaid, wordingSaid} from '../../../../studio/plugins/fronts/story-labels.ts'

const fill = (from: string, of?: string): FrontFill =>
  ({_type: 'frontFill', from, ...(of && {[from]: weakly(of)})}) as FrontFill

describe('fillName', () => {
  it.each<[fill: FrontFill | undefined, name: string]>([
    [undefined, 'Nothing: only what is placed by hand'],
    [fill('strange'), 'Nothing: only what is placed by hand'],
    [fill('newest'), 'The newest stories'],
    [fill('section', 'a'), 'The newest of Tides'],
    [fill('topic', 'a'), 'The newest on Tides'],
    [fill('series', 'a'), 'The newest of Tides'],
    [fill('series', 'gone'), 'The newest of a series'],
    [fill('topic'), 'The newest on a topic'],
  ])('is the name of %o', (one, name) => {
    expect(fillName(one, new Map([['a', 'Tides']]))).toBe(name)
  })
})

describe('settingSaid', () => {
  it.each<[set: ContainerFields, said: string]>([
    [{title: 'Now'}, 'Top is called “Now” now.'],
    [{title: undefined}, 'Top has no heading now.'],
    [{layout: 'ranked'}, 'Top has the layout Ranked, with numerals now.'],
    [{count: 1}, 'Top shows 1 story now.'],
    [{count: 6}, 'Top shows 6 stories now.'],
    [{fill: fill('newest')}, 'Top is filled up by the newest stories now.'],
    [{fill: fill('topic', 'a')}, 'Top is filled up by the newest on Tides now.'],
    [{fill: fill('nothing')}, 'Top has only what is placed by hand now.'],
  ] as [ContainerFields, string][])('says %o', (set, said) => {
    expect(settingSaid('Top', set, 'Tides')).toBe(said)
  })
})

describe('wordingSaid', () => {
  it.each<[set: SlotFields, said: string]>([
    [{headline: 'New'}, '“Old” has its words for this front.'],
    [{picture: undefined}, '“Old” has its picture for this front.'],
    [{kicker: 'Live', picture: undefined}, '“Old” has its words and picture for this front.'],
    [{until: undefined}, '“Old” has its end for this front.'],
  ] as [SlotFields, string][])('says what %o is', (set, said) => {
    expect(wordingSaid('Old', set)).toBe(said)
  })
})
