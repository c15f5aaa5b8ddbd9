// An order in which documents come after those that they refer to, as far as there is one.

interface Visit {
  id: string
  targets: Iterator<string>
}

/**
 * Every id once, targets first. In a circle somebody has to be first: its reference is firm only once
 * the others are there.
 *
 * @param targetsOf what must exist before; ids that are not among `ids` are passed over
 */
export function referencesFirst(
  ids: Iterable<string>,
  targetsOf: (id: string) => Iterable<string>,
): string[] {
  const known = new Set(ids)
  const begun = new Set<string>()
  const order: string[] = []
  const begin = (id: string): Visit => {
    begun.add(id)
    return {id, targets: targetsOf(id)[Symbol.iterator]()}
  }
  for (const first of known) {
    if (begun.has(first)) continue
    // Not by recursion: a chain of references may be longer than the stack is deep.
    const stack = [begin(first)]
    for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
      const next = visit.targets.next()
      if (next.done) {
        order.push(visit.id)
        stack.pop()
      } else if (known.has(next.value) && !begun.has(next.value)) {
        stack.push(begin(next.value))
      }
    }
  }
  return order
}
