// What an article has spoken of up to a sentence: whom "she", "the geologist" and "the trust" mean there.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  bare,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'
import type {Cast} from './cast.ts'
import type {Gender} from './capitals.ts'
import type {Entity, Mention} from './entities.ts'
import type {Phrase, Phrases} from './phrases.ts'
import {genderOfNoun, isSameRole, nounsOfTitle} from './genders.ts'
import {endsInJob, isPluralJob, nounPhraseIn, upToJob} from './nouns.ts'
import {isPerson, organised, people, personal, unnamed, type Subject} from './subject.ts'
import {apposition} from './titles/apposition.ts'
import {leadIn, leadOf} from './titles/lead-in.ts'
import {organisationParts} from './titles/organisations.ts'
import {splitTitle} from './titles/split-title.ts'

export class Story {
  /** Who was spoken of last, by what a pronoun asks for. */
  person: Entity | null = null
  institution: Entity | null = null
  recent: Entity[] = []
  /** Who spoke last. */
  speaking: Subject | null = null
  /** Who spoke before in the paragraph. */
  speakingHere: Subject | null = null
  /** Who spoke before in the sentence. */
  speakingNow: Subject | null = null
  /** The paragraph that is looked at, without its quoted words. */
  paragraph = ''
  /** Of the paragraph, what is before the sentence. */
  earlier = ''
  /** The sentence before the stretch that is looked at. */
  ahead = ''
  /** The sentence up to the words that are looked at. */
  sentence = ''
  private readonly rules: LanguageRules
  private readonly cast: Cast
  private readonly phrases: Phrases
  private readonly honorifics: readonly string[]
  private readonly anonymous = new Map<string, string>()
  private readonly byGender: {female: Entity | null; male: Entity | null} = {
    female: null,
    male: null,
  }
  /** "dirigida a un editor": what somebody is whom the article does not name. */
  private readonly strangers = new Set<string>()
  /** Who was spoken of last, if nobody was named since: "a clerk at the pawnshop". */
  private nameless: Subject | null = null
  /** An organisation was the subject of the last sentence that named somebody. */
  private isBodyLatest = false
  /** The organisation that the last sentence named, if it named nobody else. */
  private onlyBody: Entity | null = null
  /** A text without an owner was the subject of the last sentence: "A sign has appeared." */
  private text: Subject | null = null
  /** The text that was spoken of last: "Le rapport est sévère." */
  lastText: Subject | null = null

  constructor(phrases: Phrases, cast: Cast, rules: LanguageRules) {
    this.phrases = phrases
    this.cast = cast
    this.rules = rules
    const {any, female, male} = rules.names.honorifics
    this.honorifics = together(any, together(female, male))
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
  private readonly isPlural = ({text}: Phrase): boolean =>
    wordPattern(this.rules.names.caseArticles?.plain ?? NONE, '^%\\s').test(text) &&
    genderOfNoun(text, this.rules) === 'male'

  /** Who speaks, from the phrase that is the subject. */
  resolve(phrase: Phrase, text: string): Subject | null {
    const {kind, entity, word, isIndefinite, isPossessed} = phrase
    if (kind === 'pronoun')
      return (
        this.pairIn(text.slice(phrase.from)) ?? this.byPronoun(word, text.slice(0, phrase.from))
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
    if (kind === 'anonymous' && this.isNameless(phrase) && this.nameless) return this.nameless
    if (kind === 'anonymous')
      return this.knownPerson(phrase) ?? this.knownSpokesman(phrase) ?? this.nobody(phrase.text)
    if (kind === 'relative') {
      const known = this.cast.entities.all.find(({relation}) => relation === word)
      return known ? personal(known) : this.nobody(phrase.text)
    }
    if (kind === 'document') return this.document(phrase, text)
    if (kind === 'body') {
      if (isIndefinite) return {entities: [], attribution: phrase.text, isDocument: true}
      const known = this.cast.bodies.bodyCalled(word, this.institution)
      // "la mairie", of which the article says no name; but "the company" is the one that it named.
      const isAny = pattern(this.rules.names.anyBodies, '^%$').test(word)
      // "le comité d’usagers"
      const isWhole = wordPattern(this.rules.names.genitives, "\\s%(?:\\s|(?<=[’']))\\p{Ll}").test(
        phrase.text,
      )
      if (!known && (!isAny || isWhole) && !isPossessed) return this.unnamedBody(phrase)
      const latest = this.institution ?? this.nextInstitution()?.entities[0] ?? null
      const body = known ?? (latest && this.cast.bodies.canBeCalled(word, latest) ? latest : null)
      if (body) return organised(body)
      const isUnnamed = latest !== null || this.rules.names.firms !== undefined
      return isUnnamed && !isPossessed ? this.unnamedBody(phrase) : null
    }
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

  /** "Mr Poll", where a sister and a brother have the surname: by the form of address, or who was spoken of last. */
  private sameSurname({word, from}: Phrase, entity: Entity, text: string): Entity {
    const surname = entity.name.split(' ').at(-1) ?? ''
    if (bare(word) === bare(entity.name) || !bare(word).endsWith(bare(surname))) return entity
    const {female, male} = this.rules.names.honorifics
    const ahead = text.slice(Math.max(0, from - 10), from)
    const is = (list: readonly string[]) => pattern(list, `${WORD_START}(?:%)[.․]?\\s$`).test(ahead)
    const gender: Gender = is(female) ? 'female' : is(male) ? 'male' : null
    const same = this.recent.filter(
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
      this.cast.bodies.bodyCalled(word, this.institution) ?? {...NO_ENTITY, name: word},
    )
  }

  /** "le conseil municipal" is a name, "la mairie" is not. */
  private unnamedBody({text}: Phrase): Subject {
    const name = this.withoutArticle(text)
    // "Die Polizei" is named so.
    const isName = pattern(this.rules.names.soleBodies ?? NONE, '^(?:%)$').test(name)
    return name.includes(' ') || isName ? organised({...NO_ENTITY, name}) : unnamed(text)
  }

  private withoutArticle = (text: string): string =>
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
    if (!isOne || !isNew || this.nameless !== null || !this.person) return null
    // "sonríe el conductor"
    const {noun} = nounPhraseIn(text, this.rules)
    const {hasLateAdjectives} = this.rules.names
    const isRole = hasLateAdjectives === true || this.rules.speech.hasCapitalNouns === true
    if (isRole && endsInJob(noun, this.rules))
      this.entitle(this.person, {word: noun, kind: 'role', text})
    return personal(this.person)
  }

  /** "It did not satisfy Ann Poll. The crane driver said": of whom the sentence before says nothing else. */
  private onlyNamed(text: string): Subject | null {
    const {names} = this.rules
    const {noun, core, article} = nounPhraseIn(text, this.rules)
    const isOne =
      names.hasLateBodies === true &&
      wordPattern(names.definite, '^%\\s$').test(article) &&
      core.split(' ').length < 4 &&
      endsInJob(noun, this.rules) &&
      text.endsWith(core)
    const person = isOne ? this.person : null
    const isHere = this.cast.entities.mentionsIn(this.earlier).some(({entity}) => entity === person)
    if (!person || !isHere || this.nameless !== null || person.title !== null) return null
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
      .mentionsIn(this.paragraph)
      .some(({entity}) => entity === this.person)
    const {title} = this.person ?? {title: ''}
    const isFit = title === null || nounsOfTitle(title, this.rules).includes(noun)
    const isFree = this.nameless === null && isFit && isHere
    if (!isOne || !isFree || !endsInJob(noun, this.rules)) return null
    return this.withRole({...phrase, kind: 'role', word: noun})
  }

  /** "the trust’s head of forecasting, Evangeline Stott": the name behind the title. */
  private apposed(phrase: Phrase, text: string): Phrase | undefined {
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
            this.honorifics,
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
  private joined(phrase: Phrase, text: string): Subject {
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
              ? this.byPronoun(other.word)?.entities[0]
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
    return this.recent.findLast(isOne) ?? entity
  }

  /** "the geologist": who has that title, or who was named last. */
  private withRole({word, kind, text}: Phrase): Subject | null {
    const anonymous = this.anonymous.get(word)
    if (anonymous !== undefined && kind !== 'role') return unnamed(anonymous)
    const gender = genderOfNoun(text, this.rules)
    const people = [...this.recent.toReversed(), ...this.cast.entities.all].filter(
      (one) => one.kind === 'person' && (!gender || one.gender === null || one.gender === gender),
    )
    const latest = this.person && people.includes(this.person) ? this.person : undefined
    const holder = (isSame: (noun: string) => boolean, among = people) =>
      among.find(({title}) => title !== null && nounsOfTitle(title, this.rules).some(isSame))
    const isLate = this.rules.names.hasLateAdjectives === true
    // "The coach" is not the trainer whom the article names later, if it just named somebody without a title.
    const named =
      isLate && latest?.title === null ? people.filter((one) => this.recent.includes(one)) : people
    const isHere =
      this.rules.names.hasLateAdjectives === true &&
      latest?.title === null &&
      this.cast.entities.mentionsIn(this.earlier).some(({entity}) => entity === latest)
    const titled =
      // Nor is "the chief accountant" the chief of the opposition, who is named only later.
      holder((noun) => noun === word, isHere ? named : people) ??
      (isHere ? undefined : holder((noun) => isSameRole(word, noun, this.rules), named))
    // "the mayor", where the article names none: not somebody who has another title.
    const {placeTitles, publicOffices = []} = this.rules.names
    const isOther =
      titled === undefined && pattern(together(placeTitles, publicOffices), '^(?:%)$').test(word)
    const untitled = people.find((one) => this.recent.includes(one) && one.title === null)
    // A new paragraph that has not named the latest, who has a different title: the main person.
    const isStale =
      kind === 'role' &&
      titled === undefined &&
      latest !== undefined &&
      latest.title !== null &&
      !this.cast.entities.mentionsIn(this.paragraph).some(({entity}) => entity === latest)
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
    const isStranger = titled === undefined && this.strangers.has(word)
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

  private entitle(person: Entity, {word, kind, text}: Pick<Phrase, 'word' | 'kind' | 'text'>) {
    if (person.title !== null || wordPattern(this.rules.names.notTitles, '^%$').test(word)) return
    if (kind !== 'role' || this.cast.bodies.isTownsperson(word)) return
    const found = this.cast.withShortBody(splitTitle(this.roleIn(text), this.rules))
    person.title = found.title ?? word
    this.giveBody(person, found.affiliation ?? this.bodyAhead(word, text))
  }

  /** "Au Centre d’étude des rapaces, cette biologiste suit les vautours" */
  private bodyAhead(word: string, phrase: string): string | null {
    const at = this.paragraph.indexOf(phrase)
    if (at < 0 || this.rules.names.hasLateAdjectives !== true) return null
    const mentions = this.cast.entities.mentionsIn(this.paragraph)
    return this.cast.placeAhead(this.paragraph, at + phrase.indexOf(word), mentions)
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

  /** A text: of the organisation if it says whose it is. */
  private document(phrase: Phrase, text: string): Subject {
    // "his decision" is a person's, "its decision" an organisation's.
    const isOwn = wordPattern(this.rules.names.owners, '^%\\s').test(phrase.text)
    const isPersons = this.rules.names.hasLateAdjectives === true && !this.isBodyLatest
    if (phrase.isPossessed && (!isOwn || isPersons) && this.person)
      return {...personal(this.person), isDocument: true}
    // "Sein Urteil": of the person or the organisation that was named last
    const isBodys =
      this.isBodyLatest ||
      this.cast.entities.mentionsIn(this.earlier).at(-1)?.entity.kind === 'institution'
    if (phrase.isPossessed && this.rules.speech.hasCapitalNouns && !isBodys && this.person)
      return {...personal(this.person), isDocument: true}
    if (phrase.isPossessed && this.institution) return organised(this.institution)
    // "the observatory’s report", "a report by the Arts Network"
    const words = /^(?:\p{L}+\s)?(?<owner>\p{L}[^’']*)[’']s\s/u.exec(phrase.text)?.groups?.['owner']
    const named = words
      ? this.cast.bodies.named(words.split(' ').at(-1) ?? '', this.paragraph, Infinity)
      : null
    const owner =
      named ??
      (phrase.isIndefinite ? null : this.cast.bodies.organisationOf(phrase.word, this.institution))
    if (owner) return organised(owner)
    const by = this.issuer(text.slice(phrase.coreTo)) ?? this.publisher(text.slice(phrase.coreTo))
    if (by) return by
    const writer = this.writer(text.slice(phrase.coreTo))
    if (writer) return writer
    // "Samir Bose wrote to them. ‘I owe you an apology,’ the letter began."
    const isWritten = pattern(this.rules.speech.writes, `${WORD_START}%${WORD_END}`).test(
      this.earlier,
    )
    if (
      !phrase.isIndefinite &&
      !phrase.isGoverned &&
      isWritten &&
      this.person &&
      !this.isBodyLatest
    )
      return {...personal(this.person), isDocument: true}
    // "…, according to a statement": of the organisation that is the subject, here or before "The letter".
    const isIssued = pattern(this.rules.speech.issued ?? NONE, '^(?:%)$').test(phrase.word)
    const before =
      isIssued &&
      (!phrase.isIndefinite || this.rules.names.hasLateBodies || this.rules.speech.hasCapitalNouns)
        ? this.isBodyLatest
          ? this.institution
          : this.onlyBody
        : null
    const subject =
      phrase.isIndefinite || isIssued ? (this.bodyOfSentence() ?? before ?? undefined) : undefined
    return subject ? organised(subject) : {entities: [], attribution: phrase.text, isDocument: true}
  }

  /** "une note de Casimir Roth" */
  private writer(rest: string): Subject | null {
    const {names} = this.rules
    const of = names.hasLateAdjectives
      ? wordPattern(names.genitives, "^\\s%(?:\\s|(?<=[’']))").exec(rest)?.[0].length
      : undefined
    const person = this.phrases.in(rest).find(({from, kind}) => from === of && kind === 'person')
    return person?.entity ? {...personal(person.entity), isDocument: true} : null
  }

  /** "a report by the Arts Network", "une note du service des monuments engloutis": who gives out a text. */
  private issuer(rest: string): Subject | null {
    const {genitives, articles, contracted, bodies, agents, hasLateAdjectives} = this.rules.names
    // "Une note du service des monuments engloutis, datée du 4 mai"
    const own = pattern(
      bodies,
      `^\\s(?:${wordsOf(contracted)})\\s(?<name>%${organisationParts(this.rules).tail})(?=[,.;:~]|\\s(?!(?:${wordsOf(genitives)})\\s\\p{Lu})\\p{Ll})`,
      'u',
    ).exec(rest)?.groups?.['name']
    if (own?.includes(' ') && this.cast.entities.mentionsIn(own).length === 0)
      return organised({...NO_ENTITY, name: own})
    const by = this.phrases.in(rest).find(({kind}) => kind === 'institution' || kind === 'body')
    const between = `^,?[^,.;]{0,40}\\s(?:%)\\s?(?:${sourceOf(articles)})?\\s?(?:\\p{Ll}+\\s){0,2}$`
    const ahead = rest.slice(0, by?.from ?? 0)
    const isSeen = pattern(this.rules.speech.seen, `${WORD_START}%\\s`).test(ahead)
    const of = together(genitives, hasLateAdjectives ? (agents ?? NONE) : NONE)
    if (!by || isSeen || !wordPattern(of, between).test(ahead)) return null
    const known = this.resolve(by, rest)
    if (by.kind !== 'body' || known === null || known.entities.length > 0) return known
    return organised({...NO_ENTITY, name: this.withoutArticle(by.text)})
  }

  /** "des Verbands" behind a text, or ", das der Verband gestern veröffentlichte". */
  private publisher(rest: string): Subject | null {
    const {names, speech} = this.rules
    const isSeen = pattern(speech.seen, `^[^.;:~]{0,60}\\s(?:%)${WORD_END}`).test(rest)
    if (!speech.hasCapitalNouns || isSeen) return null
    const noun = pattern(
      names.bodies,
      `^(?:\\s|,\\s(?:${sourceOf(speech.relative)})\\s)(?:${wordsOf(names.definite)})\\s(?<noun>%)(?:e?s)?${WORD_END}`,
    ).exec(rest)?.groups?.['noun']
    const body = noun === undefined ? null : this.cast.bodies.bodyCalled(noun, this.institution)
    return body ? organised(body) : null
  }

  /** The organisation that is the subject of the sentence. */
  private bodyOfSentence(): Entity | undefined {
    const first = this.phrases
      .in(this.sentence)
      .find(({isGoverned, kind}) => !isGoverned && kind !== 'unknown')
    const isBody = first?.kind === 'body' && !first.isIndefinite
    return first?.kind === 'institution'
      ? first.entity
      : isBody
        ? this.resolve(first, this.sentence)?.entities[0]
        : undefined
  }

  /** "A and B": nothing but "and" between two names. */
  areJoined = (text: string, from: number, to: number): boolean =>
    pattern(this.rules.head.and, `^,?\\s%\\s$`).test(text.slice(from, to)) ||
    this.areJoinedWithTitles(text.slice(from, to))

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

  /** "he", "sie", "elle", "they". */
  byPronoun(word: string, before = ''): Subject | null {
    const {female, male, they, it} = this.rules.names.pronouns
    const is = (list: readonly string[]) => pattern(list, '^%$').test(word)
    if (is(they) || /^(?:ils|elles)$/iu.test(word)) {
      const here = new Set(
        this.cast.entities
          .mentionsIn(`${this.sentence} ${before}`)
          .filter(isPerson)
          .map(({entity}) => entity),
      )
      const two = (here.size > 1 ? [...here] : this.recent).slice(-2)
      return two.length === 2 ? people(two) : this.institution ? organised(this.institution) : null
    }
    if (is(it)) {
      if (this.text && !this.cast.entities.mentionsIn(before).length) return this.text
      const here = this.cast.entities
        .mentionsIn(`${this.ahead}${before}`)
        .find(({entity}) => entity.kind === 'institution')?.entity
      const body = here ?? this.institution
      return body ? organised(body) : this.nextInstitution()
    }
    if (pattern(this.rules.names.ages, '^(?:%)$').test(word))
      return this.person && personal(this.person)
    const gender: Gender = is(female) ? 'female' : is(male) ? 'male' : null
    if (!gender) return null
    if (this.nameless && !this.cast.entities.mentionsIn(before).some(isPerson)) return this.nameless
    const role = this.rules.names.hasGenders ? this.roleBefore(gender) : null
    if (role) return role
    const body = this.rules.names.hasGenders ? this.bodyBefore() : null
    if (body && this.canBe(gender, body)) return organised(body)
    const fits = ({kind, gender: own}: Entity) =>
      kind === 'person' && (own === null || own === gender)
    const here = this.cast.entities
      .mentionsIn(`${this.ahead}${before}`)
      .find(({entity}) => fits(entity))?.entity
    const person =
      here ??
      (this.person && (this.person.gender === null || this.person.gender === gender)
        ? this.person
        : this.byGender[gender])
    if (!person) return this.speaking?.attribution ? this.speaking : null
    person.gender ??= gender
    return personal(person)
  }

  /** "Le représentant de l’État n’y tient pas : les nappes, observe-t-il, …": the subject of the sentence. */
  private roleBefore(gender: Gender): Subject | null {
    const first = this.phrases.in(this.sentence)[0]
    const isRole =
      first?.kind === 'role' && first.from <= 1 && !first.isIndefinite && !first.isGoverned
    const own = first && genderOfNoun(first.text, this.rules)
    return isRole && own === gender && this.apposed(first, this.sentence) === undefined
      ? this.withRole(first)
      : null
  }

  /** The organisation that "she" may be: the subject of this sentence, or else of the one before. */
  private bodyBefore(): Entity | null {
    const phrases = this.phrases.in(this.sentence)
    const here = phrases.find(({kind, isGoverned}) => kind === 'institution' && !isGoverned)
    if (here?.entity && !phrases.some(({kind}) => kind === 'person')) return here.entity
    const topic = pattern(this.rules.names.topics ?? NONE, '^\\s?(?:%)\\s').test(this.sentence)
    const [first] = phrases
    if (topic && first?.kind === 'institution' && first.entity) return first.entity
    return this.isBodyLatest ? this.institution : null
  }

  /** "er" is not the Philharmonie. */
  private canBe(gender: 'female' | 'male', {name}: Entity): boolean {
    const {bodyGenders} = this.rules.names
    if (!bodyGenders) return true
    const words = bare(name).split(' ')
    const is = (list: readonly string[]) =>
      words.some((word) => pattern(list, '^(?:%)$').test(word))
    return is(bodyGenders[gender]) || !is(bodyGenders[gender === 'female' ? 'male' : 'female'])
  }

  private nextInstitution(): Subject | null {
    const first = this.cast.entities.all.find(({kind}) => kind === 'institution')
    return first ? organised(first) : null
  }

  /** "Ella y el alcalde", "Both", "the two": people that were named. */
  pairIn(text: string): Subject | null {
    const both = pattern(this.rules.names.pronouns.they, `^[\\s,]*%${WORD_END}`).exec(text)
    if (both && this.recent.length >= 2) return this.byPronoun(both[0].replace(/^[\s,]+/u, ''))
    const {female, male} = this.rules.names.pronouns
    const one = pattern(
      together(female, male),
      `^[\\s,]*(?<who>%)\\s(?:${this.rules.head.and.join('|')})\\s(?<other>(?:\\p{L}{1,3}\\.\\s)?[^,.;:]{3,60})`,
    ).exec(text)?.groups
    if (one) {
      const first = this.byPronoun(one['who'] ?? '')?.entities[0]
      const second =
        this.cast.entities.mentionsIn(one['other'] ?? '')[0]?.entity ??
        this.phrases
          .in(one['other'] ?? '')
          .filter(({kind}) => kind === 'role')
          .map((phrase) => this.withRole(phrase)?.entities[0])[0]
      if (first && second) return people([first, second])
    }
    return null
  }

  /** "her husband". */
  private relativeIn(text: string): Entity | null {
    const {relatives, possessives} = this.rules.names
    const found = pattern(
      eitherCase(together(relatives.female, relatives.male)),
      `(?:${eitherCase(possessives).join('|')})\\s(?<relation>%)${WORD_END}(?!,?\\s\\p{Lu})`,
      'u',
    ).exec(text)?.groups?.['relation']
    return found
      ? (this.cast.entities.all.find(({relation}) => relation === found.toLowerCase()) ?? null)
      : null
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

  private readonly isDefinite = (text: string): boolean =>
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

  /** The two who were spoken of last. */
  lastPair(): Subject | null {
    return this.nameless === null && this.recent.length > 1 ? people(this.recent.slice(-2)) : null
  }

  lastSubject(): Subject | null {
    if (this.nameless) return this.nameless
    return this.person && !(this.isBodyLatest && this.institution)
      ? personal(this.person)
      : this.institution
        ? organised(this.institution)
        : null
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

  /** Remembers who a sentence names, for the pronouns of the next one. */
  follow(text: string) {
    for (const phrase of this.phrases.in(text))
      if (phrase.kind === 'anonymous') this.nobody(phrase.text)
    this.noteTexts(text)
    const mentions = this.cast.entities.mentionsIn(text)
    this.noteStrangers(text)
    this.text = this.textIn(text) ?? (mentions.length > 0 ? null : this.text)
    const all = mentions.filter(isPerson)
    this.onlyBody = mentions.length === 1 && all.length === 0 ? (mentions[0]?.entity ?? null) : null
    const subjects = this.notOwners(all, text)
    const others = (subjects.length > 0 ? subjects : all).filter(
      (one) =>
        !this.isRelativeHere(one.entity, text.slice(0, one.from)) && !this.isInserted(one, text),
    )
    const spokenOf = others.length > 0 || this.person === null ? others : []
    for (const {entity} of all) {
      this.recent = [...this.recent.filter((one) => one !== entity), entity]
      if (entity.gender) this.byGender[entity.gender] = entity
    }
    const relative = this.relativeIn(text)
    if (relative) this.recent = [...this.recent.filter((one) => one !== relative), relative]
    // "Almunia ha prometido irse; Veigal solo quiere que": the last of two clauses
    const half = this.rules.names.hasLateAdjectives ? text.lastIndexOf(';') + 1 : 0
    const subject = spokenOf.find(({from}) => half > 0 && from === half + 1) ?? spokenOf[0]
    if (subject) this.person = subject.entity
    this.noteNameless(text, subject !== undefined)
    const isSentence = /[.!?…~][”"»’)]*\s*$/u.test(text)
    const body = isSentence && mentions.find(({entity}) => entity.kind === 'institution')
    if (body) this.institution = body.entity
    const first = this.phrases.in(text)[0]
    const named =
      !subject && !body && first?.kind === 'body' && !first.isIndefinite && !first.isGoverned
        ? this.resolve(first, text)?.entities[0]
        : undefined
    if (named) {
      this.institution = named
      // "Su organización reclama": the article still speaks of her.
      this.isBodyLatest = !(first?.isPossessed === true && this.person !== null)
    }
    const role = first?.kind === 'role' ? first : this.roleBehindComma(text)
    const isRole = !subject && role && this.canBeHeld(role)
    if (isRole && !this.apposedBody(role, text) && this.followRole(role, text)) return
    const isNamedFirst =
      this.rules.names.hasLateAdjectives === true &&
      all.length > 0 &&
      all[0]?.from === mentions[0]?.from
    if (subject || this.isAge(text) || isNamedFirst) this.isBodyLatest = false
    else if (body)
      this.isBodyLatest = this.phrases
        .in(text)
        .some(({kind, isGoverned}) => kind === 'institution' && !isGoverned)
  }

  /** Without those who only have what the sentence speaks of. */
  private notOwners(all: readonly Mention[], text: string): readonly Mention[] {
    // "Her father, Amos, ran the farm": the article goes on to speak of her.
    const free = all.filter(
      ({to}) => !/^(?:[’']s?|s)\s(?:[\p{Ll}-]+\s){0,3}\p{Ll}+,/u.test(text.slice(to)),
    )
    // "L’avocat de M. Chastel, Me Olivier Tanguy, plaide"
    const {genitives} = this.rules.names
    const owners = new Set(
      (free.length > 1 ? free : []).filter(({from}) =>
        wordPattern(genitives, `${WORD_START}%\\s(?:\\p{Lu}\\p{L}{0,3}\\.?\\s)?$`).test(
          text.slice(Math.max(0, from - 16), from),
        ),
      ),
    )
    return owners.size < free.length ? free.filter((one) => !owners.has(one)) : free
  }

  /** "He came down and, Ann Poll reports, had blisters.": the article goes on to speak of him. */
  private isInserted({from, to}: {from: number; to: number}, text: string): boolean {
    const {names, speech} = this.rules
    return (
      names.hasLateBodies === true &&
      this.person !== null &&
      pattern(together(names.pronouns.female, names.pronouns.male), '^\\s?(?:%)\\s').test(text) &&
      /,\s(?:\p{L}+\.?\s)?$/u.test(text.slice(0, from)) &&
      pattern(speech.verbs, '^\\s(?:%),').test(text.slice(to))
    )
  }

  private noteTexts(text: string) {
    const texts = this.phrases.in(text).filter(({kind}) => kind === 'document')
    const main = texts.find(({isGoverned}) => !isGoverned) ?? texts.at(-1)
    if (main) this.lastText = this.document(main, text)
  }

  /** "the geologist", but not "a geologist", "the fourth geologist", "the geologists" */
  private canBeHeld(role: Phrase): boolean {
    return !role.isIndefinite && !this.isPlural(role) && !this.isNewcomer(role.text)
  }

  private noteStrangers(text: string) {
    const {hasLateAdjectives} = this.rules.names
    for (const {kind, isIndefinite, isGoverned, word, to} of this.phrases.in(text))
      if (hasLateAdjectives && kind === 'role' && isIndefinite && isGoverned && text[to] !== ' ')
        this.strangers.add(word)
  }

  /** "Der 51-Jährige nahm es gefasst auf." */
  private readonly isAge = (text: string): boolean => {
    const spoken = this.phrases.in(text).find(({kind}) => kind !== 'unknown')
    return spoken?.kind === 'pronoun' && pattern(this.rules.names.ages, '^(?:%)$').test(spoken.word)
  }

  /** "El viernes, el relojero subirá": the subject behind what says when. */
  private readonly roleBehindComma = (text: string): Phrase | undefined => {
    const first = this.phrases
      .in(text)
      .find(({kind, isGoverned}) => kind !== 'unknown' && !isGoverned)
    const isBehind = first?.kind === 'role' && /,\s$/u.test(text.slice(0, first.from))
    const isHeld = this.cast.entities.all.some(
      ({title}) => title !== null && nounsOfTitle(title, this.rules).includes(first?.word ?? ''),
    )
    return this.rules.names.hasLateAdjectives === true && isBehind && isHeld ? first : undefined
  }

  /** "The geologist counts": true if the story knows who that is. */
  private followRole(first: Phrase, text: string): boolean {
    const role = this.withRole(first)
    if (role?.attribution) this.nameless = role
    const one = role?.entities[0]
    if (!one) return false
    if (this.rules.names.hasLateAdjectives) this.nameless = null
    this.person = one
    // "El panadero y la bióloga han acordado"
    const pair = this.joined({...first, entity: one}, text).entities
    this.recent = [...this.recent.filter((other) => !pair.includes(other)), ...pair]
    this.isBodyLatest = false
    return true
  }

  private textIn(text: string): Subject | null {
    const first = this.phrases.in(text)[0]
    const isText = first?.kind === 'document' && first.isIndefinite && !first.isGoverned
    return isText ? this.document(first, text) : null
  }

  /** "Le propriétaire, le groupe Altenor,": an organisation. */
  private apposedBody({to}: Phrase, text: string): Entity | undefined {
    const next = this.phrases.in(text).find(({from}) => from >= to)
    const between = next ? text.slice(to, next.from) : ''
    const isApposed = wordPattern(this.rules.names.definite, '^[^,.]{0,40},\\s(?:%\\s?)?$').test(
      between,
    )
    return next?.kind === 'institution' && isApposed ? next.entity : undefined
  }

  private isRelativeHere({name, relation, title}: Entity, before: string): boolean {
    // "His nephew Hugo, a designer, comes in summer": the article turns to him.
    if (relation === null || title !== null) return false
    // "Sa mère, Rachida Morand, y sert les clients"
    const isWhole = this.rules.names.hasLateAdjectives === true && /,\s$/u.test(before)
    if (isWhole && name.includes(' ')) return false
    return pattern(this.rules.names.possessives, `${WORD_START}(?:%)\\s${relation},?\\s$`).test(
      before,
    )
  }

  /** The subject of a sentence that names nobody. */
  private noteNameless(text: string, isNamed: boolean) {
    const phrases = this.phrases.in(text)
    const first = this.rules.names.hasLateAdjectives
      ? (phrases.find(({isGoverned}) => !isGoverned) ?? phrases[0])
      : phrases[0]
    const {female, male} = this.rules.names.pronouns
    // "A geologist at the Merrow Institute, she counts stones."
    const isFronted = pattern(together(female, male), '^[^,.]*,\\s%\\s').test(text)
    // "Au printemps, une cliente finit aux urgences"
    const ahead = text.slice(0, first?.from ?? 0)
    const isDay = wordPattern(
      this.rules.page.calendar,
      `^(?:(?:${wordsOf(this.rules.names.definite)})\\s)?%(?:\\s[^,~]{2,25})?,\\s$`,
    )
    const isFirst =
      ahead.trim() === '' ||
      (this.rules.names.hasLateBodies === true &&
        first?.isGoverned === false &&
        !this.isDefinite(first.text) &&
        pattern(this.rules.speech.joining, '^(?:%)$').test(ahead.trim())) ||
      isDay.test(ahead.trimStart()) ||
      wordPattern(
        together(this.rules.names.prepositions, this.rules.names.contracted),
        "^%(?:\\s|(?<=[’']))[^,~]{2,50},\\s$",
      ).test(ahead.trimStart())
    const isNameless =
      first !== undefined &&
      !isFronted &&
      isFirst &&
      !this.isTitleHeld(first.text) &&
      (first.kind === 'anonymous' ||
        (first.kind === 'role' && first.isIndefinite) ||
        this.isUnnamedParty(first))
    if (isNamed) this.nameless = null
    else if (isNameless) this.nameless = this.nobody(first.text)
    else if (this.bodySubject(text)) this.nameless = null
  }

  /** "Le prévenu a nié", where the article has named nobody. */
  private readonly isUnnamedParty = ({kind, text}: Phrase): boolean =>
    this.rules.names.hasLateAdjectives === true &&
    this.person === null &&
    kind === 'unknown' &&
    this.isDefinite(text) &&
    wordPattern(this.rules.names.notTitles, '^%$').test(nounPhraseIn(text, this.rules).noun)

  /** "The crane driver", if the article said so of the person whom it named last. */
  private readonly isTitleHeld = (text: string): boolean =>
    this.rules.names.hasLateBodies === true &&
    this.isDefinite(text) &&
    nounsOfTitle(this.person?.title ?? '', this.rules).includes(
      bare(nounPhraseIn(text, this.rules).noun),
    )

  /** "Dans son ordonnance, le tribunal relève" */
  private bodySubject = (text: string): Phrase | undefined => {
    const subject = this.phrases.in(text).find(({isGoverned}) => !isGoverned)
    return subject?.kind === 'institution' ? subject : undefined
  }

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
    if (this.isPlural(phrase)) return
    if (this.apposed(phrase, text)) return
    // "The fourth volunteer", "la única pediatra": nobody who was named before
    if (this.isNewcomer(phrase.text)) {
      const next = this.newcomer(text)
      if (next) this.entitle(next, phrase)
      return
    }
    const isHeld = this.cast.entities.all.some(
      ({title}) => title !== null && nounsOfTitle(title, this.rules).includes(phrase.word),
    )
    // "La médica rural atiende": the woman of the paragraph before, who has no title yet.
    const gender = genderOfNoun(phrase.text, this.rules)
    const isLatest = gender !== null && this.person?.title === null && this.person.gender === gender
    const isKnown =
      this.rules.names.hasLateAdjectives === true &&
      (isHeld || (isLatest && !this.isOffice(phrase)))
    if (this.strangers.has(phrase.word) && !isHeld) return
    if (this.rules.names.hasLateAdjectives) this.noteBody(phrase)
    const newcomer = isKnown ? undefined : this.newcomer(text)
    if (newcomer) this.entitle(newcomer, phrase)
    else if (this.isBodyLatest) return
    else if (this.person?.title === null) this.withRole(phrase)
    const lead = leadIn(text.slice(phrase.to), this.rules)
    const person = lead && (newcomer ?? this.withRole(phrase)?.entities[0])
    if (person)
      person.affiliation ??= this.cast.bodies.affiliation(lead.where, this.paragraph, {from: 0})
  }

  /** "Ann Poll has come. The salt maker is 60": a noun that may be a firm, of somebody who was named. */
  private noteMaker(text: string) {
    const [first] = this.phrases.in(text)
    const isMaker =
      this.rules.names.hasLateBodies === true &&
      first !== undefined &&
      first.from <= 1 &&
      ['body', 'anonymous'].includes(first.kind) &&
      this.cast.entities.mentionsIn(this.earlier).every(({entity}) => entity === this.person)
    if (!isMaker || first.isIndefinite) return
    // "The crane driver, elected as head of the union,"
    const rest = text.slice(first.to)
    const isMore = pattern(this.rules.names.isClauses, '^,\\s(?:%)\\s').test(rest)
    const office = isMore ? apposition(rest, this.rules, true) : null
    if (office !== null && this.person?.title === null) this.giveTitle(this.person, office)
    this.onlyNamed(first.text)
  }

  /** "Ce chercheur de l’université de Norvik", of somebody who was named as a biologist. */
  private noteBody(phrase: Phrase) {
    const {affiliation} = splitTitle(phrase.text, this.rules)
    const person =
      affiliation === null
        ? undefined
        : [this.person, ...this.recent.toReversed(), ...this.cast.entities.all].find(
            (one) =>
              one?.kind === 'person' &&
              one.title !== null &&
              nounsOfTitle(one.title, this.rules).some(
                (noun) => noun === phrase.word || isSameRole(phrase.word, noun, this.rules),
              ),
          )
    if (person && affiliation)
      person.affiliation ??=
        this.cast.bodies.affiliation(affiliation, this.paragraph, {from: 0}) || null
  }

  /** "La ministre de l’Agriculture": an office, which nobody has by the way. */
  private readonly isOffice = ({word}: Phrase): boolean => {
    const {placeTitles, fieldTitles = []} = this.rules.names
    return [placeTitles, fieldTitles].some((list) => pattern(list, '^(?:%)$').test(word))
  }

  private readonly isNewcomer = (text: string): boolean =>
    pattern(this.rules.names.ordinals, `^\\p{L}+[\\s’'](?:%)\\s`).test(text)

  /** "The rail minister is not amused. “…,” Halima Dresser wrote": who is named only after the sentence. */
  private newcomer(text: string): Entity | undefined {
    const at = this.paragraph.indexOf(text)
    const isOffice =
      this.rules.names.hasLateAdjectives === true &&
      pattern(this.rules.names.placeTitles, `^\\p{L}+[\\s’'](?:%)${WORD_END}`).test(
        text.trimStart(),
      )
    const isFirst = at === 0 || (isOffice && at > 0)
    if (!isFirst || this.cast.entities.mentionsIn(text).some(isPerson)) return undefined
    const rest = this.paragraph.slice(at + text.length)
    const mention = this.cast.entities.mentionsIn(rest).find(isPerson)
    // "demande le président. L’accusé, Paul Renn,": of whom something else is said
    const isOther = pattern(
      this.rules.names.articles,
      "(?:^|[.!?~])\\s(?:%)(?:\\s|(?<=[’']))[\\p{Ll}-]+,\\s$",
    ).test(rest.slice(0, mention?.from ?? 0))
    const next = isOther && this.rules.names.hasLateAdjectives ? undefined : mention?.entity
    return next && next.title === null && !this.recent.includes(next) ? next : undefined
  }

  /** "Deren Sprecherin wohnt nebenan. Eva Roth winkt.": who is named next. */
  private noteOwn(phrase: Phrase, text: string) {
    const at = this.paragraph.indexOf(text)
    const isFirst =
      phrase.from <= 1 && at >= 0 && !this.cast.entities.mentionsIn(text).some(isPerson)
    if (!this.rules.speech.hasCapitalNouns || !isFirst) return
    const next = this.cast.entities
      .mentionsIn(this.paragraph.slice(at + text.length))
      .find(isPerson)?.entity
    if (!next || next.title !== null || this.recent.includes(next)) return
    const {title, isOwn} = splitTitle(phrase.text, this.rules)
    next.title = title
    const isOfBody =
      isOwn === true && pattern(this.rules.names.bodyTitles, '^(?:%)$').test(title ?? '')
    const club = this.cast.bodies.clubOf(title, this.paragraph, at)
    if (club) next.affiliation ??= club.name
    else if (isOfBody && this.institution) next.affiliation ??= this.institution.name
  }

  /** At the beginning of a clause, or right behind a verb: "sagte der Meteorologe". */
  private readonly canName = (before: string): boolean =>
    /(?:^|,)\s*$/u.test(before) ||
    pattern(this.rules.speech.verbs, `${WORD_START}%\\s$`).test(before) ||
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
    const {pronouns, indefinite, prepositions, links, clauses, definite} = this.rules.names
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
      this.person?.title === null &&
      noun !== undefined &&
      endsInJob(noun, this.rules) &&
      !this.cast.entities.mentionsIn(text.slice(words.length, words.length + 60)).some(isPerson)
    if (!isRole || !(isPronoun || isOmitted || isNoun)) return
    const person = isPronoun ? this.byPronoun(next)?.entities[0] : this.person
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
    this.giveBody(person, affiliation)
  }

  private giveBody(person: Entity, words: string | null) {
    person.affiliation ??= words
      ? this.cast.bodies.affiliation(words, this.paragraph, {from: 0})
      : this.cast.bodies.bodyOfTitle(person.title ?? '', this.paragraph)
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
    if (apposed && this.person && !this.isBodyLatest) this.giveTitle(this.person, apposed)
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
    const person = where === null ? undefined : this.resolve(first, text)?.entities[0]
    // A mayor who runs a bakery is not its mayor.
    if (where !== null && person?.kind === 'person' && untitled.has(person))
      person.affiliation ??= this.cast.bodies.affiliation(where, this.paragraph, {from: 0}) || null
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
    const named = this.byPronoun(pronoun)?.entities[0] ?? this.newcomer(text)
    // An organisation is not a baker.
    this.giveTitle(named?.kind === 'institution' ? this.person : named, apposed)
  }
}

const NO_ENTITY: Omit<Entity, 'name'> = {
  kind: 'institution',
  gender: null,
  title: null,
  affiliation: null,
  evidence: 0,
  relation: null,
}

const UNNAMED = ['official', 'source', 'person', 'diplomat', 'resident', 'man', 'woman']
