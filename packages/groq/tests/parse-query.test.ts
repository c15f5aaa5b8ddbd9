import {expect, test} from 'vitest'
import {evaluate} from './fixture.ts'
import {refusalOf, markError} from './refusal.ts'

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
  const error = refusalOf(marked.replace(/[»«]/g, ''))
  expect(error).toMatchObject({type: 'queryParseError'})
  expect(error.message).toBe(description)
  expect(markError(error)).toBe(marked)
})

const TOO_DEEP = {type: 'queryParseError', message: 'The query is nested too deeply.'}

test.each([
  ['open parentheses', '('.repeat(50_000)],
  ['parentheses', `${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
  ['lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['filters', `*${'[a'.repeat(20_000)}${']'.repeat(20_000)}`],
  ['negations', `${'!'.repeat(50_000)}true`],
  ['signs', `${'- '.repeat(50_000)}1`],
  ['powers', `1${'**1'.repeat(20_000)}`],
])('refuses deeply nested %s', (_what, query) => {
  expect(refusalOf(query)).toMatchObject(TOO_DEEP)
})

test.each([
  ['a long sum', `1${' + 1'.repeat(3_000)}`],
  ['a long path', `*${'.a'.repeat(3_000)}`],
  ['a long pipe', `*${'{"a": @}'.repeat(3_000)}`],
  ['many conditions', `*[a == 0${' || a == 1'.repeat(3_000)}]`],
])('refuses %s, because its tree is too deep', (_what, query) => {
  expect(refusalOf(query)).toMatchObject(TOO_DEEP)
})

test('accepts a thousand conditions and a hundred brackets', () => {
  expect(evaluate(`true${' && true'.repeat(1_000)}`)).toBe(true)
  expect(evaluate(`${'('.repeat(100)}1${')'.repeat(100)}`)).toBe(1)
})
