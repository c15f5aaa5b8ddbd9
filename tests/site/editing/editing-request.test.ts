import {expect, test} from 'vitest'
import {editingRequest} from '../../../site/editing/editing-request.ts'

const visit = (search: string) =>
  editingRequest(new URL(`https://desk.example/preview/article/a${search}`))

test.each([
  ['drafts', 'drafts'],
  ['published', 'published'],
  ['rA1b2,drafts', ['rA1b2', 'drafts']],
  // Each draft would stand beside what it is the draft of.
  ['raw', 'drafts'],
  ['rA1b2,raw', ['rA1b2']],
  ['', 'drafts'],
  ['"];*[0', 'drafts'],
])('the tool that shows %j', (asked, perspective) => {
  expect(visit(`?sanity-preview-perspective=${encodeURIComponent(asked)}`)).toEqual({perspective})
})

test('nobody else asks', () => {
  expect(visit('')).toBeUndefined()
  expect(visit('?page=2')).toBeUndefined()
})
