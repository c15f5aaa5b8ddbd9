// “…,” said Ann Poll: the verb and its subject behind the words.
import {honorificsOf} from '../../parts/names.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  pattern,
  sourceOf,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {endsInJob} from '../nouns.ts'
import {clauseEnd, type Phrase} from '../phrases.ts'
import {StoryPart} from '../story-part.ts'
import {personal, type Subject} from '../subject.ts'

/** Who speaks, by the clause behind the words. */
export class AfterWords extends StoryPart {
  /** `" Ortega told reporters`, `,’ said Garside`, `“, sagte Henrike Solbach`, `», bromeó`. */
  subjectAfter(after: string): Subject | null {
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
    if (first) return this.ofFirstVerb(first, text)
    return this.unknownVerb(after, text) ?? this.firstPhrase(text)
  }

  /** „…“, sagte Eva Roth. `text` begins with the verb. */
  private ofFirstVerb({0: verb, groups}: RegExpExecArray, text: string): Subject | null {
    if (groups?.['tail'])
      return this.meanings.pronouns.byPronoun(groups['tail'].replace(/^.*-/u, ''))
    const inner = /-t-(?<who>ils?|elles?)\s/u.exec(verb)?.groups?.['who']
    if (inner) return this.meanings.pronouns.byPronoun(inner)
    // « … », a demandé, depuis les bancs du public, le père Aurélien
    const rest = text.slice(verb.length).replace(/^,\s[^,~]{3,60},(?=\s)/u, '')
    const phrase = this.phraseBehind(rest)
    // "veut croire la fille de la victime"
    const isSomebody =
      this.rules.names.hasLateAdjectives === true && phrase?.kind === 'unknown' && phrase.from <= 1
    return (
      (phrase && this.severalOf(verb, phrase)) ??
      (phrase && this.meanings.resolve(phrase, rest)) ??
      (isSomebody ? this.meanings.nobody(phrase.text) : null) ??
      (this.rules.speech.hasInversion ? this.withoutSubject(verb) : null)
    )
  }

  /** “…,” Ann Poll told reporters: `text` begins with the subject, and its verb is behind it. */
  private firstPhrase(text: string): Subject | null {
    // "Chief Executive Ann Poll told"
    const isTitle = (from: number) =>
      /^(?:\p{Lu}[\p{L}-]+\s){1,4}$/u.test(text.slice(0, from)) &&
      endsInJob(text.slice(0, from).trimEnd(), this.rules)
    const isAddress = (from: number) =>
      pattern(honorificsOf(this.rules), '^(?:the\\s)?(?:(?:%)[.․]?\\s)+$').test(text.slice(0, from))
    const phrase = this.phrases
      .in(text)
      .find(({from, isGoverned}) => !isGoverned && (from <= 6 || isTitle(from) || isAddress(from)))
    if (!phrase) return null
    const behind = text.slice(phrase.to, phrase.to + 160)
    // "spoke of “…,” a phrase that his ministry declined to explain"
    const isBesides =
      this.rules.names.hasLateBodies === true &&
      phrase.kind === 'unknown' &&
      wordPattern(this.rules.names.clauses, '^\\s%\\s').test(behind)
    if (isBesides) return null
    const verb = pattern(this.rules.speech.verbs, `${WORD_START}%${WORD_END}`).exec(behind)
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
}
