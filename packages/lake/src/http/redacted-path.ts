// An address as it may stand in a log: without what opens something to whoever reads it there. The
// query is never logged at all.
import {PASS_PREFIX} from '../access/share-tokens.ts'
import {TOKEN_PREFIX} from '../access/tokens.ts'

const MAX_LENGTH = 300

/** What an address without a secret has none of. */
const SUSPECT = new RegExp(`%|sign-in|${PASS_PREFIX}|${TOKEN_PREFIX}`)

/** Hides secrets of links, passes and tokens, however they are encoded. */
export function redactedPath(path: string): string {
  if (!SUSPECT.test(path)) return path.slice(0, MAX_LENGTH)
  const parts = path.split('/')
  const shown = parts.map((part, index) => {
    const text = decoded(part)
    const isSecret = text.startsWith(PASS_PREFIX) || text.startsWith(TOKEN_PREFIX)
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
