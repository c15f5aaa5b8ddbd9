// Functions that depend only on the values of their arguments.
import type {Value} from '../values.ts'
import type {GroqFunction} from './index.ts'

/** Evaluates all arguments. */
export function ofValues(result: (...values: Value[]) => Value): GroqFunction {
  return (args, compile) => {
    const [first, second, ...more] = args.map(compile)
    if (!first) return () => result()
    if (!second) return (scope) => result(first(scope))
    if (more.length === 0) return (scope) => result(first(scope), second(scope))
    return (scope) =>
      result(first(scope), second(scope), ...more.map((evaluate) => evaluate(scope)))
  }
}

/** Null if an argument is not a string. */
export function ofStrings(result: (...texts: string[]) => Value): GroqFunction {
  return ofValues((...values) =>
    values.every((value) => typeof value === 'string') ? result(...values) : null,
  )
}
