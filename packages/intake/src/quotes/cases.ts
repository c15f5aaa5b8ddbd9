// Names as an article would print them as a subject: for languages in which a case changes nouns and adjectives.
import type {LanguageRules} from '../languages/rules.ts'
import {NONE, pattern, wordPattern} from '../parts/patterns.ts'

/** Of a noun that has no ending of its own: "Vereins", "Kreises", but not "Zirkus". */
function withoutGenitive(noun: string): string {
  if (/(?:[ui]s|ss)$/u.test(noun)) return noun
  if (noun.endsWith('nisses')) return noun.slice(0, -3)
  if (/(?:s|z|x|ß)es$/u.test(noun)) return noun.slice(0, -2)
  if (/(?:[dtfk]|(?<![eé])b|[nr]g|zug|tag|weg|hof|rm|lm|rn|pp|ll|rr)es$/u.test(noun))
    return noun.slice(0, -2)
  return noun.replace(/(?<=\p{Ll})s$/u, '')
}

/** Words that have the same ending as an adjective: "Unternehmen". */
const isKind = (word: string, {names}: LanguageRules): boolean =>
  [names.organisations, names.bodies].some((list) => pattern(list, '^(?:%)$').test(word))

/** How many adjectives a name begins with: two in "Deutschen Roten Kreuzes". */
function countAdjectives(words: readonly string[], rules: LanguageRules): number {
  const isAdjective = pattern(rules.names.nameAdjectives ?? NONE, '^(?:%)en?$')
  const noun = words.findIndex((word) => !isAdjective.test(word) || isKind(word, rules))
  return noun < 0 ? words.length - 1 : noun
}

/** The article, or the preposition that has it in it: "vom". */
const articleIn = (before: string): string => before.trimEnd().split(' ').at(-1) ?? ''

/**
 * "Fördervereins Sankt Veit", "Technischen Universität" as they are named.
 *
 * @param before what is printed before the name: "des", "bei der"
 */
export function nominative(name: string, before: string, rules: LanguageRules): string {
  const {caseArticles, bodyGenders} = rules.names
  if (!caseArticles) return name
  const is = (list: readonly string[]) => wordPattern(list, '^%$').test(articleIn(before))
  const words = name.split(' ')
  const count = countAdjectives(words, rules)
  const noun = words[count] ?? ''
  const own = withoutGenitive(noun)
  const head = is(caseArticles.genitive) || isKind(own, rules) ? own : noun
  const has = (list: readonly string[] = NONE) => pattern(list, '^(?:%)$').test(head)
  const isMale = has(bodyGenders?.male)
  const isFemale = is(caseArticles.female) || has(bodyGenders?.female)
  const ending = isFemale ? 'e' : isMale ? 'er' : 'es'
  // "Der Deutsche Wetterdienst" begins a sentence.
  const strong = is(caseArticles.neuter) ? 'es' : is(caseArticles.male) && isMale ? 'er' : 'e'
  const adjectives = words
    .slice(0, count)
    .map((word) =>
      word.endsWith('n') ? word.replace(/en$/u, ending) : word.replace(/e$/u, strong),
    )
  return [...adjectives, head, ...words.slice(count + 1)].join(' ')
}

/** "Branchenprimus Feldau AG": what a firm or a club is, before its name. */
export const kindAhead = (name: string, {names}: LanguageRules): number =>
  pattern(names.kindsBefore ?? NONE, '^(?:%)(?:e?s)?\\s(?=\\p{Lu})', 'u').exec(name)?.[0].length ??
  0

/** A name as it is printed behind a preposition, without its kind; its article stays. */
export function nameBehind(before: string, name: string, rules: LanguageRules): string {
  const article = wordPattern(rules.names.definite, '^%\\s+(?=\\S)').exec(name)?.[0] ?? ''
  const own = name.slice(article.length)
  const kind = kindAhead(own, rules)
  return kind > 0 ? own.slice(kind) : article + nominative(own, article || before, rules)
}

/** Behind adjectives: "verkehrspolitische Sprecherin", "Vorsitzende Richterin". */
const NOUN_OF_TITLE = /^(?:\p{L}+e[nr]?\s)*(?<noun>\p{Lu}[\p{L}-]*)(?![\p{L}-]|\s\p{Lu})/u

/** The words of a title, with endings as in "früherer Direktor": "der frühere Direktor", "den Vorsitzenden". */
export function nominativeTitle(title: string, article: string, rules: LanguageRules): string {
  const {caseArticles, titleAdjectives, genders} = rules.names
  if (!caseArticles) return title
  const is = (list: readonly string[]) => wordPattern(list, '^%$').test(articleIn(article))
  const isOblique = wordPattern(rules.names.definite, '^%$').test(articleIn(article))
  if (!isOblique || is(caseArticles.plain)) return title
  const noun = NOUN_OF_TITLE.exec(title)?.groups?.['noun']
  if (noun === undefined) return title
  const isAdjective = pattern(titleAdjectives ?? NONE, '(?:^|-)(?:%)en?$').test(noun)
  const own = is(caseArticles.genitive) && !isAdjective ? withoutGenitive(noun) : noun
  // "der Vorsitzenden" is a woman, "der Vorsitzende" a man.
  const first = isAdjective ? noun : (title.split(' ')[0] ?? '')
  const isFemale =
    pattern(genders?.female.nouns ?? NONE, '^(?:%)$').test(noun) ||
    (is(caseArticles.female) && first.endsWith('en'))
  const inflected = (word: string) => word.replace(/en?$/u, isFemale ? 'e' : 'er')
  const at = title.indexOf(noun)
  const ahead = title.slice(0, at).split(' ').map(inflected).join(' ')
  return ahead + (isAdjective ? inflected(noun) : own) + title.slice(at + noun.length)
}
