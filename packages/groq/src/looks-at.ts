// What a condition on a document looks at: where that is its type, the kind of its id and a few fields,
// documents that have none of these fields need not be told apart.
import {isPattern, type Node} from './syntax-tree.ts'

/** Functions that say the same of the same arguments, or of who asks and when. */
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
 * The fields that decide besides `_type` and `kindOfId`; undefined where that cannot be told, or where
 * the id itself decides.
 */
export function fieldsReadBy(condition: Node): ReadonlySet<string> | undefined {
  const fields = new Set<string>()
  return collectFields(condition, fields) ? fields : undefined
}

/** All before the id's last part, by which `path("drafts.**")` or `path("*")` decides. */
export const idPrefix = (id: string): string => id.slice(0, id.lastIndexOf('.') + 1)

/** False where it looks at anything else. */
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

/** `_id in path("drafts.**")`: a pattern whose last part may be anything decides by what is before it. */
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
