import type {Tool} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {afterEach, expect, test, vi} from 'vitest'
import {withPageOfDocument} from '../../../../studio/plugins/page/page-of-document.ts'

const tools = presentationTool({previewUrl: '/'}).tools as Tool[]
const tool = withPageOfDocument(tools[0] as Tool)

/** Where the tool leads from `search`. */
function pageFor(params: Record<string, string>, search = ''): unknown {
  vi.stubGlobal('location', {search})
  vi.stubGlobal('window', {location})
  const state = tool.getIntentState?.('edit', params, undefined, undefined) as {
    _searchParams: [string, string][]
  }
  return Object.fromEntries(state._searchParams)['preview']
}

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['an article', {id: 'ferry', type: 'article'}, '', '/preview/article/ferry'],
  ['a draft', {id: 'drafts.ferry', type: 'article'}, '', '/preview/article/ferry'],
  [
    'another article than the page on the screen',
    {id: 'ferry', type: 'article'},
    '?preview=/preview/article/harbour',
    '/preview/article/ferry',
  ],
  ['a document without a page', {id: 'words', type: 'expertQuote'}, '', '/preview/home'],
  [
    'a document without a page beside a page',
    {id: 'words', type: 'expertQuote'},
    '?preview=/preview/article/harbour',
    '/preview/article/harbour',
  ],
  [
    'a link that names its page',
    {id: 'ferry', type: 'article', preview: '/preview/article/harbour'},
    '',
    '/preview/article/harbour',
  ],
])('a link to %s shows the page where it can be edited', (_, params, search, page) => {
  expect(pageFor(params, search)).toBe(page)
})
