/** The end of a page's address. */
const MAX_LENGTH = 96

/** An address for a headline or a name. Empty for words without Latin letters or digits. */
export function slugOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (plain.length <= MAX_LENGTH) return plain
  const cut = plain.slice(0, MAX_LENGTH + 1)
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : MAX_LENGTH)
}
