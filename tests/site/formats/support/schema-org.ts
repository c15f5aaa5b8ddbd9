// schema.org's vocabulary, as Google's typings list it: which types there are, which properties each
// has, and of what type their values are.
import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'

const require = createRequire(import.meta.url)
const SOURCE = readFileSync(
  require.resolve('schema-dts').replace(/schema\.js$/, 'schema.d.ts'),
  'utf8',
)

interface Declared {
  parents: string[]
  /** The types of the values, by property. */
  properties: Map<string, string[]>
}

/** By the name of an interface: `NewsArticleBase`, `NewsArticleLeaf`. */
const interfaces = new Map<string, Declared>()
/** The interface of a type. */
const leaves = new Map<string, string>()
/** What a name stands for: the type's own interface, its subtypes, its members. */
const unions = new Map<string, string[]>()

for (const [, name = '', parents = '', body = ''] of SOURCE.matchAll(
  /^(?:export )?interface (\w+) extends ([^{]+)\{\n?([^]*?)^\}/gm,
)) {
  const properties = new Map<string, string[]>()
  for (const [, property = '', range = ''] of body.matchAll(
    /^ {4}"([\w@]+)"\?: SchemaValue<(.*), "\w+">;$/gm,
  ))
    properties.set(property, range.split(' | '))
  interfaces.set(name, {parents: parents.split(',').map((parent) => parent.trim()), properties})
  const type = /^ {4}"@type": "([^"]+)";/m.exec(body)?.[1]
  if (type) leaves.set(type, name)
}
for (const [, name = '', members = ''] of SOURCE.matchAll(/^export type (\w+) = (.+);$/gm))
  unions.set(name, members.split(' | '))

function rangesOf(name: string, property: string): string[] {
  const declared = interfaces.get(name)
  if (!declared) return []
  const own = declared.properties.get(property) ?? []
  return [...own, ...declared.parents.flatMap((parent) => rangesOf(parent, property))]
}

/** Whether `type` is `range` or one of its subtypes. */
function isWithin(type: string, range: string, seen = new Set<string>()): boolean {
  if (type === range) return true
  if (seen.has(range)) return false
  seen.add(range)
  return (unions.get(range) ?? []).some((member) => isWithin(type, member, seen))
}

const WORDS = ['Text', 'URL', 'Date', 'DateTime', 'Time']
const NUMBERS = ['Number', 'Integer', 'Float', 'Distance', 'QuantitativeValue']

function accepts(range: string, value: unknown): boolean {
  if (typeof value === 'number') return isWithinAny(range, NUMBERS)
  if (typeof value === 'boolean') return range === 'Boolean'
  if (typeof value === 'string')
    return WORDS.includes(range) || (unions.get(range) ?? []).includes(JSON.stringify(value))
  const node = value as Record<string, unknown>
  if (!('@type' in node)) return range === 'IdReference' && typeof node['@id'] === 'string'
  return typesOf(node).some((type) => isWithin(type, range))
}

const isWithinAny = (range: string, names: string[]) => names.some((name) => range === name)

const typesOf = (node: Record<string, unknown>): string[] => [node['@type']].flat() as string[]

/** What schema.org does not know of a node and of those inside it; empty for nothing. */
export function vocabularyProblems(node: Record<string, unknown>, path = ''): string[] {
  const types = typesOf(node)
  const here = `${path}/${types.join('+')}`
  const problems = types.filter((type) => !leaves.has(type)).map(() => `${here}: no such type`)
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('@')) continue
    // How an action's property is filled in is said under a name with this ending (schema.org/docs/actions).
    if (property === 'query-input' && types.includes('SearchAction')) continue
    const ranges = types.flatMap((type) => rangesOf(leaves.get(type) ?? '', property))
    if (ranges.length === 0) problems.push(`${here}: no property ${property}`)
    for (const one of [value].flat()) {
      if (ranges.length > 0 && !ranges.some((range) => accepts(range, one)))
        problems.push(`${here}: ${property} is no ${ranges.join(' or ')}: ${JSON.stringify(one)}`)
      if (typeof one === 'object' && one !== null && '@type' in one)
        problems.push(...vocabularyProblems(one, `${here}.${property}`))
    }
  }
  return problems
}

/** How many types are known: a reading of the list that finds none proves nothing. */
export const knownTypes = (): number => leaves.size
