// Recognizes patches that take almost no time. Others can be slow: a path can visit the whole
// document for each of its parts, and a text patch can search a text for a thousand hunks.
import type {Insert, PatchMutation} from '../types.ts'

/** Fields, indexes and elements by key, as the studio writes them. */
const PLAIN_PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*|\[\d+\]|\[_key\s*==\s*"[^"\\]*"\])*$/
const MOST_PATHS = 16
/** Characters of text patches. */
const MOST_CHARACTERS = 2_000

const placeOf = (insert: Insert): string =>
  'before' in insert ? insert.before : 'after' in insert ? insert.after : insert.replace

/** Whether the patch surely takes at most milliseconds on a document of usual length. */
export function isPlainPatch(patch: PatchMutation): boolean {
  const {set, setIfMissing, unset, inc, dec, insert, diffMatchPatch} = patch
  const paths = [
    ...[set, setIfMissing, inc, dec, diffMatchPatch].flatMap((operation) =>
      Object.keys(operation ?? {}),
    ),
    ...(Array.isArray(unset) ? unset : []),
    ...(insert ? [placeOf(insert)] : []),
  ]
  const hunks = Object.values(diffMatchPatch ?? {}).join('')
  return (
    paths.length <= MOST_PATHS &&
    hunks.length <= MOST_CHARACTERS &&
    paths.every((path) => typeof path === 'string' && PLAIN_PATH.test(path))
  )
}
