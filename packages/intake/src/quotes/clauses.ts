// Who says the words between marks, by the clauses around them.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'
import {endsInJob} from './nouns.ts'
import {clauseEnd, type Phrase, type Phrases} from './phrases.ts'
import {withoutShortForms} from './sentences.ts'
import type {Meanings} from './meanings.ts'
import type {Memory} from './memory.ts'
import type {Story} from './story.ts'
import {personal, type Subject} from './subject.ts'

/** What is around quoted words, without words that are quoted. */
export interface Region {
  /** Of the sentence, from the quotation before. */
  before: string
  /** Up to the next quotation. */
  after: string
  /** The sentence. */
  whole: string
  /** What is quoted. */
  words: string
}

export class Clauses {
  private readonly phrases: Phrases
  private readonly memory: Memory
  private readonly meanings: Meanings
  private readonly rules: LanguageRules

  constructor(phrases: Phrases, {memory, meanings}: Story, rules: LanguageRules) {
    this.phrases = phrases
    this.memory = memory
    this.meanings = meanings
    this.rules = rules
  }

  /** "Das sei „ein Missverständnis“ gewesen.": the form of the verb shows that somebody said it. */
  reported({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const forms = pattern(this.rules.speech.reported, `${WORD_START}(?:%)${WORD_END}`)
    if (!forms.test(before) && !forms.test(after)) return null
    // "Ann Poll zeigte sich zurückhaltend: Das sei „…“"
    const ahead = /^[^:]*(?=:\s[^:]*\p{L})/u.exec(before)?.[0] ?? ''
    return (ahead === '' ? null : this.subjectIn(ahead)) ?? this.memory.lastSubject()
  }

  /** Who is spoken of in a sentence, for words that are too many to be a term. */
  anySubject({whole}: Region): Subject | null {
    const all = this.phrases.in(whole).filter(({kind}) => kind !== 'unknown' && kind !== 'document')
    const phrase = all.find(({isGoverned}) => !isGoverned)
    return (phrase && this.meanings.resolve(phrase, whole)) ?? this.memory.lastSubject()
  }

  /** `untilHere` is the sentence up to the words, also before an earlier quotation. */
  subjectOf(region: Region, untilHere: string): Subject | null {
    return (
      this.family(region) ??
      this.ofLawyer(region.before) ??
      this.spokenOf(region) ??
      this.asSaid(region.before) ??
      this.asSaid(region.after) ??
      this.viewBefore(region.before) ??
      this.ownWords(region.before) ??
      this.accordingTo(region.after, true) ??
      this.perfect(region) ??
      this.inTextAbove(region.after) ??
      this.ofHouse(region) ??
      this.subjectAfter(region.after) ??
      this.sourceAhead(region.before) ??
      this.accordingToBehind(region.before) ??
      this.dative(region.before) ??
      this.passive(region) ??
      this.agent(region.before) ??
      this.subjectBefore(region.before) ??
      this.accordingTo(region.before) ??
      this.besideWords(region) ??
      this.accordingTo(region.after) ??
      this.accordingToBehind(region.after) ??
      this.subjectBefore(untilHere) ??
      this.beforeColon(region.before) ??
      this.accordingTo(region.whole) ??
      this.view(region.whole) ??
      this.subjectLater(region.after) ??
      this.inDocument(untilHere)
    )
  }

  /** "Ihr Mandant habe es „nicht bestritten“": what a lawyer says of a client. */
  private ofLawyer(before: string): Subject | null {
    const {names, speech} = this.rules
    const isReported = pattern(
      speech.clients ?? NONE,
      `^\\s?(?:${wordsOf(names.possessives)})\\s(?:%)\\s(?:[^~]*\\s)?(?:${sourceOf(speech.reported)})\\s`,
    ).test(before)
    return isReported && this.memory.person ? personal(this.memory.person) : null
  }

  /** "the Dunns said": all of that surname. */
  private family({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {names, speech} = this.rules
    if (!names.hasLateBodies) return null
    const family = '(?:[tT]he)\\s(?<family>\\p{Lu}[\\p{L}’-]+s)'
    const name =
      pattern(
        speech.verbs,
        `^[~\\s,]*(?:(?:%)\\s)?${family}(?=\\s(?:%)${WORD_END}|[,.])`,
        'u',
      ).exec(after)?.groups ??
      pattern(speech.verbs, `(?:^|[,.~]\\s)${family}\\s(?:%)[\\s:,]*$`, 'u').exec(before)?.groups
    return name?.['family'] === undefined ? null : this.meanings.family(name['family'])
  }

  /** « … », indique-t-on à la mairie. "Desde Lumera insisten": somebody speaks for an organisation. */
  private ofHouse({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {houses, impersonal = NONE} = this.rules.speech
    if (!houses) return null
    const behind = pattern(
      impersonal,
      `^[~\\s]*,\\s(?:%)\\s(?=(?:${sourceOf(houses)})(?:\\s|(?<=[’'])))`,
    ).exec(after)?.[0]
    if (behind !== undefined) return this.houseIn(after.slice(behind.length))
    const clause = /[^.;:!?~]*(?=:?\s*$)/u.exec(before)?.[0].trimStart() ?? ''
    const verb = pattern(
      impersonal,
      `^(?:${sourceOf(houses)})(?:\\s|(?<=[’']))[^,~]{2,60}?(?=,?\\s(?:%)(?:\\s|$))`,
    ).exec(clause)
    return verb ? this.houseIn(verb[0]) : null
  }

  /** « … », y lit-on page 8: the text that was spoken of last. */
  private inTextAbove(after: string): Subject | null {
    const isIn = pattern(this.rules.speech.inIt ?? NONE, `^[~\\s]*,\\s(?:%)${WORD_END}`)
    return isIn.test(after) ? this.memory.lastText : null
  }

  /** `text` begins with the preposition. */
  private houseIn(text: string): Subject | null {
    const {houses = NONE} = this.rules.speech
    const end = pattern(houses, '^(?:%)\\s?').exec(text)?.[0].length ?? 0
    const phrase = this.phrases
      .in(text)
      .find(
        ({from, to, kind}) =>
          from <= end &&
          to > end &&
          ['institution', 'body', 'anonymous', 'document'].includes(kind),
      )
    return phrase ? this.meanings.resolve(phrase, text) : null
  }

  /** `" Ortega told reporters`, `,’ said Garside`, `“, sagte Henrike Solbach`, `», bromeó`. */
  private subjectAfter(after: string): Subject | null {
    const {speech} = this.rules
    if (/^[~\s]*[.!?;:]\s/u.test(after)) return null
    // « … », quand Le Réveil regrette « … »: who says the next words.
    const isOther = pattern(speech.joining, '^[~\\s]*,\\s%\\s[^,.;]+\\s$').test(after)
    if (isOther && this.rules.names.hasLateAdjectives) return null
    // „… neugierig“ gewesen, erklärte Till Brandauer
    const tail =
      speech.hasInversion === true
        ? (/^\s(?:\p{Ll}+\s?){1,4},\s(?=\p{Ll})/u.exec(after)?.[0] ?? this.restOfClause(after))
        : undefined
    const whole = after.slice(tail?.length ?? 0).replace(/^[~\s,.;:—–-]+/u, '')
    const text = whole.slice(0, clauseEnd(whole))
    const first = pattern(
      speech.verbs,
      `^(?:(?:e|er|ha|hat|a)\\s|(?:${wordsOf(speech.clitics ?? NONE)})(?:\\s|(?<=[’'])))?(?<verb>%)(?<tail>(?:-t)?-(?:il|elle|ils|elles|on))?${WORD_END}`,
    ).exec(text)
    if (first) {
      if (first.groups?.['tail'])
        return this.meanings.pronouns.byPronoun(first.groups['tail'].replace(/^.*-/u, ''))
      const inner = /-t-(?<who>ils?|elles?)\s/u.exec(first[0])?.groups?.['who']
      if (inner) return this.meanings.pronouns.byPronoun(inner)
      // « … », a demandé, depuis les bancs du public, le père Aurélien
      const rest = text.slice(first[0].length).replace(/^,\s[^,~]{3,60},(?=\s)/u, '')
      const phrase = this.phraseBehind(rest)
      // "veut croire la fille de la victime"
      const isSomebody =
        this.rules.names.hasLateAdjectives === true &&
        phrase?.kind === 'unknown' &&
        phrase.from <= 1
      return (
        (phrase && this.severalOf(first[0], phrase)) ??
        (phrase && this.meanings.resolve(phrase, rest)) ??
        (isSomebody ? this.meanings.nobody(phrase.text) : null) ??
        (this.rules.speech.hasInversion ? this.withoutSubject(first[0]) : null)
      )
    }
    const unknown = this.unknownVerb(after, text)
    if (unknown) return unknown
    // "Chief Executive Ann Poll told"
    const isTitle = (from: number) =>
      /^(?:\p{Lu}[\p{L}-]+\s){1,4}$/u.test(text.slice(0, from)) &&
      endsInJob(text.slice(0, from).trimEnd(), this.rules)
    const phrase = this.phrases
      .in(text)
      .find(({from, isGoverned}) => !isGoverned && (from <= 6 || isTitle(from)))
    if (!phrase) return null
    const behind = text.slice(phrase.to, phrase.to + 160)
    // "spoke of “…,” a phrase that his ministry declined to explain"
    const isBesides =
      this.rules.names.hasLateBodies === true &&
      phrase.kind === 'unknown' &&
      wordPattern(this.rules.names.clauses, '^\\s%\\s').test(behind)
    if (isBesides) return null
    const verb = pattern(speech.verbs, `${WORD_START}%${WORD_END}`).exec(behind)
    return verb ? this.meanings.resolve(phrase, text) : null
  }

  /** „Wie ein Haus ohne Tür“ sei die Abwehr gewesen, sagte er: what is before the verb of speech. */
  private restOfClause(after: string): string | undefined {
    const {hasCapitalNouns, reported, verbs} = this.rules.speech
    if (!hasCapitalNouns) return undefined
    return pattern(verbs, `^\\s(?:${sourceOf(reported)})\\s[^,.;:!?~]{2,80},\\s(?=(?:%)\\s)`).exec(
      after,
    )?.[0]
  }

  /** „…“, sagten sie: two people. */
  private severalOf(verb: string, {kind, word}: Phrase): Subject | null {
    const isMany = this.rules.speech.hasCapitalNouns === true && /(?:[tg]en|ben|len)$/u.test(verb)
    return isMany &&
      kind === 'pronoun' &&
      pattern(this.rules.names.pronouns.female, '^%$').test(word)
      ? this.memory.lastPair()
      : null
  }

  /** The subject behind its verb: not far, or with nothing but prepositions between. */
  private phraseBehind(rest: string): Phrase | undefined {
    const {prepositions} = this.rules.names
    const far = wordPattern(prepositions, "^\\s%(?:\\s|(?<=[’']))[^,~]*$")
    return this.phrases.in(rest).find(({from, to, kind, isGoverned}) => {
      // "said Orr’s lawyer, Ann Poll"
      const isOwner =
        this.rules.names.hasLateBodies === true &&
        /^(?:[’']s|(?<=s)[’'])\s(?:(?:[\p{Ll}-]+\s){0,3}[\p{Ll}-]+,?\s\p{Lu}|\p{Lu}[\p{L}-]+\s\p{Lu})/u.test(
          rest.slice(to),
        )
      if (isOwner) return false
      const isFar = from <= 70 && kind !== 'unknown' && far.test(rest.slice(0, from))
      return !isGoverned && (from <= (kind === 'unknown' ? 2 : 34) || isFar)
    })
  }

  /** « … », diagnostica. A verb that no list has, with nothing but its subject behind it. */
  private unknownVerb(after: string, text: string): Subject | null {
    const {names, speech} = this.rules
    const {hasInversion, hasOmittedSubjects, perfects = []} = speech
    if (!hasInversion || !/^[~\s]*,\s/u.test(after)) return null
    const verb = pattern(
      perfects,
      "^(?:%(?:(?:-t)?-(?<inner>ils?|elles?))?\\s(?:\\p{Ll}+ment\\s)?)?(?:(?:se|le|les|nos|me|nous|lui|leur)\\s|[sm][’'])?(?<verb>\\p{Ll}{4,})(?:(?:-t)?-(?<who>ils?|elles?))?(?=$|[,\\s])",
      'u',
    ).exec(text)
    const {who, inner, verb: word = ''} = verb?.groups ?? {}
    const isSmall = [names.prepositions, names.starters, speech.joining].some((list) =>
      wordPattern(list, '^%$').test(word),
    )
    if (!verb || isSmall) return null
    const pronoun = who ?? inner
    if (pronoun) return this.meanings.pronouns.byPronoun(pronoun)
    const rest = text.slice(verb[0].length)
    if (rest === '') return hasOmittedSubjects === true ? this.withoutSubject(verb[0]) : null
    const phrase = this.phrases.in(rest).find(({from}) => from <= 5)
    if (!phrase || phrase.isGoverned) return null
    const isOne = !phrase.isIndefinite || /^(?:un[ea]?|eine?)\s/u.test(phrase.text)
    if (phrase.kind === 'unknown' && !phrase.isPossessed && isOne)
      return this.meanings.speakerOfNoun(phrase)
    const canSpeak = ['person', 'role', 'institution', 'anonymous'].includes(phrase.kind)
    return canSpeak ? this.meanings.resolve(phrase, rest) : null
  }

  /** "contestó": who was asked, and not who asked. */
  private withoutSubject(verb: string): Subject | null {
    const asked = pattern(this.rules.speech.answers, `^(?:%)$`).test(verb.trim())
      ? this.memory.recent.at(-1)
      : undefined
    const {pluralVerbs = []} = this.rules.speech
    const pair = pattern(pluralVerbs, '^(?:%)$').test(verb.trim()) ? this.memory.lastPair() : null
    return asked ? personal(asked) : (pair ?? this.memory.lastSubject())
  }

  /** `Der Anzeiger hat den Streit „…“ genannt`: the participle is behind the words, the subject beside the auxiliary. */
  private perfect({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {speech} = this.rules
    if (!speech.hasCapitalNouns) return null
    const participle = pattern(
      together(speech.verbs, speech.calls),
      `^\\s(?:\\p{Ll}+\\s)?(?=\\p{L}*ge\\p{L}+|\\p{L}+t${WORD_END}|\\p{L}+en${WORD_END})%(?:[,.;]|\\s(?:hat|habe|haben|hatte|hatten)|$)`,
    )
    const clause = /[^;:.!?~]*$/u.exec(before)?.[0] ?? ''
    const auxiliary = wordPattern(speech.auxiliaries, `${WORD_START}%\\s`).exec(clause)
    if (!participle.test(after) || !auxiliary) return null
    const behind = clause.slice(auxiliary.index + auxiliary[0].length)
    const next = this.phrases.in(behind).find(({from, isGoverned}) => from <= 1 && !isGoverned)
    return (
      this.subjectIn(clause.slice(0, auxiliary.index)) ??
      (next && next.kind !== 'unknown' ? this.meanings.resolve(next, behind) : null)
    )
  }

  /** "Wie die Polizei mitteilte, war das Auto „…“" */
  private asSaid(text: string): Subject | null {
    const {speech, head} = this.rules
    if (!speech.hasCapitalNouns) return null
    const who = pattern(
      speech.verbs,
      `(?:^|,\\s)\\s?wie\\s(?<who>[^,;:~]{3,80}?)\\s(?:\\p{Ll}+)?(?:%)(?:[,.]|$|\\s(?:${sourceOf(head.and)})\\s)`,
    ).exec(text)?.groups?.['who']
    const phrase = this.phrases
      .in(who ?? '')
      .find(({isGoverned, kind, from}) => !isGoverned && kind !== 'unknown' && from <= 30)
    return who !== undefined && phrase ? this.meanings.resolve(phrase, who) : null
  }

  /** "In der Anklage ist von „…“ die Rede" */
  private spokenOf({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const {inText = NONE} = this.rules.speech
    const isOne = pattern(inText, '^(?:%)').test(`${before}~${after}`.trimStart())
    return isOne ? this.inDocument(before) : null
  }

  /** `had been reported as "…" in a maintenance log`. */
  private passive({before, after}: Pick<Region, 'before' | 'after'>): Subject | null {
    const isPassive =
      /\b(?:was|were|been|is|are|being)\s/u.test(before) &&
      pattern(
        this.rules.speech.verbs,
        `${WORD_START}(?:was|were|been|is|are|being)\\s(?:\\p{L}+ly\\s)?(?:%(?:\\sas)?|\\p{L}+ed\\sas)\\s$`,
      ).test(before)
    const where = /^[\s,]*(?:in|on|by)\s(?<what>.*)$/su.exec(after)?.groups?.['what']
    if (!isPassive || where === undefined) return null
    const phrase = this.phrases.in(where).find(({from, kind}) => from < 12 && kind !== 'unknown')
    return phrase ? this.meanings.resolve(phrase, where) : null
  }

  /** `was rejected by the trust’s director, Ann Poll, as "`. */
  private agent(before: string): Subject | null {
    const {calls, verbs} = this.rules.speech
    const who = pattern(
      together(calls, verbs),
      `${WORD_START}(?:was|were|been|is|are|being)\\s(?:\\p{L}+ly\\s)?(?:%)\\sby\\s(?<who>[^;:~]{3,90}?),?\\sas\\s$`,
    ).exec(before)?.groups?.['who']
    const phrase =
      who === undefined ? undefined : this.phrases.in(who).find(({kind}) => kind !== 'unknown')
    return phrase && who !== undefined ? this.meanings.resolve(phrase, who) : null
  }

  /** `Ortega said: "`, `warns that rivals are "`, `called it "`. */
  private subjectBefore(before: string): Subject | null {
    const {speech} = this.rules
    const {indefinite, possessives, hasLateAdjectives} = this.rules.names
    // "une note", "su pregunta"
    const beforeNoun = pattern(indefinite, `${WORD_START}(?:%|${wordsOf(possessives)})\\s$`)
    const verbs = [
      ...before.matchAll(
        pattern(
          together(speech.verbs, speech.calls),
          `${WORD_START}%(?:(?:-t)?-(?:il|elle|ils|elles))?${WORD_END}`,
          'giu',
        ),
      ),
    ].filter(
      ({index}) =>
        !hasLateAdjectives || !beforeNoun.test(before.slice(Math.max(0, index - 12), index)),
    )
    const source = this.sourceBehind(before, verbs[0]?.index ?? before.length)
    if (source) return source
    for (const verb of verbs.slice(-4).toReversed()) {
      if (this.isClaimed(before.slice(0, verb.index), verbs)) continue
      const subject = this.ofVerb(before, verb.index, verb[0])
      if (subject) return subject
    }
    const verb = verbs.at(-1)
    if (!verb) return null
    const isMany = pattern(speech.pluralVerbs ?? NONE, '^(?:%)$').test(verb[0])
    const pair = isMany ? this.memory.lastPair() : null
    if (pair) return pair
    const isOpen = speech.hasOmittedSubjects === true || this.isJoining(before.slice(0, verb.index))
    const joined = this.isJoining(before.slice(0, verb.index)) ? this.memory.speakingNow : null
    return isOpen ? (joined ?? this.memory.lastSubject()) : null
  }

  /** "Según una funcionaria que pide no ser nombrada, «…»": nobody else speaks up to the words. */
  private sourceAhead(before: string): Subject | null {
    const {speech, names} = this.rules
    const rest = /,\s(?<rest>[^,]*)$/u.exec(before)?.groups?.['rest'] ?? ''
    // "Según Ana Roda, la plantilla pedía «calma»": no thing speaks
    const isSpeaking = this.phrases
      .in(rest)
      .some(({kind, isGoverned}) => !isGoverned && kind !== 'unknown')
    const isOther =
      isSpeaking &&
      pattern(together(speech.verbs, speech.calls), `${WORD_START}%${WORD_END}`).test(rest)
    return names.hasLateAdjectives && !isOther ? this.accordingTo(before, true) : null
  }

  /** "It said, according to two people who saw it, that": those two. */
  private sourceBehind(text: string, verb: number): Subject | null {
    const at = pattern(this.rules.speech.accordingTo, `,\\s%\\s`).exec(text.slice(verb))?.index
    const source = at === undefined ? null : this.accordingTo(text.slice(verb + at))
    return source?.isDocument === true && source.attribution !== null ? null : source
  }

  /** "El informe concluye que el puente presentaba «fatiga»": the verb of what is claimed, of a thing. */
  private isClaimed(ahead: string, verbs: readonly RegExpExecArray[]): boolean {
    const {names, speech} = this.rules
    const earlier = verbs.findLast(({0: verb, index}) => index + verb.length < ahead.length)
    if (!names.hasLateAdjectives || !earlier) return false
    const clause = ahead.slice(earlier.index + earlier[0].length)
    const that = pattern(speech.complements, "^\\s(?:[^,~]{3,40}\\s)??(?:%)(?:\\s|(?<=[’']))").exec(
      clause,
    )?.[0]
    if (that === undefined || /[,~]/u.test(clause)) return false
    const [first, ...others] = this.phrases.in(clause.slice(that.length))
    return first?.from === 0 && first.kind === 'unknown' && others.length === 0
  }

  private isJoining = (text: string): boolean =>
    pattern(this.rules.speech.joining, '^[\\s,~]*(?:%)?\\s*$').test(text)

  private ofVerb(text: string, at: number, verb: string): Subject | null {
    const suffix = /-(il|elle|ils|elles)$/iu.exec(verb)?.[1]
    if (suffix) return this.meanings.pronouns.byPronoun(suffix)
    const ahead = text.slice(0, at)
    const behind = text.slice(at + verb.length)
    // "Es gehe, so Oberstaatsanwalt Carl Roth, um"
    const isSo = this.rules.speech.hasCapitalNouns === true && /^so$/iu.test(verb)
    const named = isSo && /,\s$/u.test(ahead) ? this.phrases.in(behind)[0] : undefined
    if (named?.kind === 'person' && named.from < 40) return this.meanings.resolve(named, behind)
    // "Eso es lo que busca el grupo, opina Ana Roth:"
    const isInserted = this.rules.names.hasLateAdjectives === true && /,\s$/u.test(ahead)
    const next = isInserted
      ? this.phrases
          .in(behind)
          .find(
            ({from, to, kind}) =>
              from === 1 &&
              (['person', 'role', 'institution'].includes(kind) || behind[to] === ','),
          )
      : undefined
    if (next) return this.meanings.resolve(next, behind)
    // "El servicio, añade, se vino abajo": who spoke last, and not the service
    if (isInserted && behind.startsWith(',')) {
      const last = this.memory.lastSubject()
      if (last) return last
    }
    const subject =
      this.behindClause(ahead, behind) ?? this.beforeRelative(ahead) ?? this.subjectIn(ahead)
    if (subject) return subject
    // "Admite que la formación fue «mala»": the clause has a subject of its own.
    const isClause =
      this.rules.names.hasLateAdjectives === true &&
      pattern(this.rules.speech.complements, "^\\s(?:%)(?:\\s|(?<=[’']))").test(behind)
    const inverted =
      this.rules.speech.hasInversion && !isClause
        ? this.phrases
            .in(behind)
            .find(
              ({from, kind, isGoverned}) =>
                !isGoverned &&
                kind !== 'unknown' &&
                kind !== 'document' &&
                from <= (kind === 'person' ? 34 : 14),
            )
        : undefined
    if (inverted) return this.meanings.resolve(inverted, behind)
    const document = this.phrases.in(ahead).findLast(({kind}) => kind === 'document')
    // « En una nota remitida atribuye »: the subject is left out.
    const isPlace = document?.isGoverned === true && this.rules.speech.hasOmittedSubjects === true
    const last = isPlace ? this.memory.lastSubject() : null
    if (last) return {...last, isDocument: true}
    return document ? this.meanings.resolve(document, ahead) : null
  }

  /** "Er habe gefragt, erzählte der Pilot:", "Als er kam, sagte sie:" */
  private behindClause(ahead: string, behind: string): Subject | null {
    if (!this.rules.speech.hasCapitalNouns || !/,\s$/u.test(ahead)) return null
    const next = this.phrases
      .in(behind)
      .find(
        ({from, kind, isGoverned}) =>
          from === 1 && !isGoverned && kind !== 'unknown' && kind !== 'document',
      )
    return next ? this.meanings.resolve(next, behind) : null
  }

  /** "the office, which said": the noun before the pronoun. */
  private beforeRelative(ahead: string): Subject | null {
    const at = wordPattern(this.rules.speech.relative, ',\\s%\\s$').exec(ahead)?.index
    const nouns = this.phrases
      .in(ahead)
      .filter(({to, kind, isIndefinite}) => to === at && (kind !== 'unknown' || isIndefinite))
    // "a blow for the minister, Ann Poll, who"
    const noun = nouns.find(({kind}) => kind === 'person') ?? nouns[0]
    return noun ? this.meanings.resolve(noun, ahead) : null
  }

  /** "the rule book provides for", "in einem Bericht als": a text in which the words are. */
  private inDocument(before: string): Subject | null {
    const phrase = this.phrases.in(before).findLast(({kind}) => kind === 'document')
    return phrase ? this.meanings.resolve(phrase, before) : null
  }

  /** "A Ana Roda le hace gracia: «…»", "al alcalde le parece «…»" */
  private dative(before: string): Subject | null {
    const {datives = [], clitics = []} = this.rules.speech
    const text = /[^;:.!?~]*$/u.exec(before.replace(/[:：]\s*$/u, ''))?.[0].trimStart() ?? ''
    if (!pattern(datives, '^(?:%)\\s').test(text)) return null
    const phrase = this.phrases
      .in(text)
      .find(({from, kind}) => from <= 3 && (kind === 'person' || kind === 'role'))
    const isSeen = wordPattern(clitics, '^\\s%\\s').test(text.slice(phrase?.to ?? 0))
    return phrase && isSeen ? this.meanings.resolve(phrase, text) : null
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
    const {pluralVerbs} = this.rules.speech
    const isOfMany =
      phrase === undefined &&
      pluralVerbs !== undefined &&
      pattern(
        pluralVerbs,
        `(?:^\\s?|\\s(?:${wordsOf(this.rules.head.and)})\\s)(?:se\\s)?(?:%)\\s`,
      ).test(text)
    const pair = isOfMany ? this.memory.lastPair() : null
    if (pair) return pair
    // "Puis, après un silence : « … »"
    const isShort = /^[^.!?~]{0,60}$/u.test(text) && !/[.!?]\s/u.test(text)
    return phrase ? this.meanings.resolve(phrase, text) : isShort ? this.memory.speakingHere : null
  }

  /** Nothing but a name after the words, far from a verb: « … », une hôtelière. */
  private subjectLater(after: string): Subject | null {
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(after)
    return verb ? this.subjectIn(after.slice(0, verb.index)) : null
  }

  /** "The diocese “takes note of the vote”": the verb is within the marks. */
  private besideWords({before, words}: Region): Subject | null {
    if (!/^\p{Ll}/u.test(words)) return null
    const text = /[^;:.!?~]*$/u.exec(before)?.[0] ?? ''
    const phrase = this.phrases.in(text).find(({isGoverned}) => !isGoverned)
    const canSpeak = phrase && !['unknown', 'pronoun', 'relative'].includes(phrase.kind)
    const isBeside = canSpeak && /^\s$|^,[^,]*,\s$/u.test(text.slice(phrase.to))
    return isBeside ? this.meanings.resolve(phrase, text) : null
  }

  /** The subject of a clause that ends where its verb begins. */
  private subjectIn(ahead: string): Subject | null {
    const masked = withoutShortForms(ahead)
    const start = Math.max(0, masked.search(/[^;:.!?~]*$/u))
    const text = ahead.slice(start)
    const pair = this.meanings.pronouns.pairIn(text)
    if (pair) return pair
    const all = this.phrases.in(text)
    // "The Holm Institute’s Ann Poll said": she says it.
    const hasOwners = this.rules.names.hasLateBodies === true
    const canSpeak = (phrase: Phrase) =>
      (!phrase.isGoverned || (phrase.kind === 'anonymous' && phrase.from <= 5)) &&
      (phrase.kind !== 'unknown' || this.isBesideVerb(phrase, text.slice(phrase.to))) &&
      (!/^[’']s?\s\p{Ll}/u.test(text.slice(phrase.to)) ||
        this.hasText(phrase, text.slice(phrase.to))) &&
      !(hasOwners && /^[’']s\s\p{Lu}\p{Ll}+\s\p{Lu}/u.test(text.slice(phrase.to)))
    const name = this.nameAfterClause(text, all)
    if (name) return name
    // "Kritiker nennen es so, die Kämmerin nennt es"
    const beside = this.rules.speech.hasCapitalNouns
      ? all.find(
          (phrase) =>
            ['person', 'institution', 'role', 'body'].includes(phrase.kind) &&
            /^\s$/u.test(text.slice(phrase.to)) &&
            !/^(?:den|dem|des|einen|einem)\s/iu.test(phrase.text) &&
            canSpeak(phrase),
        )
      : undefined
    const named = (beside && this.firstOfPair(beside, all, text)) ?? this.nameBeside(all, text)
    const next = named && this.meanings.resolve(named, text)
    if (next) return next
    const isWithin = (at: number) =>
      all.some(({from, to}) => at > from && at < to) || this.isPair(all, text, at)
    // "He thinks that a court would agree, but adds": of both verbs
    const isShared =
      this.rules.names.hasLateBodies === true &&
      pattern(this.rules.speech.joining, ',?\\s%\\s$').test(text)
    const starts = isShared ? this.clauseStarts(text).slice(0, 1) : this.clauseStarts(text)
    for (const clause of starts.toReversed()) {
      if (isWithin(clause)) continue
      const phrase = all.find((one) => one.from >= clause && canSpeak(one))
      const subject = phrase && this.meanings.resolve(phrase, text)
      if (subject) return subject
    }
    return null
  }

  /** "Der Maler Jan Roth und die Imkerin Eva Poll sagen": both do. */
  private readonly firstOfPair = (last: Phrase, all: readonly Phrase[], text: string): Phrase =>
    all.find(
      ({kind, to, isGoverned}) =>
        kind === 'person' &&
        last.kind === 'person' &&
        !isGoverned &&
        to < last.from &&
        this.meanings.areJoined(text, to, last.from),
    ) ?? last

  /** "The Audit Office’s annual report called it": the words are the office's. */
  private readonly hasText = ({kind}: Phrase, behind: string): boolean =>
    kind === 'institution' &&
    pattern(this.rules.speech.documents, `^[’']s?\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)${WORD_END}`).test(
      behind,
    )

  /** "Ann Poll and Mark Orr said", "Roda y él repiten": no clause begins behind that "and". */
  private readonly isPair = (all: readonly Phrase[], text: string, at: number): boolean => {
    const {hasLateBodies, hasLateAdjectives} = this.rules.names
    const kinds = hasLateBodies ? ['person'] : ['person', 'pronoun']
    const next = all.find((one) => one.from === at && kinds.includes(one.kind))
    return (
      next !== undefined &&
      (hasLateAdjectives === true ||
        (hasLateBodies === true &&
          /^(?:,\s[^,.;~]+,)?\s(?:\p{Ll}+ly\s)?$/u.test(text.slice(next.to)))) &&
      all.some(
        ({kind, to, isGoverned}) =>
          kind === 'person' &&
          !isGoverned &&
          to < at &&
          pattern(this.rules.head.and, '^\\s%\\s$').test(text.slice(to, at)),
      )
    )
  }

  /** "Asked if she would go, Ann Poll said", ", a loss it called": behind a comma and right before the verb. */
  private readonly nameBeside = (all: readonly Phrase[], text: string): Phrase | undefined =>
    this.rules.names.hasLateBodies === true
      ? all.find(
          ({kind, from, to, isGoverned}) =>
            ['person', 'institution', 'pronoun'].includes(kind) &&
            !isGoverned &&
            /^\s(?:\p{Ll}+ly\s)?$/u.test(text.slice(to)) &&
            (/\p{Ll},\s(?:\p{Lu}\p{L}*\.?\s){0,3}$/u.test(text.slice(0, from)) ||
              (kind === 'pronoun' && /,\san?\s(?:[\p{Ll}-]+\s){1,3}$/u.test(text.slice(0, from)))),
        )
      : undefined

  /** "Dans l’article qu’il signe, M. Renn évoque": the name right before the verb, behind a comma. */
  private nameAfterClause(text: string, all: readonly Phrase[]): Subject | null {
    const {hasLateAdjectives, honorifics} = this.rules.names
    const name = all.at(-1)
    if (!hasLateAdjectives || name?.kind !== 'person' || name.isGoverned) return null
    const address = together(honorifics.any, together(honorifics.female, honorifics.male))
    const isClause = pattern(
      this.rules.speech.complements,
      `${WORD_START}(?:%)(?:\\s|(?<=[’']))[^,]+,\\s(?:(?:${sourceOf(address)})\\.?\\s)?$`,
    ).test(text.slice(0, name.from))
    return isClause && /^\s$/u.test(text.slice(name.to)) ? this.meanings.resolve(name, text) : null
  }

  /** Of a noun that no list has: right before the verb, or with only a relative clause between. */
  private readonly isBesideVerb = ({isPossessed, isIndefinite}: Phrase, between: string): boolean =>
    !isPossessed &&
    ((/^\s(?:\p{L}+\s)?$/u.test(between) &&
      !pattern(this.rules.head.and, '^\\s(?:%)\\s').test(between)) ||
      (!isIndefinite &&
        this.rules.names.hasLateAdjectives === true &&
        /^,\s[^,]{2,25},\s$/u.test(between)) ||
      (isIndefinite &&
        (/^,\s.*,\s(?:\p{L}+\s)?$/u.test(between) ||
          wordPattern(this.rules.speech.relative, '^,?\\s%\\s').test(between))))

  /** Where a clause begins within a sentence: after ", and", after "that". */
  private readonly clauseStarts = (text: string): number[] => {
    // ", who asked for silence because he still works there,": no clause of the sentence begins there.
    const inserted = [
      ...text.matchAll(wordPattern(this.rules.names.clauses, ',\\s%\\s[^,]*,', 'giu')),
    ].map(({0: whole, index}) => ({from: index, to: index + whole.length - 1}))
    return this.allStarts(text).filter((at) =>
      inserted.every(({from, to}) => at <= from || at > to),
    )
  }

  private readonly allStarts = (text: string): number[] => [
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

  /** "Eligió la más corta porque, a su juicio, «es la única»" */
  private viewBefore(before: string): Subject | null {
    const {speech, names} = this.rules
    const isView =
      names.hasLateAdjectives === true &&
      pattern(speech.views, `${WORD_START}(?:%),?\\s$`).test(before) &&
      !this.phrases.in(before).some(({kind}) => kind === 'person')
    return isView ? this.memory.lastSubject() : null
  }

  /** "Her advice to owners was": of whom the sentence before speaks. */
  private ownWords(before: string): Subject | null {
    const {speech, names} = this.rules
    const isOwn = pattern(
      speech.ownWords ?? NONE,
      `(?:^|[.~]\\s)\\s?(?:${wordsOf(names.possessives)})\\s(?:\\p{Ll}+\\s)?(?:%)(?:,?\\s[^~.;:]{2,60})?\\s(?:${sourceOf(names.isVerbs)})[\\s:]*$`,
    ).test(before)
    return isOwn && this.memory.person !== null ? this.memory.lastSubject() : null
  }

  /** "In her view the delay was “…”.": words, and not a term. */
  private view(text: string): Subject | null {
    const isView =
      /~\s~/u.test(text) &&
      pattern(this.rules.speech.views, `${WORD_START}(?:%)${WORD_END}`).test(text)
    return isView ? this.memory.lastSubject() : null
  }

  /** "Eva Roth zufolge", "Angaben der Stadt zufolge" */
  private accordingToBehind(text: string): Subject | null {
    const at = pattern(this.rules.speech.accordingToBehind ?? NONE, `\\s(?:%)${WORD_END}`).exec(
      text,
    )?.index
    const phrase = this.phrases
      .in(text.slice(0, at ?? 0))
      .findLast(({kind, to}) => kind !== 'unknown' && to === at)
    return phrase ? this.meanings.resolve(phrase, text.slice(0, at)) : null
  }

  /** "Laut Polizei", "heißt es im Gutachten": a source without an article. */
  private bareSource(text: string): Subject | null {
    const {names, speech} = this.rules
    if (!speech.hasCapitalNouns) return null
    const {contracted = '', noun} =
      wordPattern(
        names.contracted,
        '^\\s?(?<contracted>%\\s)?(?:\\p{Ll}+\\s)?(?<noun>\\p{Lu}[\\p{L}-]+)(?=[\\s,.;:]|$)',
        'u',
      ).exec(text)?.groups ?? {}
    const somebody = pattern(
      names.indefinite,
      '^\\s?(?<text>(?:%)\\s(?:mit\\s\\p{Ll}+\\s\\p{L}+\\s)?(?:\\p{Ll}+\\s){0,3}\\p{Lu}[\\p{L}-]+)',
      'u',
    ).exec(text)?.groups?.['text']
    if (somebody !== undefined) return this.meanings.nobody(somebody)
    if (noun === undefined) return null
    const whole = `${contracted}${noun}`
    const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(noun)
    if (is(speech.documents)) return {entities: [], attribution: whole, isDocument: true}
    return is(names.bodies) ? this.meanings.bodyCalled(noun) : null
  }

  /** "einem am Mittag veröffentlichten Bericht": a report. */
  private withoutParticiple(text: string): string {
    const {names, speech} = this.rules
    if (!speech.hasCapitalNouns) return text
    return text.replace(
      wordPattern(
        names.prepositions,
        `^(?<article>\\s?(?:${sourceOf(names.articles)})\\s)%\\s[^,.;:~]{2,50}?\\s\\p{Ll}{5,}e[mnrs]?\\s(?=\\p{Lu})`,
        'u',
      ),
      '$<article>',
    )
  }

  /** `isFirst`: nothing but a comma is before it. */
  private accordingTo(text: string, isFirst = false): Subject | null {
    const found = pattern(
      this.rules.speech.accordingTo,
      `${isFirst ? '^[~\\s,]*' : WORD_START}(?:%)(?:\\s|(?<=[’']))`,
    ).exec(text)
    if (!found) return null
    const after = this.withoutParticiple(text.slice(found.index + found[0].length))
    const rest = after.slice(0, clauseEnd(after))
    // "The report calls it “stable,” according to a copy seen by": that has the words from elsewhere.
    if (isFirst && pattern(this.rules.speech.seen, `${WORD_START}%${WORD_END}`).test(rest))
      return null
    const phrase = this.phrases
      .in(rest)
      .find(({from, kind}) => from <= (kind === 'person' || kind === 'institution' ? 60 : 3))
    if (
      !phrase ||
      (phrase.kind === 'unknown' && phrase.isIndefinite && this.rules.speech.hasCapitalNouns)
    )
      return this.bareSource(rest)
    if (phrase.kind === 'unknown' && !phrase.isIndefinite) return null
    const source = this.meanings.resolve(phrase, rest)
    // "según la placa que aún cuelga en el arco"
    const clause = wordPattern(this.rules.names.clauses, '^\\s%\\s[^,.;~]+').exec(
      rest.slice(phrase.to),
    )?.[0]
    const isWhole = source?.attribution && source.isDocument && this.rules.names.hasLateAdjectives
    return isWhole && clause ? {...source, attribution: source.attribution + clause} : source
  }
}
