// Parses GROQ to a syntax tree. Errors say what is wrong and where.
import {GroqSyntaxError, parse, type ParseOptions} from 'groq-js'
import type {Json} from './types.ts'
import {declarationsOf, expandedTokenCount} from './declarations.ts'
import {locateError} from './locate.ts'
import {parseOutline, type Outline} from './outline.ts'
import {parseError, reason, type Fault} from './errors.ts'
import {assertSupported, stringFaults} from './refuse.ts'
import {levelsOf, rewrite, toNode, walk, type Node} from './syntax-tree.ts'
import {tokenize, type Token} from './tokens.ts'
import {translate} from './translate.ts'

/** The message of groq-js wherever it cannot continue. Its position is one character too early. */
const UNEXPECTED_END = 'Unexpected end of query'

/** Limits the recursion of functions that walk the tree. */
const MAX_BRACKETS = 200
const MAX_TREE_DEPTH = 1500
const CLOSING: Record<string, string> = {'(': ')', '[': ']', '{': '}'}
const CLOSING_SIGNS = new Set(Object.values(CLOSING))
const TOO_DEEP = 'The query is nested too deeply.'

/** groq-js copies the body of a function into each place that calls it: this limits the result. */
const MAX_EXPANDED_TOKENS = 100_000

/**
 * The hosted API refuses a query with a missing parameter. groq-js would evaluate it as null.
 *
 * @throws QueryError `queryParseError` for the first missing parameter
 */
export function assertParameters(query: string, params: Record<string, Json>): void {
  const outline = parseOutline(query)
  const declarations = declarationsOf(outline)
  for (const [index, {kind, text, start, end}] of outline.tokens.entries()) {
    const name = text.slice(1)
    if (kind !== 'parameter' || name === '' || Object.hasOwn(params, name)) continue
    const isOwn = declarations.some(
      ({part, parameters}) => index >= part.from && index < part.to && parameters.includes(name),
    )
    if (isOwn) continue
    const description = `param $${name} referenced, but not provided`
    throw parseError(query, {description, start, end})
  }
}

/**
 * @param params become literals of the tree; slices and element access need them
 * @throws QueryError `queryParseError` with the position
 */
export function parseQuery(query: string, params: Record<string, Json> = {}, mode?: 'delta'): Node {
  const tokens = tokenize(query)
  assertDepth(query, tokens)
  const outline = parseOutline(query, tokens)
  assertExpandedSize(outline)
  const {text, options, restore} = translate(outline, params, mode)
  let tree: Node | undefined
  let failure: unknown
  try {
    if (text !== query) assertSyntax(query, options)
    tree = parsed(text, options)
  } catch (error) {
    failure = error
    if (error instanceof RangeError) throw wholeQueryError(query, TOO_DEEP)
    if (error instanceof GroqSyntaxError)
      throw parseError(query, faultOfSyntaxError(outline, error))
  }
  assertSupported(outline, params, mode)
  if (!tree) {
    // A slice with a missing parameter: the missing parameter is the better error.
    assertParameters(query, params)
    throw parseError(query, locateError(outline, failure, parseMessageOf))
  }
  if (levelsOf(tree) > MAX_TREE_DEPTH) throw wholeQueryError(query, TOO_DEEP)
  return withParameters(restore(tree), params)
}

// groq-js needs a line break after a comment, the hosted API does not.
const parsed = (text: string, options: ParseOptions): Node => toNode(parse(`${text}\n`, options))

const wholeQueryError = (query: string, description: string): Error =>
  parseError(query, {description, start: 0, end: query.length})

function parseMessageOf(text: string): string | undefined {
  try {
    parse(text)
    return undefined
  } catch (error) {
    return reason(error)
  }
}

/** Checks the query as it was sent, so that the error's position fits it. */
function assertSyntax(query: string, options: ParseOptions): void {
  try {
    parsed(query, options)
  } catch (error) {
    if (error instanceof GroqSyntaxError || error instanceof RangeError) throw error
  }
}

/** Runs first: other functions recurse for each bracket. */
function assertDepth(query: string, tokens: readonly Token[]): void {
  let depth = 0
  for (const {kind, text} of tokens) {
    if (kind !== 'sign') continue
    if (text in CLOSING) depth += 1
    else if (CLOSING_SIGNS.has(text)) depth -= 1
    if (depth > MAX_BRACKETS) throw wholeQueryError(query, TOO_DEEP)
  }
}

function assertExpandedSize(outline: Outline): void {
  if (expandedTokenCount(outline) <= MAX_EXPANDED_TOKENS) return
  const [first, ...more] = declarationsOf(outline)
  const last = more.at(-1) ?? first
  throw parseError(outline.query, {
    description: 'The functions of the query call each other too often. Use fewer calls.',
    start: outline.tokens[first?.part.from ?? 0]?.start ?? 0,
    end: outline.tokens[(last?.part.to ?? 1) - 1]?.end ?? outline.query.length,
  })
}

/** groq-js leaves parameters with unusual names, such as `$hasOwnProperty`, in the tree. */
function withParameters(tree: Node, params: Record<string, Json>): Node {
  let isLeft = false
  walk(tree, ({type, name}) => {
    isLeft ||= type === 'Parameter' && Object.hasOwn(params, name as string)
  })
  if (!isLeft) return tree
  return rewrite(tree, (node) =>
    node.type === 'Parameter' && Object.hasOwn(params, node.name as string)
      ? {type: 'Value', value: params[node.name as string]}
      : node,
  )
}

function faultOfSyntaxError(outline: Outline, error: GroqSyntaxError): Fault {
  const {query, tokens} = outline
  const [badEscape] = stringFaults(outline)
  if (badEscape) return badEscape
  const unclosed = tokens.find(({kind}) => kind === 'unclosed')
  if (unclosed) {
    return {description: 'This string is never closed', start: unclosed.start, end: unclosed.end}
  }
  const why = reason(error)
  let start = error.position
  if (why === UNEXPECTED_END) {
    const fault = findBracketFault(outline)
    if (fault) return fault
    start += 1
  }
  const token = tokens.find(({end}) => end > start)
  if (!token) {
    // If something is missing at the end, the last character is marked.
    const end = tokens.at(-1)?.end ?? query.length
    return {description: why, start: Math.max(end - 1, 0), end: Math.max(end, query.length)}
  }
  start = Math.max(start, token.start)
  const description = why === UNEXPECTED_END ? `Unexpected "${query.slice(start, token.end)}"` : why
  return {description, start, end: token.end}
}

/** groq-js reports a missing bracket at some outer bracket. This finds the one that does not match. */
function findBracketFault({tokens}: Outline): Fault | undefined {
  const open: {text: string; start: number; end: number}[] = []
  for (const {kind, text, start, end} of tokens) {
    if (kind !== 'sign') continue
    if (text in CLOSING) open.push({text, start, end})
    else if (CLOSING_SIGNS.has(text)) {
      const last = open.pop()
      if (!last) return {description: `Unexpected "${text}"`, start, end}
      const wanted = CLOSING[last.text]
      if (wanted !== text) {
        return {description: `Expected "${wanted}", found "${text}"`, start, end}
      }
    }
  }
  const last = open.at(-1)
  return last && {...last, description: `"${last.text}" is never closed`}
}
