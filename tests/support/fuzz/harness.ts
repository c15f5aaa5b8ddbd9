// What every fuzzed request is held to: it is answered in five seconds, never by a 5xx, and where it is
// refused nothing is written.
import fc from 'fast-check'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'vitest'
import type {Role, TestLake} from '../lake.ts'
import {FACTOR, runs} from '../runs.ts'

/** A query has five seconds, and its refusal has to get back. */
const PATIENCE_MS = 5_500
const API = '/v2025-02-19'

/** How often each property is tried; the same requests each time but in the soak run. */
export const times = (full: number): {numRuns: number; seed?: number} => ({
  numRuns: runs(full),
  ...(FACTOR <= 1 && {seed: 20261125}),
})

export interface Attempt {
  path: string
  body?: BodyInit
  method?: string
  headers?: Record<string, string>
  as?: Role | 'importer'
}

export interface Fuzzed {
  lake: TestLake
  /** Sends it; the answer's status, and its text. */
  attempt(attempt: Attempt): Promise<{status: number; text: string}>
}

export function fuzz(lake: TestLake): Fuzzed {
  const {log, documents} = lake.lake.services
  const assets = join(lake.folder, 'assets')
  const stored = (): string =>
    JSON.stringify([log.last(), documents.all('production'), filesIn(assets)])
  return {
    lake,
    async attempt({path, body, method = 'POST', headers = {}, as}) {
      const before = stored()
      const began = performance.now()
      const response = await lake.fetch(
        /^\/(?:login|sign-in|images|files)/.test(path) ? path : API + path,
        {
          method,
          ...(body === undefined ? {} : {body}),
          headers: {...(as ? {authorization: `Bearer ${lake.token(as)}`} : {}), ...headers},
          redirect: 'manual',
          signal: AbortSignal.timeout(PATIENCE_MS),
        },
      )
      const text = await response.text()
      expect(performance.now() - began).toBeLessThan(PATIENCE_MS)
      expect(response.status, text).toBeLessThan(500)
      if (response.status >= 400) {
        expect(stored()).toBe(before)
        // Nobody is shown where in the server it went wrong.
        expect(text).not.toMatch(/\bat .*\.ts:\d+|SQLITE|ENOENT/)
      }
      return {status: response.status, text}
    },
  }
}

/** Only originals: renditions are made of them again and again. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, {recursive: true})
      .map(String)
      .filter((name) => !name.includes('renditions'))
      .toSorted()
  } catch {
    return []
  }
}

/** Text as programs and people never send it. */
export const oddText = fc.oneof(
  fc.string({maxLength: 20}),
  fc.string({unit: 'binary', maxLength: 12}),
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '\ud800',
    'é'.repeat(300),
    '%00',
    '../../etc/passwd',
    '{"$ref":1}',
    "' OR 1=1 --",
  ),
)

export const oddNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1e308, -1e308, 2 ** 53, 0.1, -1),
)

/** Any JSON, shallow for the most part. */
export const oddJson = fc.oneof(
  {maxDepth: 3},
  fc.jsonValue({maxDepth: 3}),
  oddText,
  oddNumber,
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [null],
    [[[]]],
    {_type: 'reference', _ref: 'nowhere'},
    {_ref: 1},
    {_key: null},
    [{_key: 'a'}, {_key: 'a'}],
  ),
)
