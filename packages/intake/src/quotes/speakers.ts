// Who says the words between the marks: for languages that divide words by spaces.
import type {Quote, Speaker} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {bare, eitherCase, pattern, together, WORD_END, WORD_START} from '../parts/patterns.ts'
import {Cast, type Entity, type Gender} from './cast.ts'
import {outerMarks, quotedIn} from './marks.ts'
import type {Passage, Quoted} from './mentions.ts'
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
  private readonly place: string | null
  private readonly scenes: Scene[]
  private readonly cast: Cast
  private readonly anonymous = new Map<string, string>()
  /** Who was spoken of last, by what a pronoun asks for. */
  private person: Entity | null = null
  private readonly byGender: {female: Entity | null; male: Entity | null} = {
    female: null,
    male: null,
  }
  private institution: Entity | null = null
  private recent: Entity[] = []
  private speaking: Subject | null = null
  /** The sentence before the stretch that is looked at. */
  private ahead = ''
  /** Names and titles are read from all of the article before they are put down. */
  private readonly subjects = new Map<Quote, Subject>()

  constructor(passages: readonly Passage[], place: string | null, rules: LanguageRules) {
    this.rules = rules
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
    const found: Quote[] = []
    let inParagraph: Subject | null = null
    let wasQuote = false
    for (const sentence of sentencesOf(passage.text, quoted)) {
      const own = quoted.filter(
        ({outer}) => outer.from >= sentence.from && outer.from < sentence.to,
      )
      const text = hidden.slice(sentence.from, sentence.to)
      this.noteRole(text)
      let latest: Subject | null = null
      for (const [position, words] of own.entries()) {
        if (passage.block === null || passage.isPullQuote) continue
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
        const subject =
          this.subjectOf(
            region,
            isAlone ? (inParagraph ?? this.speakerOfAlone(scene, index)) : null,
            hidden.slice(sentence.from, words.outer.from),
          ) ?? (own.length > 1 ? latest : null)
        if (!subject) continue
        const wasSaid = latest
        latest = subject
        inParagraph = subject
        wasQuote = true
        this.speaking = subject
        const before = found.at(-1)
        const goesOn =
          wasSaid !== null &&
          before !== undefined &&
          position > 0 &&
          before.form !== 'document' &&
          /^\s?[^.!?]*,?\s$/u.test(region.before) &&
          this.isOnlyAttribution(region.before)
        found.push(
          this.quote(
            passage.block,
            words,
            subject,
            goesOn ? before.form : this.formOf(words, region, subject, isAlone),
          ),
        )
      }
      this.follow(text)
      inParagraph ??= this.subjectOfSentence(text)
      if (!latest) inParagraph = this.subjectOfSentence(text) ?? inParagraph
    }
    return found
  }

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
    const affiliation = entity.affiliation || (isOfPlace ? titleCase(this.place) : null)
    return {name: entity.name, kind: 'person', title, affiliation}
  }

  /** `," she said, "`: the sentence of the words goes on after it. */
  private isOnlyAttribution(between: string): boolean {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(between)
    return (
      verb !== null &&
      between.split(/\s+/u).length <= 14 &&
      /,\s$/u.test(between) &&
      !/\s(?:and|but|und|aber|et|mais|y|pero)\s[^,]*,\s$/u.test(between)
    )
  }

  /** A paragraph of nothing but words: the speaker of the paragraph before it, or who is named next. */
  private speakerOfAlone(scene: Scene, index: number): Subject | null {
    const isContinued = this.scenes[index - 1]?.quoted.some(
      ({outer, to}) =>
        outer.to >= (this.scenes[index - 1]?.passage.text.length ?? 0) && to >= outer.to - 2,
    )
    if (this.speaking && isContinued) return this.speaking
    const isFirst = !this.person
    if (!isFirst && this.person) return personal(this.person)
    for (const next of this.scenes.slice(index + 1)) {
      const mention = this.cast.mentionsIn(next.hidden).find(({entity}) => entity.kind === 'person')
      if (mention) return personal(mention.entity)
    }
    return scene.passage.isHeading ? null : this.speaking
  }

  /** A heading in quotation marks: whoever says those words below. */
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
                : pattern(this.rules.speech.clauseSigns, '%').test(words.words)
                  ? 'direct'
                  : 'partial',
            ),
          ]
        : []
    })
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
    if (
      this.rules.code === 'en' &&
      isTitle(words.words) &&
      !/[,.!?]$/u.test(text.slice(words.from, words.to + 1).trim())
    )
      return !/^\s*[,.]?["”’']?\s*(?:said|says|he|she)\b/u.test(text.slice(words.to, words.to + 20))
    return false
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
      this.accordingTo(region.whole) ??
      this.subjectLater(region.after)
    )
  }

  /** `" Ortega told reporters`, `,’ said Garside`, `“, sagte Henrike Solbach`, `», bromeó`. */
  private subjectAfter(after: string): Subject | null {
    const {speech} = this.rules
    const text = after.replace(/^[~\s,.;:—–-]+/u, '')
    if (/^[~\s]*[.!?;]\s/u.test(after)) return null
    const first = pattern(
      speech.verbs,
      `^(?:(?:and|y|et|und|e|er|ha|hat|a)\\s)?(?<verb>%)(?<tail>(?:-t)?-(?:il|elle|ils|elles|on))?${WORD_END}`,
    ).exec(text)
    if (first) {
      if (first.groups?.['tail']) return this.byPronoun(first.groups['tail'].replace(/^.*-/u, ''))
      const rest = text.slice(first[0].length)
      return (
        this.subjectAt(rest, 28) ??
        this.anonymousIn(rest, 16) ??
        (this.hasOmittedSubjects ? this.lastSubject() : null)
      )
    }
    const subject = this.subjectAt(text, 4) ?? this.anonymousAt(text)
    const verb = pattern(speech.verbs, `${WORD_START}%${WORD_END}`).exec(text.slice(0, 140))
    if (subject && verb) return subject
    return null
  }

  /** `had been reported as "…" in a maintenance log`. */
  private passive({before, after}: {before: string; after: string}): Subject | null {
    const isPassive = pattern(
      this.rules.speech.verbs,
      `${WORD_START}(?:was|were|been|is|are|being)\\s(?:\\p{L}+ly\\s)?%(?:\\sas)?\\s$`,
    ).test(before)
    const where = /^[\s,]*(?:in|on|by)\s(?<what>.*)$/su.exec(after)?.groups?.['what']
    if (!isPassive || where === undefined) return null
    const body = this.cast
      .mentionsIn(where.slice(0, 80))
      .find(({entity}) => entity.kind === 'institution')
    return body ? organised(body.entity) : this.documentIn(where, false)
  }

  private readonly hasOmittedSubjects: boolean = true

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
    const verb = verbs.at(-1)
    if (!verb) return null
    const suffix = /-(il|elle|ils|elles)$/iu.exec(verb[0])?.[1]
    if (suffix) return this.byPronoun(suffix)
    const ahead = before.slice(0, verb.index)
    const behind = before.slice(verb.index + verb[0].length)
    const inverted = /^\s/u.test(behind) ? this.subjectAt(behind, 2, true) : null
    if (inverted && this.rules.code !== 'en') return inverted
    return (
      this.subjectIn(ahead) ??
      (this.rules.code === 'en' ? null : this.subjectAt(behind, 12)) ??
      this.earlierVerb(before, verbs.slice(0, -1)) ??
      (this.rules.code === 'es' ||
      this.rules.code === 'fr' ||
      /^\s*(?:and|but|und|aber|y|et|mais|pero)?\s*$/iu.test(ahead)
        ? this.lastSubject()
        : null)
    )
  }

  private earlierVerb(before: string, verbs: RegExpMatchArray[]): Subject | null {
    const verb = verbs.at(-1)
    return verb?.index === undefined ? null : this.subjectIn(before.slice(0, verb.index))
  }

  /** Nothing but a name after the words, far from a verb: « … », une hôtelière. */
  private subjectLater(after: string): Subject | null {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(after)
    return verb ? this.subjectIn(after.slice(0, verb.index)) : null
  }

  /** The subject of a clause that ends where its verb begins. */
  private subjectIn(clause: string): Subject | null {
    const start = Math.max(0, clause.search(/[^;:]*$/u))
    const text = clause.slice(start)
    const pronoun = this.pronounIn(text)
    const pair = this.pairIn(text)
    if (pair) return pair
    const mentions = this.cast.mentionsIn(text)
    const people = mentions.filter(({entity}) => entity.kind === 'person')
    const last = people.at(-1)
    // A pronoun nearer to the verb than any name.
    if (pronoun && pronoun.at > (mentions.at(-1)?.to ?? -1)) return pronoun.subject
    const relative = this.relativeIn(text)
    if (relative) return personal(relative)
    const found = this.anonymousIn(text, 400)
    const anonymous =
      found &&
      /,\s$/u.test(text.slice(0, text.indexOf(found.attribution ?? ''))) &&
      people.length > 0
        ? null
        : found
    if (
      anonymous &&
      (mentions.length === 0 ||
        text.indexOf(anonymous.attribution ?? '') > (mentions.at(-1)?.to ?? 0))
    )
      return anonymous
    const document = this.documentIn(text, mentions.length > 0)
    if (people.length > 0) return personal((clausePerson(people, text) ?? last)?.entity as Entity)
    const body = mentions.find(({entity}) => entity.kind === 'institution')
    if (body) return {entities: [body.entity], attribution: null, isDocument: true}
    return this.genericIn(text) ?? document ?? pronoun?.subject ?? this.roleIn(text) ?? anonymous
  }

  /** The subject that begins within some letters: a pronoun, a name, a role. `isStrict`: it is right there. */
  private subjectAt(text: string, within: number, isStrict = false): Subject | null {
    const pair = this.pairIn(text.slice(0, 90))
    if (pair && !isStrict) return pair
    const {female, male, it, they} = this.rules.names.pronouns
    for (const list of [female, male, it, they]) {
      const pronoun = pattern(list, `^[\\s,]*(?<word>%)${WORD_END}`).exec(text)?.groups?.['word']
      if (pronoun && list === it) {
        const source = this.anonymousIn(text, 24)
        if (source) return source
      }
      if (pronoun) return this.byPronoun(pronoun)
    }
    const end = /[.;:!?]\s|[.]$/u.exec(text)
    const clause = text.slice(0, end ? end.index : 140)
    const mentions = this.cast.mentionsIn(clause)
    const first = mentions[0]
    if (!first) {
      const relative = this.relativeIn(clause.slice(0, within + 30))
      if (relative) return personal(relative)
      return isStrict
        ? null
        : (this.genericIn(clause.slice(0, within + 25)) ??
            this.roleIn(clause.slice(0, within + 30)))
    }
    if (first.from > within + 22) return this.genericIn(clause.slice(0, within + 25)) ?? null
    const between = clause.slice(0, first.from)
    if (
      first.from > within &&
      !pattern(this.rules.names.titles, `%[\\s,]*$`).test(between) &&
      !this.startsWithTitle(between) &&
      first.entity.kind !== 'institution'
    )
      return null
    const anonymous = this.anonymousIn(between, 3)
    if (anonymous && first.from > 6) return anonymous
    const joined = mentions.filter(
      (mention, index) =>
        index === 0 || this.areJoined(clause, mentions[index - 1]?.to ?? 0, mention.from),
    )
    const entities = joined
      .map(({entity}) => entity)
      .filter((entity) => entity.kind === first.entity.kind)
    const person = mentions.find(({entity}) => entity.kind === 'person')
    if (
      first.entity.kind === 'institution' &&
      person &&
      pattern(this.rules.names.titles, `%,?\\s$`).test(clause.slice(first.to, person.from))
    )
      return personal(person.entity)
    return {
      entities: [...new Set(entities)],
      attribution: null,
      isDocument: first.entity.kind === 'institution',
    }
  }

  private startsWithTitle = (text: string): boolean =>
    pattern(this.rules.names.titles, `^\\s*(?:\\p{L}+\\s){0,3}%${WORD_END}`).test(text)

  /** "A and B": nothing but "and" between two names. */
  private areJoined = (text: string, from: number, to: number): boolean =>
    pattern(this.rules.head.and, `^,?\\s%\\s$`).test(text.slice(from, to))

  private accordingTo(text: string): Subject | null {
    const found = pattern(this.rules.speech.accordingTo, `${WORD_START}%\\s`).exec(text)
    if (!found) return null
    const rest = text.slice(found.index + found[0].length)
    const anonymous = this.anonymousAt(rest)
    if (anonymous) return anonymous
    const clause = rest.split(/[,;.]\s/u)[0] ?? rest
    const pair = this.pairIn(clause)
    if (pair) return pair
    const mentions = this.cast.mentionsIn(rest.slice(0, 160))
    const first = mentions[0]
    const document = this.documentIn(clause, false)
    if (first && first.from < 60) {
      const joined = mentions.filter(
        (mention, index) =>
          index === 0 || this.areJoined(rest, mentions[index - 1]?.to ?? 0, mention.from),
      )
      return {
        entities: joined
          .map(({entity}) => entity)
          .filter((entity) => entity.kind === first.entity.kind),
        attribution: null,
        isDocument: first.entity.kind === 'institution',
      }
    }
    return this.genericIn(clause) ?? this.roleIn(clause) ?? document
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

  private pronounIn(text: string): {at: number; subject: Subject} | null {
    const {female, male, it, they} = this.rules.names.pronouns
    let best: {at: number; subject: Subject} | null = null
    for (const list of [female, male, it, they]) {
      for (const match of text.matchAll(pattern(list, `${WORD_START}%${WORD_END}`, 'giu'))) {
        const subject = this.byPronoun(match[0], text.slice(0, match.index))
        if (subject && match.index > (best?.at ?? -1)) best = {at: match.index, subject}
      }
    }
    return best
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
        this.roleIn(one['other'] ?? '')?.entities[0]
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

  /** "the council", "its annual report", "the observatory’s report". */
  private genericIn(text: string): Subject | null {
    const {names} = this.rules
    const owned = pattern(
      names.possessives,
      `${WORD_START}%\\s(?:\\p{L}+\\s){0,3}(?:${this.rules.speech.documents.join('|')})${WORD_END}`,
    ).test(text)
    if (owned && this.institution) return organised(this.institution)
    const body = pattern(
      names.bodies,
      `(?:^|[\\s(’'])(?:${names.articles.join('|')})\\s?(?:\\p{Ll}+\\s)?(?<body>%)(?:[’']s)?${WORD_END}`,
      'iu',
    ).exec(text)?.groups?.['body']
    if (!body) return null
    const known = this.cast.entities.filter(
      ({kind, name}) => kind === 'institution' && bare(name).split(' ').includes(bare(body)),
    )
    const entity = known.at(-1) ?? this.institution
    return entity ? organised(entity) : null
  }

  /** "The geologist", "el alcalde": somebody with that title. */
  private roleIn(text: string): Subject | null {
    const {names} = this.rules
    const role = pattern(
      names.titles,
      `(?:^|\\s)(?:${names.articles.join('|')})\\s?(?:\\p{L}+\\s)?(?<role>%)${WORD_END}`,
      'iu',
    ).exec(text)?.groups?.['role']
    if (!role) return null
    const person =
      this.cast.entities.find(
        ({kind, title}) =>
          kind === 'person' && title !== null && bare(title).split(' ').includes(bare(role)),
      ) ?? this.person
    return person ? personal(person) : null
  }

  private documentIn(text: string, hasNames: boolean): Subject | null {
    const found = pattern(
      this.rules.speech.documents,
      `(?<words>(?:${this.rules.names.articles.join('|')})\\s?(?:[\\p{L}-]+\\s){0,2}%)${WORD_END}`,
      'iu',
    ).exec(text)?.groups?.['words']
    return found && !hasNames ? {entities: [], attribution: found.trim(), isDocument: true} : null
  }

  private anonymousAt(text: string): Subject | null {
    const found = pattern(this.rules.speech.anonymous, `^[\\s,]*(?<who>%)${WORD_END}`).exec(text)
      ?.groups?.['who']
    return found ? this.nobody(found) : null
  }

  private anonymousIn(text: string, within: number): Subject | null {
    const found = pattern(this.rules.speech.anonymous, `${WORD_START}(?<who>%)${WORD_END}`).exec(
      text,
    )
    const who = found?.groups?.['who']
    return found && who && found.index <= within ? this.nobody(who) : null
  }

  /** "the official" is who was "an official briefed on the matter" before. */
  private nobody(words: string): Subject {
    const verb = pattern(this.rules.speech.verbs, `\\s(?:\\p{L}+\\s)?%${WORD_END}`).exec(words)
    const printed = (verb && verb.index > 3 ? words.slice(0, verb.index) : words)
      .trim()
      .replace(/^aus\s/iu, '')
    const noun = bare(printed)
      .split(' ')
      .find((word) => pattern(UNNAMED, '^%s?$').test(word))
    const known = noun && /^(?:the|that)\s/iu.test(printed) ? this.anonymous.get(noun) : undefined
    if (noun && known === undefined) this.anonymous.set(noun, printed)
    return {entities: [], attribution: known ?? printed, isDocument: false}
  }

  private lastSubject(): Subject | null {
    return this.person
      ? personal(this.person)
      : this.institution
        ? organised(this.institution)
        : null
  }

  // --- What the article speaks of

  private subjectOfSentence(text: string): Subject | null {
    const first = this.cast.mentionsIn(text).find(({entity}) => entity.kind === 'person')
    return first ? personal(first.entity) : null
  }

  /** Remembers who a sentence names, for the pronouns of the next one. */
  private follow(text: string) {
    this.anonymousIn(text, 400)
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
    const body = mentions.find(({entity}) => entity.kind === 'institution')
    if (body) this.institution = body.entity
  }

  /** "The geologist said": a title of the person who was named last. */
  private noteRole(text: string) {
    const {names, speech} = this.rules
    const role = pattern(
      names.titles,
      `(?:^|,)\\s*(?:${names.articles.join('|')})\\s?(?<role>%)\\s(?:${speech.verbs.join('|')})${WORD_END}`,
      'iu',
    ).exec(text)?.groups?.['role']
    if (role && this.person && this.person.title === null) this.person.title = role
  }

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
    const isSentence =
      /^[¿¡"“„«‚‘'(\[…\s]*[\p{Lu}\p{N}]/u.test(words.words) ||
      (subject.entities.length === 0 && false)
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

/** The person whose clause it is: not the one of a relative clause or of "of". */
const clausePerson = <M extends {from: number; to: number; entity: Entity}>(
  people: readonly M[],
  text: string,
): M | undefined => {
  const after = text.search(/[,;]\s(?:and|but|while|und|aber|et|mais|y|pero|mientras)\s/u)
  return (after >= 0 ? people.find(({from}) => from > after) : undefined) ?? people[0]
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

/** PUERTO LERMA as Puerto Lerma. */
const titleCase = (text: string | null): string | null =>
  text && /^[\p{Lu}\p{M}\s’'-]+$/u.test(text)
    ? text
        .toLowerCase()
        .replace(
          /(^|[\s’'-])(\p{L})/gu,
          (_all, before: string, letter: string) => before + letter.toUpperCase(),
        )
    : text
