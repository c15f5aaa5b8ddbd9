// Translates what the parser of groq-js does not support to something that it does, and translates its
// tree back.
import type {Json} from './types.ts'
import {declarationsOf} from './declarations.ts'
import type {Outline} from './outline.ts'
import {selectorOf} from './refuse.ts'
import {rewrite, type Node} from './syntax-tree.ts'

export interface Translation {
  /** The unchanged query if there is nothing to translate. */
  text: string
  /** A copy of the parameters: the parser calls their own `hasOwnProperty`. */
  options: {params: Record<string, Json>; mode?: 'delta'}
  /** Translates the tree back. */
  restore: (tree: Node) => Node
}

interface Edit {
  start: number
  end: number
  text: string
}

/** Functions of the specification's extensions that groq-js does not know. */
const UNSUPPORTED_FUNCTIONS = new Set(['geo', 'pt'])

/** groq-js reads only the last four digits of `\u{1F600}`. The pattern skips all other escapes. */
const ESCAPE = /\\(?:u\{([\da-f]+)\}|[\s\S])/gi

/** @param params become literals of the tree; slices and element access need them when they are parsed */
export function translate(
  outline: Outline,
  params: Readonly<Record<string, Json>>,
  mode?: 'delta',
): Translation {
  const {query, tokens, brackets} = outline
  let mark = '#'
  while (query.includes(mark)) mark += '#'
  const declarations = declarationsOf(outline)
  const declared = new Set(declarations.map(({name}) => name))
  const edits: Edit[] = []
  const edit = (from: number, to: number, text: string): void => {
    edits.push({start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0, text})
  }

  for (const [index, {kind, text}] of tokens.entries()) {
    if (kind === 'string' && text.includes('\\u{'))
      edit(index, index, text.replace(ESCAPE, toSurrogatePairs))
  }
  for (const call of brackets) {
    const {kind, namespace, name, first, open, close} = call
    if (kind !== 'call' || declared.has(`${namespace}::${name}`)) continue
    if (namespace === 'global' && UNSUPPORTED_FUNCTIONS.has(name)) {
      edit(first, open, `coalesce("${mark}${name}",`)
    } else if (mode === 'delta' && namespace === 'delta' && selectorOf(call) && close > open + 1) {
      // groq-js parses selectors only in `diff::`.
      edit(first, open, `diff::${name}("${mark}","",`)
    }
  }
  // In a declaration groq-js replaces the function's parameter by the query's parameter with the same
  // name.
  for (const {parameters, part} of declarations) {
    const own = new Set(parameters.filter((name) => Object.hasOwn(params, name)))
    for (let index = part.from; index < part.to; index++) {
      const {kind, text} = tokens[index] ?? {kind: 'sign', text: ''}
      if (kind === 'parameter' && own.has(text.slice(1)))
        edit(index, index, unusedName(text, params))
    }
  }

  const {hasOwnProperty: _, ...given} = params
  return {
    text: applyEdits(query, edits),
    options: {params: given, ...(mode && {mode})},
    restore:
      edits.length > 0
        ? (tree) => rewrite(tree, (node) => restoreNode(node, mark))
        : (tree) => tree,
  }
}

function toSurrogatePairs(escape: string, digits: string | undefined): string {
  const point = Number.parseInt(digits ?? '', 16)
  // An invalid code point stays as it is and is refused later.
  if (!(point <= 0x10_ff_ff)) return escape
  const units = String.fromCodePoint(point).split('')
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
}

function unusedName(parameter: string, params: Readonly<Record<string, Json>>): string {
  let name = parameter
  while (Object.hasOwn(params, name.slice(1))) name += '_'
  return name
}

function applyEdits(query: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += query.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + query.slice(at)
}

function restoreNode(node: Node, mark: string): Node {
  if (node.type !== 'FuncCall') return node
  const [first, ...more] = node.args as Node[]
  const said = first?.type === 'Value' && typeof first.value === 'string' ? first.value : ''
  if (!said.startsWith(mark)) return node
  if (node.namespace === 'diff') return {...node, namespace: 'delta', args: more.slice(1)}
  return {...node, name: said.slice(mark.length), args: more}
}
