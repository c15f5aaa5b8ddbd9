// The roles that the document on hosted mode tells one to make suffice for what they are for.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Grant} from '@copydesk/lake/types'
import {ROOT} from '../../../../server/paths.ts'
import {edit, ok, publish, submit, write} from '../../../support/piece.ts'
import {openHostedDesk, type HostedDesk} from './hosted-lake.ts'

const READ: Grant = {filter: '!(_id in path("_.**"))', permissions: ['read']}

/** Lines of the document: a filter, and what it permits. */
function documented(): Grant[] {
  const text = readFileSync(join(ROOT, 'docs/hosted.md'), 'utf8')
  return [...text.matchAll(/^- `(_.*)`: ([a-z, ]+)$/gm)].map(([, filter = '', list = '']) => ({
    filter,
    permissions: list.split(', ') as Grant['permissions'],
  }))
}

let desk: HostedDesk
beforeAll(async () => {
  const grants = documented()
  expect(grants).toHaveLength(6)
  const journalist = [READ, ...grants.slice(0, 4)]
  const reviews: Grant = {filter: '_id in path("review.**")', permissions: ['delete']}
  desk = await openHostedDesk(
    {fourEyes: 'enforced'},
    {journalist, photoEditor: [READ, ...grants, reviews]},
  )
})
afterAll(() => desk.close())

const UPDATE = {type: 'update' as const, readerNote: 'A better picture.'}

describe('A journalist', () => {
  it('writes, submits, discards and spikes', async () => {
    await write(desk, 'one')
    await submit(desk, 'one')
    await publish(desk, 'two')
    await edit(desk, desk.journalist, 'two', {dek: 'More.'})
    await ok(desk.act(desk.journalist, {act: 'discardChanges', articleId: 'two'}))
    await write(desk, 'three')
    await ok(desk.act(desk.journalist, {act: 'spike', articleId: 'three', note: 'Old.'}))
  })

  it('cannot publish, not even past the studio', async () => {
    await write(desk, 'four')
    const create = {...desk.get('drafts.four'), _id: 'four'}
    expect((await desk.mutate(desk.journalist, [{create}])).status).toBe(403)
    expect(desk.get('four')).toBeNull()
  })

  it('gets a reason if a role is not sufficient', async () => {
    const narrow = await openHostedDesk(
      {fourEyes: 'enforced'},
      {journalist: [READ, ...documented().slice(0, 1)]},
    )
    try {
      await write(narrow, 'alone')
      const response = await narrow.act(narrow.journalist, {act: 'submit', articleId: 'alone'})
      const {error} = (await response.json()) as {error: {description: string}}
      expect(error.description).toMatch(/^Your account in this project may not write/)
      expect(narrow.get('review.alone')).toBeNull()
    } finally {
      await narrow.close()
    }
  })
})

it('A photo editor amends a photo', async () => {
  await publish(desk, 'seen')
  desk.lake.setTime(desk.lake.now() + 60_000)
  await edit(desk, desk.journalist, 'seen-photo', {caption: 'A better ferry'})
  await ok(
    desk.act(desk.photoEditor, {
      act: 'amend',
      documentId: 'seen-photo',
      ifContentHash: desk.hash('seen-photo'),
      amendments: {seen: UPDATE},
    }),
  )
  expect(desk.get('seen-photo')).toMatchObject({caption: 'A better ferry'})
})
