// Walks and rewrites the syntax tree of groq-js. The tree is not a public API: the version is pinned.

/** Any node. Its children are those members that are nodes or lists of nodes. */
export interface Node {
  type: string
  [member: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as {type?: unknown}).type === 'string'

/** Copies a node with changed children. The value of a literal is data and has no children. */
export function mapChildren(node: Node, change: (child: Node) => Node): Node {
  if (node.type === 'Value') return node
  const copy: Node = {...node}
  for (const [member, value] of Object.entries(node)) {
    if (isNode(value)) copy[member] = change(value)
    else if (Array.isArray(value)) {
      copy[member] = value.map((item: unknown) => (isNode(item) ? change(item) : item))
    }
  }
  return copy
}

/** Rebuilds a tree from the leaves up. */
export function rewrite(node: Node, change: (node: Node) => Node): Node {
  return change(mapChildren(node, (child) => rewrite(child, change)))
}

/** Visits all nodes of a tree. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if (node.type === 'Value') return
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit)
    else if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walk(item, visit)
    }
  }
}

/** The depth of a tree: recursive functions need as many stack frames. */
export function levelsOf(tree: Node): number {
  let levels = 0
  for (let level = [tree]; level.length > 0; levels++) level = level.flatMap(childrenOf)
  return levels
}

function childrenOf(node: Node): Node[] {
  if (node.type === 'Value') return []
  return Object.values(node).flatMap((value) => {
    if (isNode(value)) return [value]
    return Array.isArray(value) ? value.filter(isNode) : []
  })
}

export const isCall = (node: Node, namespace: string, name: string): boolean =>
  node.type === 'FuncCall' && node.namespace === namespace && node.name === name

/** `path("drafts.**")`: neither an ID nor a list of IDs. */
export const isPattern = (node: Node): boolean =>
  node.type === 'Group' ? isPattern(node.base as Node) : isCall(node, 'global', 'path')

/** The value of a literal, or the values of a list of literals. Undefined for any other expression. */
export function literalValues(node: Node): unknown[] | undefined {
  if (node.type === 'Group') return literalValues(node.base as Node)
  if (node.type === 'Value') return Array.isArray(node.value) ? node.value : [node.value]
  if (node.type !== 'Array') return undefined
  const elements = node.elements as {value: Node; isSplat: boolean}[]
  const isLiteral = elements.every(({value, isSplat}) => value.type === 'Value' && !isSplat)
  return isLiteral ? elements.map(({value}) => value.value) : undefined
}

/** A cast from the parser's type. */
export const toNode = (tree: object): Node => tree as Node
