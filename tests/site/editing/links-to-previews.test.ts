import {expect, test} from 'vitest'
import {linksToPreviews} from '../../../site/editing/links-to-previews.ts'

const SHOWN = 'sanity-preview-perspective=rA%2Cdrafts'
const HERE = new URL(`https://desk.example/preview/topic/sea?${SHOWN}`)
const rewritten = (html: string) => linksToPreviews(html, HERE)

test.each([
  ['<a href="/article/ferry">', `<a href="/preview/article/ferry?${SHOWN}">`],
  ['<a class="x" href="/" rel="up">', `<a class="x" href="/preview/home?${SHOWN}" rel="up">`],
  [
    '<a href="/topic/sea?page=2&amp;a=%26" rel="next">',
    `<a href="/preview/topic/sea?page=2&amp;a=%26&amp;${SHOWN}" rel="next">`,
  ],
  [
    '<a href="https://desk.example/author/ada#more">',
    `<a href="/preview/author/ada?${SHOWN}#more">`,
  ],
  ['<a href="/topic/o&#x27;hara#x">', `<a href="/preview/topic/o'hara?${SHOWN}#x">`],
  ['<a href="/article/cost-$&amp;-$1">', `<a href="/preview/article/cost-$&amp;-$1?${SHOWN}">`],
])('%s leads to its preview, shown as this one is', (tag, link) => {
  expect(rewritten(`${tag}words</a>`)).toBe(`${link}words</a>`)
})

test.each([
  '<a href="/search">',
  '<a href="https://other.example/article/a" rel="noopener">',
  '<a href="mailto:desk@newsroom.example?subject=A&amp;body=B">',
  '<a href="https://[broken">',
])('%s has none, and opens in a tab of its own', (tag) => {
  expect(rewritten(`${tag}words</a>`)).toBe(`${tag.slice(0, -1)} target="_blank">words</a>`)
})

test.each([
  '<a href="#remarks">',
  '<a id="x">',
  '<abbr title="href=&quot;/article/a&quot;">',
  '<link href="/article/a">',
  '<p>&lt;a href="/article/a"&gt;</p>',
])('%s is left as it is', (html) => expect(rewritten(html)).toBe(html))
