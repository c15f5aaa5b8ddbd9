// A process that decodes pictures, one after the other. It ends itself if it exceeds its memory
// limit. The lake's process (decoder.ts) ends it if it exceeds its time limit.
import sharp from 'sharp'
import {BadRequest} from '../errors.ts'
import type {DecoderReply, DecoderTask} from './decoder.ts'
import {examine} from './examine.ts'
import {render} from './render.ts'

/** A decoder can allocate about 100 MB in this time. */
const LOOK_MS = 25

// With the default, one large picture would use every core.
sharp.concurrency(1)
// Its cache would keep files open that a sweep deletes.
sharp.cache(false)

/** `process.exit` would wait for the decoder's threads. */
const endAtOnce = (): void => void process.kill(process.pid, 'SIGKILL')

process.on('disconnect', endAtOnce)
/** The parent process can be killed while this one works. Then the reply fails, and this process ends. */
const tell = (reply: DecoderReply | 'ready'): void =>
  void process.send?.(reply, (error: Error | null) => error && endAtOnce())
// Ctrl-C and service managers signal this process too. The lake's process decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('message', (task: DecoderTask) => {
  // libvips works in threads, so this loop can run meanwhile.
  const looking = setInterval(() => {
    if (process.memoryUsage.rss() > task.memoryMb * 1024 * 1024) endAtOnce()
  }, LOOK_MS)
  void perform(task).then((reply) => {
    clearInterval(looking)
    tell(reply)
  })
})

tell('ready')

async function perform(task: DecoderTask): Promise<DecoderReply> {
  try {
    const {kind, request} = task
    return {kind: 'done', value: await (kind === 'examine' ? examine(request) : render(request))}
  } catch (error) {
    if (error instanceof BadRequest) {
      return {kind: 'refused', description: error.message, type: error.type}
    }
    const {message, code} = error as NodeJS.ErrnoException
    return {kind: 'failed', message, ...(typeof code === 'string' ? {code} : {})}
  }
}
