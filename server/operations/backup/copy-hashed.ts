// Copies a file and says what is in it: the bytes are read once, hashed, and on the disk when it is done.
import {createHash} from 'node:crypto'
import {open, type FileHandle} from 'node:fs/promises'

export interface Hashed {
  bytes: number
  /** Hexadecimal. */
  sha256: string
  /** Hexadecimal; what originals are named by. */
  sha1: string
}

/** Reads a file, and answers its checksums. */
export async function hashFile(path: string): Promise<Hashed> {
  return await readThrough(path)
}

/**
 * Copies `from` to the new file `to`, which only this user can read.
 *
 * @throws where `to` exists
 */
export async function copyHashed(from: string, to: string): Promise<Hashed> {
  const target = await open(to, 'wx', 0o600)
  try {
    const hashed = await readThrough(from, target)
    await target.sync()
    return hashed
  } finally {
    await target.close()
  }
}

async function readThrough(path: string, target?: FileHandle): Promise<Hashed> {
  const sha256 = createHash('sha256')
  const sha1 = createHash('sha1')
  let bytes = 0
  const source = await open(path)
  try {
    for await (const chunk of source.createReadStream({
      autoClose: false,
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      sha256.update(chunk)
      sha1.update(chunk)
      bytes += chunk.byteLength
      await target?.writeFile(chunk)
    }
  } finally {
    await source.close()
  }
  return {bytes, sha256: sha256.digest('hex'), sha1: sha1.digest('hex')}
}

/** What was renamed or made in a folder survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing.
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
