// Matches one word of a pattern for `match`: `*` matches any characters, case is ignored. Only short words
// with few wildcards become regular expressions, because backtracking is slow for others.

export type WordTest = (word: string) => boolean

/** Up to this number of characters and wildcards, a regular expression is fastest. */
const MAX_EXPRESSION_LENGTH = 100
const MAX_EXPRESSION_WILDCARDS = 2

/** @param pattern a word with any number of `*`, without white space */
export function createWordTest(pattern: string): WordTest {
  const parts = pattern.split(/\*+/)
  const atLength = createLinearTest(parts)
  if (parts.length - 1 > MAX_EXPRESSION_WILDCARDS) return atLength
  const expression = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`, 'i')
  return (word) => (word.length > MAX_EXPRESSION_LENGTH ? atLength(word) : expression.test(word))
}

/**
 * Finds a whole word in a text, or the start of a word for `word*`. Undefined for other patterns, which
 * must be tested on each word.
 *
 * @param between the characters between words, for a character class
 */
export function wordExpression(pattern: string, between: string): RegExp | undefined {
  const [beginning = '', rest] = pattern.split(/\*+/, 2)
  if (beginning === '' || rest || pattern.length > MAX_EXPRESSION_LENGTH) return undefined
  const isWhole = rest === undefined
  return new RegExp(
    `(?<![^${between}])${RegExp.escape(beginning)}${isWhole ? `(?![^${between}])` : ''}`,
    'i',
  )
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/**
 * Ignores case like a regular expression without the flag `u`: only one letter for one letter, and never
 * one Latin letter for another (`ſ` is not `s`, the Kelvin sign is not `k`).
 */
export function foldCase(word: string): string {
  if (isAscii(word)) return word.toUpperCase()
  let folded = ''
  for (let index = 0; index < word.length; index++) folded += foldUnit(word.charAt(index))
  return folded
}

function foldUnit(unit: string): string {
  const upper = unit.toUpperCase()
  return upper.length > 1 || (!isAscii(unit) && isAscii(upper)) ? unit : upper
}

/** The same result in linear time. */
function createLinearTest(parts: readonly string[]): WordTest {
  const [first = '', ...more] = parts.map(foldCase)
  if (more.length === 0) return (word) => foldCase(word) === first
  const last = more.pop() ?? ''
  const finders = more.map(createFinder)
  const fixed = first.length + last.length
  return (given) => {
    const word = foldCase(given)
    if (word.length < fixed || !word.startsWith(first) || !word.endsWith(last)) return false
    const end = word.length - last.length
    let at = first.length
    for (const find of finders) {
      at = find(word, at, end)
      if (at < 0) return false
    }
    return true
  }
}

type Finder = (word: string, from: number, end: number) => number

/** The end of the first occurrence, or -1, by the algorithm of Knuth, Morris and Pratt. */
function createFinder(part: string): Finder {
  const back = [0]
  for (let index = 1, length = 0; index < part.length; index++) {
    while (length > 0 && part[index] !== part[length]) length = back[length - 1] ?? 0
    if (part[index] === part[length]) length += 1
    back.push(length)
  }
  return (word, from, end) => {
    let length = 0
    for (let at = from; at < end; at++) {
      while (length > 0 && word[at] !== part[length]) length = back[length - 1] ?? 0
      if (word[at] === part[length]) length += 1
      if (length === part.length) return at + 1
    }
    return -1
  }
}
