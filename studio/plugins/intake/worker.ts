// Reads a file beside the page, so that the page answers meanwhile and can end it.
import {intake} from '@copydesk/intake'
import {LIMITS, problemOf} from '@copydesk/intake/limits'
import {sha256} from '../../../workflow/sha256.ts'
import type {Answer, Source} from './read-in-worker.ts'

globalThis.addEventListener('message', ({data}: MessageEvent<Source>) => {
  void answer(data).then((found) => globalThis.postMessage(found, {transfer: buffersOf(found)}))
})

async function answer({blob, fileName, mediaType}: Source): Promise<Answer> {
  try {
    // Of a file that is too large, enough is read for `intake` to refuse it.
    const bytes = new Uint8Array(await blob.slice(0, LIMITS.file + 1).arrayBuffer())
    const hash = sha256(bytes)
    return {hash, result: await intake(bytes, {...(fileName ? {fileName} : {}), mediaType})}
  } catch (error) {
    return {problem: problemOf(error)}
  }
}

/** Pictures are handed over and not copied. */
function buffersOf(found: Answer): Transferable[] {
  if ('problem' in found) return []
  const buffers = found.result.reading.pictures.flatMap(({bytes}) => bytes?.buffer ?? [])
  return [...new Set(buffers)]
}
