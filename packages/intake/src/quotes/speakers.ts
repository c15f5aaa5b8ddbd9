// Who says the words between the marks: for languages that divide words by spaces.
import type {Quote, Speaker} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {titleCase} from '../parts/names.ts'
import {
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
import {Cast, type Entity, type Gender} from './cast.ts'
import {outerMarks, quotedIn} from './marks.ts'
import type {Passage, Quoted} from './mentions.ts'
import {clauseEnd, Phrases, withoutShortForms, type Phrase} from './phrases.ts'
import {splitTitle} from './titles.ts'
import {covered, sentencesOf} from './sentences.ts'

/** Who speaks: people, an organisation, or somebody without a name. */
interface Subject {
  entities: Entity[]
  /** As printed: "an official briefed on the matter", "a maintenance log". */
  attribution: string | null
  /** A text speaks. */
  isDocument: boolean
}

interface Scene {
  passage: Passage
  hidden: string
  quoted: Quoted[]
}

/** All quotations of an article, in order. `place` is where the article is written from. */
export function quotesOf(
  passages: readonly Passage[],
  place: string | null,
  rules: LanguageRules,
): Quote[] {
  return new Search(passages, place, rules).quotes()
}

class Search {
  private readonly rules: LanguageRules
  private readonly honorifics: readonly string[]
  private readonly place: string | null
  private readonly scenes: Scene[]
  private readonly cast: Cast
  private readonly phrases: Phrases
  private readonly anonymous = new Map<string, string>()
  /** Who was spoken of last, by what a pronoun asks for. */
  private person: Entity | null = null
  private readonly byGender: {female: Entity | null; male: Entity | null} = {
    female: null,
    male: null,
  }
  private institution: Entity | null = null
  /** Who was spoken of last, if nobody was named since: "a clerk at the pawnshop". */
  private nameless: Subject | null = null
  /** An organisation was the subject of the last sentence that named somebody. */
  private isBodyLatest = false
  private recent: Entity[] = []
  private speaking: Subject | null = null
  /** The paragraph that is looked at. */
  private paragraph = ''
  /** The sentence before the stretch that is looked at. */
  private ahead = ''
  /** Names and titles are read from all of the article before they are put down. */
  private readonly subjects = new Map<Quote, Subject>()

  constructor(passages: readonly Passage[], place: string | null, rules: LanguageRules) {
    this.rules = rules
    const {any, female, male} = rules.names.honorifics
    this.honorifics = together(any, together(female, male))
    this.place = place
    const marks = outerMarks(passages, rules)
    this.scenes = passages.map((passage) => {
      const quoted = quotedIn(passage, marks, rules)
      return {passage, quoted, hidden: covered(passage.text, quoted)}
    })
    this.cast = new Cast(
      this.scenes.map(({hidden}) => hidden),
      rules,
    )
    this.phrases = new Phrases(rules, this.cast)
  }

  quotes(): Quote[] {
    const found: Quote[] = []
    this.scenes.forEach((scene, index) => {
      if (scene.passage.isHeading) return
      found.push(...this.inScene(scene, index))
    })
    for (const scene of this.scenes)
      if (scene.passage.isHeading) found.push(...this.inHeading(scene, found))
    this.noteLeadRole()
    for (const quote of found)
      quote.speakers = (this.subjects.get(quote)?.entities ?? []).map((entity) =>
        this.speaker(entity),
      )
    return found.toSorted((a, b) => a.block - b.block || a.from - b.from)
  }

  // --- One paragraph

  private inScene(scene: Scene, index: number): Quote[] {
    const {passage, hidden, quoted} = scene
    if (passage.block === null) return []
    const found: Quote[] = []
    let inParagraph: Subject | null = null
    let wasQuote = false
    for (const sentence of sentencesOf(passage.text, quoted)) {
      const own = quoted.filter(
        ({outer}) => outer.from >= sentence.from && outer.from < sentence.to,
      )
      const text = hidden.slice(sentence.from, sentence.to)
      this.paragraph = hidden
      this.noteRole(text)
      let latest: Subject | null = null
      for (const [position, words] of own.entries()) {
        const from = own[position - 1]?.outer.to ?? sentence.from
        const to = own[position + 1]?.outer.from ?? sentence.to
        if (words.part === 1 && latest && wasQuote) {
          found.push(this.quote(passage.block, words, latest, found.at(-1)?.form ?? 'direct'))
          continue
        }
        wasQuote = false
        if (this.isNobodys(passage.text, hidden, words, from)) continue
        const region = {
          before: hidden.slice(from, words.outer.from),
          after: hidden.slice(words.outer.to, to),
          whole: text,
        }
        const isAlone = !/\p{L}/u.test(text.replaceAll('~', ''))
        this.ahead = hidden.slice(sentence.from, from)
        const subject: Subject | null =
          this.subjectOf(
            region,
            isAlone ? (inParagraph ?? this.speakerOfAlone(index)) : null,
            hidden.slice(sentence.from, words.outer.from),
          ) ??
          (own.length > 1 ? latest : null) ??
          this.reported(region)
        if (!subject) continue
        const wasSaid = latest
        latest = subject
        inParagraph = subject
        wasQuote = true
        this.speaking = subject
        const form = this.goesOn(wasSaid, found.at(-1), position, region.before)
          ? (found.at(-1)?.form ?? 'direct')
          : this.formOf(words, region, subject, isAlone)
        found.push(this.quote(passage.block, words, subject, form))
      }
      this.follow(text)
      inParagraph ??= this.subjectOfSentence(text)
      if (!latest) inParagraph = this.subjectOfSentence(text) ?? inParagraph
    }
    return found
  }

  /** The sentence of the words before goes on after nothing but "she said". */
  private readonly goesOn = (
    wasSaid: Subject | null,
    before: Quote | undefined,
    position: number,
    between: string,
  ): boolean =>
    wasSaid !== null &&
    before !== undefined &&
    position > 0 &&
    before.form !== 'document' &&
    /^\s?[^.!?]*[,–—]?\s$/u.test(between) &&
    this.isOnlyAttribution(between)

  private quote(block: number, words: Quoted, subject: Subject, form: Quote['form']): Quote {
    const quote: Quote = {
      block,
      from: words.from,
      to: words.to,
      words: words.words,
      form,
      speakers: [],
      attribution: subject.entities.length > 0 ? null : subject.attribution,
    }
    this.subjects.set(quote, subject)
    return quote
  }

  private speaker(entity: Entity): Speaker {
    const {names} = this.rules
    if (entity.kind === 'institution')
      return {name: entity.name, kind: 'institution', title: null, affiliation: null}
    const title = entity.title
    const isOfPlace = title !== null && pattern(names.placeTitles, `^%$`).test(title)
    const affiliation =
      entity.affiliation ||
      (isOfPlace ? placeName(this.place) : null) ||
      (title === null ? null : (this.cast.organisationOf(title, entity)?.name ?? null))
    return {name: entity.name, kind: 'person', title, affiliation}
  }

  /** `," she said, "`: the sentence of the words goes on after it. */
  private isOnlyAttribution(between: string): boolean {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(between)
    return (
      verb !== null &&
      between.split(/\s+/u).length <= 14 &&
      /(?:,|\s[–—])\s$/u.test(between) &&
      !/\s(?:and|but|und|aber|et|mais|y|pero)\s[^,]*,\s$/u.test(between)
    )
  }

  /** A paragraph of nothing but words: the speaker of the paragraph before it, or who is named next. */
  private speakerOfAlone(index: number): Subject | null {
    const isContinued = this.scenes[index - 1]?.quoted.some(
      ({outer, to}) =>
        outer.to >= (this.scenes[index - 1]?.passage.text.length ?? 0) && to >= outer.to - 2,
    )
    if (this.speaking && isContinued) return this.speaking
    if (this.person) return personal(this.person)
    for (const next of this.scenes.slice(index + 1)) {
      const mention = this.cast.mentionsIn(next.hidden).find(({entity}) => entity.kind === 'person')
      if (mention) return personal(mention.entity)
    }
    return this.speaking
  }

  /** A heading in quotation marks: the person who says those words below. */
  private inHeading({passage, quoted}: Scene, found: readonly Quote[]): Quote[] {
    return quoted.flatMap((words) => {
      const key = bare(words.words)
      const same =
        found.find(
          (quote) => quote.block >= (passage.block ?? 0) && bare(quote.words).includes(key),
        ) ?? found.find((quote) => bare(quote.words).includes(key))
      if (!same || passage.block === null) return []
      const subject = this.subjects.get(same)
      return subject
        ? [
            this.quote(
              passage.block,
              words,
              subject,
              same.form === 'document'
                ? 'document'
                : this.isWholeClause(words.words, same)
                  ? 'direct'
                  : 'partial',
            ),
          ]
        : []
    })
  }

  /** A heading that is a sentence of its own, or all of one that is quoted below. */
  private isWholeClause(words: string, {words: said, form}: Quote): boolean {
    const sentences = said.split(/[.!?…]\s+/u).map(bare)
    return (
      pattern(this.rules.speech.clauseSigns, '%').test(words) ||
      (form === 'direct' && sentences.includes(bare(words)))
    )
  }

  // --- Whether they are said at all

  private isNobodys(text: string, hidden: string, words: Quoted, from: number): boolean {
    const {speech, names} = this.rules
    const before = hidden.slice(from, words.outer.from)
    if (
      pattern(
        speech.notSpeech,
        `${WORD_START}%(?:\\s(?:${names.articles.join('|')}))?[:\\s,]*$`,
      ).test(before) &&
      !this.isCalledBySomebody(before)
    )
      return true
    if (pattern(speech.works, `${WORD_START}%,?\\s$`).test(before)) return true
    if (this.isTerm(words.words, before, hidden.slice(words.outer.to))) return true
    if (
      this.rules.speech.hasTitleCase &&
      isTitle(words.words) &&
      !/[,.!?]$/u.test(text.slice(words.from, words.to + 1).trim())
    )
      return !/^\s*[,.]?["”’']?\s*(?:said|says|he|she)\b/u.test(text.slice(words.to, words.to + 20))
    return false
  }

  /** A word or two after an article: `the "red button" system`, `das „Summometer“`. */
  private isTerm(words: string, before: string, after: string): boolean {
    const {speech, names} = this.rules
    if (words.split(/\s+/u).length > 2 || /[.,!?…]/u.test(words)) return false
    const article = pattern(
      names.articles,
      `(?:^|[\\s,])(?:(?<article>%)|${wordsOf(names.contracted)})\\s$`,
    ).exec(before)
    if (!article) return false
    const isNoun = speech.hasCapitalNouns === true && !/\s/u.test(words)
    if (isNoun || article.groups?.['article'] === undefined) return true
    const isCalled = pattern(
      together(speech.calls, speech.verbs),
      `${WORD_START}%(?:\\s\\S+){0,5}\\s?$`,
    ).test(before.slice(0, article.index + 1))
    return !isCalled && !pattern(speech.verbs, `^[\\s,]*%${WORD_END}`).test(after)
  }

  /** "what Ms Rossiter called", "which she calls": somebody's words, unlike "is called". */
  private isCalledBySomebody(before: string): boolean {
    const call = pattern(this.rules.speech.calls, `${WORD_START}%(?:\\s\\p{L}+){0,3}\\s$`).exec(
      before,
    )
    if (!call) return false
    const rest = before.slice(0, call.index)
    return (
      this.pronounAtEnd(rest) ||
      this.cast
        .mentionsIn(before)
        .some(
          (mention) =>
            mention.to <= call.index &&
            call.index - mention.to < 25 &&
            !/\b(?:is|was|are|were)\b/u.test(before.slice(mention.to, call.index)),
        )
    )
  }

  private pronounAtEnd(text: string): boolean {
    const {female, male, it, they} = this.rules.names.pronouns
    return [female, male, it, they].some((list) => pattern(list, `${WORD_START}%\\s$`).test(text))
  }

  // --- Who says them

  /** "Das sei „ein Missverständnis“ gewesen.": the form of the verb shows that somebody said it. */
  private reported({before, after}: {before: string; after: string}): Subject | null {
    const forms = pattern(this.rules.speech.reported, `${WORD_START}(?:%)${WORD_END}`)
    return forms.test(before) || forms.test(after) ? this.lastSubject() : null
  }

  private subjectOf(
    region: {before: string; after: string; whole: string},
    alone: Subject | null,
    untilHere: string,
  ): Subject | null {
    if (alone) return alone
    return (
      this.subjectAfter(region.after) ??
      this.passive(region) ??
      this.subjectBefore(region.before) ??
      this.accordingTo(region.before) ??
      this.accordingTo(region.after) ??
      this.subjectBefore(untilHere) ??
      this.beforeColon(region.before) ??
      this.accordingTo(region.whole) ??
      this.subjectLater(region.after) ??
      this.inDocument(untilHere)
    )
  }

  /** `" Ortega told reporters`, `,’ said Garside`, `“, sagte Henrike Solbach`, `», bromeó`. */
  private subjectAfter(after: string): Subject | null {
    const {speech} = this.rules
    if (/^[~\s]*[.!?;]\s/u.test(after)) return null
    const whole = after.replace(/^[~\s,.;:—–-]+/u, '')
    const text = whole.slice(0, clauseEnd(whole))
    const first = pattern(
      speech.verbs,
      `^(?:(?:e|er|ha|hat|a)\\s)?(?<verb>%)(?<tail>(?:-t)?-(?:il|elle|ils|elles|on))?${WORD_END}`,
    ).exec(text)
    if (first) {
      if (first.groups?.['tail']) return this.byPronoun(first.groups['tail'].replace(/^.*-/u, ''))
      const inner = /-t-(?<who>ils?|elles?)\s/u.exec(first[0])?.groups?.['who']
      if (inner) return this.byPronoun(inner)
      const rest = text.slice(first[0].length)
      const phrase = this.phrases
        .in(rest)
        .find(({from, kind, isGoverned}) => !isGoverned && from <= (kind === 'unknown' ? 2 : 34))
      return (
        (phrase && this.resolve(phrase, rest)) ??
        (this.rules.speech.hasInversion ? this.withoutSubject(first[0]) : null)
      )
    }
    const phrase = this.phrases.in(text).find(({from, isGoverned}) => from <= 6 && !isGoverned)
    if (!phrase) return null
    const behind = text.slice(phrase.to, phrase.to + 160)
    const verb = pattern(speech.verbs, `${WORD_START}%${WORD_END}`).exec(behind)
    return verb ? this.resolve(phrase, text) : null
  }

  /** "contestó": who was asked, and not who asked. */
  private withoutSubject(verb: string): Subject | null {
    const asked = pattern(this.rules.speech.answers, `^(?:%)$`).test(verb.trim())
      ? this.recent.at(-1)
      : undefined
    return asked ? personal(asked) : this.lastSubject()
  }

  /** `had been reported as "…" in a maintenance log`. */
  private passive({before, after}: {before: string; after: string}): Subject | null {
    const isPassive = pattern(
      this.rules.speech.verbs,
      `${WORD_START}(?:was|were|been|is|are|being)\\s(?:\\p{L}+ly\\s)?(?:%(?:\\sas)?|\\p{L}+ed\\sas)\\s$`,
    ).test(before)
    const where = /^[\s,]*(?:in|on|by)\s(?<what>.*)$/su.exec(after)?.groups?.['what']
    if (!isPassive || where === undefined) return null
    const phrase = this.phrases.in(where).find(({from, kind}) => from < 12 && kind !== 'unknown')
    return phrase ? this.resolve(phrase, where) : null
  }

  /** `Ortega said: "`, `warns that rivals are "`, `called it "`. */
  private subjectBefore(before: string): Subject | null {
    const {speech} = this.rules
    const verbs = [
      ...before.matchAll(
        pattern(
          together(speech.verbs, speech.calls),
          `${WORD_START}%(?:(?:-t)?-(?:il|elle|ils|elles))?${WORD_END}`,
          'giu',
        ),
      ),
    ]
    const source = this.sourceBehind(before, verbs[0]?.index ?? before.length)
    if (source) return source
    for (const verb of verbs.slice(-4).toReversed()) {
      const subject = this.ofVerb(before, verb.index, verb[0])
      if (subject) return subject
    }
    const verb = verbs.at(-1)
    if (!verb) return null
    const isOpen = speech.hasOmittedSubjects === true || this.isJoining(before.slice(0, verb.index))
    return isOpen ? this.lastSubject() : null
  }

  /** "It said, according to two people who saw it, that": those two. */
  private sourceBehind(text: string, verb: number): Subject | null {
    const at = pattern(this.rules.speech.accordingTo, `,\\s%\\s`).exec(text.slice(verb))?.index
    const source = at === undefined ? null : this.accordingTo(text.slice(verb + at))
    return source?.isDocument === true && source.attribution !== null ? null : source
  }

  private isJoining = (text: string): boolean =>
    pattern(this.rules.speech.joining, '^[\\s,~]*(?:%)?\\s*$').test(text)

  private ofVerb(text: string, at: number, verb: string): Subject | null {
    const suffix = /-(il|elle|ils|elles)$/iu.exec(verb)?.[1]
    if (suffix) return this.byPronoun(suffix)
    const ahead = text.slice(0, at)
    const subject = this.beforeRelative(ahead) ?? this.subjectIn(ahead)
    if (subject) return subject
    const behind = text.slice(at + verb.length)
    const inverted = this.rules.speech.hasInversion
      ? this.phrases
          .in(behind)
          .find(
            ({from, kind, isGoverned}) =>
              !isGoverned && kind !== 'unknown' && kind !== 'document' && from <= 14,
          )
      : undefined
    if (inverted) return this.resolve(inverted, behind)
    const document = this.phrases.in(ahead).findLast(({kind}) => kind === 'document')
    return document ? this.resolve(document, ahead) : null
  }

  /** "the office, which said": the noun before the pronoun. */
  private beforeRelative(ahead: string): Subject | null {
    const at = wordPattern(this.rules.speech.relative, ',\\s%\\s$').exec(ahead)?.index
    const noun = this.phrases
      .in(ahead)
      .find(({to, kind, isIndefinite}) => to === at && (kind !== 'unknown' || isIndefinite))
    return noun ? this.resolve(noun, ahead) : null
  }

  /** "the rule book provides for", "in einem Bericht als": a text in which the words are. */
  private inDocument(before: string): Subject | null {
    const phrase = this.phrases.in(before).findLast(({kind}) => kind === 'document')
    return phrase ? this.resolve(phrase, before) : null
  }

  /** `One official was blunter: "`: no verb of speech is needed before a colon. */
  private beforeColon(before: string): Subject | null {
    if (!/[:：]\s*$/u.test(before)) return null
    const text = before.replace(/[:：]\s*$/u, '')
    const said = this.reported({before, after: ''})
    if (said) return said
    const phrase = this.phrases
      .in(text)
      .find(
        ({isGoverned, kind, isIndefinite}) => !isGoverned && (kind !== 'unknown' || isIndefinite),
      )
    return phrase ? this.resolve(phrase, text) : null
  }

  /** Nothing but a name after the words, far from a verb: « … », une hôtelière. */
  private subjectLater(after: string): Subject | null {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(after)
    return verb ? this.subjectIn(after.slice(0, verb.index)) : null
  }

  /** The subject of a clause that ends where its verb begins. */
  private subjectIn(ahead: string): Subject | null {
    const masked = withoutShortForms(ahead)
    const start = Math.max(0, masked.search(/[^;:.!?~]*$/u))
    const text = ahead.slice(start)
    const pair = this.pairIn(text)
    if (pair) return pair
    const all = this.phrases.in(text)
    const canSpeak = (phrase: Phrase) =>
      (!phrase.isGoverned || (phrase.kind === 'anonymous' && phrase.from <= 5)) &&
      (phrase.kind !== 'unknown' || this.isBesideVerb(phrase, text.slice(phrase.to))) &&
      !/^[’']s?\s\p{Ll}/u.test(text.slice(phrase.to))
    for (const clause of this.clauseStarts(text).toReversed()) {
      const phrase = all.find((one) => one.from >= clause && canSpeak(one))
      const subject = phrase && this.resolve(phrase, text)
      if (subject) return subject
    }
    return null
  }

  /** Of a noun that no list has: right before the verb, or with only a relative clause between. */
  private readonly isBesideVerb = ({isPossessed, isIndefinite}: Phrase, between: string): boolean =>
    !isPossessed &&
    (/^\s(?:\p{L}+\s)?$/u.test(between) ||
      (isIndefinite &&
        (/^,\s.*,\s(?:\p{L}+\s)?$/u.test(between) ||
          wordPattern(this.rules.speech.relative, '^,?\\s%\\s').test(between))))

  /** Where a clause begins within a sentence: after ", and", after "that". */
  private readonly clauseStarts = (text: string): number[] => [
    0,
    ...[
      ...text.matchAll(
        pattern(
          together(this.rules.speech.joining, this.rules.speech.complements),
          `(?:,\\s|\\s|^)(?:%)\\s`,
          'giu',
        ),
      ),
    ].map((match) => match.index + match[0].length),
  ]

  /** Who speaks, from the phrase that is the subject. */
  private resolve(phrase: Phrase, text: string): Subject | null {
    const {kind, entity, word, isIndefinite, isPossessed} = phrase
    if (kind === 'pronoun')
      return (
        this.pairIn(text.slice(phrase.from)) ?? this.byPronoun(word, text.slice(0, phrase.from))
      )
    if (kind === 'person' && entity) return this.joined(phrase, text)
    const apposed = this.apposed(phrase, text)
    if (apposed) return personal(apposed)
    if (kind === 'institution' && entity) return organised(entity)
    if (kind === 'anonymous') return this.nobody(phrase.text)
    if (kind === 'relative') {
      const known = this.cast.entities.find(({relation}) => relation === word)
      return known ? personal(known) : this.nobody(phrase.text)
    }
    if (kind === 'document') return this.document(phrase, text)
    if (kind === 'body') {
      if (isIndefinite) return {entities: [], attribution: phrase.text, isDocument: true}
      const known = this.cast.entities.findLast(
        (one) => one.kind === 'institution' && bare(one.name).split(' ').includes(word),
      )
      const body = known ?? this.institution ?? this.nextInstitution()?.entities[0]
      return body ? organised(body) : null
    }
    if (isIndefinite) return this.nobody(phrase.text)
    return isPossessed && kind === 'unknown' ? null : this.withRole(phrase)
  }

  /** "the trust’s head of forecasting, Evangeline Stott": the name behind the title. */
  private apposed(phrase: Phrase, text: string): Entity | undefined {
    if (phrase.kind === 'anonymous' || phrase.kind === 'document' || phrase.kind === 'relative')
      return undefined
    return this.phrases
      .in(text)
      .find(
        (other) =>
          other.kind === 'person' &&
          other.from >= phrase.to &&
          (pattern(this.honorifics, '^,?\\s(?:(?:%)\\.?\\s)*$').test(
            text.slice(phrase.to, other.from),
          ) ||
            (other.from - phrase.to < 60 &&
              pattern(this.rules.names.titles, '%,?\\s$').test(text.slice(phrase.to, other.from)))),
      )?.entity
  }

  /** "A and B". */
  private joined(phrase: Phrase, text: string): Subject {
    const entities = [phrase.entity as Entity]
    let {to} = phrase
    for (const other of this.phrases.in(text)) {
      if (other.from < to || !this.areJoined(text, to, other.from)) continue
      const subject =
        other.kind === 'person'
          ? other.entity
          : other.kind === 'role' && !other.isIndefinite
            ? this.withRole(other)?.entities[0]
            : undefined
      if (!subject) continue
      entities.push(subject)
      to = other.to
    }
    return {entities: [...new Set(entities)], attribution: null, isDocument: false}
  }

  /** "the geologist": who has that title, or who was named last. */
  private withRole({word, kind, text}: Phrase): Subject | null {
    const anonymous = this.anonymous.get(word)
    if (anonymous !== undefined && kind !== 'role')
      return {entities: [], attribution: anonymous, isDocument: false}
    const titled = this.cast.entities.find(
      (one) =>
        one.kind === 'person' && one.title !== null && bare(one.title).split(' ').includes(word),
    )
    const person = titled ?? this.person
    if (!person) return null
    this.entitle(person, {word, kind, text})
    return personal(person)
  }

  private entitle(person: Entity, {word, kind, text}: Pick<Phrase, 'word' | 'kind' | 'text'>) {
    if (person.title !== null || wordPattern(this.rules.names.notTitles, '^%$').test(word)) return
    const found = kind === 'role' ? splitTitle(text, this.rules) : null
    person.title = found?.title ?? word
    if (found?.affiliation)
      person.affiliation ??= this.cast.affiliation(found.affiliation, this.paragraph, {from: 0})
  }

  /** A text: of the organisation if it says whose it is. */
  private document(phrase: Phrase, text: string): Subject {
    if (phrase.isPossessed && this.institution) return organised(this.institution)
    // "the observatory’s report", "a report by the Arts Network"
    const words = /^(?:\p{L}+\s)?(?<owner>\p{L}[^’']*)[’']s\s/u.exec(phrase.text)?.groups?.['owner']
    const named = words
      ? this.cast.named(words.split(' ').at(-1) ?? '', this.paragraph, Infinity)
      : null
    const owner =
      named ??
      (phrase.isIndefinite ? null : this.cast.organisationOf(phrase.word, this.institution))
    if (owner) return organised(owner)
    const rest = text.slice(phrase.from)
    const by = this.phrases
      .in(rest)
      .find(({from, kind}) => from > 0 && (kind === 'institution' || kind === 'body'))
    if (
      by &&
      wordPattern(
        this.rules.names.genitives,
        `^[^,.;]{0,40}\\s(?:%)\\s(?:${sourceOf(this.rules.names.articles)})?\\s?$`,
      ).test(rest.slice(0, by.from))
    )
      return this.resolve(by, rest) ?? {entities: [], attribution: phrase.text, isDocument: true}
    return {entities: [], attribution: phrase.text, isDocument: true}
  }

  /** "A and B": nothing but "and" between two names. */
  private areJoined = (text: string, from: number, to: number): boolean =>
    pattern(this.rules.head.and, `^,?\\s%\\s$`).test(text.slice(from, to))

  private accordingTo(text: string): Subject | null {
    const found = pattern(
      this.rules.speech.accordingTo,
      `${WORD_START}(?:%)(?:\\s|(?<=[’']))`,
    ).exec(text)
    if (!found) return null
    const after = text.slice(found.index + found[0].length)
    const rest = after.slice(0, clauseEnd(after))
    const phrase = this.phrases
      .in(rest)
      .find(({from, kind}) => from <= (kind === 'person' || kind === 'institution' ? 60 : 3))
    if (phrase?.kind === 'unknown' && !phrase.isIndefinite) return null
    return phrase ? this.resolve(phrase, rest) : null
  }

  /** "he", "sie", "elle", "they". */
  private byPronoun(word: string, before = ''): Subject | null {
    const {female, male, they, it} = this.rules.names.pronouns
    const is = (list: readonly string[]) => pattern(list, '^%$').test(word)
    if (is(they) || /^(?:ils|elles)$/iu.test(word)) {
      const two = this.recent.slice(-2)
      return two.length === 2
        ? {entities: two, attribution: null, isDocument: false}
        : this.institution
          ? organised(this.institution)
          : null
    }
    if (is(it)) {
      const here = this.cast
        .mentionsIn(`${this.ahead}${before}`)
        .find(({entity}) => entity.kind === 'institution')?.entity
      const body = here ?? this.institution
      return body ? organised(body) : this.nextInstitution()
    }
    const gender: Gender = is(female) ? 'female' : is(male) ? 'male' : null
    if (!gender) return null
    if (this.nameless && !this.cast.mentionsIn(before).some(isPerson)) return this.nameless
    const isBodyNearer = this.rules.names.hasGenders && this.isBodyLatest && this.institution
    if (isBodyNearer && this.institution) return organised(this.institution)
    const fits = ({kind, gender: own}: Entity) =>
      kind === 'person' && (own === null || own === gender)
    const here = this.cast
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

  private nextInstitution(): Subject | null {
    const first = this.cast.entities.find(({kind}) => kind === 'institution')
    return first ? organised(first) : null
  }

  /** "Ella y el alcalde", "Both", "the two": people that were named. */
  private pairIn(text: string): Subject | null {
    const both = pattern(this.rules.names.pronouns.they, `^[\\s,]*%${WORD_END}`).exec(text)
    if (both && this.recent.length >= 2)
      return {entities: this.recent.slice(-2), attribution: null, isDocument: false}
    const {female, male} = this.rules.names.pronouns
    const one = pattern(
      together(female, male),
      `^[\\s,]*(?<who>%)\\s(?:${this.rules.head.and.join('|')})\\s(?<other>[^,.;:]{3,60})`,
    ).exec(text)?.groups
    if (one) {
      const first = this.byPronoun(one['who'] ?? '')?.entities[0]
      const second =
        this.cast.mentionsIn(one['other'] ?? '')[0]?.entity ??
        this.phrases
          .in(one['other'] ?? '')
          .filter(({kind}) => kind === 'role')
          .map((phrase) => this.withRole(phrase)?.entities[0])[0]
      if (first && second) return {entities: [first, second], attribution: null, isDocument: false}
    }
    return null
  }

  /** "her husband". */
  private relativeIn(text: string): Entity | null {
    const {relatives, possessives} = this.rules.names
    const found = pattern(
      together(relatives.female, relatives.male),
      `(?:${eitherCase(possessives).join('|')})\\s(?<relation>%)${WORD_END}(?!,?\\s\\p{Lu})`,
      'u',
    ).exec(text)?.groups?.['relation']
    return found
      ? (this.cast.entities.find(({relation}) => relation === found.toLowerCase()) ?? null)
      : null
  }

  /** "the official" is who was "an official briefed on the matter" before. */
  private nobody(words: string): Subject {
    const printed = words.trim()
    const noun = bare(printed)
      .split(' ')
      .find((word) => pattern(UNNAMED, '^%s?$').test(word))
    const known = noun && /^(?:the|that)\s/iu.test(printed) ? this.anonymous.get(noun) : undefined
    if (noun && known === undefined) this.anonymous.set(noun, printed)
    return {entities: [], attribution: known ?? printed, isDocument: false}
  }

  private lastSubject(): Subject | null {
    return this.person && !(this.isBodyLatest && this.institution)
      ? personal(this.person)
      : this.institution
        ? organised(this.institution)
        : null
  }

  // --- What the article speaks of

  private subjectOfSentence(text: string): Subject | null {
    const first = this.cast.mentionsIn(text).find(({entity}) => entity.kind === 'person')
    if (first) return personal(first.entity)
    const nameless = this.phrases.in(text)[0]
    const speaks = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).test(text)
    const begins = nameless?.from === 0 && nameless.isIndefinite
    return (speaks || begins) && nameless?.kind === 'anonymous' && !nameless.isGoverned
      ? this.nobody(nameless.text)
      : null
  }

  /** Remembers who a sentence names, for the pronouns of the next one. */
  private follow(text: string) {
    for (const phrase of this.phrases.in(text))
      if (phrase.kind === 'anonymous') this.nobody(phrase.text)
    const mentions = this.cast.mentionsIn(text)
    const people = mentions.filter(({entity}) => entity.kind === 'person')
    for (const {entity} of people) {
      this.recent = [...this.recent.filter((one) => one !== entity), entity]
      if (entity.gender) this.byGender[entity.gender] = entity
    }
    const relative = this.relativeIn(text)
    if (relative) this.recent = [...this.recent.filter((one) => one !== relative), relative]
    const subject = people[0]
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
      this.isBodyLatest = true
    }
    const role =
      !subject && first?.kind === 'role' && !first.isIndefinite ? this.withRole(first) : null
    if (role?.entities[0]) {
      this.person = role.entities[0]
      this.isBodyLatest = false
    } else if (subject) this.isBodyLatest = false
    else if (body)
      this.isBodyLatest = this.phrases
        .in(text)
        .some(({kind, isGoverned}) => kind === 'institution' && !isGoverned)
  }

  /** The subject of a sentence that names nobody. */
  private noteNameless(text: string, isNamed: boolean) {
    const first = this.phrases.in(text)[0]
    const isNameless =
      first?.from === 0 &&
      (first.kind === 'anonymous' || (first.kind === 'role' && first.isIndefinite))
    if (isNamed) this.nameless = null
    else if (isNameless) this.nameless = this.nobody(first.text)
  }

  /** "The skipper of the Lady Morwenna, who …": what the person is who was named before. */
  private noteRole(text: string) {
    const phrase = this.phrases
      .in(text)
      .find(({from, kind}) => kind === 'role' && this.canName(text.slice(0, from)))
    if (phrase?.kind !== 'role' || phrase.isIndefinite || phrase.isPossessed || this.isBodyLatest)
      return
    if (this.apposed(phrase, text)) return
    const newcomer = this.newcomer(text)
    if (newcomer) this.entitle(newcomer, phrase)
    else if (this.person?.title === null) this.withRole(phrase)
  }

  /** "The rail minister is not amused. “…,” Halima Dresser wrote": who is named only after the sentence. */
  private newcomer(text: string): Entity | undefined {
    const at = this.paragraph.indexOf(text)
    if (at !== 0 || this.cast.mentionsIn(text).some(isPerson)) return undefined
    const next = this.cast.mentionsIn(this.paragraph.slice(text.length)).find(isPerson)?.entity
    return next && next.title === null && !this.recent.includes(next) ? next : undefined
  }

  /** At the beginning of a clause, or right behind a verb: "sagte der Meteorologe". */
  private readonly canName = (before: string): boolean =>
    /(?:^|,)\s*$/u.test(before) ||
    pattern(this.rules.speech.verbs, `${WORD_START}%\\s$`).test(before)

  /** "A fishmonger has told how": what the first person is who is named without a title. */
  private noteLeadRole() {
    const {names} = this.rules
    const lead =
      this.scenes.find(({passage}) => passage.block !== null && !passage.isHeading)?.hidden ?? ''
    const role = pattern(
      names.titles,
      `^(?:${names.articles.join('|')})\\s(?:\\p{L}+\\s)?(?<role>%)${WORD_END}`,
      'iu',
    ).exec(lead)?.groups?.['role']
    if (!role || this.cast.mentionsIn(lead).some(({entity}) => entity.kind === 'person')) return
    const first = this.cast.entities.find(({kind}) => kind === 'person')
    if (first) first.title ??= role
  }

  private formOf(
    words: Quoted,
    region: {before: string; after: string; whole: string},
    subject: Subject,
    isAlone: boolean,
  ): Quote['form'] {
    if (subject.isDocument) return 'document'
    const {speech} = this.rules
    const writes = pattern(speech.writes, `${WORD_START}%${WORD_END}`)
    const isWritten =
      writes.test(region.before) ||
      (!/\p{L}/u.test(region.before) && writes.test(region.after.slice(0, 40))) ||
      (pattern(
        speech.documents,
        `(?:\\bin|\\bon|\\bto|en|dans|in|im|auf)\\s(?:\\p{L}+\\s){0,3}%${WORD_END}`,
      ).test(region.whole) &&
        subject.entities.length > 0 &&
        !isAlone)
    if (isWritten) return 'document'
    const isSentence = /^[¿¡"“„«‚‘'([…\s]*[\p{Lu}\p{N}]/u.test(words.words)
    if (!isSentence) return 'partial'
    const count = words.words.split(/\s+/u).length
    if (this.rules.speech.hasCapitalNouns && count <= 2 && !/[.!?]/u.test(region.after.slice(0, 1)))
      return 'partial'
    return count === 1 && pattern(speech.calls, `${WORD_START}%[^~]*$`).test(region.before)
      ? 'partial'
      : 'direct'
  }
}

const UNNAMED = ['official', 'source', 'person', 'diplomat', 'resident', 'man', 'woman']

const isPerson = ({entity}: {entity: Entity}): boolean => entity.kind === 'person'

const personal = (entity: Entity): Subject => ({
  entities: [entity],
  attribution: null,
  isDocument: false,
})
const organised = (entity: Entity): Subject => ({
  entities: [entity],
  attribution: null,
  isDocument: true,
})

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

/** PUERTO LERMA as Puerto Lerma. */
const placeName = (text: string | null): string | null =>
  text && /^[\p{Lu}\p{M}\s’'-]+$/u.test(text) ? titleCase(text) : text
