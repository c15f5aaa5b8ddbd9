// The door of every command: plain JavaScript, so that an old Node can still say what is wrong.
// Usage: node scripts/run.mjs <script without .ts> [arguments]
import module from 'node:module'
import {fileURLToPath} from 'node:url'

const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])
if (major < NEEDED) {
  console.error(
    `Copydesk needs Node ${NEEDED} or newer, and this is ${process.version}: run it through npm ("npm start", "npm run …"), which uses the Node that "npm ci" installed, or install Node ${NEEDED}.`,
  )
  process.exit(1)
}
// The packages are used from their sources, not from a build. `npm start` and the others say so themselves.
const SOURCES = '--conditions=@copydesk/source'
if (!process.execArgv.includes(SOURCES)) {
  const {execPath, execArgv, argv} = process
  // Each thread's allocator keeps what it freed: with two for all of them it is less. `npm start` says so itself.
  process.env.MALLOC_ARENA_MAX ??= '2'
  process.execve(execPath, [execPath, SOURCES, ...execArgv, ...argv.slice(1)])
}
// Node takes the types out of each file, in each thread, and needs memory for it: what it came to is kept.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/compiled', import.meta.url))
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
// The studio's own tools would ask a server about usage statistics.
process.env.DO_NOT_TRACK ??= '1'
// A reader that has gone (`npm start | head`) must not end a server, nor a command halfway through its work.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}
const [script] = process.argv.splice(2, 1)
await import(new URL(`./${script}.ts`, import.meta.url).href)
