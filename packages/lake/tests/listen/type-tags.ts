/** Of sync tags those that name types, and the one that everything touches. */
export const typeTags = (tags: readonly string[]): string[] =>
  tags.filter((tag) => !tag.startsWith('s1:0'))
