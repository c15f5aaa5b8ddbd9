// Decodes pictures in separate processes. A decoder in a thread cannot be interrupted, but a
// process that takes too much time or memory can be killed without harm to the lake.
import {fork, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {writeFile} from 'node:fs/promises'
import {BadRequest, LakeError} from '../errors.ts'
import {moduleBeside} from '../module-beside.ts'
import type {ExaminedImage, ExamineRequest} from './examine.ts'
import type {RenderRequest} from './render.ts'

export interface DecoderLimits {
  /** Time limit for one drawing (SVG) in seconds. */
  drawingSeconds: number
  /** Time limit for one photograph in seconds. Slow machines need this long. */
  photoSeconds: number
  /** Memory limit of one process in MB. */
  memoryMb: number
}

export interface Decoder {
  /**
   * Measures an uploaded picture. Rejects with BadRequest, DecoderStopped or an error of libvips.
   */
  examine(request: ExamineRequest): Promise<ExaminedImage>
  /** Makes a rendition. Rejects as `examine` does. */
  render(request: RenderRequest): Promise<Uint8Array>
  /** Ends all processes. Requests in progress get a 503. */
  close(): Promise<void>
}

/** Message to a process. */
export type DecoderTask =
  | {kind: 'examine'; request: ExamineRequest; memoryMb: number}
  | {kind: 'render'; request: RenderRequest; memoryMb: number}

/** Message from a process. */
export type DecoderReply =
  | {kind: 'done'; value: ExaminedImage | Uint8Array}
  | {kind: 'refused'; description: string; type: string}
  | {kind: 'failed'; message: string; code?: string}

/** The process ended before it answered. */
export class DecoderStopped extends Error {
  readonly reason: 'time' | 'memory' | 'crash'
  /** The time limit. */
  readonly seconds: number
  constructor(reason: DecoderStopped['reason'], seconds: number) {
    super(`The decoder stopped: ${reason}`)
    this.name = 'DecoderStopped'
    this.reason = reason
    this.seconds = seconds
  }
}

const DEFAULT_LIMITS: DecoderLimits = {drawingSeconds: 10, photoSeconds: 30, memoryMb: 1024}
/** Starting a process takes 0.2 seconds. An idle process uses 75 MB. */
const IDLE_MS = 60_000
/** The environment variables that a process gets: no passwords, no tokens. */
const ENVIRONMENT = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'LANG',
  'SystemRoot',
  'FONTCONFIG_FILE',
  'FONTCONFIG_PATH',
]

/**
 * Starts processes when they are needed and reuses them until they fail. The render queue limits
 * their number.
 */
export function createDecoder(limits: Partial<DecoderLimits> = {}): Decoder {
  const {drawingSeconds, photoSeconds, memoryMb} = {...DEFAULT_LIMITS, ...limits}
  const running = new Set<ChildProcess>()
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  let isClosed = false

  const take = async (): Promise<ChildProcess> => {
    const [waiting] = idle
    if (waiting) {
      const [child, timer] = waiting
      clearTimeout(timer)
      idle.delete(child)
      hold(child, true)
      return child
    }
    const child = start()
    const forget = (): void => {
      running.delete(child)
      clearTimeout(idle.get(child))
      idle.delete(child)
    }
    running.add(child)
    // If the system cannot start a process, `error` is the only event.
    for (const event of ['exit', 'error'] as const) child.once(event, forget)
    await untilReady(child)
    return child
  }
  const giveBack = (child: ChildProcess): void => {
    hold(child, false)
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE_MS).unref())
  }
  const run = async (task: DecoderTask, seconds: number): Promise<ExaminedImage | Uint8Array> => {
    if (isClosed) throw closing()
    try {
      const child = await take()
      const reply = await ask(child, task, seconds)
      giveBack(child)
      return valueOf(reply)
    } catch (error) {
      throw isClosed ? closing() : error
    }
  }

  return {
    async examine(request) {
      const seconds = request.extension === 'svg' ? drawingSeconds : photoSeconds
      return (await run({kind: 'examine', request, memoryMb}, seconds)) as ExaminedImage
    },
    async render(request) {
      const seconds = request.name.extension === 'svg' ? drawingSeconds : photoSeconds
      return (await run({kind: 'render', request, memoryMb}, seconds)) as Uint8Array
    },
    async close() {
      isClosed = true
      await Promise.all([...running].map(end))
    },
  }
}

function start(): ChildProcess {
  const environment = ENVIRONMENT.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const child = fork(moduleBeside(import.meta.url, './decoder-process'), [], {
    // Node denies the process connections, other processes and writing. sharp is an addon.
    execArgv: ['--permission', '--allow-addons', '--allow-fs-read=*', '--disable-warning=PERM0001'],
    env: Object.fromEntries(environment),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  if (process.platform === 'linux' && child.pid !== undefined) {
    // If memory runs out, the kernel ends this process and not the lake.
    writeFile(`/proc/${child.pid}/oom_score_adj`, '1000').catch(() => {})
  }
  return child
}

/**
 * A busy machine starts a process slowly. So the time limit begins with the process's first
 * message.
 */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const unavailable = (): void =>
      reject(new LakeError(503, 'busy', 'Pictures cannot be read just now. Try again soon.'))
    child.once('message', () => {
      child.removeListener('exit', unavailable)
      resolve()
    })
    child.once('exit', unavailable)
    child.once('error', unavailable)
  })
}

/** Whether it keeps the lake's process alive. */
function hold(child: ChildProcess, isBusy: boolean): void {
  const way = isBusy ? 'ref' : 'unref'
  child[way]()
  child.channel?.[way]()
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  // Without this, a command would end before `close` has finished waiting.
  hold(child, true)
  child.kill('SIGKILL')
  await exit
}

/** Rejects only after the process has ended, because until then it uses memory and a core. */
function ask(child: ChildProcess, task: DecoderTask, seconds: number): Promise<DecoderReply> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    const settle = (): void => {
      clearTimeout(timer)
      child.removeListener('message', onMessage)
      child.removeListener('exit', onExit)
      child.removeListener('error', onError)
    }
    const onMessage = (reply: unknown): void => {
      settle()
      resolve(reply as DecoderReply)
    }
    const onExit = (_code: number | null, signal: string | null): void => {
      settle()
      // The process and the kernel both use SIGKILL if memory runs out.
      const other = signal === 'SIGKILL' ? 'memory' : 'crash'
      reject(new DecoderStopped(isLate ? 'time' : other, seconds))
    }
    const onError = (error: Error): void => {
      settle()
      reject(error)
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.on('error', onError)
    child.send(task, () => {})
  })
}

function valueOf(reply: DecoderReply): ExaminedImage | Uint8Array {
  if (reply.kind === 'done') return reply.value
  if (reply.kind === 'refused') throw new BadRequest(reply.description, reply.type)
  const {message, code} = reply
  throw Object.assign(new Error(message), code === undefined ? {} : {code})
}

const closing = (): LakeError => new LakeError(503, 'unavailable', 'The lake is closing.')
