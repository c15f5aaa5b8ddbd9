// Two dates that belong together, one of which cannot be before the other.
import type {CustomValidator} from 'sanity'

interface Rights {
  validFrom?: string
  validUntil?: string
}

/** Rights that end before they begin are a slip of the pen. */
export const rightsEndAfterStart: CustomValidator<string | undefined> = (until, {parent}) => {
  const {validFrom} = (parent ?? {}) as Rights
  return (
    !until ||
    !validFrom ||
    Date.parse(until) >= Date.parse(validFrom) ||
    'The rights end before they begin.'
  )
}

/** Compared by as much as both dates say: `2019` to `2019-06` is in order. */
export const endAfterStart: CustomValidator<string | undefined> = (to, {parent}) => {
  const {from} = (parent ?? {}) as {from?: string}
  if (!to || !from) return true
  const known = Math.min(to.length, from.length)
  return to.slice(0, known) >= from.slice(0, known) || 'The end is before the beginning.'
}
