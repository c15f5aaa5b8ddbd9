// Faults of the disk, such as a full disk or a read-only folder, which a person must repair. They
// get a 5xx, because then the studio keeps unsaved text and tries again (checkoutPair.ts).
import {LakeError} from '../errors.ts'
import {LAKE_PRODUCT} from '../product.ts'

/** SQLite's result codes. */
const SQLITE = {readOnly: 8, ioError: 10, full: 13, cannotOpen: 14}
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const REFUSED = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', 'ENFILE', 'EMFILE'])
const RETRY_S = 5

/**
 * Describes a failed write in words; null for other errors.
 * @param place the name of the server, as `Product.place`
 */
export function storageTrouble(error: unknown, place = LAKE_PRODUCT.place): LakeError | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const result = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0
  if (FULL.has(code) || result === SQLITE.full) {
    const description = `The disk of the ${place}’s server is full. Nothing was saved; tell an administrator.`
    return new LakeError(507, 'insufficientStorage', description, {}, {retryAfter: RETRY_S})
  }
  const isRefused = [SQLITE.readOnly, SQLITE.ioError, SQLITE.cannotOpen].includes(result)
  if (REFUSED.has(code) || isRefused) {
    const description = `The ${place}’s server cannot write to its data folder. Nothing was saved; tell an administrator.`
    return new LakeError(503, 'unavailable', description, {}, {retryAfter: RETRY_S})
  }
  return null
}
