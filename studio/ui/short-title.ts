// A document's title for one line.
import {titleOf} from '../../model/registry.ts'

const LONGEST = 90

/** The title, cut to 90 characters as a reader counts them. Undefined if there is none yet. */
export function shortTitle(document: Parameters<typeof titleOf>[0]): string | undefined {
  const title = titleOf(document)?.trim()
  if (title === undefined) return undefined
  const characters = Array.from(title)
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : title
}
