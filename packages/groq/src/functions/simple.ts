// Functions of values alone.
import type {Value} from '../values.ts'
import type {GroqFunction} from './index.ts'

/** All arguments are evaluated, and that is all it looks at. */
export function simple(result: (...values: Value[]) => Value): GroqFunction {
  return (args, compile) => {
    const [first, second, ...more] = args.map(compile)
    if (!first) return () => result()
    if (!second) return (scope) => result(first(scope))
    if (more.length === 0) return (scope) => result(first(scope), second(scope))
    return (scope) =>
      result(first(scope), second(scope), ...more.map((evaluate) => evaluate(scope)))
  }
}

/** Of strings alone: anything else makes it null. */
export function ofStrings(result: (...texts: string[]) => Value): GroqFunction {
  return simple((...values) =>
    values.every((value) => typeof value === 'string') ? result(...values) : null,
  )
}
