// The bracket structure of a query's text: calls with their arguments, objects with their attributes.
import {tokenize, type Token} from './tokens.ts'

export interface Bracket {
  /** `call` and `pipe` are a function's parentheses; `access` is `[…]` after a value. */
  kind: 'call' | 'pipe' | 'group' | 'array' | 'access' | 'object' | 'projection' | 'query'
  /** The namespace and name of a call. */
  namespace: string
  name: string
  /** The first token: the namespace or name of a call, else the bracket itself. */
  first: number
  /** The tokens of the brackets. `close` is the number of tokens if the bracket is never closed. */
  open: number
  close: number
  parent: Bracket | null
  /** The parts between commas. An empty part at the end does not count. */
  parts: Part[]
}

export interface Part {
  from: number
  to: number
  /** Separators inside the part, at this level: `=>`, `:`, and `..` or `...` between two values. */
  separators: number[]
}

export interface Outline {
  query: string
  tokens: readonly Token[]
  /** In the order in which they open. The first is the whole query. */
  brackets: readonly Bracket[]
  /** The innermost bracket around each token. The bracket signs themselves are inside. */
  enclosing: readonly Bracket[]
  /** Whether each token ends a value, so that an operator or an access follows. */
  endsValue: readonly boolean[]
  /** Tokens of the names `in`, `match`, `asc` and `desc` where they are operators. */
  operators: ReadonlySet<number>
}

const CLOSING = new Set([')', ']', '}'])
const OPENING = new Set(['(', '[', '{'])
const OPERATOR_NAMES = new Set(['in', 'match', 'asc', 'desc'])

/** Also works for a query that does not parse, as far as its brackets match. */
export function parseOutline(query: string, tokens: readonly Token[] = tokenize(query)): Outline {
  const whole = bracket('query', null, -1, -1)
  const outline = {
    query,
    tokens,
    brackets: [whole],
    enclosing: [] as Bracket[],
    endsValue: [] as boolean[],
    operators: new Set<number>(),
  }
  whole.close = tokens.length
  let current = whole
  let part: Part = {from: 0, to: 0, separators: []}
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
      current = openBracket(outline, index, current)
      outline.brackets.push(current)
      part = {from: index + 1, to: 0, separators: []}
    }
    outline.enclosing[index] = current
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
      part = {from: index + 1, to: 0, separators: []}
    } else if (text === '@' || text === '^' || text === '->') endsValue = true
    else if (text === '*') endsValue = !isBehindValue
    else if (text === '=>' || text === ':') part.separators.push(index)
    else if (text === '..' || text === '...') {
      if (isBehindValue) part.separators.push(index)
    } else if (OPERATOR_NAMES.has(text) && isBehindValue && !isAttribute(tokens, index)) {
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

function openBracket(outline: Outline, index: number, parent: Bracket): Bracket {
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
