import {expect, it} from 'vitest'
import {healthOf} from '../../src/http/health.ts'

const ready = {isReady: true, isStopping: false}
const trouble = {status: 'wrong clock', reason: 'the clock is 5 s ahead'} as const

it.each([
  ['starts', {isReady: false, isStopping: false}, null, {status: 'starting'}],
  ['is ready', ready, null, {status: 'ok'}],
  ['is healthy in a cluster', ready, {trouble: () => null}, {status: 'ok'}],
  ['has trouble', ready, {trouble: () => trouble}, trouble],
  ['stops', {isReady: true, isStopping: true}, {trouble: () => trouble}, {status: 'stopping'}],
])('a server that %s says so', (_, state, clustering, health) => {
  expect(healthOf(state, clustering)).toEqual(health)
})
