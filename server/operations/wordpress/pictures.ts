// The files of pictures: from a copy of wp-content/uploads, or from the site itself.
import {readFile, realpath, stat} from 'node:fs/promises'
import {basename, join, relative, isAbsolute} from 'node:path'

/** What is known of a picture's file. */
export interface PictureFile {
  /** Its address on the site. */
  address: string | null
  /** Its place below wp-content/uploads, as WordPress stores it. */
  path: string | null
}

/** Finds the file of a picture; null where there is none. */
export type PictureSource = (
  file: PictureFile,
) => Promise<{bytes: Uint8Array; fileName: string} | null>

/** Bytes of a picture. A larger file is not a photo. */
export const LARGEST_PICTURE = 100 * 1024 * 1024

/**
 * Pictures in a folder. A link in it that leads out of it is refused, as is a path with `..`.
 *
 * @param folder a copy of wp-content/uploads
 */
export function picturesIn(folder: string): PictureSource {
  return async (file) => {
    const path = uploadPathOf(file)
    if (path === null) return null
    const found = await realFile(folder, path)
    return found === null ? null : {bytes: await readFile(found), fileName: basename(path)}
  }
}

async function realFile(folder: string, path: string): Promise<string | null> {
  try {
    const [root, found] = [await realpath(folder), await realpath(join(folder, path))]
    const inside = relative(root, found)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
    const facts = await stat(found)
    return facts.isFile() && facts.size <= LARGEST_PICTURE ? found : null
  } catch {
    return null
  }
}

/** The place of a file below the folder of uploads: "2019/03/tide.jpg". Null where it is not surely below it. */
export function uploadPathOf({address, path}: PictureFile): string | null {
  const written = path ?? uploadPart(address ?? '')
  if (!written) return null
  const parts = written.split('/')
  const isSafe = parts.every((part) => part !== '' && part !== '.' && part !== '..')
  return isSafe && !/[\\\0]/.test(written) ? written : null
}

/** Sites of a network and of WordPress.com have other paths than wp-content/uploads. */
function uploadPart(address: string): string | null {
  const path = URL.parse(address)?.pathname ?? ''
  const part =
    /\/wp-content\/uploads\/(.+)$/.exec(path)?.[1] ?? /\/(\d{4}\/\d{2}\/[^/]+)$/.exec(path)?.[1]
  if (!part) return null
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
