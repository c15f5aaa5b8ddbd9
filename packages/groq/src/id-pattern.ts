// `path("drafts.**")`: `*` matches one part of an ID, `**` matches any text including dots.

/** Returns a test for IDs. */
export function createIdTest(pattern: string): (id: string) => boolean {
  const parts = pattern.split('.')
  // With two `**` a regular expression could backtrack for a very long time.
  if (parts.filter((part) => part === '**').length > 1) return (id) => matchesParts(parts, id)
  const sources = parts.map((part) => {
    if (part === '*') return '[^.]+'
    return part === '**' ? '.*' : RegExp.escape(part)
  })
  const expression = new RegExp(`^${sources.join('\\.')}$`)
  return (id) => expression.test(id)
}

/** Follows all possible positions in the ID at once, part by part. */
function matchesParts(parts: readonly string[], id: string): boolean {
  let places = new Set([0])
  for (const [index, part] of parts.entries()) {
    const after = new Set<number>()
    if (part === '**') {
      const [first = id.length + 1] = [...places].toSorted((a, b) => a - b)
      for (let place = first; place <= id.length; place++) after.add(place)
    } else {
      for (const place of places) {
        const end = part === '*' ? endOfPart(id, place) : place + part.length
        if (end > place && part === '*') after.add(end)
        else if (part !== '*' && id.startsWith(part, place)) after.add(end)
      }
    }
    const isLast = index === parts.length - 1
    places = isLast ? after : new Set([...after].flatMap((at) => (id[at] === '.' ? at + 1 : [])))
    if (places.size === 0) return false
  }
  return places.has(id.length)
}

function endOfPart(id: string, start: number): number {
  const point = id.indexOf('.', start)
  return point < 0 ? id.length : point
}
