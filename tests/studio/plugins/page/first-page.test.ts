import {expect, test} from 'vitest'
import {
  firstPage,
  rememberPiece,
  type DraftsClient,
} from '../../../../studio/plugins/page/first-page.ts'

const answering = (_id: string | null): DraftsClient => ({
  fetch: async <T>() => (_id && {_id, _type: 'article'}) as T,
})

test('the tool opens with the last article, or the person’s latest, or the front page', async () => {
  expect(await firstPage(answering(null))).toBe('/preview/home')
  expect(await firstPage(answering('ferry'))).toBe('/preview/article/ferry')
  rememberPiece({_id: 'harbour', _type: 'article'})
  expect(await firstPage(answering('ferry'))).toBe('/preview/article/harbour')
})
