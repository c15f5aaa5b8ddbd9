// What is between commas behind a name: "Frye, the director of the institute, said".
import type {LanguageRules} from '../../languages/rules.ts'
import {
  NONE,
  WORD_END,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {endsInJob, isApposed, isPluralJob} from '../nouns.ts'
import {beforeClause} from './clause.ts'
import {whereIn} from './lead-in.ts'
import {shortTitle} from './short-title.ts'

/** The noun phrase behind a name that says what somebody is: ", a vicar at St Mary". */
export function apposition(text: string, rules: LanguageRules, onlyJobs = false): string | null {
  const {names} = rules
  const whole = asOne(joinedAs(text, rules), rules)
    .replace(pattern(names.times, '^,\\s(?:%)\\s'), ', ')
    // "is 74, a piano tuner, and deaf"
    .replace(
      pattern(
        names.isVerbs,
        `^,?\\s%\\s(?:\\p{N}{1,3},\\s(?=(?:${sourceOf(names.indefinite)})\\s))?`,
        'u',
      ),
      ', ',
    )
    .replace(pattern(names.times, '^,\\s(?:%)\\s'), ', ')
    .replace(
      pattern(names.isClauses, `^,\\s%\\s(?=(?:${sourceOf(names.articles)})(?:\\s|(?<=[’'])))`),
      ', ',
    )
    .replace(
      pattern(
        names.isClauses,
        rules.speech.hasCapitalNouns
          ? '^,\\s%\\s(?=\\p{Lu})'
          : `^,\\s%\\s(?=${names.hasLateBodies ? "(?:\\p{Lu}[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}[’']s?\\s)?(?:[\\p{Ll}-]+\\s){0,2}" : ''}(?:${sourceOf(eitherCase(names.titles))})${WORD_END})`,
        'u',
      ),
      ', ',
    )
    .replace(pattern(names.became ?? NONE, '^,\\s[^,.;~]{3,40}?\\s(?:%)\\s', 'u'), ', ')
    // "la mujer del abrigo, abogada"
    .replace(
      wordPattern(
        names.hasLateAdjectives ? names.notTitles : NONE,
        `^,\\s(?:${sourceOf(names.definite)})\\s?%(?:\\s[^,.;~]{2,30})?(?=,\\s\\p{Ll})`,
        'u',
      ),
      '',
    )
  const words =
    /^,\s(?<words>(?:[^,;:.()—–"“”«»„~]|(?<=\sSt)\.)+(?:\.[\p{Ll}\p{N}][^,;:.~]*)?)/u.exec(whole)
      ?.groups?.['words']
  if (words === undefined || wordPattern(names.clauses, '^%\\s').test(words)) return null
  if (wordPattern(names.prepositions, '^%\\s').test(words)) return null
  // "Anne Roth, se garde de conclure", "Chez les Roth, on arbitre"
  const isClitic = /^(?:(?:se|ne|on|no|ils?|elles?)\s|[sn][’'])/iu.test(words)
  if (names.hasLateAdjectives && isClitic) return null
  const phrase = withoutOther(
    withoutRelative(withoutVerb(beforeClause(words, rules), rules), rules),
    rules,
  ).replace(pattern(names.ages, '(?<=^\\p{L}+\\s)(?:%)\\s'), '')
  // "Anne Roth est formelle" says nothing of her work.
  const isVerb = pattern(names.isVerbs, '^,?\\s%\\s').test(text)
  const isClause = names.hasLateAdjectives === true && isVerb
  // "Ms Poll was milder"
  const isAdjective =
    names.hasLateBodies === true && isVerb && !phrase.includes(' ') && phrase.endsWith('er')
  if (isAdjective && !pattern(names.titles, '^(?:%)$').test(phrase)) return null
  return isApposed(phrase, rules, onlyJobs || isClause) ? phrase : null
}

/** " joined Acme as finance director": as if it were ", finance director at Acme". */
function joinedAs(text: string, rules: LanguageRules): string {
  const verb = pattern(rules.names.joins ?? NONE, '^(?:,\\swho)?\\s(?:%)\\s').exec(text)?.[0]
  const found = whereIn(text, verb, rules)
  if (!found) return text
  const title = /^\sas\s(?:an?\s|its\s|the\s)?(?<title>[^,.;:~]+)/u.exec(found.rest)?.groups?.[
    'title'
  ]
  return title === undefined ? text : `, ${shortTitle(title, rules)} at ${found.where},`
}

/** "one of three crossing keepers" as if it were "a crossing keeper". */
function asOne(text: string, rules: LanguageRules): string {
  const {oneOf, prepositions} = rules.names
  if (!oneOf) return text
  const {jobs, many = ''} =
    pattern(
      oneOf,
      `^,\\s(?<many>(?:%)\\s)(?<jobs>(?:[\\p{Ll}-]+\\s){0,2}?[\\p{Ll}-]+s)(?=,|\\s(?:${wordsOf(prepositions)})\\s)`,
    ).exec(text)?.groups ?? {}
  if (!jobs || !isPluralJob(jobs, rules)) return text
  return `, a ${jobs.slice(0, -1)}${text.slice(2 + many.length + jobs.length)}`
}

/** "a biologist and the author of": what somebody is besides is not part of the title. */
function withoutOther(phrase: string, rules: LanguageRules): string {
  const {names, speech} = rules
  if (!names.hasLateBodies) return phrase
  const end = pattern(names.articles, `\\s(?:${sourceOf(speech.joining)})\\s(?:%)\\s`).exec(
    phrase,
  )?.index
  return end !== undefined && endsInJob(phrase.slice(0, end), rules) ? phrase.slice(0, end) : phrase
}

/** "great-granddaughter of the founder and chief executive": only the second is a title. */
function withoutRelative(phrase: string, rules: LanguageRules): string {
  const {names, head} = rules
  const job = pattern(
    together(names.relatives.female, names.relatives.male),
    `^(?:(?:${sourceOf(names.articles)})\\s?)?(?:%)\\s.*?\\s(?:${wordsOf(head.and)})\\s(?<job>.+)$`,
  ).exec(phrase)?.groups?.['job']
  return job !== undefined && isApposed(job, rules, true) ? job : phrase
}

/** "an acoustician called by the company", "a nurse working in Selby": up to the verb. */
function withoutVerb(text: string, rules: LanguageRules): string {
  const {names, speech} = rules
  const participle = `\\p{L}+(?:ing|ed)\\s(?:${wordsOf(names.prepositions)})\\s`
  const verbs = pattern(
    together(speech.calls, speech.verbs),
    `\\s(?:(?:%)(?:\\s|$)|${participle})`,
    'giu',
  )
  // "der als Dachdecker arbeitet"
  const work = speech.hasCapitalNouns
    ? pattern(names.leadEnds ?? NONE, '\\s(?:%)(?:\\s|$)').exec(text)?.index
    : undefined
  if (work !== undefined) return text.slice(0, work)
  const end = [...text.matchAll(verbs)].find(({index}) => endsInJob(text.slice(0, index), rules))
  return end ? text.slice(0, end.index) : text
}
