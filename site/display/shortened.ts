/** A text of at most `most` characters, cut between words and then ended by `…`. */
export function shortened(text: string, most: number): string {
  const whole = text.trim()
  const characters = [...whole]
  if (characters.length <= most) return whole
  const start = characters.slice(0, most).join('')
  // Scripts without spaces are cut where the room ends.
  const cut = start.search(/\s\S*$/u)
  return `${cut > 0 ? start.slice(0, cut) : start}…`
}
