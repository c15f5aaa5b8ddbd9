// Each command of Sanity's command line that the documents name loads and prints its help.
import {expect, test} from 'vitest'
import {helpOf, namedCommands} from '../support/sanity-commands.ts'

test.each(namedCommands)('sanity %s --help', async (command) => {
  expect(await helpOf(command)).toContain(`sanity ${command.split(' ')[0]}`)
})
