// The quotations of an article with their speakers: for languages that divide words by spaces.
import type {Quote, Speaker} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {titleCase} from '../parts/names.ts'
import {bare, NONE, pattern, WORD_END, wordPattern} from '../parts/patterns.ts'
import {Cast} from './cast.ts'
import type {Entity} from './entities.ts'
import {Clauses} from './clauses.ts'
import {formOf, formOfHeading, isOnlyAttribution} from './form.ts'
import {isNobodys} from './is-speech.ts'
import {outerMarks, quotedIn} from './marks.ts'
import type {Passage, Quoted} from './mentions.ts'
import {markedAgain, withoutNameMarks} from './name-marks.ts'
import {Phrases} from './phrases.ts'
import type {Region} from './region.ts'
import {covered, sentencesOf} from './sentences.ts'
import {Story} from './story.ts'
import {isPerson, personal, type Subject} from './subject.ts'

interface Scene {
  passage: Passage
  /** Without the quoted words. */
  hidden: string
  quoted: Quoted[]
  /** Words in marks after a paragraph that is a question and nobody's words. */
  isAnswer: boolean
}

/** All quotations of an article, in order. `place` is where the article is written from. */
export function quotesOf(
  passages: readonly Passage[],
  place: string | null,
  rules: LanguageRules,
): Quote[] {
  const unmarked = passages.map((passage) => withoutNameMarks(passage, rules))
  const search = new Search(
    unmarked.map(({passage}) => passage),
    place,
    rules,
  )
  return search.quotes().map((quote) => markedAgain(quote, unmarked))
}

class Search {
  private readonly rules: LanguageRules
  private readonly place: string | null
  private readonly scenes: Scene[]
  private readonly cast: Cast
  private readonly story: Story
  private readonly clauses: Clauses
  /** The last speaker of a passage. */
  private readonly lastIn = new Map<Scene | undefined, Subject>()
  /** The first who answered one of the reporter's questions answers the next ones, too, even if somebody else spoke in between. */
  private answers: Subject | null = null
  /** Names and titles are read from all of the article before they are put down. */
  private readonly subjects = new Map<Quote, Subject>()

  constructor(passages: readonly Passage[], place: string | null, rules: LanguageRules) {
    this.rules = rules
    this.place = place
    const marks = outerMarks(passages, rules)
    let isAsked = false
    this.scenes = passages.map((passage) => {
      const quoted = quotedIn(passage, marks, rules)
      const isAnswer = isAsked && quoted[0]?.outer.from === 0
      isAsked = quoted.length === 0 && /[?？]$/u.test(passage.text)
      return {passage, quoted, hidden: covered(passage.text, quoted), isAnswer}
    })
    this.cast = new Cast(
      this.scenes.map(({hidden}) => hidden),
      rules,
    )
    const phrases = new Phrases(rules, this.cast)
    this.story = new Story(phrases, this.cast, rules)
    this.clauses = new Clauses(this.story.meanings)
  }

  quotes(): Quote[] {
    const text = this.scenes.filter(({passage}) => !passage.isHeading)
    const headings = this.scenes.filter(({passage}) => passage.isHeading)
    const found = text.flatMap((scene) => this.inScene(scene))
    for (const scene of headings) found.push(...this.inHeading(scene, found))
    this.story.roles.noteLeadRole(text.find(({passage}) => passage.block !== null)?.hidden ?? '')
    for (const quote of found)
      quote.speakers = (this.subjects.get(quote)?.entities ?? []).map((entity) =>
        this.speaker(entity),
      )
    return found.toSorted((a, b) => a.block - b.block || a.from - b.from)
  }

  private inScene(scene: Scene): Quote[] {
    const {passage, hidden, quoted} = scene
    const {block} = passage
    if (block === null) return []
    const found: Quote[] = []
    let ofParagraph: Subject | null = null
    /** The speaker before the last one. */
    let other: Subject | null = null
    const {memory, meanings, roles} = this.story
    memory.paragraph = hidden
    const goesOn = (after: string) => this.isAttribution(after)
    for (const sentence of sentencesOf(passage.text, quoted, goesOn)) {
      const text = hidden.slice(sentence.from, sentence.to)
      memory.earlier = hidden.slice(0, sentence.from)
      if (!passage.isItem) roles.noteRole(text)
      let latest: Subject | null = null
      let wasQuote = false
      const own = quoted.filter(({outer: {from}}) => from >= sentence.from && from < sentence.to)
      for (const [position, words] of own.entries()) {
        const from = own[position - 1]?.outer.to ?? sentence.from
        const to = own[position + 1]?.outer.from ?? sentence.to
        if (words.part === 1 && latest && wasQuote) {
          found.push(this.quote(block, words, latest, found.at(-1)?.form ?? 'direct'))
          continue
        }
        wasQuote = false
        if (isNobodys({text: passage.text, hidden, words, from}, this.rules, this.cast)) continue
        const before = hidden.slice(from, words.outer.from)
        const after = hidden.slice(words.outer.to, to)
        const region: Region = {before, after, whole: text, words: words.words}
        memory.ahead = hidden.slice(sentence.from, from)
        const isAlone = isOnlyWords(text)
        memory.sentence = hidden.slice(sentence.from, words.outer.from)
        memory.speakingHere = ofParagraph
        memory.speakingNow = latest
        const next: Subject | null = answererOf(found.at(-1), words.words, other) ?? ofParagraph
        const subject: Subject | null =
          (isAlone
            ? (next ?? (scene.isAnswer ? this.answers : null) ?? this.speakerOfAlone(scene))
            : null) ?? this.speakerIn(region, own.length > 1 ? latest : null)
        if (!subject) continue
        const earlier = latest && position > 0 ? found.at(-1) : undefined
        const goesOn =
          earlier !== undefined &&
          earlier.form !== 'document' &&
          isOnlyAttribution(region.before, this.rules)
        const form = goesOn ? earlier.form : formOf(words, region, {subject, isAlone}, this.rules)
        found.push(this.quote(block, words, subject, form))
        latest = subject
        if (ofParagraph && ofParagraph.entities[0] !== subject.entities[0]) other = ofParagraph
        ofParagraph = subject
        this.lastIn.set(scene, subject)
        if (scene.isAnswer) this.answers ??= subject
        wasQuote = true
        memory.speaking = subject
      }
      if (!passage.isItem) this.story.follow(text)
      if (!latest) ofParagraph = meanings.subjectOfSentence(text) ?? ofParagraph
    }
    return found
  }

  /** `latest` is who spoke before in the sentence. */
  private speakerIn(region: Region, latest: Subject | null): Subject | null {
    return (
      (latest && this.clauses.isJoinedOn(region) ? latest : null) ??
      this.clauses.subjectOf(region, this.story.memory.sentence) ??
      latest ??
      this.clauses.reported(region) ??
      // Of so many words hardly any are a name or a term.
      (region.words.split(/\s+/u).length >= 5 ? this.clauses.anySubject(region) : null)
    )
  }

  /** “Better at what?” Ms. Alder wanted to know. */
  private isAttribution(after: string): boolean {
    const {verbs, hasInversion} = this.rules.speech
    if (hasInversion) return false
    return pattern(
      verbs,
      `^\\s(?:\\p{Lu}[\\p{L}’'-]*\\.?\\s){1,4}(?:\\p{L}+ly\\s)?%${WORD_END}`,
      'u',
    ).test(after)
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
    const {kind, name, title} = entity
    if (kind === 'institution')
      return {name: this.withoutFirm(name), kind, title: null, affiliation: null}
    const {placeTitles, councilTitles = NONE, hasTownTitles, hasLateAdjectives} = this.rules.names
    const isMayor = (one: Entity) => pattern(placeTitles, '^(?:%)$').test(one.title ?? '')
    const isOfPlace =
      hasTownTitles === true &&
      (isMayor(entity) ||
        (pattern(councilTitles, '^(?:%)$').test(title ?? '') &&
          (hasLateAdjectives !== true || this.cast.entities.all.some(isMayor))))
    const body =
      title === null ? null : (this.cast.bodies.organisationOf(title, entity)?.name ?? null)
    // "Ayuntamiento" says less than the place.
    const own = body?.includes(' ') ? body : null
    const affiliation =
      entity.affiliation ||
      own ||
      (isOfPlace ? this.townOf(isMayor) : null) ||
      (hasLateAdjectives === true ? null : body)
    return {name, kind, title, affiliation: affiliation && this.withoutFirm(affiliation)}
  }

  /** "la société Vernex" is Vernex. */
  private readonly withoutFirm = (name: string): string =>
    name.replace(
      pattern(this.rules.names.firmKinds ?? NONE, '^(?:%)\\s(?=\\p{Lu}[\\p{L}-]+$)', 'u'),
      '',
    )

  /** Where the article is set: "Le maire de Lorgues, Luc Roth" shows the town of his deputy. */
  private townOf(isMayor: (one: Entity) => boolean): string | null {
    const mayor = this.cast.entities.all.find((one) => isMayor(one) && one.affiliation)
    return (
      placeName(this.place, this.rules) ?? mayor?.affiliation ?? this.cast.bodies.place() ?? null
    )
  }

  /** A sentence of nothing but words: the speaker of the paragraph before it, or who is named next. */
  private speakerOfAlone(scene: Scene): Subject | null {
    const index = this.scenes.indexOf(scene)
    const other = this.otherOfTwo(index)
    if (other) return other
    const isContinued =
      !beginsTurn(scene.passage) &&
      this.scenes[index - 1]?.quoted.some(
        ({outer, to}) =>
          outer.to >= (this.scenes[index - 1]?.passage.text.length ?? 0) && to >= outer.to - 2,
      )
    const {memory} = this.story
    const {speaking, person} = memory
    if (speaking && isContinued) return speaking
    const last = memory.lastSubject()
    if (last?.attribution && !last.isDocument) return last
    if (person) return personal(person)
    const here = this.cast.entities.mentionsIn(scene.hidden).find(isPerson)
    if (here) return personal(here.entity)
    for (const next of this.scenes.slice(index + 1)) {
      const mention = this.cast.entities.mentionsIn(next.hidden).find(isPerson)
      if (mention) return personal(mention.entity)
    }
    return speaking
  }

  /** Two people speak in turn: a dash, or a question of the paragraph before, leads to the other. */
  private otherOfTwo(index: number): Subject | null {
    const [here, before, earlier] = [index, index - 1, index - 2].map((at) => this.scenes[at])
    const isAsked = before?.quoted.at(-1)?.words.endsWith('?') === true
    if (!here || !isOnlyWords(here.hidden) || !(isAsked || beginsTurn(here.passage))) return null
    const [speaker, listener] = [this.lastIn.get(earlier), this.lastIn.get(before)]
    const [one, other] = [speaker?.entities[0], listener?.entities[0]]
    const arePeople = one?.kind === 'person' && other?.kind === 'person'
    return speaker && arePeople && one !== other ? speaker : null
  }

  /** A heading in quotation marks: the person who says those words below. */
  private inHeading({passage, quoted}: Scene, found: readonly Quote[]): Quote[] {
    const {block} = passage
    if (block === null) return []
    return quoted.flatMap((words) => {
      const key = bare(words.words)
      const same = found.filter((quote) => bare(quote.words).includes(key))
      const below = same.find((quote) => quote.block >= block) ?? same[0]
      const subject = below && this.subjects.get(below)
      if (!subject) return []
      return this.quote(block, words, subject, formOfHeading(words.words, below, this.rules))
    })
  }
}

/** « Et la dixième ? », demande le maraîcher. « La dixième, on recommence. »: the other takes up a word of the question. */
function answererOf(
  question: Quote | undefined,
  words: string,
  other: Subject | null,
): Subject | null {
  if (question?.words.endsWith('?') !== true) return null
  const asked = new Set(bare(question.words).split(' '))
  return bare(words)
    .split(' ')
    .some((word) => word.length > 4 && asked.has(word))
    ? other
    : null
}

/** A dash begins the words of somebody else: "—Esto lo arregla un ministro —dice él." */
const beginsTurn = ({text}: Passage): boolean => /^[—–]/u.test(text)

/** Whether nothing is left beside the quoted words. */
const isOnlyWords = (hidden: string): boolean => !/\p{L}/u.test(hidden.replaceAll('~', ''))

/** PUERTO DEL LERMA as Puerto del Lerma. */
const placeName = (text: string | null, {names}: LanguageRules): string | null =>
  text && /^[\p{Lu}\p{M}\s’'-]+$/u.test(text)
    ? titleCase(text).replaceAll(wordPattern(names.particles, '(?<=\\s)%(?=\\s)', 'giu'), (word) =>
        word.toLowerCase(),
      )
    : text
