// Commands of Sanity's own command line, as far as the documents name them.
import {execFile} from 'node:child_process'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {ROOT} from '../../server/paths.ts'

const CLI = join(ROOT, 'node_modules/@sanity/cli')
const {commands} = JSON.parse(readFileSync(join(CLI, 'oclif.manifest.json'), 'utf8')) as {
  commands: Record<string, {aliases: string[]; hiddenAliases: string[]}>
}
const ids = Object.entries(commands).flatMap(([id, {aliases, hiddenAliases}]) => [
  id,
  ...aliases,
  ...hiddenAliases,
])
const calls = ids.map((id) => id.replaceAll(':', ' '))
/** Topics among them, such as `datasets`: their help lists their commands. */
export const knownCommands: ReadonlySet<string> = new Set([
  ...calls,
  ...calls.map((call) => call.split(' ')[0] ?? ''),
])

/** Of `datasets export production` the longest beginning that is a command; all of it where none is. */
function commandOf(call: string): string {
  const words = call.trim().split(/\s+/)
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join(' '))
  return beginnings.findLast((beginning) => calls.includes(beginning)) ?? call.trim()
}

/** `npx sanity …`, `copydesk -- sanity …`, and lists such as `datasets list|export`. */
function namedIn(text: string): string[] {
  const calls = [...text.matchAll(/(?:npx|copydesk --) sanity ([a-z][a-z ]+)/g)].map(
    ([, call = '']) => call,
  )
  const lists = [...text.matchAll(/`(datasets|documents|migrations) ([a-z |]+)`/g)].flatMap(
    ([, topic = '', verbs = '']) => verbs.split('|').map((verb) => `${topic} ${verb}`),
  )
  return [...calls, ...lists].map(commandOf)
}

const documents = globSync(['*.md', 'docs/*.md', 'seed/*.md', 'examples/*/*.md'], {cwd: ROOT})

/** Only the changelog names removed commands. */
export const namedCommands: readonly string[] = [
  ...new Set(
    documents
      .filter((file) => file !== 'CHANGELOG.md')
      .flatMap((file) => namedIn(readFileSync(join(ROOT, file), 'utf8'))),
  ),
]

/** The help text. Throws where the command does not even load. */
export async function helpOf(command: string): Promise<string> {
  const args = [join(CLI, 'bin/run.js'), ...command.split(' '), '--help']
  return (await promisify(execFile)(process.execPath, args, {cwd: ROOT})).stdout
}
