import {stegaClean} from '@sanity/client/stega'

/**
 * The same HTML with marks in its text and nowhere else: not in labels, addresses or whatever else
 * stands in a tag. React writes every `<` and `>` of a value as a character reference.
 */
export function stripStegaFromTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, (tag) => stegaClean(tag))
}
