// What sentences without quotes say that people are.
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import type {Entity} from './entities.ts'
import {genderOfNoun, isSameRole, nounsOfTitle} from './genders.ts'
import {endsInJob, nounPhraseIn, upToJob} from './nouns.ts'
import type {Phrase} from './phrases.ts'
import {StoryPart} from './story-part.ts'
import {isPerson} from './subject.ts'
import {apposition} from './titles/apposition.ts'
import {leadIn, leadOf} from './titles/lead-in.ts'
import {splitTitle} from './titles/split-title.ts'

/** What a sentence says that somebody is: "Ann Poll is the mayor", "As director, she …". */
export class Roles extends StoryPart {
  /** "The skipper of the Lady Morwenna, who …": what the person is who was named before. */
  noteRole(text: string) {
    this.noteWhatIs(text)
    this.noteLead(text)
    this.noteMaker(text)
    const phrase = this.phrases
      .in(text)
      .find(({from, kind}) => kind === 'role' && this.canName(text.slice(0, from)))
    if (phrase?.kind === 'role' && phrase.isPossessed && !phrase.isGoverned)
      this.noteOwn(phrase, text)
    if (phrase?.kind !== 'role' || phrase.isIndefinite || phrase.isPossessed) return
    if (this.meanings.isPlural(phrase)) return
    if (this.meanings.apposed(phrase, text)) return
    // "The fourth volunteer", "la única pediatra": nobody who was named before
    if (this.isNewcomer(phrase.text)) {
      const next = this.newcomer(text)
      if (next) this.meanings.entitle(next, phrase)
      return
    }
    const isHeld = this.cast.entities.all.some(
      ({title}) => title !== null && nounsOfTitle(title, this.rules).includes(phrase.word),
    )
    // "La médica rural atiende": the woman of the paragraph before, who has no title yet.
    const gender = genderOfNoun(phrase.text, this.rules)
    const isLatest =
      gender !== null && this.memory.person?.title === null && this.memory.person.gender === gender
    const isKnown =
      this.rules.names.hasLateAdjectives === true &&
      (isHeld || (isLatest && !this.isOffice(phrase)))
    if (this.memory.strangers.has(phrase.word) && !isHeld) return
    if (this.rules.names.hasLateAdjectives) this.noteBody(phrase)
    const newcomer = isKnown ? undefined : this.newcomer(text)
    if (newcomer) this.meanings.entitle(newcomer, phrase)
    else if (this.memory.isBodyLatest) return
    else if (this.memory.person?.title === null) this.meanings.withRole(phrase)
    const lead = leadIn(text.slice(phrase.to), this.rules)
    const person = lead && (newcomer ?? this.meanings.withRole(phrase)?.entities[0])
    if (person)
      person.affiliation ??= this.cast.bodies.affiliation(lead.where, this.memory.paragraph, {
        from: 0,
      })
  }

  /** "Ann Poll has come. The salt maker is 60": a noun that may be a firm, of somebody who was named. */
  private noteMaker(text: string) {
    const [first] = this.phrases.in(text)
    const isMaker =
      this.rules.names.hasLateBodies === true &&
      first !== undefined &&
      first.from <= 1 &&
      ['body', 'anonymous'].includes(first.kind) &&
      this.cast.entities
        .mentionsIn(this.memory.earlier)
        .every(({entity}) => entity === this.memory.person)
    if (!isMaker || first.isIndefinite) return
    // "The crane driver, elected as head of the union,"
    const rest = text.slice(first.to)
    const isMore = pattern(this.rules.names.isClauses, '^,\\s(?:%)\\s').test(rest)
    const office = isMore ? apposition(rest, this.rules, true) : null
    if (office !== null && this.memory.person?.title === null)
      this.giveTitle(this.memory.person, office)
    this.meanings.onlyNamed(first.text)
  }

  /** "Ce chercheur de l’université de Norvik", of somebody who was named as a biologist. */
  private noteBody(phrase: Phrase) {
    const {affiliation} = splitTitle(phrase.text, this.rules)
    const person =
      affiliation === null
        ? undefined
        : [this.memory.person, ...this.memory.recent.toReversed(), ...this.cast.entities.all].find(
            (one) =>
              one?.kind === 'person' &&
              one.title !== null &&
              nounsOfTitle(one.title, this.rules).some(
                (noun) => noun === phrase.word || isSameRole(phrase.word, noun, this.rules),
              ),
          )
    if (person && affiliation)
      person.affiliation ??=
        this.cast.bodies.affiliation(affiliation, this.memory.paragraph, {from: 0}) || null
  }

  /** "La ministre de l’Agriculture": an office, which nobody has by the way. */
  private readonly isOffice = ({word}: Phrase): boolean => {
    const {placeTitles, fieldTitles = []} = this.rules.names
    return [placeTitles, fieldTitles].some((list) => pattern(list, '^(?:%)$').test(word))
  }

  readonly isNewcomer = (text: string): boolean =>
    pattern(this.rules.names.ordinals, `^\\p{L}+[\\s’'](?:%)\\s`).test(text)

  /** "The rail minister is not amused. “…,” Halima Dresser wrote": who is named only after the sentence. */
  private newcomer(text: string): Entity | undefined {
    const at = this.memory.paragraph.indexOf(text)
    const isOffice =
      this.rules.names.hasLateAdjectives === true &&
      pattern(this.rules.names.placeTitles, `^\\p{L}+[\\s’'](?:%)${WORD_END}`).test(
        text.trimStart(),
      )
    const isFirst = at === 0 || (isOffice && at > 0)
    if (!isFirst || this.cast.entities.mentionsIn(text).some(isPerson)) return undefined
    const rest = this.memory.paragraph.slice(at + text.length)
    const mention = this.cast.entities.mentionsIn(rest).find(isPerson)
    // "demande le président. L’accusé, Paul Renn,": of whom something else is said
    const isOther = pattern(
      this.rules.names.articles,
      "(?:^|[.!?~])\\s(?:%)(?:\\s|(?<=[’']))[\\p{Ll}-]+,\\s$",
    ).test(rest.slice(0, mention?.from ?? 0))
    const next = isOther && this.rules.names.hasLateAdjectives ? undefined : mention?.entity
    return next && next.title === null && !this.memory.recent.includes(next) ? next : undefined
  }

  /** "Deren Sprecherin wohnt nebenan. Eva Roth winkt.": who is named next. */
  private noteOwn(phrase: Phrase, text: string) {
    const at = this.memory.paragraph.indexOf(text)
    const isFirst =
      phrase.from <= 1 && at >= 0 && !this.cast.entities.mentionsIn(text).some(isPerson)
    if (!this.rules.speech.hasCapitalNouns || !isFirst) return
    const next = this.cast.entities
      .mentionsIn(this.memory.paragraph.slice(at + text.length))
      .find(isPerson)?.entity
    if (!next || next.title !== null || this.memory.recent.includes(next)) return
    const {title, isOwn} = splitTitle(phrase.text, this.rules)
    next.title = title
    const isOfBody =
      isOwn === true && pattern(this.rules.names.bodyTitles, '^(?:%)$').test(title ?? '')
    const club = this.cast.bodies.clubOf(title, this.memory.paragraph, at)
    if (club) next.affiliation ??= club.name
    else if (isOfBody && this.memory.institution) next.affiliation ??= this.memory.institution.name
  }

  /** At the beginning of a clause, or right behind a verb: "sagte der Meteorologe". */
  private readonly canName = (before: string): boolean =>
    /(?:^|,)\s*$/u.test(before) ||
    (pattern(this.rules.speech.verbs, `${WORD_START}%\\s$`).test(before) &&
      // "La pluie, on l’appelle la patronne": a name for it
      !pattern(this.rules.speech.calls, `${WORD_START}%\\s$`).test(before)) ||
    // "An der Wand hat die Landwirtin": the verb is second.
    (this.rules.speech.hasCapitalNouns === true && /^[^,.;:~]+\s\p{Ll}+te?\s$/u.test(before))

  /** "A fishmonger has told how": what the first person is whom the article names without a title. */
  noteLeadRole(lead: string) {
    if (this.cast.entities.mentionsIn(lead).some(isPerson)) return
    const {articles, indefinite, isVerbs, ages, existential} = this.rules.names
    const start = pattern(
      together(articles, indefinite),
      `^(?:%)(?:\\s|(?<=[’']))(?:(?:${sourceOf(ages)})\\s)?`,
    ).exec(lead)?.[0]
    const role = start === undefined ? null : upToJob(lead.slice(start.length), 4, this.rules)
    // "There is a chair on the landing"
    const isThere = wordPattern(existential ?? NONE, `${WORD_START}%\\s`).test(lead.slice(0, 80))
    const is = isThere
      ? undefined
      : pattern(isVerbs, `^[^.]*?\\s%(?=\\s(?:${sourceOf(indefinite)})\\s)`).exec(lead)?.[0]
    const apposed =
      is === undefined ? null : apposition(`,${lead.slice(is.length)}`, this.rules, true)
    const first = this.cast.entities.all.find(({kind}) => kind === 'person')
    // "A passenger ferry": the noun only describes another.
    // But "lollipop man" is a job.
    const isOther =
      wordPattern(this.rules.names.notTitles, '(?:^|\\s)%$').test(role ?? '') &&
      !(role?.includes(' ') && pattern(this.rules.names.titles, '^(?:%)$').test(role))
    const found = isOther ? apposed : (role ?? apposed)
    if (first && found) first.title ??= splitTitle(found, this.rules).title
  }

  /** "Géologue à l’Institut des hautes terres, elle compte": of whom the article speaks. */
  private noteFronted(sentence: string) {
    const text = sentence.trimStart()
    const {pronouns, indefinite, prepositions, links, clauses, definite, relatives} =
      this.rules.names
    const found = /^(?<words>[^,.~]{4,80}),\s(?:[^,.~]{3,40},\s)?(?<next>\p{Ll}+)/u.exec(
      text,
    )?.groups
    const {words = '', next = ''} = found ?? {}
    // "Un concejal, que prefiere no dar su nombre, ha": he is the subject.
    if (wordPattern(clauses, '^,\\s%\\s').test(text.slice(words.length))) return
    // "Il est boulanger et, la nuit, il traverse": a clause of its own
    if (pattern(this.rules.names.isVerbs, '\\s%\\s').test(words)) return
    const isPronoun = pattern(together(pronouns.female, pronouns.male), '^%$').test(next)
    const role = words.replace(pattern(indefinite, '^(?:%)\\s'), '')
    const isNew =
      role !== words || !pattern(this.rules.names.articles, "^(?:%)(?:\\s|(?<=[’']))").test(words)
    const isRole =
      isNew &&
      upToJob(role, 3, this.rules) !== null &&
      // "Fille d’un facteur, elle"
      !pattern(together(relatives.female, relatives.male), `^(?:%)${WORD_END}`).test(role) &&
      !this.cast.entities.mentionsIn(words).some(isPerson)
    const isOmitted =
      this.rules.speech.hasOmittedSubjects === true &&
      role === words &&
      ![prepositions, links, clauses].some((list) => wordPattern(list, '^%$').test(next)) &&
      !this.cast.entities.mentionsIn(text).some(isPerson) &&
      this.phrases.in(`${next} `).length === 0
    // "Biologiste à la Station d’Erval, la chercheuse compte": of whom the sentence before speaks
    const noun = wordPattern(definite, "^%(?:\\s|(?<=[’']))(?<noun>\\p{L}+)").exec(
      text.slice(words.length + 2),
    )?.groups?.['noun']
    const isNoun =
      this.rules.names.hasLateAdjectives === true &&
      this.memory.person?.title === null &&
      noun !== undefined &&
      endsInJob(noun, this.rules) &&
      !this.cast.entities.mentionsIn(text.slice(words.length, words.length + 60)).some(isPerson)
    if (!isRole || !(isPronoun || isOmitted || isNoun)) return
    const person = isPronoun
      ? this.meanings.pronouns.byPronoun(next)?.entities[0]
      : this.memory.person
    this.giveTitle(person, role)
  }

  /** "Als Leiterin der Schule kennt Eva Roth das." */
  private noteAs(text: string) {
    const first = this.cast.entities.mentionsIn(text).find(isPerson)
    const role = pattern(
      this.rules.names.asRole ?? NONE,
      '^\\s?(?:%)\\s(?<role>[^,.;:~]{3,80}?)(?:,|\\s\\p{Ll}+)\\s$',
    ).exec(text.slice(0, first?.from ?? 0))?.groups?.['role']
    if (role && endsInJob(nounPhraseIn(role, this.rules).noun, this.rules))
      this.giveTitle(first?.entity, role)
  }

  private giveTitle(person: Entity | null | undefined, words: string) {
    if (person?.kind !== 'person' || person.title !== null) return
    const {title, affiliation} = this.cast.withShortBody(splitTitle(words, this.rules))
    person.title = title
    this.meanings.giveBody(person, affiliation)
  }

  /** "Hoy es guía en el Museo de la Mina.": of whom the sentence before speaks. */
  private noteOmittedIs(text: string) {
    const {isVerbs, definite} = this.rules.names
    const {hasOmittedSubjects, hasInversion} = this.rules.speech
    if (!hasOmittedSubjects || !hasInversion) return
    const is = pattern(isVerbs, '^\\s?(?:\\p{L}{3,10},?\\s)?%(?=\\s)').exec(text)?.[0]
    const rest = is === undefined ? '' : text.slice(is.length)
    if (rest === '' || this.cast.entities.mentionsIn(text).some(isPerson)) return
    // "Es la directora de la escuela", but not "Reste le boulanger"
    const isOne = wordPattern(definite, "^\\s%(?:\\s|(?<=[’']))").test(rest)
    if (isOne && this.rules.speech.pluralVerbs === undefined) return
    const apposed = apposition(`,${rest}`, this.rules, true)
    if (apposed && this.memory.person && !this.memory.isBodyLatest)
      this.giveTitle(this.memory.person, apposed)
  }

  /** "Gabriel Roca tiene 34 años y es cartero." */
  private noteSecondVerb(text: string) {
    const first = this.cast.entities.mentionsIn(text).find(isPerson)
    if (!first || text.slice(0, first.from).trim() !== '' || !this.rules.names.hasLateAdjectives)
      return
    const behind = text.slice(first.to)
    const is = pattern(
      this.rules.names.isVerbs,
      `^\\s[^,.:~]{2,60}\\s(?:${wordsOf(this.rules.head.and)})\\s%(?=\\s)`,
    ).exec(behind)?.[0]
    const role = is && apposition(`,${behind.slice(is.length)}`, this.rules, true)
    if (role) this.giveTitle(first.entity, role)
  }

  /** "Sie leitet das Institut für Wasserbau.", "Krueger grows corn and sits on the board of the Farm Alliance." */
  private noteLead(text: string) {
    const first = this.phrases.in(text).find(({kind}) => kind !== 'unknown')
    // "Die 74-Jährige"
    const begins = first !== undefined && !/\s\S/u.test(text.slice(0, first.from).trimStart())
    if (!begins || first.isIndefinite) return
    const rest = text.slice(first.to)
    const joined = wordPattern(this.rules.head.and, '^[^.;:~]{3,80}?\\s%(?=\\s)').exec(rest)?.[0]
    const where =
      leadOf(rest, this.rules) ?? (joined ? leadOf(rest.slice(joined.length), this.rules) : null)
    const untitled = new Set(this.cast.entities.all.filter(({title}) => title === null))
    const person = where === null ? undefined : this.meanings.resolve(first, text)?.entities[0]
    // A mayor who runs a bakery is not its mayor.
    if (where !== null && person?.kind === 'person' && untitled.has(person))
      person.affiliation ??=
        this.cast.bodies.affiliation(where, this.memory.paragraph, {from: 0}) || null
  }

  /** "She is the director of the Lake Amory Society.", "Die 68-Jährige ist Schriftsetzerin." */
  private noteWhatIs(text: string) {
    this.noteFronted(text)
    this.noteAs(text)
    this.noteSecondVerb(text)
    this.noteOmittedIs(text)
    const {isVerbs, pronouns, ages, definite} = this.rules.names
    const who = `(?:${sourceOf(together(pronouns.female, pronouns.male))}|(?:${wordsOf(definite)})\\s(?:${sourceOf(ages)}))`
    // "She is 63, a clerk with a drawer"
    const found = pattern(isVerbs, `^\\s?(?<who>${who})\\s%(?:\\s\\d{1,3},)?(?=\\s)`).exec(text)
    const apposed = found && apposition(`,${text.slice(found[0].length)}`, this.rules, true)
    if (!found || !apposed) return
    const pronoun = (found.groups?.['who'] ?? '').replace(wordPattern(definite, '^%\\s'), '')
    // "Elle est directrice de la revue. « … », dit Anne Roth."
    const named = this.meanings.pronouns.byPronoun(pronoun)?.entities[0] ?? this.newcomer(text)
    // An organisation is not a baker.
    this.giveTitle(named?.kind === 'institution' ? this.memory.person : named, apposed)
  }
}
