// How long a text is, in the measure that its language's newsrooms use.
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
  // A dash between spaces is no word.
  const words = text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  return {count: words.length, unit: 'words'}
}
