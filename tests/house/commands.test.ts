// The table of commands in docs/operating.md matches `copydesk --help`.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {copydesk} from '../server/support.ts'

const document = readFileSync(join(ROOT, 'docs/operating.md'), 'utf8')
const [, section = ''] = /^## Commands\n(.*?)^## /ms.exec(document) ?? []
const rows = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, call = '', does = '']) => ({call, does}),
)

/** Names of the commands that a help text lists, as `pause|rest` with an alias. */
async function commandsIn(...args: string[]): Promise<string[]> {
  const {stdout} = await copydesk([...args, '--help'])
  const list = /\nCommands:\n(.*?)(\n\n|$)/s.exec(stdout)?.[1] ?? ''
  return [...list.matchAll(/^ {2}([a-z][a-z-]*)(?:\|[a-z-]+)? /gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help')
}

describe('the table of commands', () => {
  it('has a row for each command, and no other', async () => {
    const commands = await commandsIn()
    expect(commands.length).toBeGreaterThan(10)
    expect([...new Set(rows.map(({call}) => call.split(' ')[0]))].toSorted()).toEqual(
      commands.toSorted(),
    )
  })

  it('names all subcommands', {tags: ['full']}, async () => {
    for (const noun of ['user', 'token', 'cors']) {
      const verbs = await commandsIn(noun)
      expect(verbs.length).toBeGreaterThan(2)
      const about = rows
        .filter(({call}) => call.startsWith(`${noun} `))
        .map(({call, does}) => `${call} ${does}`)
        .join(' ')
      for (const verb of verbs)
        expect(about, `${noun} ${verb}`).toMatch(new RegExp(`\\b${verb}\\b`))
    }
  })

  it('names existing options', {tags: ['full']}, async () => {
    for (const {call} of rows) {
      const options = [...call.matchAll(/--[a-z-]+/g)].map(([option]) => option)
      if (options.length === 0) continue
      const {stdout} = await copydesk([
        ...(call.match(/^[a-z -]+?(?= …| --|$)/)?.[0] ?? '').split(' '),
        '--help',
      ])
      for (const option of options) expect(stdout, call).toContain(option)
    }
  })
})
