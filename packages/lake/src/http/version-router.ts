// Finds the routes of a request. Routes below a version of the API have their own tree, because Hono's
// router would match the pattern of the version again for each name that can follow it.
import type {Router} from 'hono/router'
import {TrieRouter} from 'hono/router/trie-router'

/** `/v1`, `/vX`, `/v2025-02-19`: every version gets an answer, because clients send the version they were written for. */
const NAMES = 'v(?:1|X|\\d{4}-\\d{2}-\\d{2})'
export const VERSION = `/:version{${NAMES}}`

const HAS_VERSION = new RegExp(`^/${NAMES}(?:/|$)`)
/** Routes that addresses with and without a version can match, such as those of middleware. */
const BEGINS_OPEN = /^\/[*:]/

/** Matches as Hono's own router does. */
export function createVersionRouter<T>(): Router<T> {
  const below = new TrieRouter<T>()
  const beside = new TrieRouter<T>()
  return {
    name: 'VersionRouter',
    add(method, path, handler) {
      if (path.startsWith(VERSION)) {
        return below.add(method, `/:version${path.slice(VERSION.length)}`, handler)
      }
      beside.add(method, path, handler)
      if (BEGINS_OPEN.test(path)) below.add(method, path, handler)
    },
    match: (method, path) => (HAS_VERSION.test(path) ? below : beside).match(method, path),
  }
}
