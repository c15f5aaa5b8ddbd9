// Whether a condition takes little time on one document, however a client wrote it: nothing in it is evaluated once
// for each item of a list, so lists in lists do not multiply.
import {literalValues, type Node} from './syntax-tree.ts'

/** They compare two values, or look a value up in a list. */
const OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])
/** They read their arguments once. */
const FUNCTIONS = new Set([
  'global.defined',
  'global.identity',
  'sanity.partOfRelease',
  'sanity.versionOf',
])
/** `path()` may try its pattern on each reference of a document, so only literals are arguments of these. */
const FUNCTIONS_OF_LITERALS = new Set(['global.path', 'global.references'])

/** False for all that is not known to be fast. */
export function isLoopFree(condition: Node): boolean {
  const all = (...nodes: unknown[]): boolean => nodes.every((node) => isLoopFree(node as Node))
  switch (condition.type) {
    case 'Value':
      return true
    case 'AccessAttribute':
      return !condition.base || all(condition.base)
    case 'Group':
    case 'Not':
      return all(condition.base)
    case 'And':
    case 'Or':
      return all(condition.left, condition.right)
    case 'OpCall':
      return OPERATORS.has(condition.op as string) && all(condition.left, condition.right)
    case 'Array':
      return all(...(condition.elements as Node[]))
    case 'ArrayElement':
      return condition.isSplat !== true && all(condition.value)
    case 'FuncCall': {
      const name = `${String(condition.namespace)}.${String(condition.name)}`
      const args = condition.args as Node[]
      if (FUNCTIONS_OF_LITERALS.has(name))
        return args.every((node) => literalValues(node) !== undefined)
      return FUNCTIONS.has(name) && all(...args)
    }
    default:
      return false
  }
}
