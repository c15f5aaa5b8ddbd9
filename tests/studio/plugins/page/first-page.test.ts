import {expect, test} from 'vitest'
import {
  firstPage,
  rememberArticle,
  type DraftsClient,
} from '../../../../studio/plugins/page/first-page.ts'

const answering = (id: string | null): DraftsClient => ({
  fetch: async <T>() => id as T,
})

test('the tool opens with the article one was last at; before, with one’s latest, or the front page', async () => {
  expect(await firstPage(answering(null))).toBe('/preview/home')
  expect(await firstPage(answering('ferry'))).toBe('/preview/article/ferry')
  rememberArticle('harbour')
  expect(await firstPage(answering('ferry'))).toBe('/preview/article/harbour')
})
