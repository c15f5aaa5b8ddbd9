// Functions without a namespace. Specification 1.revision 1, "Global functions".
import {referencesAny} from '../references.ts'
import {DateTime, finite, Path, textOf, type Value} from '../values.ts'
import {toGeoJson} from './geo.ts'
import type {Namespace} from './index.ts'
import {toPortableText} from './portable-text.ts'
import {ofStrings, ofValues} from './simple.ts'

export const globals: Namespace = {
  /** The value of its condition. What it adds to a score is in `score.ts`. */
  boost: ofValues((condition, boost) =>
    typeof boost === 'number' && boost >= 0 ? (condition ?? null) : null,
  ),
  coalesce(args, compile) {
    const values = args.map(compile)
    return (scope) => {
      for (const evaluate of values) {
        const value = evaluate(scope)
        if (value !== null && value !== undefined) return value
      }
      return null
    }
  },
  count: ofValues((list) => (Array.isArray(list) ? list.length : null)),
  dateTime: ofValues((value) => {
    if (value instanceof DateTime) return value
    return typeof value === 'string' ? DateTime.parse(value) : null
  }),
  defined: ofValues((value) => value !== null && value !== undefined),
  geo: toGeoJson,
  identity:
    () =>
    ({run}) =>
      run.identity,
  length: ofValues((value) => {
    if (typeof value === 'string') return codePoints(value)
    return Array.isArray(value) ? value.length : null
  }),
  lower: ofStrings((text) => text.toLowerCase()),
  now:
    () =>
    ({run}) =>
      new Date(run.now).toISOString(),
  path(args, compile) {
    const evaluate = ofStrings((pattern) => new Path(pattern))(args, compile)
    const pattern = args[0]?.type === 'Value' ? args[0].value : undefined
    // Built once, because grants evaluate it for each document.
    const known = typeof pattern === 'string' ? new Path(pattern) : undefined
    return known ? () => known : evaluate
  },
  pt: toPortableText,
  references(args, compile) {
    const ids = args.map(compile)
    return (scope) => {
      const values = ids.map((evaluate) => evaluate(scope))
      const wanted = new Set(values.flatMap(strings))
      const paths = values.filter((value) => value instanceof Path)
      if (wanted.size + paths.length === 0) return false
      return referencesAny(
        scope.value,
        (id) => wanted.has(id) || paths.some((path) => path.matches(id)),
      )
    }
  },
  round: ofValues((value, precision = 0) => {
    if (typeof value !== 'number' || typeof precision !== 'number') return null
    if (precision < 0 || !Number.isInteger(precision)) return null
    // Halves are rounded away from zero.
    if (precision === 0) return value < 0 ? -Math.round(-value) : Math.round(value)
    return finite(Number(value.toFixed(Math.min(precision, 100))))
  }),
  string: ofValues(textOf),
  upper: ofStrings((text) => text.toUpperCase()),
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function strings(value: Value): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
