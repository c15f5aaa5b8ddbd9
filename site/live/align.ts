// Pairs new elements with old ones: in order, and as similar as possible.

/** Above this many comparisons, only the next 30 are candidates for a match. */
const MANY = 4000
const WINDOW = 30

/**
 * Pairs of indices, each greater than the last. What is in no pair was taken out or is new.
 *
 * @param score how similar two are; 0 if they do not match
 */
export function align<T>(
  old: readonly T[],
  next: readonly T[],
  score: (old: T, next: T) => number,
): [old: number, next: number][] {
  return old.length * next.length > MANY ? nearest(old, next, score) : best(old, next, score)
}

function best<T>(
  old: readonly T[],
  next: readonly T[],
  score: (old: T, next: T) => number,
): [number, number][] {
  const width = next.length + 1
  const scores = old.map((a) => next.map((b) => score(a, b)))
  // The best possible sum of old[i…] and next[j…].
  const sums = new Float64Array((old.length + 1) * width)
  const sum = (i: number, j: number) => sums[i * width + j] ?? 0
  const scored = (i: number, j: number) => scores[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      sums[i * width + j] = Math.max(sum(i + 1, j), sum(i, j + 1), scored(i, j) + sum(i + 1, j + 1))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < old.length && j < next.length;) {
    if (scored(i, j) > 0 && sum(i, j) === scored(i, j) + sum(i + 1, j + 1)) pairs.push([i++, j++])
    else if (sum(i, j) === sum(i + 1, j)) i++
    else j++
  }
  return pairs
}

function nearest<T>(
  old: readonly T[],
  next: readonly T[],
  score: (old: T, next: T) => number,
): [number, number][] {
  const pairs: [number, number][] = []
  let from = 0
  next.forEach((candidate, j) => {
    const scores = old.slice(from, from + WINDOW).map((one) => score(one, candidate))
    const highest = Math.max(0, ...scores)
    if (highest === 0) return
    const i = from + scores.indexOf(highest)
    pairs.push([i, j])
    from = i + 1
  })
  return pairs
}
