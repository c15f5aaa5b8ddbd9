// Reads one file after the other: the thread of `readFiles`.
import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {parentPort} from 'node:worker_threads'
import {intake, type IntakeResult} from '@copydesk/intake'
import {LIMITS, problemOf, TOO_LARGE} from '@copydesk/intake/limits'
import {sha256} from '../../../workflow/sha256.ts'

export type Answer = {hash: string; result: IntakeResult} | {problem: string}

parentPort?.on('message', (path: string) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  void answer(path).then((found) => parentPort?.postMessage(found))
})

async function answer(path: string): Promise<Answer> {
  const file = await stat(path).catch(() => null)
  if (!file || file.isDirectory()) return {problem: `There is no file ${path}.`}
  if (file.size > LIMITS.file) return {problem: TOO_LARGE}
  try {
    // A pipe has no size: `intake` refuses what is too large.
    const bytes = new Uint8Array(await buffer(createReadStream(path, {end: LIMITS.file})))
    return {hash: sha256(bytes), result: await intake(bytes, {fileName: basename(path)})}
  } catch (error) {
    return {problem: problemOf(error)}
  }
}
