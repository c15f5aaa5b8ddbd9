import {expect, test} from 'vitest'
import {logUpdate} from '../../server/log-progress.ts'

test('logs only an update that takes a while, every now and then', () => {
  const lines: string[] = []
  const tell = logUpdate((line) => lines.push(line))
  tell({copying: 5_000_000})
  for (const documents of [10_000, 15_000]) tell({documents, of: 15_000})
  expect(lines).toEqual([])
  tell({copying: 2_052_628_480})
  for (const documents of [90_000, 100_000, 110_000, 200_000, 205_708]) {
    tell({documents, of: 205_708})
  }
  expect(lines).toEqual([
    'Bringing the database up to date: first it is copied (1,958 MB) …',
    'Bringing the database up to date: 100,000 of 205,708 documents gone through.',
    'Bringing the database up to date: 200,000 of 205,708 documents gone through.',
    'Bringing the database up to date: 205,708 of 205,708 documents gone through.',
  ])
})
