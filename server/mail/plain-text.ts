// Texts of people, made safe for an e-mail's header and its body.

/** Controls that turn the direction of what follows: they can make a text look like a different one. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/** On one line, without control characters: a line break would begin a header of its own. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(TURNS, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** With its line breaks, without other control characters. */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(TURNS, '')
    .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()

/** At most so many characters, and no half of one. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2))
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
