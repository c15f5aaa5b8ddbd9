// Refuses what the hosted API refuses although it parses: unknown functions, functions in the wrong
// place, invalid escapes. groq-js accepts some of these and reports none with a position.
import type {Json} from './types.ts'
import {declarationsOf} from './declarations.ts'
import {ARITY, arityFault, PIPE_ARITY} from './functions/arity.ts'
import {isAttribute, type Bracket, type Outline} from './outline.ts'
import {parseError, type Fault} from './errors.ts'

interface CheckedQuery {
  outline: Outline
  params: Readonly<Record<string, Json>>
  isDelta: boolean
  /** Full names of the query's own functions. */
  declared: ReadonlySet<string>
}

/**
 * @param outline of a query with matching brackets
 * @throws QueryError `queryParseError` for the first error in the text
 */
export function assertSupported(
  outline: Outline,
  params: Readonly<Record<string, Json>>,
  mode?: 'delta',
): void {
  const names = declarationsOf(outline).map(({name}) => name)
  const checked = {outline, params, isDelta: mode === 'delta', declared: new Set(names)}
  const faults = [...stringFaults(outline), ...pipeFaults(outline), ...bracketFaults(checked)]
  const [first] = faults.toSorted((a, b) => a.start - b.start)
  if (first) throw parseError(outline.query, first)
}

const ESCAPE = /\\(?:u\{([^}]*)\}?|u([^"']{0,4})|([\s\S]?))/g

/** Valid are JSON's escapes, `\'` and `\u{1F600}`. */
export function* stringFaults({tokens}: Outline): Generator<Fault> {
  for (const {kind, text, start} of tokens) {
    if (kind !== 'string' || !text.includes('\\')) continue
    for (const {0: escape, 1: long, 2: short, 3: letter, index} of text.matchAll(ESCAPE)) {
      const isKnown =
        letter === undefined
          ? isCodePoint(long, short)
          : letter !== '' && '\'"\\/bfnrt'.includes(letter)
      if (isKnown) continue
      const description = `"${escape}" is not a valid escape sequence`
      yield {description, start: start + index, end: start + index + escape.length}
    }
  }
}

function isCodePoint(long: string | undefined, short: string | undefined): boolean {
  if (long === undefined) return /^[\da-f]{4}$/i.test(short ?? '')
  return /^[\da-f]+$/i.test(long) && Number.parseInt(long, 16) <= 0x10_ff_ff
}

/** groq-js ignores a name after `|` without parentheses. */
function* pipeFaults({tokens, brackets}: Outline): Generator<Fault> {
  const pipes = new Set(brackets.flatMap(({kind, first}) => (kind === 'pipe' ? [first] : [])))
  for (const [index, token] of tokens.entries()) {
    if (tokens[index - 1]?.text !== '|' || token.kind !== 'name' || pipes.has(index)) continue
    yield {description: `Expected "(" after "${token.text}"`, start: token.start, end: token.end}
  }
}

function* bracketFaults(checked: CheckedQuery): Generator<Fault> {
  for (const bracket of checked.outline.brackets) {
    if (bracket.kind === 'pipe') yield* pipeCallFaults(checked, bracket)
    if (bracket.kind === 'call') yield* callFaults(checked, bracket)
    if (bracket.kind === 'group' && bracket.parts.length > 1 && !isInSelector(bracket)) {
      const description =
        'A list in parentheses is only allowed as a selector, for example of delta::changedAny()'
      yield spanOf(checked.outline, bracket.open, bracket.close, description)
    }
  }
}

const nameOf = ({namespace, name}: Bracket): string =>
  namespace === 'global' ? name : `${namespace}::${name}`

/** From one token to another, both included. */
function spanOf({tokens, query}: Outline, from: number, to: number, description: string): Fault {
  return {description, start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? query.length}
}

/** The error is at `global::nope(` without the parenthesis. */
const nameFault = (outline: Outline, {first, open}: Bracket, description: string): Fault =>
  spanOf(outline, first, open - 1, description)

const callFault = (outline: Outline, {first, close}: Bracket, description: string): Fault =>
  spanOf(outline, first, close, description)

function* pipeCallFaults({outline, params}: CheckedQuery, call: Bracket): Generator<Fault> {
  const {namespace, name} = call
  if (namespace !== 'global') {
    yield nameFault(outline, call, `Undefined namespace: ${namespace}`)
    return
  }
  const arity = Object.hasOwn(PIPE_ARITY, name) ? PIPE_ARITY[name] : undefined
  if (!arity) {
    yield nameFault(outline, call, `Undefined pipe function: ${name}`)
    return
  }
  const fault = arityFault(name, arity, call.parts.length)
  if (fault) yield callFault(outline, call, fault)
  if (name === 'score') yield* scoreFaults(outline, params, call)
}

function* callFaults({outline, isDelta, declared}: CheckedQuery, call: Bracket): Generator<Fault> {
  const {namespace, name, parts, first} = call
  const full = nameOf(call)
  if (declared.has(`${namespace}::${name}`)) return
  if (namespace === 'global' && Object.hasOwn(PIPE_ARITY, name)) {
    yield nameFault(outline, call, `${name}() must follow "|"`)
    return
  }
  const space = Object.hasOwn(ARITY, namespace) ? ARITY[namespace] : undefined
  if (!space) {
    yield nameFault(outline, call, `Undefined namespace: ${namespace}`)
    return
  }
  const arity = Object.hasOwn(space, name) ? space[name] : undefined
  if (!arity) {
    yield nameFault(outline, call, `Undefined function: ${full}`)
    return
  }
  const fault = arityFault(name, arity, parts.length)
  if (fault) yield callFault(outline, call, fault)
  const isOfChange = namespace === 'delta' || full === 'before' || full === 'after'
  if (isOfChange && !isDelta) {
    yield nameFault(outline, call, `${full}() is only available in webhooks`)
  }
  if (full === 'boost' && !isScoreArgument(call)) {
    yield callFault(outline, call, 'boost() is only available in the arguments of score()')
  }
  if (full === 'anywhere' && !isInSelector(call)) {
    yield callFault(
      outline,
      call,
      'anywhere() is only available in selectors, for example of delta::changedAny()',
    )
  }
  if (full === 'text::query' && !isMatchPattern(outline, first)) {
    yield callFault(outline, call, 'text::query() is only available on the right side of match')
  }
  if (full === 'text::semanticSimilarity') {
    const description = 'text::semanticSimilarity() needs embeddings, and this dataset has none'
    yield callFault(outline, call, description)
  }
}

/** The nearest bracket that is not a group. */
function enclosingBracket(bracket: Bracket): Bracket | null {
  let outer = bracket.parent
  while (outer?.kind === 'group') outer = outer.parent
  return outer
}

function isScoreArgument(call: Bracket): boolean {
  const outer = enclosingBracket(call)
  if (outer?.kind === 'call' && nameOf(outer) === 'boost') return isScoreArgument(outer)
  return outer?.kind === 'pipe' && outer.name === 'score'
}

function isMatchPattern({tokens, operators}: Outline, first: number): boolean {
  let before = first - 1
  while (tokens[before]?.text === '(' && !operators.has(before)) before -= 1
  return operators.has(before) && tokens[before]?.text === 'match'
}

/** Whether the bracket is inside a selector argument. */
export function isInSelector(bracket: Bracket): boolean {
  for (let inner = bracket; inner.parent; inner = inner.parent) {
    const selector = selectorOf(inner.parent)
    if (selector && inner.first >= selector.from && inner.first < selector.to) return true
  }
  return false
}

/** The selector among the arguments of a call. */
export function selectorOf(call: Bracket): Bracket['parts'][number] | undefined {
  if (call.kind !== 'call' || !/^changed(?:Any|Only)$/.test(call.name)) return undefined
  if (call.namespace === 'diff') return call.parts[2]
  return call.namespace === 'delta' ? call.parts[0] : undefined
}

/**
 * `score()` takes stored documents: after filters, slices, `order()` and `score()`, not after projections
 * or element access. Its conditions read only the document.
 */
function* scoreFaults(
  outline: Outline,
  params: Readonly<Record<string, Json>>,
  call: Bracket,
): Generator<Fault> {
  if (yieldsOther(outline, params, call.first - 2)) {
    const description = 'score() must follow a filter, before projections and element access'
    yield callFault(outline, call, description)
  }
  for (const [index, {kind, text, start, end}] of outline.tokens.entries()) {
    if (index <= call.open || index >= call.close || kind !== 'sign') continue
    if (text === '->') {
      yield {description: 'score() cannot follow references', start, end}
    } else if (text === '*' && outline.endsValue[index]) {
      yield {description: 'score() cannot take a subquery', start, end}
    }
  }
}

/** Whether the expression that ends at this token yields something else than stored documents. */
function yieldsOther(
  outline: Outline,
  params: Readonly<Record<string, Json>>,
  last: number,
): boolean {
  const {tokens, brackets} = outline
  const byClose = new Map(brackets.map((bracket) => [bracket.close, bracket]))
  let isStep = false
  for (let at = last; at >= 0;) {
    const bracket = byClose.get(at)
    const token = tokens[at]
    if (bracket?.kind === 'projection') return true
    if (bracket?.kind === 'access') {
      if (isElementAccess(outline, params, bracket)) return true
      at = bracket.open - 1
    } else if (bracket?.kind === 'pipe') at = bracket.first - 2
    else if (bracket?.kind === 'group') at -= 1
    else if (token?.text === '(' || token?.text === '|') at -= 1
    else if (token?.text === '->') {
      isStep = true
      at -= 1
    } else if (token?.kind === 'name' && isAttribute(tokens, at)) {
      isStep = true
      at -= tokens[at - 1]?.text === '.' ? 2 : 1
    } else return isStep && token?.text === '*'
  }
  return false
}

/** `[0]`, `["name"]` or `[$n]`, but not a filter. */
function isElementAccess(
  {tokens}: Outline,
  params: Readonly<Record<string, Json>>,
  {open, close, parts}: Bracket,
): boolean {
  const [part] = parts
  if (!part || part.separators.length > 0) return false
  const values = tokens
    .slice(open + 1, close)
    .filter(
      ({kind, text}) =>
        kind !== 'sign' || !['+', '-', '*', '/', '%', '**', '(', ')'].includes(text),
    )
  return values.every(({kind, text}) => {
    if (kind === 'number' || kind === 'string') return true
    const given = kind === 'parameter' ? params[text.slice(1)] : undefined
    return typeof given === 'number' || typeof given === 'string'
  })
}
