// All functions, by namespace.
import type {Compile} from '../compile.ts'
import type {Evaluate} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import {DateTime} from '../values.ts'
import {arrays} from './array.ts'
import {delta, diff} from './delta.ts'
import {documents, media} from './documents.ts'
import {geo} from './geo.ts'
import {globals} from './global.ts'
import {maths} from './math.ts'
import {portableText} from './portable-text.ts'
import {sanity} from './sanity.ts'
import {strings} from './string.ts'

/** Compiles a call from the syntax trees of its arguments. */
export type GroqFunction = (args: readonly Node[], compile: Compile) => Evaluate

export type Namespace = Readonly<Record<string, GroqFunction>>

/** Without the functions that have their own node type (`select`, `before`, …). */
export const NAMESPACES: Readonly<Record<string, Namespace>> = {
  global: globals,
  string: strings,
  array: arrays,
  math: maths,
  dateTime: {
    now:
      () =>
      ({run}) =>
        new DateTime(run.now),
  },
  pt: portableText,
  sanity,
  documents,
  media,
  delta,
  diff,
  geo,
  releases: {
    all:
      () =>
      ({run}) =>
        run.ofType('system.release'),
  },
  // The hosted platform's single sign-on supplies these attributes. Here a user has none.
  user: {
    attributes: () => () => ({}),
  },
}

/** @throws Error if the function does not exist */
export function functionNamed(namespace: string, name: string): GroqFunction {
  const space = NAMESPACES[namespace]
  const found = space && Object.hasOwn(space, name) ? space[name] : undefined
  if (found) return found
  const full = namespace === 'global' ? name : `${namespace}::${name}`
  throw new Error(`${full}() cannot be used here`)
}
