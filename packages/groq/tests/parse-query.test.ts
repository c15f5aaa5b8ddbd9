import {expect, test} from 'vitest'
import {evaluate} from './fixture.ts'
import {refusal, shown} from './refusal.ts'

test.each([
  ['*[_type == "x" && »]«', 'Unexpected "]"'],
  ['*»[«_type == "x"', '"[" is never closed'],
  ['*[_type »=« "x"]', 'Unexpected "="'],
  ['*[a]{b »c«}', 'Unexpected "c"'],
  ['*[a]{b,»,«c}', 'Unexpected ","'],
  ['*[a && (b || c»]«', 'Expected ")", found "]"'],
  ['count(*)»)«', 'Unexpected ")"'],
  ['*[a] »name«', 'Unexpected "name"'],
  ['*[a]\n\n  »b«', 'Unexpected "b"'],
  ['*[a]|order(»b«', 'Expected ")" after function arguments'],
  ['*[_type == »$type« && $other]', 'param $type referenced, but not provided'],
  ['*["$other" == »$type«]', 'param $type referenced, but not provided'],
  ['*[0...»$n«]', 'param $n referenced, but not provided'],
  ['*|»shuffle«(b)', 'Undefined pipe function: shuffle'],
  ['*[_type == »"event]«', 'This string is never closed'],
  ["»'it\\'s«", 'This string is never closed'],
  ['*{"a" »"b"«}', 'Unexpected ""b""'],
  ['*[a == 1 »==« 2]', 'Unexpected "=="'],
  ['»count(1, 2)«', 'Incorrect number of arguments to function count(). Expected 1, got 2.'],
])('%s: %s', (marked, description) => {
  const error = refusal(marked.replace(/[»«]/g, ''))
  expect(error).toMatchObject({type: 'queryParseError'})
  expect(error.message).toBe(description)
  expect(shown(error)).toBe(marked)
})

const TOO_DEEP = {type: 'queryParseError', message: 'The query is nested too deeply.'}

test.each([
  ['parentheses never closed', '('.repeat(50_000)],
  ['parentheses', `${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
  ['lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['filters', `*${'[a'.repeat(20_000)}${']'.repeat(20_000)}`],
  ['negations', `${'!'.repeat(50_000)}true`],
  ['signs', `${'- '.repeat(50_000)}1`],
  ['powers', `1${'**1'.repeat(20_000)}`],
])('%s in each other without end are refused and no crash', (_what, query) => {
  expect(refusal(query)).toMatchObject(TOO_DEEP)
})

test.each([
  ['a long sum', `1${' + 1'.repeat(3_000)}`],
  ['a long way', `*${'.a'.repeat(3_000)}`],
  ['a long pipe', `*${'{"a": @}'.repeat(3_000)}`],
  ['many conditions', `*[a == 0${' || a == 1'.repeat(3_000)}]`],
])('%s makes a tree too deep to be walked, and is refused', (_what, query) => {
  expect(refusal(query)).toMatchObject(TOO_DEEP)
})

test('a query of a thousand conditions, or of a hundred brackets, is an ordinary one', () => {
  expect(evaluate(`true${' && true'.repeat(1_000)}`)).toBe(true)
  expect(evaluate(`${'('.repeat(100)}1${')'.repeat(100)}`)).toBe(1)
})
