// The grammar of paths in patches (JSONMatch): https://www.sanity.io/docs/content-lake/json-match
import {isUnsafeName} from './unsafe-names.ts'

/** Kinds of tokens, each with its group in {@link TOKEN}. */
const KINDS = ['symbol', 'boolean', 'name', 'number', 'single', 'double'] as const
/** Spaces may separate tokens. Named groups would take most of a check's time. */
const TOKEN =
  / *(?:(\.\.|>=|<=|==|!=|[.,:?<>@$[\]])|((?:true|false)(?!\w))|([A-Za-z_]\w*)|(-?\d+(?:\.\d*)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/sy

const COMPARATORS = ['==', '!=', '>=', '<=', '>', '<']
/** Brackets in brackets. No tool writes more than two, and recursion needs a limit. */
const MOST_LEVELS = 20

interface Token {
  kind: (typeof KINDS)[number] | 'end'
  text: string
}

/** Why a path is refused. {@link pathProblem} makes a sentence of it. */
class PathProblem extends Error {}

/**
 * Checks the path of a patch before it runs. `@sanity/mutator` ignores paths that it cannot read,
 * so a patch with a typing mistake would be accepted and do nothing.
 * @returns null for a valid path, else the problem as the end of a sentence
 */
export function pathProblem(path: string): string | null {
  try {
    new PathParser(path).run()
    return null
  } catch (error) {
    if (error instanceof PathProblem) return error.message
    throw error
  }
}

function tokensOf(path: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < path.length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(path)
    if (!found) throw new PathProblem(`cannot be read from character ${at + 1} on`)
    const kind = KINDS.findIndex((_, index) => found[index + 1] !== undefined)
    const text = found[kind + 1] ?? ''
    tokens.push({kind: KINDS[kind] ?? 'end', text: text.includes('\\') ? unescaped(text) : text})
  }
  tokens.push({kind: 'end', text: ''})
  return tokens
}

/** As the mutator reads it: a backslash is dropped and the next character is kept. */
const unescaped = (text: string): string => text.replaceAll(/\\(.)/gs, '$1')

/** Recursive descent; each method reads one rule of the grammar. */
class PathParser {
  private readonly tokens: Token[]
  private at = 0
  private level = 0

  constructor(path: string) {
    this.tokens = tokensOf(path)
  }

  run(): void {
    this.path()
    if (this.next.kind !== 'end') this.fail('a ".", a "[" or the end')
  }

  private get next(): Token {
    return this.tokens[this.at] as Token
  }

  private takes(symbol: string): boolean {
    if (this.next.kind !== 'symbol' || this.next.text !== symbol) return false
    this.at++
    return true
  }

  private fail(expected: string): never {
    const {kind, text} = this.next
    const found = kind === 'end' ? 'ends' : `has ${JSON.stringify(text)}`
    throw new PathProblem(`${found} where ${expected} is expected`)
  }

  /** `a.b[…]..c`: a path that begins with a name, with brackets or with `..`. */
  private path(): void {
    if (!this.takesName() && !this.brackets() && !this.descent()) {
      this.fail('a field name, a "[" or ".."')
    }
    for (;;) {
      if (this.takes('.')) {
        if (!this.takesName()) this.fail('a field name')
      } else if (!this.brackets()) {
        this.descent()
        return
      }
    }
  }

  private descent(): boolean {
    if (!this.takes('..')) return false
    this.path()
    return true
  }

  private takesName(): boolean {
    const {kind, text} = this.next
    if (kind !== 'name' && kind !== 'single') return false
    if (isUnsafeName(text))
      throw new PathProblem(`has the part "${text}", which no field can be called`)
    this.at++
    return true
  }

  /** `[0, 2:5, _key == "x"]` */
  private brackets(): boolean {
    if (!this.takes('[')) return false
    if (++this.level > MOST_LEVELS) {
      throw new PathProblem(`has more than ${MOST_LEVELS} brackets in each other`)
    }
    do this.term()
    while (this.takes(','))
    if (!this.takes(']')) this.fail('a "]"')
    this.level--
    return true
  }

  private term(): void {
    if (this.next.kind === 'number' || (this.next.kind === 'symbol' && this.next.text === ':')) {
      this.indexOrRange()
      return
    }
    if (!this.filter()) this.path()
  }

  private indexOrRange(): void {
    const hasStart = this.takesInteger()
    if (!this.takes(':')) return
    const hasEnd = this.takesInteger()
    if (this.takes(':')) this.takesInteger()
    if (!hasStart && !hasEnd) this.fail('a number beside ":"')
  }

  private takesInteger(): boolean {
    if (this.next.kind !== 'number') return false
    if (!/^-?\d+$/.test(this.next.text)) this.fail('a whole number')
    this.at++
    return true
  }

  /** `a.b == "x"`, `@ > 3`, `a?`. False if it is not a filter; then nothing is read. */
  private filter(): boolean {
    const start = this.at
    if (!this.takes('@') && !this.takes('$')) {
      if (!this.takesName()) return false
      while (this.takes('.')) if (!this.takesName()) this.fail('a field name')
    }
    if (this.takes('?')) return true
    if (COMPARATORS.some((comparator) => this.takes(comparator))) {
      this.literal()
      return true
    }
    this.at = start
    return false
  }

  private literal(): void {
    if (!['double', 'number', 'boolean'].includes(this.next.kind)) {
      this.fail('a text in double quotes, a number, true or false')
    }
    this.at++
  }
}
