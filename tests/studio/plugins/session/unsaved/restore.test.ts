// The patches that put unsaved words back into a document.
import type {SanityClient} from 'sanity'
import {expect, it} from 'vitest'
import {saveMerged} from '../../../../../studio/plugins/session/unsaved/restore.ts'
import type {
  Content,
  UnsavedWork,
} from '../../../../../studio/plugins/session/unsaved/unsaved-store.ts'

const ID = 'drafts.ferry'
const work = {id: ID, type: 'article'} as UnsavedWork

async function patchesFrom(before: Content, after: Content): Promise<object[]> {
  const sent: object[] = []
  const client = {mutate: async (mutations: object[]) => void sent.push(...mutations)}
  const own = {_id: ID, _type: 'article', _rev: 'r1'}
  await saveMerged(work, {...own, ...before}, {...own, ...after}, client as unknown as SanityClient)
  return sent
}

const bodyWith = (text: string, key: string): Content => ({
  body: [{_key: 'p1', _type: 'block', children: [{_key: key, _type: 'span', text}]}],
})

it('a changed text is a patch of that text, and only of the version that was merged', async () => {
  const patches = await patchesFrom(bodyWith('The boat', 's1'), bodyWith('The boat is back', 's1'))
  expect(patches).toEqual([
    {
      patch: {
        id: ID,
        ifRevisionID: 'r1',
        diffMatchPatch: {'body[_key=="p1"].children[_key=="s1"].text': expect.any(String)},
      },
    },
  ])
})

it('a text below a key of one character, as imports have it, is saved too', async () => {
  const after = bodyWith('The boat is back', 's')
  expect(await patchesFrom(bodyWith('The boat', 's'), after)).toEqual([
    {patch: {id: ID, ifRevisionID: 'r1', set: after}},
  ])
})

it.each<[string, Content, Content, object]>([
  ['a new field', {}, {dek: 'At night.'}, {set: {dek: 'At night.'}}],
  ['a field that is gone', {dek: 'At night.'}, {}, {unset: ['dek']}],
])('%s', async (_, before, after, operation) => {
  expect(await patchesFrom(before, after)).toEqual([
    {patch: {id: ID, ifRevisionID: 'r1', ...operation}},
  ])
})
