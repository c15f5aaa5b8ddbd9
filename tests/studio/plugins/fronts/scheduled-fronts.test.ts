import {describe, expect, it} from 'vitest'
import type {FrontDocument} from '../../../../studio/plugins/fronts/front-document.ts'
import {
  scheduledFronts,
  staysAfter,
  type ScheduledRelease,
} from '../../../../studio/plugins/fronts/scheduled-fronts.ts'

const AT_TWO = '2026-11-30T14:00:00.000Z'
const AT_FIVE = '2026-11-30T17:00:00.000Z'
const version = (release: string): FrontDocument => ({
  _id: `versions.${release}.front-home`,
  _type: 'front',
})

describe('scheduledFronts', () => {
  it.each<[what: string, releases: ScheduledRelease[], expected: object[]]>([
    ['is none without a scheduled release', [], []],
    ['is none of a release without this front', [{name: 'other', publishAt: AT_TWO}], []],
    ['is none of a release without a time', [{name: 'a', publishAt: null}], []],
    ['is none of a release whose name only begins so', [{name: 'a.b', publishAt: AT_TWO}], []],
    [
      'names who scheduled it',
      [{name: 'a', publishAt: AT_TWO, scheduledBy: 'hester'}],
      [{front: version('a'), release: 'a', at: AT_TWO, by: 'hester'}],
    ],
    [
      'begins with the next one',
      [
        {name: 'b', publishAt: AT_FIVE},
        {name: 'a', publishAt: AT_TWO, scheduledBy: null},
      ],
      [
        {front: version('a'), release: 'a', at: AT_TWO},
        {front: version('b'), release: 'b', at: AT_FIVE},
      ],
    ],
  ])('%s', (_what, releases, expected) => {
    expect(scheduledFronts([version('b'), version('a')], releases)).toEqual(expected)
  })
})

describe('staysAfter', () => {
  it.each<[publishAt: string | undefined, stays: string]>([
    [undefined, 'scheduled'],
    ['2026-11-30T13:59:00.000Z', 'scheduled'],
    [AT_TWO, 'yours'],
    [AT_FIVE, 'yours'],
  ])('published at %s', (publishAt, stays) => {
    expect(staysAfter({at: AT_TWO}, publishAt)).toBe(stays)
  })
})
