const WORDS_PER_MINUTE = 230
const CHARACTERS_PER_MINUTE = 500
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Minutes that a text takes to read, at least 1. Scripts without spaces are counted by character. */
export function readingTime(text: string): number {
  const characters = text.match(WITHOUT_SPACES)?.length ?? 0
  const words = text.replace(WITHOUT_SPACES, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))
}
