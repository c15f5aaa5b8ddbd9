#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say what is wrong.
import {readFileSync} from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const needed = Number(/\d+/.exec(manifest.engines.node)[0])
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `copydesk-lake needs Node ${needed} or newer, and this is ${process.version}. Install Node ${needed}, or add it to this project with "npm install node@${needed}".`,
  )
  process.exit(1)
}
const {runCommand} = await import('@copydesk/lake/command')
await runCommand(process.argv.slice(2))
