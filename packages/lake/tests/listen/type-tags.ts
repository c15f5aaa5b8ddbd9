/** The sync tags that name types, and the one that every change has. */
export const typeTags = (tags: readonly string[]): string[] =>
  tags.filter((tag) => !tag.startsWith('s1:0'))
