// The place that an article is written from, at the beginning of its first paragraph.
import type {LanguageRules} from '../languages/rules.ts'
import {namesIn} from './names.ts'

export interface SplitDateline {
  dateline: string
  /** What is left of the paragraph. */
  text: string
  /** 【ヴェルタ港＝三枝隼人】 names the author, too. */
  bylines: string[]
}

const FORMS = [
  // PORT ALDON (HW) — A ferry …
  /^(?<dateline>\p{Lu}[\p{Lu}\p{M}\s.’'-]+(?:,\s\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?)?(?:,?\s\p{L}{3,9}\.?\s\d{1,2})?(?:\s\([^()]{2,20}\))?)\s*[—–-]{1,2}\s+(?<text>\S.*)$/su,
  // Port Aldon (dpa) - Im Hafen …
  /^(?<dateline>\p{Lu}[\p{L}\p{M}.’'-]+(?:[\s/]\p{L}[\p{L}\p{M}.’'-]*){0,3}\s\([\p{L}/]{2,20}\))\s*[—–-]{1,2}\s+(?<text>\S.*)$/su,
  // Saint-Orban – Chaque soir …
  /^(?<dateline>\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,2})\s+[—–]\s+(?<text>\p{Lu}.*)$/su,
  // Arlay. – Le chien …
  /^(?<dateline>\p{Lu}[\p{L}\p{M}’' -]{2,25})\.\s[—–-]\s(?<text>\S.*)$/su,
  // PUERTO LERMA. El monte …
  /^(?<dateline>\p{Lu}{3,}[\p{Lu}\p{M}\s’'-]*)\.\s*[—–-]?\s*(?<text>\p{Lu}.*)$/su,
  // Marseille, 3 juillet (AGT) –
  /^(?<dateline>\p{Lu}[\p{L}\p{M}’' -]{2,25},\s\d{1,2}\.?\s\p{L}{3,10}(?:\s\(\p{L}+\))?)\s+[—–-]\s+(?<text>\S.*)$/su,
]

/** Null if the paragraph begins with its text. */
export function splitDateline(
  text: string,
  rules: LanguageRules,
  article = '',
): SplitDateline | null {
  if (rules.hasNoSpaces) {
    const found = /^【(?<inside>[^】]{2,30})】\s*(?<text>.+)$/su.exec(text)?.groups
    if (!found) return null
    const [place = '', ...people] = (found['inside'] ?? '').split(/[＝=]/u)
    const bylines = people.flatMap((part) => namesIn(part.replace(/記者$/u, ''), rules) ?? [])
    return {dateline: place, text: found['text'] ?? '', bylines}
  }
  for (const form of FORMS) {
    const found = form.exec(text)?.groups
    if (found?.['dateline'] && found['text'])
      return {dateline: found['dateline'].trim(), text: found['text'], bylines: []}
  }
  // Fichtenmühl. Der Zettel …: only a place that the article names elsewhere, for it may be a sentence of one word.
  const short =
    /^(?<place>\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,2})\.\s(?<text>\p{Lu}.*)$/su.exec(
      text,
    )?.groups
  const place = short?.['place'] ?? ''
  if (place && rules.head.from.some((word) => article.includes(` ${word} ${place}`)))
    return {dateline: place, text: short?.['text'] ?? '', bylines: []}
  return null
}
