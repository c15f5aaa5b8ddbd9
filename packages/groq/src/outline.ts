// What a query's brackets hold: calls with their arguments, objects with their attributes, in text.
import {tokensOf, type Token} from './tokens.ts'

export interface Bracket {
  /** `call` and `pipe` are a function's parentheses; `access` is `[…]` behind a value. */
  kind: 'call' | 'pipe' | 'group' | 'array' | 'access' | 'object' | 'projection' | 'query'
  /** Of a call. */
  namespace: string
  name: string
  /** The token with which it begins: a call's namespace or name, else the bracket itself. */
  first: number
  /** Tokens: the opening bracket, and the closing one (or the number of tokens). */
  open: number
  close: number
  parent: Bracket | null
  /** What commas part, as tokens: from, and the first one after. An empty one at the end is none. */
  parts: Part[]
}

export interface Part {
  from: number
  to: number
  /** Tokens at this level that part it further: `=>`, `:`, `..`, `...` between two values. */
  inner: number[]
}

export interface Outline {
  query: string
  tokens: readonly Token[]
  /** In the order in which they open; the first is the query as a whole. */
  brackets: readonly Bracket[]
  /** The innermost bracket around each token; a bracket's own signs are in it. */
  around: readonly Bracket[]
  /** Whether each token ends a value: what follows is an operator or a traversal. */
  endsValue: readonly boolean[]
  /** Names that are operators here: `in`, `match`, `asc`, `desc`. */
  operators: ReadonlySet<number>
}

const CLOSING = new Set([')', ']', '}'])
const OPENING = new Set(['(', '[', '{'])
const WORDS = new Set(['in', 'match', 'asc', 'desc'])

/** Of a query that parses; of another one as far as its brackets make sense. */
export function outlineOf(query: string, tokens: readonly Token[] = tokensOf(query)): Outline {
  const whole = bracket('query', null, -1, -1)
  const outline = {
    query,
    tokens,
    brackets: [whole],
    around: [] as Bracket[],
    endsValue: [] as boolean[],
    operators: new Set<number>(),
  }
  whole.close = tokens.length
  let current = whole
  let part: Part = {from: 0, to: 0, inner: []}
  const parts = new Map<Bracket, Part>()
  const finish = (to: number): void => {
    if (to > part.from) current.parts.push({...part, to})
  }

  for (const [index, token] of tokens.entries()) {
    const {text} = token
    const isBehindValue = outline.endsValue[index - 1] === true
    let endsValue = token.kind !== 'sign'
    if (OPENING.has(text) && token.kind === 'sign') {
      parts.set(current, part)
      current = opened(outline, index, current)
      outline.brackets.push(current)
      part = {from: index + 1, to: 0, inner: []}
    }
    outline.around[index] = current
    if (token.kind === 'sign' && CLOSING.has(text)) {
      endsValue = true
      if (current.parent) {
        finish(index)
        current.close = index
        current = current.parent
        part = parts.get(current) ?? part
      }
    } else if (text === ',' || text === ';') {
      finish(index)
      part = {from: index + 1, to: 0, inner: []}
    } else if (text === '@' || text === '^' || text === '->') endsValue = true
    else if (text === '*') endsValue = !isBehindValue
    else if (text === '=>' || text === ':') part.inner.push(index)
    else if (text === '..' || text === '...') {
      if (isBehindValue) part.inner.push(index)
    } else if (WORDS.has(text) && isBehindValue && !isAttribute(tokens, index)) {
      outline.operators.add(index)
      endsValue = text === 'asc' || text === 'desc'
    }
    outline.endsValue[index] = endsValue
  }
  for (;;) {
    finish(tokens.length)
    current.close = tokens.length
    if (!current.parent) return outline
    current = current.parent
    part = parts.get(current) ?? part
  }
}

/** `.name` and `->name`. */
export const isAttribute = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]?.text
  return before === '.' || before === '->'
}

function bracket(
  kind: Bracket['kind'],
  parent: Bracket | null,
  open: number,
  first: number,
  namespace = '',
  name = '',
): Bracket {
  return {kind, parent, open, first, close: open, namespace, name, parts: []}
}

function opened(outline: Outline, index: number, parent: Bracket): Bracket {
  const {tokens, endsValue, operators} = outline
  const before = tokens[index - 1]
  const sign = tokens[index]?.text
  const isBehindValue = endsValue[index - 1] === true
  if (sign === '[') return bracket(isBehindValue ? 'access' : 'array', parent, index, index)
  if (sign === '{') {
    const isProjection = isBehindValue || before?.text === '|'
    return bracket(isProjection ? 'projection' : 'object', parent, index, index)
  }
  const isNamed = before?.kind === 'name' && !operators.has(index - 1)
  if (!isNamed || isAttribute(tokens, index - 1)) return bracket('group', parent, index, index)
  const hasNamespace = tokens[index - 2]?.text === '::' && tokens[index - 3]?.kind === 'name'
  const first = hasNamespace ? index - 3 : index - 1
  const kind = tokens[first - 1]?.text === '|' ? 'pipe' : 'call'
  const namespace = hasNamespace ? (tokens[first]?.text ?? '') : 'global'
  return bracket(kind, parent, index, first, namespace, before.text)
}
