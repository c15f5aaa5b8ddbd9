import {afterEach, describe, expect, test, vi} from 'vitest'
import {pageAddress} from '../../../studio/data/page-address.ts'
import {workspaceMode} from '../../../studio/data/workspace-mode.ts'

afterEach(() => vi.unstubAllEnvs())

describe('without a project id', () => {
  test('the studio talks to the lake that serves it', () => {
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', '')
    expect(workspaceMode()).toEqual({embedded: true, projectId: 'copydesk', dataset: 'production'})
  })

  test('an article’s page is on the same site, by its published id', () => {
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', '')
    vi.stubEnv('SANITY_STUDIO_PREVIEW_URL', 'https://elsewhere.example')
    expect(pageAddress('drafts.story 1', 'article')).toBe('/preview/article/story%201')
  })
})

describe('with a project id', () => {
  test('the studio talks to the hosted lake', () => {
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', 'abc12345')
    vi.stubEnv('SANITY_STUDIO_DATASET', 'news')
    expect(workspaceMode()).toEqual({embedded: false, projectId: 'abc12345', dataset: 'news'})
    vi.stubEnv('SANITY_STUDIO_DATASET', '')
    expect(workspaceMode().dataset).toBe('production')
  })

  test('an article’s page is where the site is said to be, and else nowhere', () => {
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', 'abc12345')
    expect(pageAddress('story', 'article')).toBeNull()
    vi.stubEnv('SANITY_STUDIO_PREVIEW_URL', 'https://news.example/')
    expect(pageAddress('story', 'article')).toBe('https://news.example/preview/article/story')
  })
})
