import {expect, test} from 'vitest'
import {toPreview, withoutPerspective} from '../../../site/editing/addresses.ts'

const HERE = new URL('https://desk.example/preview/article/a?sanity-preview-perspective=rA,drafts')
const to = (address: string) => toPreview(new URL(address, HERE), HERE)
const SHOWN = 'sanity-preview-perspective=rA%2Cdrafts'

test.each([
  ['/', `/preview/home?${SHOWN}`],
  ['/article/ferry', `/preview/article/ferry?${SHOWN}`],
  ['/section/economy?page=2', `/preview/section/economy?page=2&${SHOWN}`],
  ['/author/ada#more', `/preview/author/ada?${SHOWN}#more`],
  ['/preview/article/b', `/preview/article/b?${SHOWN}`],
  ['/preview/home', `/preview/home?${SHOWN}`],
])('%s leads to its preview, shown as this one is', (address, preview) => {
  expect(to(address)).toBe(preview)
})

test.each(['/search?q=a', '/policies', '/feed.xml', '/studio', 'https://other.example/article/a'])(
  '%s has none',
  (address) => expect(to(address)).toBeUndefined(),
)

test('the tool is told an address without what it added itself', () => {
  expect(withoutPerspective(HERE)).toBe('/preview/article/a')
  const page = new URL(`https://desk.example/preview/topic/sea?page=2&${SHOWN}#x`)
  expect(withoutPerspective(page)).toBe('/preview/topic/sea?page=2#x')
})
