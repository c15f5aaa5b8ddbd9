// Words of a text, in any language, and how much two texts have in common.

/** A word or punctuation mark with the space that follows it. */
export interface Word {
  text: string
  space: string
  /** Where it begins in the text. */
  start: number
}

// The language does not matter: scripts without spaces are recognised in any language.
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** Splits a text without loss: the joined words and spaces are the text again. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const {segment, index} of segmenter.segment(text)) {
    const last = words.at(-1)
    if (segment.trim() !== '') words.push({text: segment, space: '', start: index})
    else if (last) last.space += segment
    else words.push({text: '', space: segment, start: index})
  }
  return words
}

/** From 0 (no word in common) to 1 (the same words, in any order). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const counts = new Map<string, number>()
  const [first, second] = [wordsOf(a), wordsOf(b)]
  for (const {text} of first) counts.set(text, (counts.get(text) ?? 0) + 1)
  let common = 0
  for (const {text} of second) {
    const left = counts.get(text) ?? 0
    if (left > 0) common += 1
    counts.set(text, left - 1)
  }
  const total = first.length + second.length
  return total === 0 ? 0 : (2 * common) / total
}
