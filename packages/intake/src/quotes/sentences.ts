// Sentences of a passage whose quoted words are covered.
import type {Stretch} from '../article.ts'
import type {Quoted} from './mentions.ts'

/** The same length, with `~` for each letter of quoted words: nothing in them is taken for a name or a verb. */
export function covered(text: string, quoted: readonly Quoted[]): string {
  let result = text
  for (const {outer} of quoted) {
    const inside = result
      .slice(outer.from, outer.to)
      .replace(/[^\s]/gu, (character) => '~'.repeat(character.length))
    result = result.slice(0, outer.from) + inside + result.slice(outer.to)
  }
  return result
}

/** A full stop behind these ends no sentence. */
const SHORT_FORMS = String.raw`Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|St|Sgt|Lt|Capt|Col|Gen|Det|Insp|Supt|Hon|Rev|Jr|Sr|No|vs|M|Mme|Sra?|Dra?|Nr|ca|bzw|\p{Lu}|U\.S|U\.K|U\.N|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Co|Inc|Ltd|Corp`

const SHORT = new RegExp(String.raw`(?<=(?:^|[\s(])(?:${SHORT_FORMS}))\.`, 'gu')

/** The full stops are covered, so that positions stay the same. */
export const withoutShortForms = (text: string): string => text.replace(SHORT, '․')

const ABBREVIATION = new RegExp(String.raw`(?:^|\s)(?:${SHORT_FORMS}|u\.a|z\.B|a\.m|p\.m)\.$`, 'u')

/** Stretches of sentences. Words that end in a full stop within their marks end the sentence if a new one follows. */
export function sentencesOf(
  text: string,
  quoted: readonly Quoted[],
  goesOn: (after: string) => boolean = () => false,
): Stretch[] {
  const hidden = covered(text, quoted)
  const ends = new Set<number>()
  for (const match of hidden.matchAll(/[.!?…](?:["”’'»“)]*)(?=\s+[\p{Lu}\p{N}¿¡~"“‘„«—–])/gu)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && ABBREVIATION.test(hidden.slice(0, match.index + 1))) continue
    ends.add(end)
  }
  for (const {outer, to} of quoted) {
    const closing = text.slice(to, outer.to)
    const after = hidden.slice(outer.to)
    if (/[!?…]/u.test(closing + (text[to - 1] ?? '')) && goesOn(after)) continue
    if (
      /[.!?…]/u.test(closing + (text[to - 1] ?? '')) &&
      /^\s+(?:\p{Lu}|~)/u.test(after) &&
      !/^\s+~/u.test(after)
    )
      ends.add(outer.to)
    else if (/[.!?…]/u.test(closing + (text[to - 1] ?? '')) && /^\s+~/u.test(after))
      ends.add(outer.to)
  }
  const sorted = [...ends].toSorted((a, b) => a - b)
  const found: Stretch[] = []
  let from = 0
  for (const end of [...sorted, text.length]) {
    if (end > from && text.slice(from, end).trim()) found.push({from, to: end})
    from = end
  }
  return found
}

/** The beginning of a sentence, where the first word has a capital whatever it is. */
export const isAtStart = (text: string, at: number): boolean =>
  /(?:^\s*|[.!?:…~]["”’»“]?\s+|^["“‘„«—]\s?)$/u.test(text.slice(0, at))
