// How long a text is, and how long people take to read it. The studio and the site count alike.

export interface Amount {
  words: number
  /** Characters of Chinese and Japanese, which write without spaces between words. */
  characters: number
}

const WORDS_PER_MINUTE = 230
const CHARACTERS_PER_MINUTE = 500
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** A dash between spaces does not count as a word. */
export function amountOf(text: string): Amount {
  const characters = text.match(WITHOUT_SPACES)?.length ?? 0
  const spaced = characters === 0 ? text : text.replaceAll(WITHOUT_SPACES, ' ')
  const words = spaced.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
  return {words, characters}
}

/** At least 1 for a text with words, 0 without. */
export function minutesToRead({words, characters}: Amount): number {
  if (words + characters === 0) return 0
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))
}
