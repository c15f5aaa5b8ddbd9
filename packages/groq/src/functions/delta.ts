// `delta::` and `diff::`: what differs between two values. Specification 1.revision 1, "Delta functions",
// "Diff functions".
import type {Compile} from '../compile.ts'
import type {Evaluate, Scope} from '../scope.ts'
import {compileSelector, valueAt, type KeyPath, type Select} from '../selector.ts'
import type {Node} from '../syntax-tree.ts'
import {isObject, type Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'

type Compared = (before: Value, after: Value, select: Select, scope: Scope) => boolean

export const delta: Namespace = {
  changedAny: onChange(changedAny),
  changedOnly: onChange(changedOnlyContent),
  operation:
    () =>
    ({run}) => {
      if (isPresent(run.before)) return isPresent(run.after) ? 'update' : 'delete'
      return isPresent(run.after) ? 'create' : null
    },
}

export const diff: Namespace = {
  changedAny: onTwoValues(changedAny),
  changedOnly: onTwoValues(changedOnly),
}

const isPresent = (value: Value): boolean => value !== null && value !== undefined

function onChange(compared: Compared): GroqFunction {
  return (args, compile) => {
    const select = selectorOf(args[0], compile)
    return (scope) => compared(scope.run.before ?? null, scope.run.after ?? null, select, scope)
  }
}

function onTwoValues(compared: Compared): GroqFunction {
  return ([left, right, selector], compile) => {
    const select = selectorOf(selector, compile)
    const [before, after] = [left, right].map((node) => (node ? compile(node) : nothing))
    return (scope) => compared(before?.(scope) ?? null, after?.(scope) ?? null, select, scope)
  }
}

const nothing: Evaluate = () => null

function selectorOf(node: Node | undefined, compile: Compile): Select {
  return compileSelector(node ?? {type: 'none'}, compile)
}

function changedAny(before: Value, after: Value, select: Select, scope: Scope): boolean {
  const places = select(before, scope.step(before))
  if (places.length !== select(after, scope.step(after)).length) return true
  return places.some(
    (path) =>
      isResized(before, after, path) || !isSame(valueAt(before, path), valueAt(after, path)),
  )
}

/** Whether a list around the place has another length, so that the place has moved. */
function isResized(before: Value, after: Value, path: KeyPath): boolean {
  return path.some((key, index) => {
    if (typeof key !== 'number') return false
    const listPath = path.slice(0, index)
    const old = valueAt(before, listPath)
    const list = valueAt(after, listPath)
    return !Array.isArray(old) || !Array.isArray(list) || old.length !== list.length
  })
}

function changedOnly(
  before: Value,
  after: Value,
  select: Select,
  scope: Scope,
  isPassedOver: (path: KeyPath) => boolean = () => false,
): boolean {
  const places = select(before, scope.step(before))
  return differences(before, after).every(
    (path) =>
      isPassedOver(path) ||
      places.some((place) => place.every((key, index) => path[index] === key)),
  )
}

/** Every change sets these. Sanity's API ignores them. */
const IGNORED_FIELDS = new Set<string | number | undefined>(['_rev', '_updatedAt'])

function changedOnlyContent(before: Value, after: Value, select: Select, scope: Scope): boolean {
  return changedOnly(before, after, select, scope, (path) => IGNORED_FIELDS.has(path[0]))
}

/** The places at which two values differ. Lists of different lengths differ as a whole. */
function differences(before: Value, after: Value, way: KeyPath = []): KeyPath[] {
  if (isSame(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => differences(before[key], after[key], [...way, key]))
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => differences(item, after[index], [...way, index]))
  }
  return [way]
}

function isSame(a: Value, b: Value): boolean {
  if (a === b || (!isPresent(a) && !isPresent(b))) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  )
}
