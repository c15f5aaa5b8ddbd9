// The product as its users start it: `npm start`'s own script in a process of its own.
import {spawn, type ChildProcess} from 'node:child_process'
import {createInterface} from 'node:readline'
import {ROOT} from '../../server/paths.ts'

export interface ServerProcess {
  origin: string
  /** Sign-in links as printed at the first start, by the person's name. */
  links: ReadonlyMap<string, string>
  readonly process: ChildProcess
  /** What it has logged so far. */
  log(): string
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/**
 * Resolves once the server has said where it is. A new folder gets the demonstration content.
 *
 * @param root the project that is started
 */
export async function startServer(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  root = ROOT,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      // A copy of the project keeps what Node makes of its files in its own folder.
      ...(root !== ROOT && {NODE_COMPILE_CACHE: undefined}),
      PORT: '0',
      ...environment,
      COPYDESK_DATA: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const links = new Map<string, string>()
  let origin = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  for await (const line of createInterface(child.stdout)) {
    origin = /^\s+Studio\s+(\S+)\/studio$/.exec(line)?.[1] ?? origin
    const member = /^\s+(.+?) \([^)]+\)\s+(http\S+\/sign-in\/\S+)$/.exec(line)
    if (member) links.set(member[1] ?? '', member[2] ?? '')
    if (line.startsWith('Ctrl-C stops it')) break
  }
  if (!origin) throw new Error(`The newsroom did not start.\n${errors}`)
  child.stdout.resume()
  return {
    origin,
    links,
    process: child,
    log: () => errors,
    stop: (signal = 'SIGTERM') => stop(child, signal),
  }
}

/** Resolves once the process has ended. */
export async function stop(
  child: ChildProcess,
  signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}
