import {expect, test} from 'vitest'
import {EditorialActionRefused} from '../../../../studio/data/actions/action-refused.ts'
import {assignPieces} from '../../../../studio/plugins/review-desk/assign-pieces.ts'
import type {EditorialActionRequest} from '../../../../model/editorial-actions.ts'

const DUE = '2026-11-26T09:00:00.000Z'

test('each piece gets its own editorial action, one after the other', async () => {
  const asked: EditorialActionRequest[] = []
  const done: number[] = []
  let running = 0
  const failures = await assignPieces(
    ['a', 'b'],
    {assignee: 'uSamuel', dueAt: DUE},
    async (request) => {
      expect(++running).toBe(1)
      await Promise.resolve()
      asked.push(request)
      running--
    },
    (count) => done.push(count),
  )
  expect(failures).toEqual([])
  expect(done).toEqual([1, 2])
  expect(asked).toEqual([
    {act: 'assign', articleId: 'a', assignee: 'uSamuel', dueAt: DUE},
    {act: 'assign', articleId: 'b', assignee: 'uSamuel', dueAt: DUE},
  ])
})

test('a refusal is shown as a sentence and does not stop the others', async () => {
  const reached: string[] = []
  const failures = await assignPieces(
    ['a', 'b', 'c'],
    {assignee: 'uSamuel', dueAt: null},
    ({articleId}) => {
      reached.push(articleId)
      if (articleId === 'a') return Promise.reject(new Error('The connection was lost.'))
      if (articleId === 'c') return Promise.resolve()
      const reason = {code: 'x', severity: 'error' as const, document: 'b'}
      return Promise.reject(
        new EditorialActionRefused('Refused', [
          {...reason, message: 'It is killed.'},
          {...reason, message: 'It is gone.'},
        ]),
      )
    },
    () => {},
  )
  expect(reached).toEqual(['a', 'b', 'c'])
  expect(failures).toEqual([
    {id: 'a', message: 'The connection was lost.'},
    {id: 'b', message: 'It is killed. It is gone.'},
  ])
})

test('taking pieces back takes their time back too', async () => {
  const asked: EditorialActionRequest[] = []
  await assignPieces(
    ['a'],
    {assignee: null, dueAt: DUE},
    (request) => Promise.resolve(void asked.push(request)),
    () => {},
  )
  expect(asked).toEqual([{act: 'assign', articleId: 'a', assignee: null, dueAt: null}])
})
