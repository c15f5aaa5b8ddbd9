// Which items of a list stayed where they are: the fewest are said to have moved.

/** The most numbers of a list that are in ascending order already: the others were moved. */
export function longestInOrder(numbers: readonly number[]): Set<number> {
  // By length, where the run with the smallest last number ends; and of each place the one before it in its run.
  const ends: number[] = []
  const earlier: (number | undefined)[] = []
  const numberAt = (place: number | undefined): number => numbers[place ?? -1] ?? -1
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (numberAt(ends[middle]) < number) low = middle + 1
      else high = middle
    }
    earlier.push(ends[low - 1])
    ends[low] = place
  }
  const found = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = earlier[place]) {
    found.add(numberAt(place))
  }
  return found
}
