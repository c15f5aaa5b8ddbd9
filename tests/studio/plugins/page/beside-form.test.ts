import {expect, test} from 'vitest'
import {besideForm} from '../../../../studio/plugins/page/beside-form.ts'

const list = [{id: 'articles'}]
const params = {inspect: 'review', reviewTab: 'shared'}

test('Review opens beside the form if the page is next to it, and the rest stays', () => {
  const form = {id: 'ferry', params: {view: 'editor', expanded: 'true'}}
  const page = {id: 'ferry', params: {view: 'page'}}
  const after = [{id: 'photo'}]
  expect(besideForm([list, [form, page], after], 1, params)).toEqual([
    list,
    [{id: 'ferry', params: {view: 'editor', expanded: 'true', ...params}}, page],
    after,
  ])
})

test('the form may be on the right, and without a name of its view', () => {
  const page = {id: 'ferry', params: {view: 'page'}}
  expect(besideForm([[page, {id: 'ferry'}]], 0, params)).toEqual([[page, {id: 'ferry', params}]])
})

test('Review opens beside the page if no form is open', () => {
  const page = {id: 'ferry', params: {view: 'page'}}
  expect(besideForm([list, [page]], 1, params)).toBeNull()
  expect(besideForm([list, [page, page]], 1, params)).toBeNull()
  expect(besideForm([list], 1, params)).toBeNull()
})
