// Function declarations in a query's text: `fn ns::name($parameter) = …;`.
import type {Bracket, Outline, Part} from './outline.ts'

export interface Declaration {
  /** `ns::name` */
  name: string
  /** Names without `$`. */
  parameters: string[]
  /** The tokens of the declaration, from `fn` on. */
  part: Part
}

export function declarationsOf({tokens, brackets}: Outline): Declaration[] {
  const [whole] = brackets
  const parts = whole?.parts.slice(0, -1) ?? []
  return parts.flatMap((part) => {
    const [fn, namespace, , name] = tokens.slice(part.from, part.from + 4)
    if (fn?.text !== 'fn' || !namespace || !name) return []
    const listed = brackets.find(({open}) => open === part.from + 4)
    const parameters = tokens
      .slice(listed?.open, listed?.close)
      .flatMap(({kind, text}) => (kind === 'parameter' ? [text.slice(1)] : []))
    return [{name: `${namespace.text}::${name.text}`, parameters, part}]
  })
}

/** The number of tokens after each call of the query's own functions is replaced by the function's body. */
export function expandedTokenCount(outline: Outline): number {
  const declarations = declarationsOf(outline)
  if (declarations.length === 0) return outline.tokens.length
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]))
  const calls = outline.brackets.filter(({kind, namespace, name}) => {
    return kind === 'call' && byName.has(`${namespace}::${name}`)
  })
  const sizes = new Map<string, number>()
  const within = ({from, to}: Part): Bracket[] =>
    calls.filter(({first}) => first > from + 1 && first < to)
  const sizeOf = (part: Part): number =>
    within(part).reduce((total, {namespace, name}) => {
      const called = `${namespace}::${name}`
      return total + sizeOfFunction(called)
    }, part.to - part.from)
  const sizeOfFunction = (name: string): number => {
    const known = sizes.get(name)
    if (known !== undefined) return known
    // The parser refuses recursive functions.
    sizes.set(name, 0)
    const part = byName.get(name)?.part
    const size = part ? sizeOf(part) : 0
    sizes.set(name, size)
    return size
  }
  const parts = outline.brackets[0]?.parts ?? []
  return parts.reduce((total, part) => total + sizeOf(part), 0)
}
