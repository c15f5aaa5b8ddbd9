// How an address with a secret is shown in logs.
import {expect, test} from 'vitest'
import {redactedPath} from '../../src/http/redacted-path.ts'

test.each([
  ['/sign-in/abcDEF', '/sign-in/…'],
  ['/sign-in/abc%44EF', '/sign-in/…'],
  ['/%73ign-in/abc', '/%73ign-in/…'],
  ['/preview/link/cp_abc.def', '/preview/link/…'],
  ['/preview/link/%63p_abc.def', '/preview/link/…'],
  ['/v1/x/cd_secret/y', '/v1/x/…/y'],
  ['/article/harbour-bridge', '/article/harbour-bridge'],
  ['/%', '/%'],
])('%s is shown as %s', (path, shown) => expect(redactedPath(path)).toBe(shown))
