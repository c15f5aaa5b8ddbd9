// Whether a name is that of a person or of an organisation, or a part of a longer one, seen over a whole article.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_START,
  bare,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
} from '../parts/patterns.ts'
import type {Capitals} from './capitals.ts'
import {Entities, type Entity, haveOneSurname} from './entities.ts'
import {genderOfName} from './genders.ts'
import {isGivenName} from '../languages/given-names.ts'
import {endsInJob} from './nouns.ts'
import {isAtStart} from './sentences.ts'
import {Signs} from './signs.ts'

/** Which of the names that were met are people and organisations after all, seen over the whole article. */
export class Kinds {
  private readonly entities: Entities
  private readonly rules: LanguageRules
  private readonly capitals: Capitals
  private readonly signs: Signs

  constructor(entities: Entities) {
    this.entities = entities
    this.rules = entities.rules
    this.capitals = entities.capitals
    this.signs = new Signs(entities.rules)
  }

  /** Only those stay that something shows to be a person; surnames join their full names. */
  settle() {
    const {all} = this.entities
    const kept = all.filter((entity) =>
      entity.kind === 'institution'
        ? !this.isShortForm(entity)
        : entity.evidence > 0 || this.isActing(entity),
    )
    for (const entity of kept) if (this.isFirm(entity)) entity.kind = 'institution'
    const single = kept.filter((entity) => !this.isOtherKindOf(entity, kept))
    all.splice(0, all.length, ...single)
    for (const entity of all) this.nameLord(entity)
  }

  /** "Lord Holm", of whom the article says no first name. */
  private nameLord(entity: Entity) {
    const {lordly} = this.rules.names
    if (!lordly || entity.kind !== 'person' || entity.name.includes(' ')) return
    const address = pattern(lordly, '(?:^|\\s)(?<address>%)\\s$')
    const printed =
      this.capitals
        .around(entity.name)
        .map(({before}) => address.exec(before)?.groups?.['address'])
        .find((found) => found !== undefined) ?? ''
    if (/^\p{Lu}/u.test(printed)) entity.name = `${printed} ${entity.name}`
  }

  /** A name that was taken for a person here and for an organisation there is one of the two. */
  private isOtherKindOf({kind, name}: Entity, all: readonly Entity[]): boolean {
    if (!this.rules.names.hasLateAdjectives && !this.rules.names.hasLateBodies) return false
    const person = all.find((one) => one.kind === 'person' && one.name === name)
    const body = all.find((one) => one.kind === 'institution' && one.name === name)
    if (!person || !body) return false
    return (kind === 'institution') === isGivenName(name)
  }

  /** "Vantor" where there is Vantor Lithium, "fondo Lumera" where there is Lumera Capital. */
  private isShortForm({name: whole}: Entity): boolean {
    const name = this.rules.names.hasLateAdjectives
      ? whole.replace(/^\p{Ll}+\s(?=\p{Lu}\S+$)/u, '')
      : whole
    const words = bare(name).split(' ')
    // "hospital de Peñalba" where there is "hospital comarcal de Peñalba"
    const isFuller = ({kind, name: other}: Entity) => {
      const all = bare(other).split(' ')
      const isMore = kind === 'institution' && all.length > words.length && words.length > 2
      let at = 0
      for (const word of isMore ? all : []) if (word === words[at]) at += 1
      return at === words.length && all[0] === words[0] && all.at(-1) === words.at(-1)
    }
    // "St Arden’s" where there is St Arden’s Primary School
    const isSaint = ({kind, name: other}: Entity) =>
      kind === 'institution' && name.startsWith('St ') && bare(other).startsWith(`${bare(name)} `)
    if (name.includes(' '))
      return this.entities.all.some(this.rules.names.hasLateAdjectives ? isFuller : isSaint)
    // "Hopwell" is not short for its factory.
    const isPart = (other: string) =>
      other.startsWith(`${name} `) &&
      pattern(this.rules.names.firmMarks?.owns ?? NONE, '\\s(?:%)$').test(other)
    return this.entities.all.some(
      (other) =>
        other.kind === 'institution' &&
        other.name !== whole &&
        !isPart(other.name) &&
        (bare(other.name).startsWith(`${bare(name)} `) ||
          (name === whole && bare(other.name).endsWith(` ${bare(name)}`))),
    )
  }

  /** "Benigno Lastra deja abierta la puerta": the subject of a clause, and nowhere a place. */
  private isActing({name}: Entity): boolean {
    const {names, speech} = this.rules
    const isLong = name.split(' ').length === 3 && genderOfName(name, this.rules) !== null
    if (name.split(' ').length !== 2 && !isLong) return false
    let count = 0
    for (const {before, after} of this.capitals.around(name)) {
      const isPlace =
        wordPattern(names.prepositions, `${WORD_START}%\\s$`).test(before) ||
        this.signs.isAfterArticle(before)
      if (isPlace || /^[’']s?(?:\s|$)|^\s\p{Lu}/u.test(after)) return false
      const begins =
        isAtStart(before, before.length) ||
        /,\s$/u.test(before) ||
        pattern(together(speech.joining, speech.complements), `\\s%\\s$`).test(before)
      const [next = ''] = /^\s\p{Ll}{2,}/u.exec(after) ?? []
      // "Claire Vasse a tiré", "a 57 ans"
      const hasPerfect = pattern(
        speech.perfects ?? NONE,
        '^\\s(?:%)\\s?(?:\\p{Ll}{3}|\\d+\\sans)',
        'u',
      ).test(after)
      // "Cette phrase, Anne Roth la connaît"
      const hasPronoun =
        names.hasLateAdjectives === true &&
        wordPattern(
          together(names.definite, speech.clitics ?? NONE),
          "^\\s%(?:\\s|(?<=[’']))\\p{Ll}{2,}",
          'u',
        ).test(after)
      const isVerb = hasPerfect || hasPronoun || (next !== '' && !this.isSmallWord(next.trim()))
      if (begins && isVerb) count += 1
    }
    return count > 0
  }

  private readonly isSmallWord = (word: string): boolean => {
    const {names, speech} = this.rules
    return (
      [names.prepositions, names.links, names.contracted].some((list) =>
        wordPattern(list, '^%$').test(word),
      ) ||
      [
        names.articles,
        names.indefinite,
        names.bodies,
        names.titles,
        speech.joining,
        speech.complements,
      ].some((list) => pattern(list, '^%$').test(word))
    )
  }

  /** "Wrenfield Cycles said", later "Wrenfield": of people, the last word stays. */
  private isFirm({kind, name, isSure, gender}: Entity): boolean {
    const words = name.split(' ')
    const isPerson = kind === 'person' && (isSure === true || gender !== null)
    if (isPerson || kind !== 'person' || words.length !== 2 || this.rules.names.hasGenders)
      return false
    const nextIsBody = pattern(
      this.rules.names.bodies,
      `^[^.]{0,120}\\.\\s(?:${sourceOf(eitherCase(this.rules.names.definite))})\\s%\\s`,
    )
    // "Sabre Air Chief Executive Ann Poll"
    const titled = /^\s(?<title>(?:\p{Lu}\p{Ll}+\s){1,3}?)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u
    const isEmployer = this.capitals.around(name).some(({after}) => {
      const title = titled.exec(after)?.groups?.['title']?.trim()
      return title !== undefined && endsInJob(title, this.rules)
    })
    if (isEmployer) return true
    // "Hallmark Petroleum said … The company said"
    if (this.capitals.around(name).some(({after}) => nextIsBody.test(after))) return true
    // "Wendell Poll and his wife, Carol": later "Carol Poll"
    const isOfFamily =
      isGivenName(name) &&
      this.entities.all.some((one) => one.name !== name && haveOneSurname(one, {name}))
    return !isOfFamily && this.capitals.isCalledByFirst(words)
  }
}
