// What is said about suggestions that nobody has confirmed.
import {SUGGESTED_PARTS, type SuggestedPart} from '../../../workflow/intake/suggestions.ts'

export const partLabel = (part: SuggestedPart): string => SUGGESTED_PARTS[part].words

/** @param fileName null for a text that was pasted */
export function countLabel(count: number, fileName: string | null): string {
  const from = fileName ? `“${fileName}”` : 'a text'
  return count === 1
    ? `One thing was read from ${from} and waits to be confirmed.`
    : `${count} things were read from ${from} and wait to be confirmed.`
}
