// "The mayor", "a clerk", "Poll": whom a phrase means at its place in the article.
import {honorificsOf} from '../parts/names.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  bare,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../parts/patterns.ts'
import type {Gender} from './capitals.ts'
import type {Cast} from './cast.ts'
import {Documents, NO_ENTITY} from './documents.ts'
import type {Entity} from './entities.ts'
import {genderOfNoun, isSameRole, nounsOfTitle} from './genders.ts'
import type {Memory} from './memory.ts'
import {endsInJob, isPluralJob, nounPhraseIn, upToJob} from './nouns.ts'
import type {Phrase, Phrases} from './phrases.ts'
import {Pronouns} from './pronouns.ts'
import {type Subject, organised, people, personal, unnamed} from './subject.ts'
import {splitTitle} from './titles/split-title.ts'

/** Whom a phrase means: a name, "the mayor", "she". */
export class Meanings {
  readonly rules: LanguageRules
  readonly cast: Cast
  readonly phrases: Phrases
  readonly memory: Memory
  readonly documents: Documents
  readonly pronouns: Pronouns

  constructor(memory: Memory, phrases: Phrases, cast: Cast, rules: LanguageRules) {
    this.memory = memory
    this.phrases = phrases
    this.cast = cast
    this.rules = rules
    this.documents = new Documents(this)
    this.pronouns = new Pronouns(this)
  }

  private readonly anonymous = new Map<string, string>()

  /** Who speaks, from the phrase that is the subject. */
  resolve(phrase: Phrase, text: string): Subject | null {
    const {kind, entity, word, isIndefinite, isPossessed} = phrase
    if (kind === 'pronoun')
      return (
        this.pronouns.pairIn(text.slice(phrase.from)) ??
        this.pronouns.byPronoun(word, text.slice(0, phrase.from))
      )
    if (kind === 'person' && entity)
      return this.joined({...phrase, entity: this.sameSurname(phrase, entity, text)}, text)
    const apposed = this.apposed(phrase, text)
    if (apposed?.entity) return this.joined({...apposed, entity: apposed.entity}, text)
    const same = this.isDefinite(phrase.text) ? this.anonymous.get(word) : undefined
    if (same !== undefined && !['anonymous', 'document', 'institution'].includes(kind))
      return unnamed(same)
    if (kind === 'institution' && entity) return organised(entity)
    // "a patients’ group, Castle Voices, said"
    const mayBeNamed = !isIndefinite || this.rules.names.hasLateBodies === true
    const body = kind === 'body' && mayBeNamed ? this.apposedBody(phrase, text) : undefined
    if (body) return organised(body)
    if (kind === 'anonymous' && this.isNameless(phrase) && this.memory.nameless)
      return this.memory.nameless
    if (kind === 'anonymous')
      return this.knownPerson(phrase) ?? this.knownSpokesman(phrase) ?? this.nobody(phrase.text)
    if (kind === 'relative') {
      const known = this.cast.entities.all.find(({relation}) => relation === word)
      return known ? personal(known) : this.nobody(phrase.text)
    }
    if (kind === 'document') return this.documents.document(phrase, text)
    if (kind === 'body') return this.bodyOf(phrase)
    if (isIndefinite) return this.nobody(phrase.text)
    // "the widow": who was introduced so
    const relative = this.cast.entities.all.find(({relation}) => relation === word)
    if (kind === 'unknown' && relative) return personal(relative)
    // "the judges said": nobody of them
    const isMany =
      this.rules.names.hasLateBodies === true &&
      kind === 'unknown' &&
      !isPossessed &&
      isPluralJob(word, this.rules)
    if (isMany) return this.nobody(phrase.text)
    if (kind === 'role' && (this.isPlural(phrase) || this.isUnnamed(phrase)))
      return this.nobody(phrase.text)
    // "les éleveurs": nobody of them
    if (
      wordPattern(this.rules.names.plurals ?? NONE, '^%\\s').test(phrase.text) &&
      /[sx]$/u.test(word)
    )
      return isPossessed ? null : this.nobody(phrase.text)
    return isPossessed && kind === 'unknown' ? null : this.withRole(phrase)
  }

  /** "The company", "la mairie": which organisation. */
  private bodyOf(phrase: Phrase): Subject | null {
    const {word, isIndefinite, isPossessed} = phrase
    if (isIndefinite) return {entities: [], attribution: phrase.text, isDocument: true}
    const known = this.cast.bodies.bodyCalled(word, this.memory.institution)
    // "la mairie", of which the article says no name; but "the company" is the one that it named.
    const isAny = pattern(this.rules.names.anyBodies, '^%$').test(word)
    // "le comité d’usagers"
    const isWhole = wordPattern(this.rules.names.genitives, "\\s%(?:\\s|(?<=[’']))\\p{Ll}").test(
      phrase.text,
    )
    if (!known && (!isAny || isWhole) && !isPossessed) return this.unnamedBody(phrase)
    const firm = isAny ? this.firmOfPerson() : null
    if (firm) return firm
    const latest = this.memory.institution ?? this.pronouns.nextInstitution()?.entities[0] ?? null
    const body = known ?? (latest && this.cast.bodies.canBeCalled(word, latest) ? latest : null)
    if (body) return organised(body)
    const isUnnamed = latest !== null || this.rules.names.firms !== undefined
    return isUnnamed && !isPossessed ? this.unnamedBody(phrase) : null
  }

  /** „…“, sagte Eva Roth, Betriebsrätin bei Holt Papier. "Das Unternehmen": the firm of the paragraph's speaker. */
  private firmOfPerson(): Subject | null {
    const {affiliation: name = null, title = null} = this.memory.person ?? {}
    const isOffice = pattern(this.rules.names.placeTitles, '^(?:%)$').test(title ?? '')
    const isHere =
      name !== null && name.includes(' ') && this.memory.earlier.includes(name) && !isOffice
    const isOnly = this.rules.speech.hasCapitalNouns === true && this.memory.institution === null
    return isHere && isOnly ? organised({...NO_ENTITY, name}) : null
  }

  /** "sein Anwalt", of whom the article says no name. */
  private isUnnamed({word, text, isPossessed}: Phrase): boolean {
    const isHeld = this.cast.entities.all.some(
      ({title}) => title !== null && nounsOfTitle(title, this.rules).includes(word),
    )
    return (
      isPossessed &&
      this.rules.speech.hasCapitalNouns === true &&
      !isHeld &&
      text.split(' ').length === 2
    )
  }

  /** "die Frau", where a neighbour without a name was spoken of last. */
  private isNameless({text}: Phrase): boolean {
    const {notTitles, definite} = this.rules.names
    return (
      this.rules.speech.hasCapitalNouns === true &&
      wordPattern(definite, '^%\\s\\p{L}+$').test(text) &&
      wordPattern(notTitles, '\\s%$').test(text)
    )
  }

  /** "die Fischer": a man's noun behind the article of a woman or of many. */
  readonly isPlural = ({text}: Phrase): boolean =>
    wordPattern(this.rules.names.caseArticles?.plain ?? NONE, '^%\\s').test(text) &&
    genderOfNoun(text, this.rules) === 'male'

  /** "Mr Poll", where a sister and a brother have the surname: by the form of address, or who was spoken of last. */
  private sameSurname({word, from}: Phrase, entity: Entity, text: string): Entity {
    const surname = entity.name.split(' ').at(-1) ?? ''
    if (bare(word) === bare(entity.name) || !bare(word).endsWith(bare(surname))) return entity
    const {female, male} = this.rules.names.honorifics
    const ahead = text.slice(Math.max(0, from - 10), from)
    const is = (list: readonly string[]) => pattern(list, `${WORD_START}(?:%)[.․]?\\s$`).test(ahead)
    const gender: Gender = is(female) ? 'female' : is(male) ? 'male' : null
    const same = this.memory.recent.filter(
      (one) =>
        one.kind === 'person' &&
        (gender !== null || one.isByGivenName !== true) &&
        one.name.split(' ').at(-1) === surname &&
        (gender === null || one.gender === null || one.gender === gender),
    )
    return same.at(-1) ?? entity
  }

  /** "laut Polizei": the police that the article has named, or else the word is the name. */
  bodyCalled(word: string): Subject {
    return organised(
      this.cast.bodies.bodyCalled(word, this.memory.institution) ?? {...NO_ENTITY, name: word},
    )
  }

  /** "le conseil municipal" is a name, "la mairie" is not. */
  private unnamedBody({text}: Phrase): Subject {
    const name = this.withoutArticle(text)
    // "Die Polizei" is named so.
    const isName = pattern(this.rules.names.soleBodies ?? NONE, '^(?:%)$').test(name)
    return name.includes(' ') || isName ? organised({...NO_ENTITY, name}) : unnamed(text)
  }

  withoutArticle = (text: string): string =>
    text.replace(pattern(this.rules.names.articles, "^(?:%)(?:\\s+|(?<=[’']))"), '')

  /** "el policía", "the woman": who was named last, if nobody without a name was spoken of. */
  private knownPerson({text: whole}: Phrase): Subject | null {
    const text = this.withoutYears(whole)
    const word = bare(text)
    const isOne =
      wordPattern(this.rules.names.definite, "^%(?:\\s|(?<=[’']))\\p{L}+$").test(text) &&
      !/[sx]$/u.test(text)
    const known = this.onlyNamed(text)
    if (known) return known
    // "la otra" was not named before
    if (pattern(this.rules.names.ordinals, '\\s(?:%)$').test(text)) return null
    const isNew = ![...this.anonymous.keys()].some((noun) => word.endsWith(noun))
    if (!isOne || !isNew || this.memory.nameless !== null || !this.memory.person) return null
    // "sonríe el conductor"
    const {noun} = nounPhraseIn(text, this.rules)
    const {hasLateAdjectives} = this.rules.names
    const isRole = hasLateAdjectives === true || this.rules.speech.hasCapitalNouns === true
    if (isRole && endsInJob(noun, this.rules))
      this.entitle(this.memory.person, {word: noun, kind: 'role', text})
    return personal(this.memory.person)
  }

  /** "It did not satisfy Ann Poll. The crane driver said": of whom the sentence before says nothing else. */
  onlyNamed(text: string): Subject | null {
    const {names} = this.rules
    const {noun, core, article} = nounPhraseIn(text, this.rules)
    const isOne =
      names.hasLateBodies === true &&
      wordPattern(names.definite, '^%\\s$').test(article) &&
      core.split(' ').length < 4 &&
      endsInJob(noun, this.rules) &&
      text.endsWith(core)
    const person = isOne ? this.memory.person : null
    const isHere = this.cast.entities
      .mentionsIn(this.memory.earlier)
      .some(({entity}) => entity === person)
    if (!person || !isHere || this.memory.nameless !== null || person.title !== null) return null
    this.entitle(person, {word: noun, kind: 'role', text})
    return personal(person)
  }

  /** "le jeune homme", "la mujer de 54 años": only the noun. */
  private readonly withoutYears = (text: string): string => {
    const {hasLateAdjectives, earlyAdjectives = [], ordinals} = this.rules.names
    if (!hasLateAdjectives) return text
    const other = `(?!(?:${sourceOf(ordinals)})\\s)`
    return text
      .replace(wordPattern(earlyAdjectives, `(?<=^\\p{L}+\\s)${other}%\\s(?=\\p{L})`), '')
      .replace(/\s(?:de\s)?\d{1,3}\s(?:ans|años)$/u, '')
  }

  /** "el portavoz del partido": who was named last, and of whom nothing else is said. */
  private knownSpokesman(phrase: Phrase): Subject | null {
    const {names} = this.rules
    const isOne =
      names.hasLateAdjectives === true &&
      wordPattern(names.definite, "^%(?:\\s|(?<=[’']))").test(phrase.text) &&
      !wordPattern(names.plurals ?? NONE, '^%\\s').test(phrase.text)
    const {noun} = nounPhraseIn(phrase.text, this.rules)
    const isHere = this.cast.entities
      .mentionsIn(this.memory.paragraph)
      .some(({entity}) => entity === this.memory.person)
    const {title} = this.memory.person ?? {title: ''}
    const isFit = title === null || nounsOfTitle(title, this.rules).includes(noun)
    const isFree = this.memory.nameless === null && isFit && isHere
    if (!isOne || !isFree || !endsInJob(noun, this.rules)) return null
    return this.withRole({...phrase, kind: 'role', word: noun})
  }

  /** "the trust’s head of forecasting, Evangeline Stott": the name behind the title. */
  apposed(phrase: Phrase, text: string): Phrase | undefined {
    // "One of the pupils, nine-year-old Maisie,"
    const isOneOf = this.rules.names.hasLateBodies === true && /^one of\s/iu.test(phrase.text)
    // "Los abogados Ana Roda y Luis Prat"
    const isBeside =
      this.rules.names.hasLateAdjectives === true && /^\s\p{Lu}/u.test(text.slice(phrase.to))
    if (phrase.kind === 'anonymous' && !isOneOf && !isBeside) return undefined
    if (phrase.kind === 'document') return undefined
    return this.phrases
      .in(text)
      .find(
        (other) =>
          other.kind === 'person' &&
          other.from >= phrase.to &&
          (pattern(
            honorificsOf(this.rules),
            `^,?\\s(?:(?:%)\\.?\\s|(?:${sourceOf(this.rules.names.ages)})\\s)*$`,
          ).test(text.slice(phrase.to, other.from)) ||
            this.isWithParty(text.slice(phrase.to, other.from)) ||
            this.isWithNoun(text.slice(phrase.to, other.from)) ||
            (other.from - phrase.to < 60 &&
              pattern(this.rules.names.titles, '%,?\\s$').test(text.slice(phrase.to, other.from)))),
      )
  }

  /** "El alcalde, el socialista Juan Roda,": the party is between the title and the name. */
  private readonly isWithParty = (between: string): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    wordPattern(this.rules.names.definite, "^,\\s%(?:\\s|(?<=[’']))(?:[\\p{Ll}-]+\\s){1,2}$").test(
      between,
    )

  /** "El inventor, un relojero jubilado llamado Juan Roda,": what else somebody is, is between. */
  private readonly isWithNoun = (between: string): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    pattern(
      this.rules.names.namedBy,
      `^[^,~]{0,30},\\s(?:${sourceOf(this.rules.names.indefinite)})\\s[^,~]{3,40}\\s(?:%)\\s$`,
    ).test(between)

  /** "A and B". */
  joined(phrase: Phrase, text: string): Subject {
    const entities = [this.latestOf(phrase.entity as Entity, phrase.text)]
    let {to} = phrase
    for (const other of this.phrases.in(text)) {
      if (other.from < to || !this.areJoined(text, to, other.from)) continue
      const subject =
        other.kind === 'person'
          ? other.entity
          : other.kind === 'role' && !other.isIndefinite
            ? (this.apposed(other, text)?.entity ?? this.withRole(other)?.entities[0])
            : other.kind === 'pronoun'
              ? this.pronouns.byPronoun(other.word)?.entities[0]
              : undefined
      if (!subject) continue
      entities.push(subject)
      to = other.to
    }
    return people([...new Set(entities)])
  }

  /** "Gálvez", where two have that surname: who was spoken of last. */
  private latestOf(entity: Entity, words: string): Entity {
    if (words.includes(' ') || this.rules.names.hasLateAdjectives !== true) return entity
    const isOne = ({kind, name}: Entity) => kind === 'person' && name.endsWith(` ${words}`)
    return this.memory.recent.findLast(isOne) ?? entity
  }

  /** "the geologist": who has that title, or who was named last. */
  withRole({word, kind, text}: Phrase): Subject | null {
    const anonymous = this.anonymous.get(word)
    if (anonymous !== undefined && kind !== 'role') return unnamed(anonymous)
    const gender = genderOfNoun(text, this.rules)
    const people = [...this.memory.recent.toReversed(), ...this.cast.entities.all].filter(
      (one) => one.kind === 'person' && (!gender || one.gender === null || one.gender === gender),
    )
    const latest =
      this.memory.person && people.includes(this.memory.person) ? this.memory.person : undefined
    const holder = (isSame: (noun: string) => boolean, among = people) =>
      among.find(({title}) => title !== null && nounsOfTitle(title, this.rules).some(isSame))
    const isLate = this.rules.names.hasLateAdjectives === true
    // "The coach" is not the trainer whom the article names later, if it just named somebody without a title.
    const named =
      isLate && latest?.title === null
        ? people.filter((one) => this.memory.recent.includes(one))
        : people
    const isHere =
      this.rules.names.hasLateAdjectives === true &&
      latest?.title === null &&
      this.cast.entities.mentionsIn(this.memory.earlier).some(({entity}) => entity === latest)
    const titled =
      // Nor is "the chief accountant" the chief of the opposition, who is named only later.
      holder((noun) => noun === word, isHere ? named : people) ??
      (isHere ? undefined : holder((noun) => isSameRole(word, noun, this.rules), named))
    // "the mayor", where the article names none: not somebody who has another title.
    const {placeTitles, publicOffices = []} = this.rules.names
    const isOther =
      titled === undefined && pattern(together(placeTitles, publicOffices), '^(?:%)$').test(word)
    const untitled = people.find((one) => this.memory.recent.includes(one) && one.title === null)
    // A new paragraph that has not named the latest, who has a different title: the main person.
    const isStale =
      kind === 'role' &&
      titled === undefined &&
      latest !== undefined &&
      latest.title !== null &&
      !this.cast.entities.mentionsIn(this.memory.paragraph).some(({entity}) => entity === latest)
    const main = isStale && gender !== null ? this.cast.entities.mainOf(people) : undefined
    const person = titled ?? main ?? latest ?? untitled
    // "the spokesman of the ministry" is not who was named as a baker.
    const links = together(this.rules.names.genitives, this.rules.names.contracted)
    const isOfOther =
      kind === 'role' &&
      titled === undefined &&
      wordPattern(links, "\\s%(?:\\s|(?<=[’']))").test(text) &&
      this.rules.names.hasLateAdjectives === true
    // "The nurse said", where the article names nobody
    const isNobody = this.rules.names.hasLateBodies === true && kind === 'role'
    const isStranger = titled === undefined && this.memory.strangers.has(word)
    if (!person || isStranger || ((isOther || isOfOther) && person.title !== null))
      return gender !== null || isOfOther || (!person && isNobody) ? this.nobody(text) : null
    this.entitle(person, {word, kind, text})
    return personal(person)
  }

  /** « … », rapporte le docker: whatever the noun behind the verb, it is somebody’s. */
  speakerOfNoun(phrase: Phrase): Subject | null {
    if (phrase.isIndefinite) return this.nobody(phrase.text)
    const relative = this.cast.entities.all.find(({relation}) => relation === phrase.word)
    return relative ? personal(relative) : this.withRole({...phrase, kind: 'role'})
  }

  entitle(person: Entity, {word, kind, text}: Pick<Phrase, 'word' | 'kind' | 'text'>) {
    if (person.title !== null || wordPattern(this.rules.names.notTitles, '^%$').test(word)) return
    if (kind !== 'role' || this.cast.bodies.isTownsperson(word)) return
    const found = this.cast.withShortBody(splitTitle(this.roleIn(text), this.rules))
    person.title = found.title ?? word
    this.giveBody(person, found.affiliation ?? this.bodyAhead(word, text))
  }

  giveBody(person: Entity, words: string | null) {
    person.affiliation ??= words
      ? this.cast.bodies.affiliation(words, this.memory.paragraph, {from: 0})
      : this.cast.bodies.bodyOfTitle(person.title ?? '', this.memory.paragraph)
  }

  /** "Au Centre d’étude des rapaces, cette biologiste suit les vautours" */
  private bodyAhead(word: string, phrase: string): string | null {
    const at = this.memory.paragraph.indexOf(phrase)
    if (at < 0 || this.rules.names.hasLateAdjectives !== true) return null
    const mentions = this.cast.entities.mentionsIn(this.memory.paragraph)
    return this.cast.placeAhead(this.memory.paragraph, at + phrase.indexOf(word), mentions)
  }

  /** "ce vigneron cultive": the noun with its adjective, and what a preposition joins to it. */
  private readonly roleIn = (text: string): string => {
    const {names} = this.rules
    if (!names.hasLateAdjectives) return text
    const article = pattern(names.articles, "^(?:%)(?:\\s+|(?<=[’']))").exec(text)?.[0] ?? ''
    const noun = upToJob(text.slice(article.length), 3, this.rules)
    if (noun === null) return text
    const adjective = `(?:\\s[\\p{Ll}-]*(?:${sourceOf(names.adjectiveEndings ?? NONE)})${WORD_END})?`
    // "ce délégué CGT", "cette sociologue à l’université de Mornac"
    const links = `${wordsOf(together(names.genitives, names.contracted))}|${wordsOf(this.rules.head.from)}`
    const more = `(?:\\s\\p{Lu}{2,6}(?![\\p{L}]))?(?:\\s(?:${links})(?:\\s|(?<=[’'])).*)?`
    const rest = text.slice(article.length + noun.length)
    return (
      article + noun + (pattern(names.articles, `^${adjective}${more}`, 'u').exec(rest)?.[0] ?? '')
    )
  }

  /** "A and B": nothing but "and" between two names. */
  areJoined = (text: string, from: number, to: number): boolean =>
    pattern(
      this.rules.head.and,
      `^,?\\s%\\s(?:(?:${sourceOf(honorificsOf(this.rules))})\\.?\\s)?$`,
    ).test(text.slice(from, to)) || this.areJoinedWithTitles(text.slice(from, to))

  /** "la maire, Anne Roth, et son adjoint à la voirie, Luc Perrin": a title before the second name. */
  private areJoinedWithTitles(between: string): boolean {
    const {names, head, speech} = this.rules
    if (speech.hasCapitalNouns) {
      const title = pattern(
        head.and,
        `^(?:\\s\\([^)]*\\))?(?:,?\\s(?:${sourceOf(names.belongs)})\\s[^,.;:~]{3,50})?,?\\s%\\s(?<title>(?:(?:${sourceOf(names.articles)}|deren|dessen)\\s)?(?:[\\p{Ll}-]+\\s)?\\p{Lu}[^.;:~]{2,70}?),?\\s$`,
      ).exec(between)?.groups?.['title']
      return title !== undefined && upToJob(title, 4, this.rules) !== null
    }
    const noun = pattern(
      together(names.articles, names.possessives),
      `^,\\s(?:${sourceOf(head.and)})\\s(?:%)(?:\\s|(?<=[’']))(?<noun>[\\p{L}-]+)(?:\\s[^,.;:~]{2,40})?,\\s$`,
    ).exec(between)?.groups?.['noun']
    return names.hasLateAdjectives === true && noun !== undefined && endsInJob(noun, this.rules)
  }

  /** "the official" is who was "an official briefed on the matter" before. */
  nobody(words: string): Subject {
    const printed = words.trim()
    const noun = this.nounOf(printed)
    const known = this.isDefinite(printed) ? this.anonymous.get(noun) : undefined
    if (noun !== '' && known === undefined && !this.anonymous.has(noun))
      this.anonymous.set(noun, printed)
    return unnamed(known ?? printed)
  }

  readonly isDefinite = (text: string): boolean =>
    wordPattern(this.rules.names.definite, "^%(?:\\s|(?<=[’']))").test(text) ||
    /^that\s/iu.test(text)

  private nounOf(text: string): string {
    const own = bare(text)
      .split(' ')
      .find((word) => pattern(UNNAMED, '^%s?$').test(word))
    const {noun} = nounPhraseIn(
      text.split(wordPattern(this.rules.names.clauses, ',?\\s%\\s'))[0] ?? '',
      this.rules,
    )
    return own ?? bare(noun)
  }

  /** All who have that surname, if they are more than one. */
  family(plural: string): Subject | null {
    const all = this.cast.entities.all.filter(({kind, name}) => {
      const surname = name.split(' ').slice(1).at(-1)
      return kind === 'person' && [`${surname}s`, `${surname}es`].includes(plural)
    })
    return all.length > 1 ? people(all) : null
  }

  subjectOfSentence(text: string): Subject | null {
    const first = this.cast.entities.mentionsIn(text).find(({entity}) => entity.kind === 'person')
    if (first) return personal(first.entity)
    const nameless = this.phrases.in(text)[0]
    const holder = nameless && this.holderOf(nameless)
    if (holder) return personal(holder)
    const speaks = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).test(text)
    const begins = nameless?.from === 0 && nameless.isIndefinite
    return (speaks || begins) && nameless?.kind === 'anonymous' && !nameless.isGoverned
      ? this.nobody(nameless.text)
      : null
  }

  /** "La prévenue hoche la tête. « … »": the subject of a sentence, if the article said so of somebody. */
  private holderOf(phrase: Phrase): Entity | null {
    const {from, text, word, isIndefinite, isPossessed} = phrase
    const isOne = from <= 1 && !isIndefinite && !isPossessed && this.isDefinite(text)
    if (!isOne || this.rules.names.hasLateAdjectives !== true) return null
    const person = this.withRole(phrase)?.entities[0]
    const nouns = nounsOfTitle(person?.title ?? '', this.rules)
    const isHeld = nouns.some((noun) => noun === word || isSameRole(word, noun, this.rules))
    return person && isHeld ? person : null
  }

  /** "Le propriétaire, le groupe Altenor,": an organisation. */
  apposedBody({to}: Phrase, text: string): Entity | undefined {
    const next = this.phrases.in(text).find(({from}) => from >= to)
    const between = next ? text.slice(to, next.from) : ''
    const isApposed = wordPattern(this.rules.names.definite, '^[^,.]{0,40},\\s(?:%\\s?)?$').test(
      between,
    )
    return next?.kind === 'institution' && isApposed ? next.entity : undefined
  }
}

const UNNAMED = ['official', 'source', 'person', 'diplomat', 'resident', 'man', 'woman']
