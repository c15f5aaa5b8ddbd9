// What an expression in a filter reads: only the document, or only the scope around the filter.
import {walk, type Node} from '../syntax-tree.ts'
import {UNINDEXED_FIELDS} from './full-text.ts'

/** Functions whose result depends only on their arguments. */
const PURE_GLOBALS = new Set([
  'coalesce',
  'count',
  'dateTime',
  'defined',
  'length',
  'lower',
  'round',
  'string',
  'upper',
])
const PURE_NAMESPACES = new Set(['array', 'math', 'pt', 'string'])

const isPure = ({namespace, name}: Node): boolean =>
  namespace === 'global'
    ? PURE_GLOBALS.has(name as string)
    : PURE_NAMESPACES.has(namespace as string)

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**'])

const child = (node: Node, member: string): Node => node[member] as Node
const argsOf = (node: Node): Node[] => node.args as Node[]
const elementsOf = (node: Node): {value: Node; isSplat: boolean}[] =>
  node.elements as {value: Node; isSplat: boolean}[]

/**
 * Whether the expression reads only the document, so that its value stays the same until the document
 * changes: `slug.current`, `lower(title)`.
 */
export const isDocumentExpression = (node: Node): boolean =>
  readsOnlyDocument(node) && canBeIndexed(attributesIn(node))

/** `_originalId` depends on the perspective, not only on the document. */
const canBeIndexed = (names: readonly string[]): boolean =>
  names.length > 0 && !names.includes('_originalId')

/** The same for a condition: `defined(slug.current) && status != "hidden"`. */
export const isDocumentCondition = (node: Node): boolean =>
  conditionReadsOnlyDocument(node) && canBeIndexed(attributesIn(node))

function conditionReadsOnlyDocument(node: Node): boolean {
  switch (node.type) {
    case 'And':
    case 'Or':
      return OPERANDS.every((member) => conditionReadsOnlyDocument(child(node, member)))
    case 'Group':
    case 'Not':
      return conditionReadsOnlyDocument(child(node, 'base'))
    case 'OpCall':
      return (
        COMPARISONS.has(node.op as string) &&
        OPERANDS.every((member) => isJsonExpression(child(node, member)))
      )
    case 'InRange':
      return ['base', ...OPERANDS].every((member) => isJsonExpression(child(node, member)))
    default:
      return isJsonExpression(node)
  }
}

const OPERANDS = ['left', 'right']
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/** The name of an index is the JSON of its expression, in which a `Path` would look like a string. */
function isJsonExpression(node: Node): boolean {
  let isJson = true
  walk(node, ({type, value}) => {
    if (type === 'Value' && typeof value === 'object' && value !== null) isJson = false
  })
  return isJson && readsOnlyDocument(node)
}

function readsOnlyDocument(node: Node): boolean {
  switch (node.type) {
    case 'This':
    case 'Value':
      return true
    case 'AccessAttribute':
      return !node.base || readsOnlyDocument(child(node, 'base'))
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Group':
      return readsOnlyDocument(child(node, 'base'))
    case 'Map':
    case 'FlatMap':
      return readsOnlyDocument(child(node, 'base')) && readsOnlyDocument(child(node, 'expr'))
    case 'Array':
      return elementsOf(node).every(({value}) => readsOnlyDocument(value))
    case 'FuncCall':
      return isPure(node) && argsOf(node).every(readsOnlyDocument)
    default:
      return false
  }
}

/**
 * Whether all strings in the value come from the document or its Portable Text: `title`, `[title,
 * summary]`, `body[style == "h2"]`, `pt::text(body)`.
 */
export function isDocumentText(node: Node): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return (
        !UNINDEXED_FIELDS.has(node.name as string) &&
        (!node.base || isDocumentText(child(node, 'base')))
      )
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'Slice':
      return isDocumentText(child(node, 'base'))
    case 'Map':
    case 'FlatMap':
      return isDocumentText(child(node, 'base')) && isDocumentText(child(node, 'expr'))
    case 'Array':
      return elementsOf(node).every(({value}) => isDocumentText(value))
    case 'FuncCall':
      return (
        TEXT_FUNCTIONS.has(`${String(node.namespace)}::${String(node.name)}`) &&
        argsOf(node).every(isDocumentText)
      )
    default:
      return false
  }
}

/** Functions that only return text of their arguments. */
const TEXT_FUNCTIONS = new Set(['global::coalesce', 'global::pt', 'pt::text'])

/** The attributes of the document that the expression reads; `*` for the whole document. */
export function attributesIn(node: Node): string[] {
  switch (node.type) {
    case 'This':
      return ['*']
    case 'Value':
      return []
    case 'AccessAttribute':
      return node.base
        ? attributesAt(child(node, 'base'), node.name as string)
        : [node.name as string]
    case 'Array':
      return elementsOf(node).flatMap(({value}) => attributesIn(value))
    case 'FuncCall':
      return argsOf(node).flatMap(attributesIn)
    case 'And':
    case 'Or':
    case 'OpCall':
      return OPERANDS.flatMap((member) => attributesIn(child(node, member)))
    case 'InRange':
      return ['base', ...OPERANDS].flatMap((member) => attributesIn(child(node, member)))
    default:
      // Other attributes in the expression belong to the items of a list.
      return node.base ? attributesIn(child(node, 'base')) : ['*']
  }
}

const attributesAt = (base: Node, name: string): string[] =>
  base.type === 'This' ? [name] : attributesIn(base)

/**
 * Rewrites an expression that does not read the filtered document (`$slug`, `^._id`, `now()`) for the
 * scope outside of the filter: `^` has one level less. Undefined for any other expression.
 */
export function inOuterScope(node: Node): Node | undefined {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
    case 'Once':
      return node
    case 'Parent': {
      const n = Number(node.n)
      return n > 1 ? {type: 'Parent', n: n - 1} : {type: 'This'}
    }
    case 'AccessAttribute':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group':
    case 'Neg':
    case 'Slice':
      return node.base ? movedOut(node, ['base']) : undefined
    case 'Filter':
    case 'FlatMap':
    case 'Map':
      return usesParent(child(node, 'expr')) ? undefined : movedOut(node, ['base'])
    case 'OpCall':
      return ARITHMETIC.has(node.op as string) ? movedOut(node, ['left', 'right']) : undefined
    case 'FuncCall': {
      const isKnown =
        isPure(node) || (node.namespace === 'global' && CONSTANT_PER_QUERY.has(node.name as string))
      const args = isKnown ? argsOf(node).map(inOuterScope) : [undefined]
      return args.every((arg) => arg !== undefined) ? {...node, args} : undefined
    }
    case 'Array': {
      const elements = elementsOf(node).map(({value, ...element}) => ({
        ...element,
        value: inOuterScope(value),
      }))
      return elements.every(({value}) => value !== undefined) ? {...node, elements} : undefined
    }
    default:
      return undefined
  }
}

/** Functions with one value for the whole evaluation. */
const CONSTANT_PER_QUERY = new Set(['identity', 'now'])

function movedOut(node: Node, members: readonly string[]): Node | undefined {
  const copy: Node = {...node}
  for (const member of members) {
    const inner = inOuterScope(child(node, member))
    if (!inner) return undefined
    copy[member] = inner
  }
  return copy
}

export function usesParent(node: Node): boolean {
  let found = false
  walk(node, ({type}) => {
    if (type === 'Parent') found = true
  })
  return found
}
