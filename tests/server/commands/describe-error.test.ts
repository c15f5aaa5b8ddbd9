import {expect, it} from 'vitest'
import {describeError} from '../../../server/commands/describe-error.ts'

it.each([
  ['a full disk, as the file system says it', {code: 'ENOSPC'}, /^The disk is full: make room/],
  ['a full disk, as SQLite says it', {errcode: 13}, /^The disk is full: make room/],
  ['a database that is none', {errcode: 26}, /is not a SQLite database/],
  ['anything else', {}, /^What it says$/],
])('%s is one sentence', (_, more, says) => {
  expect(describeError(Object.assign(new Error('What it says'), more))).toMatch(says)
})
