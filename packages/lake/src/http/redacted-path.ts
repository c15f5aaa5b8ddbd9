// An address for a log, without the secrets that would let a reader of the log in. The query string is never logged.
import {SHARE_TOKEN_PREFIX} from '../access/share-tokens.ts'
import {TOKEN_PREFIX} from '../access/tokens.ts'

const MAX_LENGTH = 300

/** Every address with a secret has one of these. */
const SUSPECT = new RegExp(`%|sign-in|${SHARE_TOKEN_PREFIX}|${TOKEN_PREFIX}`)

/** Hides the secrets of links, share tokens and tokens, however they are encoded. */
export function redactedPath(path: string): string {
  if (!SUSPECT.test(path)) return path.slice(0, MAX_LENGTH)
  const parts = path.split('/')
  const shown = parts.map((part, index) => {
    const text = decoded(part)
    const isSecret = text.startsWith(SHARE_TOKEN_PREFIX) || text.startsWith(TOKEN_PREFIX)
    return isSecret || (index > 0 && decoded(parts[index - 1] ?? '') === 'sign-in') ? '…' : part
  })
  return shown.join('/').slice(0, MAX_LENGTH)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
