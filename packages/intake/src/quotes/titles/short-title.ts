// A title without what the page does not print with it: places, numbers, owners.
import type {LanguageRules} from '../../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {BEHIND_SMALL} from './organisations.ts'

/** Without what is not part of a title: "driver with no licence", "Wirt im", "librero de 68 años". */
export function shortTitle(words: string, rules: LanguageRules): string {
  const once = shortenedOnce(words, rules)
  // "apicultrice de Lorgues en avait": what is cut off first hides where else the title ends.
  return rules.names.hasLateAdjectives && once !== words ? shortenedOnce(once, rules) : once
}

function shortenedOnce(words: string, rules: LanguageRules): string {
  const {names, speech, head} = rules
  const isRank = pattern(names.ranks ?? NONE, `^(?:%)${WORD_END}`).test(words)
  const title = words
    .replace(pattern(names.ages, '^(?:%)\\s'), '')
    .replace(pattern(names.beforeNames ?? NONE, '^(?:%)\\s'), '')
    .replace(pattern(names.praise ?? NONE, '^(?:(?:%)\\s)+(?=\\p{Ll})', 'u'), '')
    .replace(wordPattern(isRank ? NONE : names.newTitles, '^%\\s', 'iu'), '')
  // In "Curator of Works on Paper" the capitals show that all of it is the title.
  const behind = names.hasCapitalTitles && /^\p{Lu}\p{Ll}/u.test(title) ? '(?!\\p{Lu})' : ''
  // "lecturer in transport planning": a field has no article, "a nurse in a clinic" does.
  const articles = [names.articles, names.indefinite, names.definite].map(sourceOf).join('|')
  const hasField = pattern(names.fields?.titles ?? NONE, `${WORD_START}(?:%)${WORD_END}`).test(
    title,
  )
  const field = hasField
    ? `|(?:${wordsOf(names.fields?.before ?? NONE)})\\s(?!(?:${articles})${WORD_END})(?:(?:\\p{Lu}\\p{Ll}+\\s)?\\p{Ll}{3,}${names.studies ? `|(?<=(?:${sourceOf(eitherCase(names.studies))})\\s\\p{Ll}+\\s)\\p{Lu}` : ''})`
    : ''
  const end =
    wordPattern(
      names.titleEnds,
      `\\s(?!(?:(?:${wordsOf(names.titleTails)})${WORD_END}${field}))(?:%)(?:\\s${behind}|$)`,
      'u',
    ).exec(title)?.index ?? title.length
  // "éleveuse à la sortie du bourg", but "adjointe à la culture"
  const isOfField = pattern(names.fieldTitles ?? NONE, '^(?:%)\\s').test(title)
  const loose = wordPattern(
    isOfField ? NONE : (names.placeEnds ?? NONE),
    `\\s(?!(?:${wordsOf(names.titleTails)})${WORD_END})%(?:\\s|$|(?<=[’']))`,
  ).exec(title)?.index
  const hidden = title.search(/\s[~]/u)
  // "médiateur nommé par la préfecture"
  const done = wordPattern(
    names.agents ?? NONE,
    '\\s\\p{Ll}+(?:[éiut]e?s?|[ai]d[oa]s?)\\s%\\s',
    'u',
  ).exec(title)?.index
  // "inspectrice d’académie a fait le déplacement"
  const verb = names.hasLateAdjectives
    ? pattern(speech.perfects ?? NONE, '\\s(?:%)\\s\\p{Ll}').exec(title)?.index
    : undefined
  const ends = [
    end,
    verb ?? title.length,
    homeEnd(title, rules),
    loose ?? title.length,
    isOfField ? title.length : placeEnd(title, rules),
    ownerEnd(title, rules),
    thingEnd(title, rules),
    numberEnd(title, rules),
    hidden < 0 ? title.length : hidden,
    townEnd(title, rules, isOfField),
  ]
  const cut = title
    .slice(0, Math.min(...ends, done ?? title.length))
    // "chief executive at the time"
    .replace(pattern(names.lateTimes ?? NONE, '\\s(?:%)$'), '')
  const last = pattern(head.and, `\\s(?:%|${wordsOf(names.prepositions)})$`)
  const called = pattern(speech.calls, '\\s(?:%)$')
  return cut.replace(last, '').replace(called, '').trim() || title
}

/** Where a title ends before a place: "viticulteur de Saint-Loup". */
const placeEnd = (title: string, {names}: LanguageRules): number =>
  (names.hasLateAdjectives && !names.hasCapitalFields
    ? wordPattern(names.genitives, "\\s%\\s?\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Ll}.*)?$", 'u').exec(title)
        ?.index
    : undefined) ?? title.length

/** Where a title ends before a number: "librero de 68 años", "ingeniero de caminos de 52 años". */
const numberEnd = (title: string, {names}: LanguageRules): number =>
  wordPattern(names.hasLateAdjectives ? names.genitives : NONE, '\\s%\\s\\d').exec(title)?.index ??
  wordPattern(names.prepositions, '\\s(?:%(?:\\s\\p{L}+){0,2}\\s)?\\d').exec(title)?.index ??
  title.length

/** Where a title ends before the town where somebody works: "médica en Almora", but "doctora en Química". */
function townEnd(title: string, {names, head}: LanguageRules, isOfField: boolean): number {
  const isStudy = pattern(names.studies ?? NONE, '^(?:%)\\s').test(title)
  const town =
    names.hasLateAdjectives && !isStudy
      ? wordPattern(
          head.from,
          // "ministre déléguée aux Transports" is of no town.
          `\\s(?!(?:${isOfField ? wordsOf(names.contracted) : sourceOf(NONE)})\\s)%\\s\\p{Lu}`,
          'u',
        ).exec(title)?.index
      : undefined
  return town ?? title.length
}

/** Where a title ends before a town: "panadera de Almora", but "jefa de Prensa". */
function homeEnd(title: string, {names}: LanguageRules): number {
  const {noun = '', town} =
    wordPattern(
      names.genitives,
      `^(?<noun>\\p{Ll}+)(?:\\s\\p{Ll}+)?(?<town>\\s(?!(?:${wordsOf(names.contracted)})\\s)%\\s\\p{Lu}[\\p{L}-]+(?:\\s\\p{Ll}.*)?)$`,
      'u',
    ).exec(title)?.groups ?? {}
  const hasField =
    !names.capitalFieldTitles || pattern(names.capitalFieldTitles, '^(?:%)$').test(noun)
  return title.length - (hasField ? 0 : (town?.length ?? 0))
}

/** Where a title ends before a thing: "portera del edificio". */
function thingEnd(title: string, {names}: LanguageRules): number {
  const of = wordPattern(
    together(names.genitives, names.contracted),
    `(?<=\\p{Ll})\\s%\\s(?:(?:${sourceOf(names.articles)})\\s)?(?!(?:${sourceOf(names.titleObjects ?? NONE)})${WORD_END})(?=\\p{Ll})`,
    'gu',
  )
  const thing = [...title.matchAll(of)].find(({0: words}) =>
    pattern(together(names.contracted, names.articles), '\\s%\\s$').test(words),
  )
  return (names.titleObjects && thing?.index) ?? title.length
}

/** Where a title ends before what it is of: "pilot of a plane", "patrón de un palangrero", "abogada del matrimonio". */
function ownerEnd(title: string, {names}: LanguageRules): number {
  const ofSome = names.hasLateAdjectives
    ? wordPattern(names.genitives, `\\s%\\s?(?:${sourceOf(names.indefinite)})\\s`).exec(title)
        ?.index
    : pattern(names.ofSome ?? NONE, '\\s(?:%)\\s').exec(title)?.index
  // But "avocate de la défense"
  const client = pattern(
    names.advocates?.titles ?? NONE,
    `^(?:%)(?=\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}(?!(?:(?:${wordsOf(names.definite)})\\s?)?(?:${sourceOf(names.advocates?.sides ?? NONE)})${WORD_END})(?:(?:${wordsOf(names.definite)})\\s?)?\\p{Ll})`,
  ).exec(title)?.[0].length
  return Math.min(...[ofSome, client].map((end) => end ?? title.length))
}
