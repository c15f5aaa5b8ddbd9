// The length of a text, in the unit that newsrooms of its language use.
import type {Length} from './desk-records.ts'

/** Languages that write without spaces between words. */
const UNSPACED = /^(ja|zh|yue|th|lo|km|my)\b/

/**
 * @param language BCP 47
 */
export function countWords(text: string, language?: string | null): Length {
  if (UNSPACED.test(language ?? '')) {
    return {count: Array.from(text.replaceAll(/\s/g, '')).length, unit: 'characters'}
  }
  // A dash between spaces does not count.
  const words = text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  return {count: words.length, unit: 'words'}
}
