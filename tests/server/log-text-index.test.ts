import {expect, test} from 'vitest'
import {logTextIndex} from '../../server/log-progress.ts'

test('logs only an index that takes a while, before and after, and one that fails', () => {
  const lines: string[] = []
  const tell = logTextIndex((line) => lines.push(line))
  tell({documents: 500})
  tell({documents: 500, tookMs: 20})
  tell({documents: 46_212})
  tell({documents: 46_212, tookMs: 21_450})
  tell({failed: 'database or disk is full'})
  expect(lines).toEqual([
    'Indexing the texts of 46,212 documents …',
    'Indexed the texts of 46,212 documents in 21.4 s.',
    'Searches stay slow: the index of texts could not be written (database or disk is full).',
  ])
})
