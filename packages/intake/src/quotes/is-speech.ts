// Whether words between marks are somebody's: not a title, a name or a term.
import type {LanguageRules} from '../languages/rules.ts'
import {pattern, wordPattern, wordsOf, WORD_END, WORD_START} from '../parts/patterns.ts'
import type {Cast} from './cast.ts'
import type {Quoted} from './mentions.ts'

interface Place {
  /** Of the passage. */
  text: string
  /** The same without quoted words. */
  hidden: string
  words: Quoted
  /** The beginning of the sentence, or the end of the quotation before. */
  from: number
}

/** True for “Where It Was Before”, the “red button” system and what is called “the Summometer”. */
export function isNobodys(
  {text, hidden, words, from}: Place,
  rules: LanguageRules,
  cast: Cast,
): boolean {
  const {speech, names} = rules
  const before = hidden.slice(from, words.outer.from)
  const isSmall = names.hasLateAdjectives === true && /^\p{Ll}\S*\s/u.test(words.words)
  // "juge l’opération « trop chère »"
  const call = pattern(speech.calls, `${WORD_START}%(?:\\s[\\p{L}’'-]+){1,3}\\s$`)
  // "Según Ana Roda, el plan «nace muerto»"
  const source = pattern(speech.accordingTo, '^\\s?(?:%)\\s[^~]+,\\s')
  const isSaid = call.test(before) || source.test(before)
  if (isSmall && (isSaid || words.words.split(' ').length > 3)) return false
  if (
    pattern(
      speech.notSpeech,
      `${WORD_START}%(?:\\s(?:${names.articles.join('|')}))?[:\\s,]*$`,
    ).test(before) &&
    !isCalledBySomebody(before, rules, cast)
  )
    return true
  // "calls the book “a manual for retreat”": a title has a capital
  const isOpinion = /^\p{Ll}/u.test(words.words) && call.test(before)
  if (!isOpinion && pattern(speech.works, `${WORD_START}%,?\\s$`).test(before)) return true
  // "aux « Nouvelles de l’Est »": speech after an article begins small.
  const isName =
    names.hasLateAdjectives === true &&
    /^\p{Lu}/u.test(words.words) &&
    words.words.split(/\s+/u).length < 7 &&
    !/[.!?…]$/u.test(text.slice(words.from, words.to + 1).trim()) &&
    wordPattern(names.contracted, `${WORD_START}%\\s$`).test(before)
  if (isName) return true
  if (isTerm(words.words, before, hidden.slice(words.outer.to), rules)) return true
  if (
    speech.hasTitleCase &&
    isTitle(words.words) &&
    !/[,.!?]$/u.test(text.slice(words.from, words.to + 1).trim())
  )
    return !/^\s*[,.]?["”’']?\s*(?:said|says|he|she)\b/u.test(text.slice(words.to, words.to + 20))
  return false
}

/** A word or two after an article: `the "red button" system`, `das „Summometer“`. */
function isTerm(
  words: string,
  before: string,
  after: string,
  {speech, names}: LanguageRules,
): boolean {
  if (words.split(/\s+/u).length > 2 || /[.,!?…]/u.test(words)) return false
  const article = pattern(
    names.articles,
    `(?:^|[\\s,])(?:(?<article>%)|${wordsOf(names.contracted)})\\s$`,
  ).exec(before)
  if (!article) return false
  // "ist das „nicht hinnehmbar“": no noun, and "das" no article
  const isClause =
    speech.hasCapitalNouns === true && /\s\p{Ll}+$/u.test(words) && !/^\s\p{Lu}/u.test(after)
  if (isClause) return false
  const isNoun = speech.hasCapitalNouns === true && !/\s/u.test(words)
  const ahead = before.slice(0, article.index + 1)
  // "sprach von einem „Offenbarungseid“": a noun that somebody chose.
  const isChosen =
    isNoun &&
    pattern(names.indefinite, '^(?:%)$').test(article.groups?.['article'] ?? '') &&
    pattern(speech.calls, `${WORD_START}%\\s?$`).test(ahead)
  if (isChosen) return false
  if (isNoun || article.groups?.['article'] === undefined) return true
  const isCalled =
    pattern(speech.calls, `${WORD_START}%(?:\\s\\S+){0,5}\\s?$`).test(ahead) ||
    pattern(
      speech.verbs,
      `${WORD_START}%,?(?:\\s\\S+){0,${names.hasLateAdjectives ? 4 : 2}}\\s?$`,
    ).test(ahead)
  return !isCalled && !pattern(speech.verbs, `^[\\s,]*%${WORD_END}`).test(after)
}

/** "what Ms Rossiter called", "which she calls": somebody's words, unlike "is called". */
function isCalledBySomebody(before: string, {speech, names}: LanguageRules, cast: Cast): boolean {
  const call = pattern(speech.calls, `${WORD_START}%(?:\\s[\\p{L}’'-]+){0,3}\\s$`).exec(before)
  if (!call) return false
  const rest = before.slice(0, call.index)
  const isPassive = wordPattern(
    speech.auxiliaries,
    `${WORD_START}(?:%|been|be|being)\\s(?:\\p{L}+ly\\s)?$`,
  )
  const isPronoun = Object.values(names.pronouns).some((list) =>
    pattern(list, `${WORD_START}%\\s$`).test(rest),
  )
  const isNamed = cast.entities.mentionsIn(rest).length > 0
  return isPronoun || (isNamed && !isPassive.test(rest))
}

/** “Where It Was Before”: a capital on each word of weight. */
function isTitle(words: string): boolean {
  const all = words.split(/\s+/u)
  if (all.length < 2 || all.length > 9) return false
  const weighty = all.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word))
  return (
    weighty.length >= 2 &&
    all.every(
      (word, index) =>
        /^[\p{Lu}\p{N}]/u.test(word) ||
        (index > 0 &&
          /^(?:a|an|the|of|and|or|in|on|at|to|for|with|by|from|as|but|nor|into)$/u.test(word)),
    )
  )
}
