// What somebody does, said by a verb: "Frye leads the institute".
import {honorificsOf} from '../../parts/names.ts'
import type {LanguageRules} from '../../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {nameBehind} from '../cases.ts'
import {endsInJob} from '../nouns.ts'
import {affiliationWords, isBody, isThingBehind, withoutKind} from './organisations.ts'

/** The organisation of somebody whose title is not said: ", who heads the Bakers' Union". */
export function leadIn(
  text: string,
  rules: LanguageRules,
): {where: string; rest: string; isShared: boolean; isOfBody: boolean} | null {
  const {names} = rules
  const ahead = `(?=(?:\\p{Ll}+[’'\\s]\\s?)?\\p{Lu}|(?:${wordsOf(names.definite)})\\s?\\p{Ll}|\\p{Ll}+\\s)`
  const lead = pattern(names.leads, `^,\\s%\\s${ahead}`, 'u').exec(text)?.[0]
  const clause = lead === undefined ? (clauseWith(text, rules) ?? mainVerb(text, rules)) : null
  const belongs = pattern(names.belongs, `^,?\\s(?:%)\\s?`, 'u').exec(text)?.[0]
  const isShared = lead === undefined && clause === null
  const found =
    lead === undefined ? (clause ?? whereIn(text, belongs, rules)) : whereIn(text, lead, rules)
  if (!found) return null
  const {where: behind, rest} =
    isShared || !rules.speech.hasCapitalNouns ? found : withoutObject(found, rules)
  const where = withoutKind(behind, rules).replace(
    /^(?:the|an?)\s(?:[\p{Ll}-]{3,}\s){2,3}(?=\p{Lu})/u,
    '',
  )
  // "of Bread and Roses, a housing charity"
  const isCalled =
    names.hasLateBodies === true &&
    pattern(names.bodies, '^,\\san?\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)(?![\\p{L}])').test(rest)
  // "from the RSPB"
  const isShort = names.hasLateBodies === true && /^(?:the\s)?\p{Lu}{3,6}$/u.test(where)
  const isOfBody = isBody(where, rules) || where !== behind || isCalled || isShort
  // ", from Madrid"
  if (isShared && text.startsWith(',') && !isOfBody) return null
  // "who works on the Selwick boats"
  const isPart = !isOfBody && !where.includes(' ') && /^\s\p{Ll}{3,}/u.test(rest)
  const isKnown =
    /\p{Lu}/u.test(where) ||
    // "du syndicat des apiculteurs": a name in lower case
    (names.hasSmallWords === true && isOfBody && where.includes(' ')) ||
    (isOfBody && wordPattern(names.definite, "^%(?:\\s|(?<=[’']))").test(where))
  const isThing = isThingBehind(where, lead ?? belongs ?? '', rules)
  if (pattern(honorificsOf(rules), '^(?:%)(?:\\s|$)').test(where)) return null
  // "die im Alten Land lebt"
  const isSomewhere =
    rules.speech.hasCapitalNouns === true &&
    lead !== undefined &&
    !isOfBody &&
    !pattern(names.leadEnds ?? NONE, `${WORD_START}(?:%)\\s$`).test(lead)
  return !isKnown || isPart || isThing || isSomewhere ? null : {where, rest, isShared, isOfBody}
}

/** A noun behind at least two others, with an ending that few places have. */
const LAST_OBJECT = /\s\S+(?<object>\s\p{Lu}\p{Ll}*(?:e|ung|ik|ie|ität|schaft|[hk]eit|recht))$/u

/** "Waldbau" of "Universität Wessel Waldbau lehrt": what is studied, between an organisation and the verb. */
export function objectIn(name: string, behind: string, {names}: LanguageRules): string {
  const isStudied =
    wordPattern(names.objectVerbs ?? NONE, `^\\s%${WORD_END}`).test(behind) &&
    /^(?:\p{Lu}\S+\s){2,}\S+$/u.test(name)
  const last = isStudied ? /\s\S+$/u.exec(name)?.[0] : undefined
  return last ?? LAST_OBJECT.exec(name)?.groups?.['object'] ?? ''
}

/** "die am Institut für Wasserbau Strömungen misst": the last noun does not belong to the name. */
function withoutObject(
  found: {where: string; rest: string},
  rules: LanguageRules,
): {where: string; rest: string} {
  const object = objectIn(found.where, found.rest, rules)
  const where = found.where.slice(0, found.where.length - object.length)
  const isOne = object !== '' && /^\s\p{Ll}+[,.]/u.test(found.rest) && isBody(where, rules)
  return isOne ? {where, rest: object + found.rest} : found
}

/**
 * The organisation of which a sentence says what its subject does there: "leitet das Institut", "sits on the board of".
 *
 * @param text behind the subject
 */
export function leadOf(text: string, rules: LanguageRules): string | null {
  const {names, speech} = rules
  if (!speech.hasCapitalNouns) {
    const who = names.who ?? ''
    return who === '' ? null : (leadIn(`, ${who}${text}`, rules)?.where ?? null)
  }
  const verb = pattern(
    names.leadEnds ?? NONE,
    `^\\s(?:%)\\s(?:seit\\s[^,.;~]{2,20}?\\s)?(?:(?:${sourceOf(names.articles)}|an der|am|beim|bei der|im)\\s)?(?=\\p{Lu})`,
    'u',
  ).exec(text)?.[0]
  const where = whereIn(text, verb, rules)?.where
  return where === undefined || isThingBehind(where, 'der', rules) ? null : where
}

/** The organisation behind a beginning of a text. */
export function whereIn(
  text: string,
  before: string | undefined,
  rules: LanguageRules,
): {where: string; rest: string} | null {
  if (before === undefined) return null
  const {definite, bodies} = rules.names
  const body = `(?:${wordsOf(definite)})\\s?%${WORD_END}`
  const behind = text.slice(before.length)
  const called = whereBehindKind(behind, rules)
  if (called) return called
  // "leitet die Abteilung Wald am Institut für Wasserbau"
  const part = pattern(
    rules.names.parts ?? NONE,
    `^(?:(?:${wordsOf(definite)})\\s)?(?:%)\\s[^,.;~]{2,40}?\\s(?=(?:am|an der|beim|bei der|im)\\s\\p{Lu})`,
  ).exec(behind)?.[0]
  const of =
    part === undefined ? '' : (/^\p{Ll}+(?:\sder)?\s/u.exec(behind.slice(part.length))?.[0] ?? '')
  if (part !== undefined && of !== '') return whereIn(behind, part + of, rules)
  const where = pattern(bodies, `^(?:${affiliationWords(rules)}|${body})`, 'u').exec(behind)?.[0]
  return where ? {where: nameBehind(before, where, rules), rest: behind.slice(where.length)} : null
}

/** "of the administrator Holt Asher": what the firm does is before its name. */
function whereBehindKind(
  behind: string,
  rules: LanguageRules,
): {where: string; rest: string} | null {
  if (!rules.names.hasLateBodies) return null
  // "of campaign group Clean Harbours"
  const kind = /^(?:(?:the|an?)\s)?(?:[\p{Ll}-]{3,}\s){1,3}(?=\p{Lu}\S*\s(?:and\s)?\p{Lu})/u.exec(
    behind,
  )?.[0]
  const isKind =
    kind !== undefined &&
    (endsInJob(kind.trimEnd(), rules) || pattern(rules.names.bodies, '\\s(?:%)\\s$').test(kind))
  if (kind === undefined || !isKind) return null
  const where = pattern(rules.names.bodies, `^${affiliationWords(rules)}`, 'u').exec(
    behind.slice(kind.length),
  )?.[0]
  return where ? {where: kind + where, rest: behind.slice(kind.length + where.length)} : null
}

/** " preside la Federación de Vecinos", " travaille à l’Agence de l’eau": the verb of the sentence, and an organisation. */
function mainVerb(text: string, rules: LanguageRules): {where: string; rest: string} | null {
  const {names, speech} = rules
  if (!names.hasLateAdjectives || !/^\s\p{Ll}/u.test(text)) return null
  if (pattern(names.isVerbs, '^\\s%\\s').test(text)) return null
  const clause = `, ${speech.relative[0]}${text}`
  const found = whereIn(clause, pattern(names.leads, '^,\\s%\\s', 'u').exec(clause)?.[0], rules)
  return found && /\p{Lu}/u.test(found.where) && isBody(found.where, rules) ? found : null
}

/** ", der die Initiative Freier Himmel leitet" */
function clauseWith(text: string, rules: LanguageRules): {where: string; rest: string} | null {
  const {names, speech} = rules
  if (!names.leadEnds) return null
  const begins = pattern(
    names.articles,
    `^,\\s(?:${wordsOf(names.clauses)}|${sourceOf(speech.relative)})\\s(?:(?:${wordsOf(names.prepositions)})\\s[^,.;~]{2,24}?\\s(?=(?:%)\\s))?(?:(?:%)\\s)?`,
    'u',
  ).exec(text)?.[0]
  const found = whereIn(text, begins, rules)
  const ends = pattern(names.leadEnds, `^\\s(?:[^,.]{0,40}\\s)?(?:%)${WORD_END}`, 'u')
  const end = found && ends.exec(found.rest)?.[0]
  if (found && isThingBehind(found.where, 'der', rules)) return null
  return found && end ? {where: found.where, rest: found.rest.slice(end.length)} : null
}
