// `fn ns::name($parameter) = …;`, as they stand in a query's text.
import type {Outline, Part} from './outline.ts'

export interface Declaration {
  /** `ns::name` */
  name: string
  /** Without the `$`. */
  parameters: string[]
  /** Tokens, from `fn` to the first one after the body. */
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
