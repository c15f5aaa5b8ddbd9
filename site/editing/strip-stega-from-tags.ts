import {stegaClean} from '@sanity/client/stega'

/**
 * The same HTML with stega only in its text, not in tags: labels and addresses must be exact. React
 * writes every `<` and `>` of a value as a character reference.
 */
export function stripStegaFromTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, (tag) => stegaClean(tag))
}
