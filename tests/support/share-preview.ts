// A link that opens one article to somebody without an account.
import type {BrowserContext} from 'playwright-core'
import {expect} from 'vitest'
import type {Content} from './content.ts'
import type {Newsroom} from './newsroom.ts'

/** The link's path, which an editor makes in their browser; it lasts for a day. */
export async function sharePreview(
  {origin}: Newsroom,
  {staff, content}: {staff: BrowserContext; content: Content},
  articleId: string,
): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const act = {act: 'sharePreview', articleId, recipient: 'A lawyer', expiresAt}
  const made = await staff.request.post(`${origin}/v1/acts/production`, {
    data: act,
    headers: {origin},
  })
  expect(made.status(), await made.text()).toBe(200)
  const [id] = await content.asEditor<string[]>('*[_type == "previewLink"]._id')
  const pass = await staff.request.get(`${origin}/v1/passes/production/${id}`)
  return `/preview/link/${((await pass.json()) as {secret: string}).secret}`
}
