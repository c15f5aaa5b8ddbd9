// What "Generate" makes of a headline: an address in the Latin script, whatever script the headline is in.
import type {SlugifierFn} from 'sanity'

const MOST = 96
/** No vowels and no characters that look alike: an ID never reads as a word. */
const ID_CHARACTERS = '23456789bcdfghjkmnpqrstvwxz'

/** Small letters, digits and single hyphens. Empty if nothing of the text is left. */
const hyphenated = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’‘]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')

/** Up to the last whole word. */
const shortened = (slug: string, most: number): string =>
  slug.length <= most ? slug : slug.slice(0, most + 1).replace(/-[^-]*$/u, '')

/** Chinese characters are read in another way in Japanese, and no library knows in which: their Latin words stay. */
const isJapanese = (text: string, language: unknown): boolean =>
  /\p{Script=Han}/u.test(text) &&
  (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || String(language).startsWith('ja'))

function shortId(random: (limit: number) => number): string {
  return Array.from({length: 8}, () => ID_CHARACTERS[random(ID_CHARACTERS.length)]).join('')
}

/**
 * The address for a text.
 *
 * @param language BCP 47, of the document
 * @param most characters of the address
 * @param random an integer from 0, below the limit: for a text of which no address can be made
 */
export async function slugOf(
  text: string,
  language?: unknown,
  most: number = MOST,
  random: (limit: number) => number = (limit) => Math.floor(Math.random() * limit),
): Promise<string> {
  if (isJapanese(text, language)) {
    const latin = hyphenated(text.normalize('NFKC'))
    return latin.length >= 8 && latin.includes('-') ? shortened(latin, most) : shortId(random)
  }
  // Half a megabyte that most people never need.
  const isPlain = /^[\p{ASCII}’‘“”–—…]*$/u.test(text)
  const {transliterate} = isPlain
    ? {transliterate: (plain: string) => plain}
    : await import('transliteration')
  return shortened(hyphenated(transliterate(text.replaceAll('・', ' '))), most) || shortId(random)
}

/** For the option `slugify` of a slug field. */
export const makeSlug: SlugifierFn = async (source, type, {parent}) =>
  await slugOf(source, Object(parent)['language'], type.options?.maxLength)
