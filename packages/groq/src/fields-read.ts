// Which fields a condition on a document reads. Documents of one type without these fields and with the
// same ID prefix get the same result.
import {isPattern, type Node} from './syntax-tree.ts'

/** Functions whose result depends only on their arguments, the caller and the time. */
const PURE_FUNCTIONS = new Set([
  'coalesce',
  'count',
  'dateTime',
  'defined',
  'identity',
  'length',
  'lower',
  'now',
  'string',
  'upper',
])

/**
 * The fields that the condition reads besides `_type` and the prefix of `_id`. Undefined if it reads
 * anything else, or if that is unknown.
 */
export function fieldsReadBy(condition: Node): ReadonlySet<string> | undefined {
  const fields = new Set<string>()
  return collectFields(condition, fields) ? fields : undefined
}

/** The ID without its last part, which is all that `path("drafts.**")` and `path("*")` test. */
export const idPrefix = (id: string): string => id.slice(0, id.lastIndexOf('.') + 1)

/** False if the expression reads anything else. */
function collectFields(node: Node, fields: Set<string>): boolean {
  const all = (...nodes: unknown[]): boolean =>
    nodes.every((inner) => inner === undefined || collectFields(inner as Node, fields))
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return true
    case 'Group':
    case 'Not':
      return all(node.base)
    case 'And':
    case 'Or':
      return all(node.left, node.right)
    case 'OpCall':
      return isIdPrefixTest(node) || all(node.left, node.right)
    case 'Array':
      return all(...(node.elements as Node[]))
    case 'ArrayElement':
    case 'SelectAlternative':
      return all(node.condition, node.value)
    case 'Select':
      return all(...(node.alternatives as Node[]), node.fallback)
    case 'FuncCall':
      return (
        node.namespace === 'global' &&
        PURE_FUNCTIONS.has(node.name as string) &&
        all(...(node.args as Node[]))
      )
    case 'AccessAttribute':
      if (node.base) return all(node.base)
      if (node.name === '_id') return false
      if (node.name !== '_type') fields.add(node.name as string)
      return true
    default:
      return false
  }
}

/** `_id in path("drafts.**")`: if the last part is a wildcard, only the prefix matters. */
function isIdPrefixTest({op, left, right}: Node): boolean {
  const {type, name, base} = left as Node
  if (op !== 'in' || type !== 'AccessAttribute' || name !== '_id' || base) return false
  let pattern = right as Node
  while (pattern.type === 'Group') pattern = pattern.base as Node
  if (!isPattern(pattern)) return false
  const [argument] = pattern.args as Node[]
  const last = typeof argument?.value === 'string' ? argument.value.split('.').at(-1) : undefined
  return argument?.type === 'Value' && (last === '*' || last === '**')
}
