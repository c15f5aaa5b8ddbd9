// "Joan Pell and her son, Tom": people whose surname is that of a relative.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
} from '../parts/patterns.ts'
import type {Entities, Entity, Mention} from './entities.ts'
import {genderOfName} from './genders.ts'
import {endsInJob} from './nouns.ts'
import {isAtStart} from './sentences.ts'
import {Signs} from './signs.ts'

/** Those of whom only the given name is printed, because a relative was named before. */
export class Relatives {
  private readonly entities: Entities
  private readonly rules: LanguageRules
  private readonly texts: readonly string[]
  private readonly signs: Signs

  constructor(entities: Entities) {
    this.entities = entities
    this.rules = entities.rules
    this.texts = entities.texts
    this.signs = new Signs(entities.rules)
  }

  /** "Cyprien et Léonie Sauvageot": both have the surname. */
  meetPartner(text: string, {from, name}: {from: number; name: string}) {
    const found = pattern(this.rules.head.and, `(?<given>\\p{Lu}\\p{Ll}+)\\s%\\s$`, 'u').exec(
      text.slice(0, from),
    )
    const given = found?.groups?.['given']
    const [, ...surname] = name.split(' ')
    const isName = given && !wordPattern(this.rules.names.starters, '^%$').test(given)
    const before = text.slice(0, found?.index ?? 0)
    // "los hermanos Pablo y Andrés Roda"
    const areMany =
      this.rules.names.hasLateAdjectives === true &&
      wordPattern(this.rules.names.plurals ?? NONE, `${WORD_START}%\\s\\p{Ll}+s\\s$`).test(before)
    const begins = areMany || isAtStart(before, before.length) || /,\s$/u.test(before)
    if (isName && surname.length === 1 && begins)
      for (const person of [`${given} ${surname.join(' ')}`, name])
        this.entities.addPerson(person, null, 1).isSure = true
  }

  /** "Birte Lose und Cem Adal, die am Ufer wohnen": what shows that one is a person shows it of both. */
  meetPairs(text: string) {
    const runs = this.entities.personNames.namesIn(text)
    for (const [index, run] of runs.entries()) {
      const next = runs[index + 1]
      const areJoined =
        next && pattern(this.rules.head.and, '^\\s%\\s$').test(text.slice(run.to, next.from))
      const areNames = [run, next].every((one) => one?.name.split(' ').length === 2)
      const pair =
        areJoined && areNames ? [run, next].map(({name}) => this.entities.person(name)) : []
      const [sure, other] = pair.toSorted((a, b) => (b?.evidence ?? 0) - (a?.evidence ?? 0))
      // "Manuel Trigo y Berta Sanz llevan la librería"
      const areGiven = [run, next].every(
        (one) => genderOfName(one?.name ?? '', this.rules) !== null,
      )
      const isSubject =
        isAtStart(text, run.from) && /^\s\p{Ll}{3,}/u.test(text.slice(next?.to ?? 0))
      if (areGiven && isSubject && pair.length === 2)
        for (const one of pair) if (one) one.evidence += 1
      const known = [run, next].every(
        (one) =>
          one &&
          this.entities.institution(one.name) === null &&
          !this.signs.isAfterArticle(text.slice(0, one.from)),
      )
      if (known && sure?.isSure && other?.evidence === 0) other.evidence += 1
    }
  }

  /** "Her husband Mark", "Garside’s brother, Pat": the surname is that of the other. */
  meetRelatives() {
    let latest: Entity | undefined
    for (const text of this.texts) {
      for (const {name, relation, gender, whose, at} of this.relativesIn(text)) {
        const ahead = this.entities.mentionsIn(text).filter(({from}) => from < at)
        latest = ahead.findLast(isPersonNamed)?.entity ?? latest
        const other = whose === null ? latest : this.entities.person(whose)
        const surname = other?.name.split(' ').at(-1)
        const isBare = this.rules.names.hasLateAdjectives === true
        const whole = isBare ? name : `${name} ${surname}`
        if (!surname) continue
        const relative = this.entities.addPerson(whole, gender, 2)
        relative.relation ??= relation
        relative.isByGivenName = !this.texts.some((one) => one.includes(whole))
      }
      latest = this.entities.mentionsIn(text).findLast(isPersonNamed)?.entity ?? latest
    }
  }

  private relativesIn(text: string) {
    const {relatives, possessives} = this.rules.names
    // "Tamms Schwester Gesche": the language writes no apostrophe.
    const owner = this.rules.speech.hasCapitalNouns ? "(?:s|[’'])" : "[’']s?"
    return (['female', 'male'] as const).flatMap((gender) => {
      const found = pattern(
        eitherCase(relatives[gender]),
        `(?<whose>${eitherCase(possessives).join('|')}|\\p{Lu}\\p{L}+${owner})\\s(?:\\p{Ll}{3,}\\s)?(?<relation>%),?\\s(?<name>\\p{Lu}\\p{Ll}+)(?![\\p{L}-])(?!\\s\\p{Lu}\\p{Ll})`,
        'u',
      ).exec(text)
      const {whose = '', relation = '', name} = found?.groups ?? {}
      if (!found || !name) return []
      const isNamed = new RegExp(`^\\p{Lu}.*${owner}$`, 'u').test(whose)
      return {
        name,
        relation: relation.toLowerCase(),
        gender,
        whose: isNamed ? whose.replace(new RegExp(`${owner}$`, 'u'), '') : null,
        at: found.index,
      }
    })
  }

  /** "Joan Pell, the widow of the skipper", "Sa mère, Hélène Morand": later "the widow". */
  readRelations() {
    const {relatives, articles, possessives} = this.rules.names
    const words = together(relatives.female, relatives.male)
    const determiner = `(?:${sourceOf(articles)}|${sourceOf(possessives)}|\\p{L}+[’']s?)`
    const behind = pattern(words, `^,\\s${determiner}\\s(?:\\p{L}+\\s)?(?<relation>%)${WORD_END}`)
    const ahead = pattern(
      words,
      `${WORD_START}${determiner}\\s(?:\\p{L}+\\s)?(?<relation>%)(?:,?\\s|\\s[^,.~]{3,40},\\s)$`,
    )
    for (const text of this.texts)
      for (const {entity, from, to} of this.entities.mentionsIn(text)) {
        if (entity.kind !== 'person' || entity.relation !== null) continue
        const found =
          behind.exec(text.slice(to, to + 60)) ??
          ahead.exec(text.slice(Math.max(0, from - 80), from))
        entity.relation = found?.groups?.['relation']?.toLowerCase() ?? null
      }
  }

  /** "sa voisine, ", before a name. */
  isRelative(before: string): boolean {
    const {possessives, relatives, notTitles} = this.rules.names
    // "ihr Großvater war Bäcker"
    const adjective = this.rules.speech.hasCapitalNouns ? '' : '(?:\\s[\\p{Ll}-]+)?'
    const noun = pattern(
      possessives,
      `${WORD_START}(?:%)\\s(?<noun>[\\p{Ll}-]+)${adjective},?\\s$`,
    ).exec(before)?.groups?.['noun']
    if (noun === undefined) return false
    return (
      wordPattern(notTitles, '^%$').test(noun) ||
      pattern(together(relatives.female, relatives.male), '^%$').test(noun) ||
      endsInJob(noun, this.rules)
    )
  }
}

const isPersonNamed = ({entity: {kind, name}}: Mention): boolean =>
  kind === 'person' && name.includes(' ')
