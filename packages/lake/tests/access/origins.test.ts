import {describe, expect, it} from 'vitest'
import {testAccess} from './support.ts'

describe('a listed origin', () => {
  it('is allowed with or without credentials, as set last', () => {
    const {cors} = testAccess().access
    expect(cors.allows('https://studio.example.org')).toBeNull()
    cors.add('https://Studio.example.org/', {credentials: false})
    expect(cors.allows('https://studio.example.org')).toEqual({credentials: false})
    cors.add('https://studio.example.org', {credentials: true})
    expect(cors.allows('https://studio.example.org')).toEqual({credentials: true})
    expect(cors.list()).toEqual([
      {
        origin: 'https://studio.example.org',
        credentials: true,
        createdAt: '2026-11-25T12:00:00.000Z',
      },
    ])
  })

  it('is not allowed after it was removed', () => {
    const {cors} = testAccess().access
    cors.add('http://localhost:5173', {credentials: true})
    cors.remove('http://localhost:5173/')
    expect(cors.allows('http://localhost:5173')).toBeNull()
    expect(() => cors.remove('http://localhost:5173')).toThrow(
      'http://localhost:5173 is not listed.',
    )
  })

  it.each([
    '*',
    'null',
    'example.org',
    'https://*.example.org',
    'https://example.org/studio',
    'https://example.org?x',
    'https://rosa@example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('cannot be %s', (origin) => {
    const {cors} = testAccess().access
    expect(() => cors.add(origin, {credentials: true})).toThrow(/is not an origin/)
    expect(cors.list()).toEqual([])
  })
})
