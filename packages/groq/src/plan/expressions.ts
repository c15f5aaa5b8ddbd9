// What an expression in a filter looks at: the document itself and nothing else, or only what is around.
import {walk, type Node} from '../syntax-tree.ts'
import {UNREAD} from './text-words.ts'

/** Functions that say the same of the same arguments, always. */
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

const CALCULATING = new Set(['+', '-', '*', '/', '%', '**'])

const child = (node: Node, member: string): Node => node[member] as Node
const argsOf = (node: Node): Node[] => node.args as Node[]
const elementsOf = (node: Node): {value: Node; isSplat: boolean}[] =>
  node.elements as {value: Node; isSplat: boolean}[]

/**
 * Whether an expression looks at the document itself and at nothing else, so that its value is the
 * document's for as long as that does not change: `slug.current`, `lower(title)`.
 */
export const isOwn = (node: Node): boolean => isOfItself(node) && isIndexed(namesIn(node))

/** `_originalId` is not the document's: it is there in some answers and in others not. */
const isIndexed = (names: readonly string[]): boolean =>
  names.length > 0 && !names.includes('_originalId')

/** The same of a condition: `defined(slug.current) && status != "hidden"`. */
export const isOwnCondition = (node: Node): boolean =>
  isConditionOfItself(node) && isIndexed(namesIn(node))

function isConditionOfItself(node: Node): boolean {
  switch (node.type) {
    case 'And':
    case 'Or':
      return BOTH.every((member) => isConditionOfItself(child(node, member)))
    case 'Group':
    case 'Not':
      return isConditionOfItself(child(node, 'base'))
    case 'OpCall':
      return (
        COMPARING.has(node.op as string) && BOTH.every((member) => isPlain(child(node, member)))
      )
    case 'InRange':
      return ['base', ...BOTH].every((member) => isPlain(child(node, member)))
    default:
      return isPlain(node)
  }
}

const BOTH = ['left', 'right']
const COMPARING = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/** Of itself, and its constants are JSON: as JSON a pattern of ids is the same as a string. */
function isPlain(node: Node): boolean {
  let isJson = true
  walk(node, ({type, value}) => {
    if (type === 'Value' && typeof value === 'object' && value !== null) isJson = false
  })
  return isJson && isOfItself(node)
}

function isOfItself(node: Node): boolean {
  switch (node.type) {
    case 'This':
    case 'Value':
      return true
    case 'AccessAttribute':
      return !node.base || isOfItself(child(node, 'base'))
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Group':
      return isOfItself(child(node, 'base'))
    case 'Map':
    case 'FlatMap':
      return isOfItself(child(node, 'base')) && isOfItself(child(node, 'expr'))
    case 'Array':
      return elementsOf(node).every(({value}) => isOfItself(value))
    case 'FuncCall':
      return isPure(node) && argsOf(node).every(isOfItself)
    default:
      return false
  }
}

/**
 * Whether all strings in an expression's value stand in the document itself, or are its Portable Text:
 * `title`, `[title, summary]`, `body[style == "h2"]`, `pt::text(body)`.
 */
export function isOwnText(node: Node): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return !UNREAD.has(node.name as string) && (!node.base || isOwnText(child(node, 'base')))
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'Slice':
      return isOwnText(child(node, 'base'))
    case 'Map':
    case 'FlatMap':
      return isOwnText(child(node, 'base')) && isOwnText(child(node, 'expr'))
    case 'Array':
      return elementsOf(node).every(({value}) => isOwnText(value))
    case 'FuncCall':
      return (
        TAKING_TEXT.has(`${String(node.namespace)}::${String(node.name)}`) &&
        argsOf(node).every(isOwnText)
      )
    default:
      return false
  }
}

/** Functions that make no words of their own. */
const TAKING_TEXT = new Set(['global::coalesce', 'global::pt', 'pt::text'])

/** The attributes of the document that an own expression looks at; `*` where it takes all of it. */
export function namesIn(node: Node): string[] {
  switch (node.type) {
    case 'This':
      return ['*']
    case 'Value':
      return []
    case 'AccessAttribute':
      return node.base ? rooted(child(node, 'base'), node.name as string) : [node.name as string]
    case 'Array':
      return elementsOf(node).flatMap(({value}) => namesIn(value))
    case 'FuncCall':
      return argsOf(node).flatMap(namesIn)
    case 'And':
    case 'Or':
    case 'OpCall':
      return BOTH.flatMap((member) => namesIn(child(node, member)))
    case 'InRange':
      return ['base', ...BOTH].flatMap((member) => namesIn(child(node, member)))
    default:
      // What a list's items are asked for is theirs and not the document's.
      return node.base ? namesIn(child(node, 'base')) : ['*']
  }
}

const rooted = (base: Node, name: string): string[] =>
  base.type === 'This' ? [name] : namesIn(base)

/**
 * An expression inside a filter that does not look at the document it is held against (`$slug`, `^._id`,
 * `now()`), rewritten for the place outside of the filter, where candidates are looked up: one level
 * of `^` less. Undefined for any other.
 */
export function seenFromAround(node: Node): Node | undefined {
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
      return node.base ? moved(node, ['base']) : undefined
    case 'Filter':
    case 'FlatMap':
    case 'Map':
      return looksAround(child(node, 'expr')) ? undefined : moved(node, ['base'])
    case 'OpCall':
      return CALCULATING.has(node.op as string) ? moved(node, ['left', 'right']) : undefined
    case 'FuncCall': {
      const isKnown =
        isPure(node) || (node.namespace === 'global' && MOMENTARY.has(node.name as string))
      const args = isKnown ? argsOf(node).map(seenFromAround) : [undefined]
      return args.every((arg) => arg !== undefined) ? {...node, args} : undefined
    }
    case 'Array': {
      const elements = elementsOf(node).map(({value, ...element}) => ({
        ...element,
        value: seenFromAround(value),
      }))
      return elements.every(({value}) => value !== undefined) ? {...node, elements} : undefined
    }
    default:
      return undefined
  }
}

/** The same for all documents while one query is answered. */
const MOMENTARY = new Set(['identity', 'now'])

function moved(node: Node, members: readonly string[]): Node | undefined {
  const copy: Node = {...node}
  for (const member of members) {
    const inner = seenFromAround(child(node, member))
    if (!inner) return undefined
    copy[member] = inner
  }
  return copy
}

export function looksAround(node: Node): boolean {
  let found = false
  walk(node, ({type}) => {
    if (type === 'Parent') found = true
  })
  return found
}
