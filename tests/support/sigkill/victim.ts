// Starts the lake that is to be killed, always at the same address, and everybody who works with it.
import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {freePort} from '../free-port.ts'
import {startLake} from '../lake.ts'
import {openDesk, type Voice} from '../piece.ts'
import {SOURCES} from '../../../server/paths.ts'

const SCRIPT = fileURLToPath(new URL('process.ts', import.meta.url))

export interface Victim {
  origin: string
  database: string
  journalist: Voice
  editor: Voice
  importer: Voice
  start(): Promise<void>
  /** SIGKILL, at once; resolves when the process is gone. */
  kill(): Promise<void>
  close(): Promise<void>
}

export async function createVictim(): Promise<Victim> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-sigkill-'))
  // Accounts, sessions and the section and author that pieces name.
  const first = await startLake({dataFolder, time: Date.now(), serve: false})
  const {journalist, editor, importer} = await openDesk(first)
  await first.close()
  const port = await freePort()
  let child: ChildProcess | undefined
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    database: join(dataFolder, 'lake.sqlite'),
    journalist,
    editor,
    importer,
    async start() {
      const started = spawn(process.execPath, [SOURCES, SCRIPT, dataFolder, String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      const line = once(createInterface(started.stdout), 'line')
      const died = once(started, 'exit').then(([code]) => {
        throw new Error(`The lake ended with ${String(code)} before it served.`)
      })
      await Promise.race([line, died])
      died.catch(() => {})
    },
    kill,
    async close() {
      await kill()
      rmSync(dataFolder, {recursive: true, force: true})
    },
  }
}
