import {describe, expect, test} from 'vitest'
import {
  isApi,
  isEventStream,
  isHostedService,
  pathOf,
  toLakeHost,
} from '../../src/browser/addresses.ts'

const lake = {protocol: 'http:', host: '192.168.0.7:3333', projectId: 'copydesk'}
const own = (url: string) => toLakeHost(url, lake)

describe('an address', () => {
  test('below the project id goes to the page’s own host', () => {
    expect(own('http://copydesk.192.168.0.7:3333/v1/data/query/production?query=*')).toBe(
      'http://192.168.0.7:3333/v1/data/query/production?query=*',
    )
  })

  test('of a socket keeps its scheme', () => {
    const local = {...lake, host: 'localhost:3333'}
    expect(toLakeHost('ws://copydesk.localhost:3333/v2022-06-30/socket/production', local)).toBe(
      'ws://localhost:3333/v2022-06-30/socket/production',
    )
  })

  test.each([
    'http://192.168.0.7:3333/v1/users/me',
    'http://copydesk.192.168.0.7:33331/v1/users/me',
    'http://other.192.168.0.7:3333/v1/users/me',
    '/v1/users/me',
    'https://example.org/copydesk',
    'blob:http://192.168.0.7:3333/1',
    'data:text/plain,hello',
  ])('%s stays as it is', (url) => {
    expect(own(url)).toBe(url)
  })
})

describe('an event stream', () => {
  test.each([
    ['/v2025-02-19/data/listen/production?query=*', true],
    ['/vX/data/live/events/production', true],
    ['/v1/data/query/production', false],
    ['/data/listen/production', false],
    ['https://example.org/v1/data/listen/production', false],
  ])('%s: %s', (url, expected) => {
    expect(isEventStream(url, lake)).toBe(expected)
  })
})

test('the API is what has a version before its path, on this host', () => {
  expect(isApi('/v1/users/me', lake)).toBe(true)
  expect(isApi('/studio/static/app.js', lake)).toBe(false)
  expect(isApi('https://example.org/v1/users/me', lake)).toBe(false)
})

test('hosted services are known by their domain, not by a part of it', () => {
  expect(isHostedService('https://sanity-cdn.com/v1/modules/sanity', lake)).toBe(true)
  expect(isHostedService('https://api.sanity.io/vX/intake/feedback', lake)).toBe(true)
  expect(isHostedService('https://notsanity.io/', lake)).toBe(false)
  expect(isHostedService('/v1/users/me', lake)).toBe(false)
})

test('a frame carries path and query only', () => {
  expect(pathOf('http://192.168.0.7:3333/v1/data/listen/production?a=%20b', lake)).toBe(
    '/v1/data/listen/production?a=%20b',
  )
})
