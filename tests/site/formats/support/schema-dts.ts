// Compiles JSON-LD as constants of schema-dts’ types: what the compiler says of it.
import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Node} from './json-ld.ts'

const TYPES = createRequire(import.meta.url).resolve('schema-dts')
const TSC = fileURLToPath(new URL('../../../../node_modules/.bin/tsc', import.meta.url))
const OPTIONS = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--module',
  'nodenext',
  '--types',
  '',
]

/**
 * The compiler’s errors, empty for none. A node of several types is held against each of them.
 *
 * @param nodes each with the page that it is from
 */
export async function typeErrors(
  nodes: readonly (readonly [page: string, node: Node])[],
): Promise<string[]> {
  const constants = nodes.flatMap(([page, node]) =>
    [node['@type']].flat().map((type: string) => ({
      page,
      type,
      text: JSON.stringify(asDeclared(node, type), withLengths),
    })),
  )
  const names = [...new Set(constants.map(({type}) => type))]
  const lines = [
    `import type {${names.join(', ')}} from ${JSON.stringify(TYPES)}`,
    ...constants.map(({type, text}, index) => `export const n${index}: ${type} = ${text}`),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-schema-'))
  const file = join(folder, 'nodes.ts')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const output = await new Promise<string>((resolve) => {
    execFile(TSC, [...OPTIONS, file], (_error, stdout, stderr) => resolve(`${stdout}${stderr}`))
  })
  rmSync(folder, {recursive: true})
  return output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith(' '))
    .map((line) => {
      // The import is on the first line.
      const constant = constants[Number(/\((\d+),/.exec(line)?.[1]) - 2]
      return `${constant?.page} ${constant?.type}: ${line.replace(/^.*?: error /, '')}`
    })
}

/** schema-dts knows one type of each node, and nothing of how actions are filled in (schema.org/docs/actions). */
function asDeclared(node: Node, type: string): Node {
  const {potentialAction, ...rest} = node
  if (!potentialAction) return {...rest, '@type': type}
  const {'query-input': _filledIn, ...action} = potentialAction as Node
  return {...rest, '@type': type, potentialAction: action}
}

/** Pixels are a number everywhere on the web; schema.org’s `Distance` is a text with a unit. */
const withLengths = (name: string, value: unknown): unknown =>
  (name === 'width' || name === 'height') && typeof value === 'number' ? `${value} px` : value
