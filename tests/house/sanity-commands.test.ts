// Sanity's command line, as far as the documents name it. Its parts are packages of different
// versions. If one lacks an export that the other imports, single commands break, such as `deploy`.
import {expect, test} from 'vitest'
import {helpOf, knownCommands, namedCommands} from '../support/sanity-commands.ts'

test('the documents name existing commands', () => {
  expect(namedCommands).toEqual(expect.arrayContaining(['deploy', 'cors add', 'datasets import']))
  expect(namedCommands.length).toBeGreaterThan(12)
  expect(namedCommands.filter((command) => !knownCommands.has(command))).toEqual([])
})

test('sanity deploy loads and prints its help', {tags: ['full']}, async () => {
  expect(await helpOf('deploy')).toContain('sanity deploy')
})
