import {describe, expect, test} from 'vitest'
import {stepsOf, type FirstStepsFacts} from '../../../../studio/plugins/start/steps.ts'

const EMPTY: FirstStepsFacts = {
  name: 'The Courier',
  timeZone: 'UTC',
  isHidden: false,
  hasSection: false,
  hasPublished: false,
  roles: ['administrator'],
}

const done = (facts: Partial<FirstStepsFacts>, zone = 'Asia/Tokyo'): string[] =>
  stepsOf({...EMPTY, ...facts}, zone)
    .filter(({isDone}) => isDone)
    .map(({name}) => name)

describe('the first steps', () => {
  test('are five, in this order', () => {
    expect(stepsOf(EMPTY, 'Asia/Tokyo').map(({name}) => name)).toEqual([
      'name',
      'timeZone',
      'section',
      'journalist',
      'editor',
    ])
  })

  test.each<[string, Partial<FirstStepsFacts>, string[]]>([
    ['the name, in a new newsroom', {}, ['name']],
    ['nothing, without a name', {name: ' '}, []],
    ['the time zone, once one is chosen', {timeZone: 'Europe/London'}, ['name', 'timeZone']],
    ['the section, once one is published', {hasSection: true}, ['name', 'section']],
    ['an invitation, by its role', {roles: ['administrator', 'editor']}, ['name', 'editor']],
  ])('have a tick at %s', (_, facts, names) => {
    expect(done(facts)).toEqual(names)
  })

  test('accept UTC where the browser is in UTC too', () => {
    expect(done({}, 'UTC')).toEqual(['name', 'timeZone'])
    expect(done({timeZone: null}, 'UTC')).toEqual(['name'])
  })

  test.each<[string, Partial<FirstStepsFacts>]>([
    ['a piece is published', {hasPublished: true}],
    ['somebody has hidden them', {isHidden: true}],
    [
      'all are done',
      {timeZone: 'Asia/Tokyo', hasSection: true, roles: ['journalist', 'editor', 'administrator']},
    ],
  ])('are gone when %s', (_, facts) => {
    expect(stepsOf({...EMPTY, ...facts}, 'Asia/Tokyo')).toEqual([])
  })
})
