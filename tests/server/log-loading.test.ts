import {expect, test} from 'vitest'
import {logLoading} from '../../server/log-progress.ts'

test('logs only a dataset that takes a while, before and after', () => {
  const lines: string[] = []
  const tell = logLoading((line) => lines.push(line))
  tell({dataset: 'production', documents: 500})
  tell({dataset: 'production', documents: 500, tookMs: 20})
  tell({dataset: 'production', documents: 555_045})
  tell({dataset: 'production', documents: 555_045, tookMs: 6_321})
  expect(lines).toEqual([
    'Reading 555,045 documents of "production" into memory …',
    'Read 555,045 documents of "production" in 6.3 s.',
  ])
})
