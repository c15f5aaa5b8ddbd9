// Any text is accepted, or refused with a position inside the text.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {QueryError} from '../src/errors.ts'
import {parseQuery} from '../src/parse-query.ts'
import {tokenize} from '../src/tokens.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const PIECES =
  '* @ ^ . , ; : | ( ) [ ] { } => -> == != < >= && || ! + - ** / % .. ... :: $ $x $ids 0 1.5 2e3 "a" "\\u{41}" "\\q" \' " // \n ' +
  'a b in match asc desc select( score( order( boost( count( text::query( geo( pt( delta::changedAny( diff::changedOnly( ' +
  'fn ns::f( before() anywhere( path( references( true null global:: é 🌊 \\ *[a] *[0] {a} [] $x{a}; = fn_ns'

const text = fc
  .array(fc.constantFrom(...PIECES.split(' '), ' '), {maxLength: 14})
  .map((pieces) => pieces.join(''))

test.each([undefined, 'delta' as const])(
  'any text is accepted or refused with a position, in mode %s',
  {tags: ['random']},
  (mode) => {
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(text, fc.string({unit: 'binary', maxLength: 20})), (query) => {
        try {
          parseQuery(query, {x: 1, ids: ['a']}, mode)
          accepted += 1
        } catch (error) {
          if (!(error instanceof QueryError)) throw error
          const {start, end} = error.details as {start: number; end: number}
          expect(error.type).toBe('queryParseError')
          expect(error.message).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(query.length)
        }
      }),
      {numRuns: runs(20_000)},
    )
    expect(accepted).toBeGreaterThan(200 * FACTOR)
  },
)

test('tokens with the white space and comments between them are the query', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({unit: 'binary', maxLength: 20})), (query) => {
      let at = 0
      for (const {text: token, start, end} of tokenize(query)) {
        expect(query.slice(start, end)).toBe(token)
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(query.slice(at, start)).toMatch(/^(?:[\t\n\v\f\r \u0085\u00A0]|\/\/[^\n]*)*$/)
        at = end
      }
    }),
    {numRuns: runs(5_000)},
  )
})
