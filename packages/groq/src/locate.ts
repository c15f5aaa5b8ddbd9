// Finds the place in the text for errors that groq-js reports without a position.
import {declarationsOf} from './declarations.ts'
import type {Bracket, Outline, Part} from './outline.ts'
import {reason, type Fault} from './errors.ts'
import {isInSelector, selectorOf} from './refuse.ts'

/** From one token to another, both included. */
type Span = readonly [number, number]

/** Returns the parser's error for a text, or undefined if it parses. */
export type ParseMessageOf = (text: string) => string | undefined

/** The messages of groq-js, with a clearer one where needed. `$1` of a pattern is passed to `find`. */
const MESSAGES: readonly {
  pattern: RegExp
  find: (outline: Outline, name: string, parseMessageOf: ParseMessageOf) => Span | undefined
  description?: string
}[] = [
  {
    pattern: /^Cannot determine property key/,
    find: findUnnamedAttribute,
    description: 'This attribute needs a name, for example "name": …',
  },
  {
    pattern: /^unexpected argument to select/,
    find: findAfterFallback,
    description: 'Nothing can follow the last alternative of select()',
  },
  {pattern: /^unexpected =>/, find: findMisplacedArrow, description: 'Unexpected "=>"'},
  {pattern: /^unexpected (?:asc|desc)/, find: findMisplacedDirection},
  {pattern: /^array element access must use/, find: findFraction},
  {pattern: /^slicing must use/, find: findVariableBounds},
  {
    pattern: /^(?:Invalid selector syntax|Invalid array access|Unexpected result parsing nested)/,
    find: findSelector,
    description: 'Expected a selector, for example (title, body[].children)',
  },
  {
    pattern: /^Unknown handler: (?:tuple|group)/,
    find: findMisplacedSelector,
    description:
      'Parentheses after "." are only allowed in a selector, for example of delta::changedAny()',
  },
  {pattern: /^Recursive function definition detected for (\S+)/, find: findDeclaration},
  {
    pattern: /^Invalid use of parent/,
    find: findWrongDeclaration,
    description: 'A declared function can only use its parameter: "^" is not available here',
  },
  {
    pattern:
      /^(?:Custom functions|Unexpected function body|Function parameters|Expected parameter|Missing argument)/,
    find: findWrongDeclaration,
  },
]

/** Falls back to the whole query. */
export function locateError(
  outline: Outline,
  error: unknown,
  parseMessageOf: ParseMessageOf,
): Fault {
  const {query, tokens} = outline
  const why = reason(error)
  for (const {pattern, find, description = why} of MESSAGES) {
    const match = pattern.exec(why)
    const span = match && find(outline, match[1] ?? '', parseMessageOf)
    if (!span) continue
    return {
      description,
      start: tokens[span[0]]?.start ?? 0,
      end: tokens[span[1]]?.end ?? query.length,
    }
  }
  return {description: why, start: 0, end: query.length}
}

const spanOf = ({from, to}: Part): Span => [from, to - 1]

/** An attribute of an object without a name: `{count(x)}`, `{a.b}`. */
function findUnnamedAttribute(outline: Outline): Span | undefined {
  for (const bracket of outline.brackets) {
    if (bracket.kind !== 'object' && bracket.kind !== 'projection') continue
    const part = bracket.parts.find((one) => !isNamed(outline, bracket, one))
    if (part) return spanOf(part)
  }
  return undefined
}

function isNamed(
  {tokens, enclosing}: Outline,
  bracket: Bracket,
  {from, to, separators}: Part,
): boolean {
  const [first] = tokens.slice(from, to)
  if (first?.text === '...' || separators.length > 0) return true
  const own = tokens
    .slice(from, to)
    .map((token, index) => ({
      token,
      next: tokens[from + index + 1],
      place: enclosing[from + index],
    }))
    .filter(({place}) => place === bracket)
  if (first?.kind !== 'name' && first?.text !== '(') return false
  return own.every(({token, next}, index) => {
    if (index === 0) return token.kind !== 'name' || (next?.text !== '(' && next?.text !== '::')
    return token.text === '->' ? next?.kind !== 'name' : token.text === '|' || token.kind === 'name'
  })
}

function findAfterFallback({brackets}: Outline): Span | undefined {
  for (const {kind, namespace, name, parts} of brackets) {
    if (kind !== 'call' || namespace !== 'global' || name !== 'select') continue
    const fallback = parts.findIndex(({separators}) => separators.length === 0)
    const [next] = fallback < 0 ? [] : parts.slice(fallback + 1)
    if (next) return spanOf(next)
  }
  return undefined
}

function findMisplacedArrow({tokens, enclosing}: Outline): Span | undefined {
  const index = tokens.findIndex(({text, kind}, at) => {
    if (text !== '=>' || kind !== 'sign') return false
    const bracket = enclosing[at]
    return !(
      bracket?.kind === 'object' ||
      bracket?.kind === 'projection' ||
      (bracket?.kind === 'call' && bracket.name === 'select')
    )
  })
  return index < 0 ? undefined : [index, index]
}

function findMisplacedDirection({tokens, operators, enclosing}: Outline): Span | undefined {
  for (const index of operators) {
    const text = tokens[index]?.text
    const bracket = enclosing[index]
    const isKey = bracket?.kind === 'pipe' && bracket.name === 'order'
    if ((text === 'asc' || text === 'desc') && !isKey) return [index, index]
  }
  return undefined
}

function findFraction({tokens, brackets}: Outline): Span | undefined {
  const access = brackets.find(
    ({kind, open, close}) =>
      kind === 'access' &&
      tokens
        .slice(open + 1, close)
        .some(({kind: of, text}) => of === 'number' && /[.e]/i.test(text)),
  )
  return access && [access.open + 1, access.close - 1]
}

function findVariableBounds({tokens, brackets}: Outline): Span | undefined {
  const slice = brackets.find(({kind, open, close, parts}) => {
    if (kind !== 'access' || !parts[0]?.separators.length) return false
    return tokens
      .slice(open + 1, close)
      .some(({kind: of, text}) => of !== 'number' || /[.e]/i.test(text))
      ? !tokens.slice(open + 1, close).every(({kind: of, text}) => isWhole(of, text))
      : false
  })
  return slice && [slice.open + 1, slice.close - 1]
}

const isWhole = (kind: string, text: string): boolean =>
  (kind === 'number' && !/[.e]/i.test(text)) ||
  (kind === 'sign' && /^(?:\.{2,3}|[-+()])$/.test(text))

function findSelector({brackets}: Outline): Span | undefined {
  const parts = brackets.flatMap((bracket) => selectorOf(bracket) ?? [])
  return parts[0] && spanOf(parts[0])
}

function findMisplacedSelector({tokens, brackets}: Outline): Span | undefined {
  const nested = brackets.find(
    (bracket) =>
      bracket.kind === 'group' && tokens[bracket.open - 1]?.text === '.' && !isInSelector(bracket),
  )
  return nested && [nested.open, nested.close]
}

function findDeclaration(outline: Outline, name: string): Span | undefined {
  const found = declarationsOf(outline).find((declaration) => declaration.name === name)
  return found && spanOf(found.part)
}

/** Each try parses the query again. */
const MAX_TRIES = 20

/** The first declaration that groq-js refuses, or all of them. */
function findWrongDeclaration(
  outline: Outline,
  _name: string,
  parseMessageOf: ParseMessageOf,
): Span | undefined {
  const {query, tokens} = outline
  const declarations = declarationsOf(outline)
  const [first] = declarations
  const last = declarations.at(-1)
  if (!first || !last) return undefined
  const wrong =
    declarations.length <= MAX_TRIES &&
    declarations.find(({part}) => {
      const refusal = parseMessageOf(`${query.slice(0, tokens[part.to]?.end)} null`)
      // A function that it calls may be declared later.
      return refusal !== undefined && !refusal.startsWith('Undefined')
    })
  return wrong ? spanOf(wrong.part) : [first.part.from, last.part.to - 1]
}
