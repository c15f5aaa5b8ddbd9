import {describe, expect, test} from 'vitest'
import {loadVersions} from '../../../../studio/plugins/review/load-versions.ts'
import {ref} from '../../ui/diff/support.ts'

const live = {
  _id: 'story',
  _type: 'article',
  headline: 'Live',
  leadPhoto: {photo: ref('photo')},
  section: ref('world'),
}
const photo = {_id: 'photo', _type: 'photoWithCredit', caption: 'Boats'}
const world = {_id: 'world', _type: 'section', title: 'World'}
const approved = [{_id: 'story', _type: 'article', headline: 'Approved'}]

function load(...stored: {_id: string}[]) {
  const asked: string[][] = []
  const client = {
    getDocuments: (ids: string[]) => {
      asked.push(ids)
      return Promise.resolve(ids.map((id) => stored.find(({_id}) => _id === id) ?? null))
    },
  }
  return loadVersions(client as never, 'story').then((versions) => ({...versions, asked}))
}

describe('the earlier versions of a piece', () => {
  test('what readers see of it, without drafts and without the section', async () => {
    const {
      published,
      approved: none,
      asked,
    } = await load(live, photo, world, {...photo, _id: 'drafts.photo'})
    expect(published).toEqual([photo, live])
    expect(none).toBeNull()
    expect(asked).toEqual([
      ['snapshot.story', 'snapshot.story.submitted', 'story'],
      ['photo', 'world'],
    ])
  })

  test('what was approved, out of the snapshot', async () => {
    const snapshot = {_id: 'snapshot.story', documents: JSON.stringify(approved)}
    expect(await load(snapshot)).toMatchObject({approved, published: null})
  })

  test('what was submitted, out of a snapshot of its own', async () => {
    const snapshot = {_id: 'snapshot.story.submitted', documents: JSON.stringify(approved)}
    expect(await load(snapshot)).toMatchObject({submitted: approved, approved: null})
  })

  test('a snapshot that cannot be read counts as none', async () => {
    expect(await load({_id: 'snapshot.story', documents: '{'} as never)).toMatchObject({
      approved: null,
    })
    expect(await load({_id: 'snapshot.story'})).toMatchObject({approved: null})
  })
})
