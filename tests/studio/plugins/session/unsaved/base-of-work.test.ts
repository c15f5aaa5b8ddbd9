import {expect, test} from 'vitest'
import {baseOfWork} from '../../../../../studio/plugins/session/unsaved/base-of-work.ts'
import type {UnsavedWork} from '../../../../../studio/plugins/session/unsaved/unsaved-store.ts'

const work = (base: UnsavedWork['base']): UnsavedWork => ({
  person: 'ingrid',
  dataset: 'production',
  id: 'drafts.ferry',
  type: 'article',
  window: 'w',
  base,
  mine: {},
  sent: [],
  changedAt: '2026-12-01T00:00:00Z',
})
const save = (body: object) => ({
  transactionId: 't',
  body: JSON.stringify(body),
})
const edit = (patch: object) => ({
  actionType: 'sanity.action.document.edit',
  draftId: 'drafts.ferry',
  publishedId: 'ferry',
  patch,
})
const PUBLISHED = {_id: 'ferry', _type: 'article', headline: 'Boat'}
const DRAFT = {...PUBLISHED, _id: 'drafts.ferry'}

test('without saves on their way it is what the lake had', () => {
  expect(baseOfWork(work(DRAFT), [])).toEqual(DRAFT)
  expect(baseOfWork(work(null), [])).toBeNull()
})

test('a draft begins with what is published', () => {
  expect(baseOfWork(work(PUBLISHED), [])).toEqual(DRAFT)
})

test('saves that arrived are part of it', () => {
  const saves = [
    save({actions: [edit({diffMatchPatch: {headline: '@@ -1,4 +1,6 @@\n Boat\n+s,\n'}})]}),
    save({actions: [edit({set: {dek: 'Late'}})]}),
  ]
  expect(baseOfWork(work(DRAFT), saves)).toMatchObject({headline: 'Boats,', dek: 'Late'})
})

test('a save may create the document', () => {
  const attributes = {_id: 'drafts.ferry', _type: 'article', headline: 'New'}
  const created = save({actions: [{actionType: 'sanity.action.document.create', attributes}]})
  expect(baseOfWork(work(null), [created])).toMatchObject({headline: 'New'})
})

test('mutations are understood, too', () => {
  const mutated = save({mutations: [{patch: {id: 'drafts.ferry', set: {headline: 'Boats'}}}]})
  expect(baseOfWork(work(DRAFT), [mutated])).toMatchObject({headline: 'Boats'})
})
