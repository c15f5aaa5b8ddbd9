// Splits a query into tokens with their positions, which the parser's tree does not have.

export interface Token {
  /** `unclosed` is a string without a closing quote. It extends to the end of the query. */
  kind: 'string' | 'unclosed' | 'number' | 'name' | 'parameter' | 'sign'
  text: string
  /** UTF-16 units from the start of the query. `end` is exclusive. */
  start: number
  end: number
}

const BETWEEN = /[\t\n\v\f\r \u0085\u00A0]+|\/\/[^\n]*/y
const NAME = /[A-Za-z_]\w*/y
const PARAMETER = /\$\w*/y
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SIGN = /\.{2,3}|=>|->|[=!<>]=|&&|\|\||\*\*|::|[\s\S]/uy

/** Without comments and white space. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const end = (pattern: RegExp): number => {
    pattern.lastIndex = at
    return pattern.test(query) ? pattern.lastIndex : at
  }
  for (;;) {
    for (let next = end(BETWEEN); next > at; next = end(BETWEEN)) at = next
    if (at >= query.length) return tokens
    const start = at
    const kind = kindOf(query.charAt(at))
    if (kind === 'string') at = endOfString(query, at)
    else if (kind === 'name') at = end(NAME)
    else if (kind === 'parameter') at = end(PARAMETER)
    else at = end(kind === 'number' ? NUMBER : SIGN)
    const isUnclosed = kind === 'string' && at > query.length
    at = Math.min(at, query.length)
    tokens.push({
      kind: isUnclosed ? 'unclosed' : kind,
      text: query.slice(start, at),
      start,
      end: at,
    })
  }
}

function kindOf(first: string): Exclude<Token['kind'], 'unclosed'> {
  if (first === '"' || first === "'") return 'string'
  if (first === '$') return 'parameter'
  if (/\d/.test(first)) return 'number'
  return /[A-Za-z_]/.test(first) ? 'name' : 'sign'
}

/** The position after the closing quote, or one beyond the end of the query. */
function endOfString(query: string, start: number): number {
  const quote = query.charAt(start)
  for (let at = start + 1; at < query.length; at++) {
    const letter = query.charAt(at)
    if (letter === '\\') at += 1
    else if (letter === quote) return at + 1
  }
  return query.length + 1
}
