// GROQ text to syntax tree, with errors that say what is wrong and where.
import {GroqSyntaxError, parse, type ParseOptions} from 'groq-js'
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'
import {toNode, type Node} from './syntax-tree.ts'

/** The hosted API's shape; Vision and `@sanity/client` underline `start` to `end` (UTF-16 units). */
function parseError(query: string, description: string, start = 0, end = query.length): BadRequest {
  return new BadRequest(description, 'queryParseError', {query, start, end})
}

/** An error's own words, without groq-js's preface. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Syntax error in GROQ query at position \d+: /, '')
}

/** groq-js's word for every place at which it cannot go on; it points at the character before. */
const STUCK = 'Unexpected end of query'

const TOKEN = /[A-Za-z_][\w]*|\$\w*|\d+|[=!<>]=|&&|\|\||->|=>|\S/y

/** Strings and comments, to be stepped over whole, and what is looked for beside them. */
const beside = (pattern: string): RegExp =>
  new RegExp(`"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|//.*|${pattern}`, 'g')

/**
 * The hosted API refuses a parameter that was not given; groq-js would take it for null.
 *
 * @throws BadRequest `queryParseError` for the first one
 */
export function refuseMissingParameters(query: string, params: Record<string, Json>): void {
  for (const {1: name, index} of query.matchAll(beside(String.raw`\$(\w+)`))) {
    if (name === undefined || Object.hasOwn(params, name)) continue
    const description = `param $${name} referenced, but not provided`
    throw parseError(query, description, index, index + name.length + 1)
  }
}

/**
 * @param params wanted at parse time for slices and element access; they become literals
 * @throws BadRequest `queryParseError` with the position
 */
export function parseQuery(query: string, params: Record<string, Json> = {}, mode?: 'delta'): Node {
  try {
    // groq-js wants a line break after a comment, the hosted API does not.
    return parsed(`${query}\n`, {params, ...(mode && {mode})})
  } catch (error) {
    if (error instanceof RangeError) throw parseError(query, 'The query is nested too deeply.')
    if (!(error instanceof GroqSyntaxError)) {
      // A slice by an absent parameter: that it is absent is what helps.
      refuseMissingParameters(query, params)
      throw parseError(query, reason(error))
    }
    const why = reason(error)
    let start = error.position
    if (why === STUCK) {
      const fault = bracketFault(query)
      if (fault) throw parseError(query, fault.description, fault.position, fault.position + 1)
      do start += 1
      while (/\s/.test(query[start] ?? ''))
    }
    if (start >= query.length) {
      // What is missing at the end is shown at the last character.
      throw parseError(query, why, Math.max(query.trimEnd().length - 1, 0))
    }
    TOKEN.lastIndex = start
    const token = TOKEN.exec(query)?.[0] ?? ''
    const description = why === STUCK ? `Unexpected "${token}"` : why
    throw parseError(query, description, start, Math.max(start + token.length, start + 1))
  }
}

/** groq-js has no `geo()`. What it has in its stead here is taken for it with one argument (`functions/geo.ts`). */
function parsed(query: string, options: ParseOptions): Node {
  try {
    return toNode(parse(query, options))
  } catch (error) {
    if (reason(error) !== 'Undefined function: geo') throw error
    const call = beside(String.raw`(?<![\w:])geo(?=\s*\()`)
    const known = query.replace(call, (token) => (token === 'geo' ? 'geo::latLng' : token))
    return toNode(parse(known, options))
  }
}

const CLOSING: Record<string, string> = {'(': ')', '[': ']', '{': '}'}

/** What a reader counts by hand and groq-js reports at some outer bracket. */
function bracketFault(query: string): {description: string; position: number} | undefined {
  const open: {bracket: string; position: number}[] = []
  for (const {0: token, index} of query.matchAll(beside('[()[\\]{}]'))) {
    if (token in CLOSING) open.push({bracket: token, position: index})
    else if (token === ')' || token === ']' || token === '}') {
      const last = open.pop()
      if (!last) return {description: `Unexpected "${token}"`, position: index}
      const wanted = CLOSING[last.bracket]
      if (wanted !== token)
        return {description: `Expected "${wanted}", found "${token}"`, position: index}
    }
  }
  const last = open.at(-1)
  return last && {description: `"${last.bracket}" is never closed`, position: last.position}
}
