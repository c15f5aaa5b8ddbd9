// Addresses of the site before this one lead to the pages of this one.
import {describe, expect, test} from 'vitest'
import {isOldAddress, oldAddressOf} from '../../model/old-address.ts'
import {article, newsroom, notice, reference} from './support/fixtures.ts'
import type {Document} from './support/client.ts'
import {siteOver, visit} from './support/visit.ts'

const redirect = (id: string, from: string[], more: Record<string, unknown>): Document => ({
  _id: id,
  _type: 'redirect',
  from,
  ...more,
})
const to = (id: string) => ({to: {...reference(id), _weak: true}})

const site = siteOver(
  newsroom(
    article('piece'),
    notice('gone', 1, {slug: 'the-gone'}),
    redirect('one', ['/2019/03/tide', '/?p=123', '/2019/03/läufer'], to('piece')),
    redirect('two', ['/category/politics', '/?cat=4'], to('section-politics')),
    redirect('three', ['/2019/03/gone'], to('gone')),
    redirect('four', ['/about'], {address: '/policies'}),
    redirect('five', ['/shop'], {address: 'https://shop.example/a b'}),
    redirect('six', ['/evil'], {address: 'javascript:alert(1)'}),
    redirect('seven', ['/evil-too'], {address: '//evil.example/'}),
    redirect('eight', ['/draft'], to('nowhere')),
    redirect('nine', ['/article/piece'], {address: '/policies'}),
  ),
)

test.each([
  ['/2019/03/tide', '/article/piece'],
  ['/2019/03/tide/', '/article/piece'],
  ['/2019/03/tide//?utm_source=mail', '/article/piece'],
  ['/category/politics/', '/section/politics'],
  // A page of today comes before a redirect from its address.
  ['/article/piece/', '/article/piece'],
  ['/2019/03/tide?utm_source=mail', '/article/piece'],
  ['/2019/03/l%C3%A4ufer', '/article/piece'],
  ['/2019/03/l%c3%a4ufer', '/article/piece'],
  ['/?p=123', '/article/piece'],
  ['/?p=123&preview=true', '/article/piece'],
  ['/category/politics', '/section/politics'],
  ['/?cat=4', '/section/politics'],
  ['/about', '/policies'],
  ['/shop', 'https://shop.example/a%20b'],
])('%s leads to %s for good', async (path, location) => {
  const {response} = await visit(site, path)
  expect([response.status, response.headers.get('location')]).toEqual([301, location])
})

test('the address of an article that was taken down leads to its notice', async () => {
  const {response} = await visit(site, '/2019/03/gone')
  const location = response.headers.get('location') ?? ''
  expect([response.status, location]).toEqual([301, '/article/the-gone'])
  expect((await visit(site, location)).response.status).toBe(410)
})

test.each([
  ['/evil', 404],
  ['/evil-too', 404],
  ['/draft', 404],
  ['/2019/03', 404],
  ['/2019/03/Tide', 404],
  ['/?p=124', 200],
  ['/', 200],
  // A page of today comes before a redirect from its address.
  ['/article/piece', 200],
])('%s is answered %i', async (path, status) => {
  expect((await visit(site, path)).response.status).toBe(status)
})

describe('the form of an old address', () => {
  test.each([
    ['/2019/03/tide/', '/2019/03/tide', null],
    ['/', null, null],
    ['/?p=1&x=2', null, '/?p=1'],
    ['/a/?p=%C3%A4', '/a', '/a?p=ä'],
    ['/%E0%A4%A', '/%E0%A4%A', null],
  ])('of %s', (address, path, withQuery) => {
    expect(oldAddressOf(new URL(address, 'https://a.example'))).toEqual({path, withQuery})
  })

  test.each([
    ['/2019/03/tide', true],
    ['/?p=123', true],
    ['/läufer', true],
    ['/2019/03/tide/', false],
    ['/?p=1&x=2', false],
    ['//evil.example', false],
    ['2019', false],
    ['/', false],
    ['/a b', false],
    ['/a#b', false],
    ['https://a.example/b', false],
  ])('%s can be looked up: %s', (address, isOne) => {
    expect(isOldAddress(address)).toBe(isOne)
  })
})
