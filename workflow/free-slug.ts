/** The web address, or the first of `-2`, `-3` and so on that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string | undefined>): string {
  let free = slug
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`
  return free
}
