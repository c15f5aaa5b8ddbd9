import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {UNREAD_ABOUT_QUERY} from '../../../../studio/data/use-read-here.ts'
import {loadShared, SHARED_LISTEN} from '../../../../studio/plugins/shared-previews/load-shared.ts'
import {follow} from '../../../../studio/data/follow.ts'
import {fixedKey} from '../../../../workflow/perform/review.ts'
import {linkIdOf} from '../../../../workflow/preview/records.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {ok, openDesk, submit, write, type Desk, type Fields} from '../../../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  for (const id of ['ferry', 'other']) await write(desk, id)
  await submit(desk, 'ferry')
})
afterAll(() => lake.close())

const act = (request: Fields, headers = desk.editor.headers): Promise<Fields> =>
  ok(
    lake.fetch('/v2025-02-19/acts/production', {
      method: 'POST',
      headers,
      body: JSON.stringify(request),
    }),
  )

/** Answers the link's id as the studio knows it before it has asked again. */
async function share(articleId: string, recipient: string): Promise<string> {
  const expiresAt = new Date(lake.now() + 86_400_000).toISOString()
  const done = await act({act: 'sharePreview', articleId, recipient, expiresAt})
  return linkIdOf(fixedKey(String(done['transactionId']), 'sharePreview', articleId))
}

async function remark(linkId: string, text: string): Promise<void> {
  const pass = lake.fetch(`/v2025-02-19/passes/production/${linkId}`, {
    headers: desk.editor.headers,
  })
  const {secret} = await ok(pass)
  await act({act: 'remark', text}, {authorization: `Bearer ${String(secret)}`})
}

describe('what is shared of an article', () => {
  test('a journalist sees with what was remarked, word for word, and nothing of other articles', async () => {
    const linkId = await share('ferry', 'Ruth')
    await share('other', 'Somebody else')
    await remark(linkId, 'First line.\n\nSecond line.')
    const {links, remarks} = await loadShared(lake.client('journalist'), 'ferry')
    expect(links).toMatchObject([{_id: linkId, recipient: 'Ruth'}])
    expect(remarks).toMatchObject([{name: 'Ruth', text: 'First line.\n\nSecond line.'}])
    expect(JSON.stringify(links)).not.toContain('cp_')
  })

  test('comes live: a new link, a remark, the end', async () => {
    const client = lake.client('editor')
    const seen: string[] = []
    let wake = (): void => {}
    const following = follow({
      client,
      listenTo: SHARED_LISTEN,
      params: {articleId: 'other'},
      load: () => loadShared(client, 'other'),
      onValue({links, remarks}) {
        const ended = links.filter(({revoked}) => revoked).length
        seen.push(`${links.length} links, ${ended} ended, ${remarks.length} remarks`)
        wake()
      },
      onError: (error) => {
        throw error
      },
      tag: 'test',
      pauseMs: 0,
    })
    const until = async (expected: string): Promise<void> => {
      while (seen.at(-1) !== expected) {
        await new Promise<void>((resolve) => void (wake = resolve))
      }
    }
    const before = (await loadShared(client, 'other')).links.length
    await until(`${before} links, 0 ended, 0 remarks`)
    const linkId = await share('other', 'A source')
    await until(`${before + 1} links, 0 ended, 0 remarks`)
    await remark(linkId, 'Not so.')
    await until(`${before + 1} links, 0 ended, 1 remarks`)
    await act({act: 'revokePreview', linkId})
    await until(`${before + 1} links, 1 ended, 1 remarks`)
    following.close()
  })
})

test('opening the form does not mark the remarks as read, nor the other way round', async () => {
  const linkId = await share('ferry', 'A lawyer')
  await remark(linkId, 'Clause four.')
  const unread = (remarks: boolean): Promise<string[]> =>
    lake
      .client('editor')
      .fetch<string[]>(UNREAD_ABOUT_QUERY, {me: desk.editor.id, articleId: 'ferry', remarks})
  const [moves, remarks] = [await unread(false), await unread(true)]
  expect(moves.length).toBeGreaterThan(0)
  expect(remarks.length).toBeGreaterThan(0)
  const kinds = await lake
    .client('editor')
    .fetch<string[]>('*[_id in $ids].kind', {ids: [...moves, ...remarks]})
  expect(new Set(kinds.filter((kind) => kind !== 'remark'))).toEqual(new Set(['submitted']))
  expect(moves.filter((id) => remarks.includes(id))).toEqual([])
})
