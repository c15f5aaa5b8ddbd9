// Who says the words between marks, by the clauses around them.
import {pattern, wordsOf} from '../parts/patterns.ts'
import {AfterWords} from './clauses/after-words.ts'
import {BeforeWords} from './clauses/before-words.ts'
import {ImpersonalClauses} from './clauses/impersonal-clauses.ts'
import {ShortClauses} from './clauses/short-clauses.ts'
import {Sources} from './clauses/sources.ts'
import {VerbForms} from './clauses/verb-forms.ts'
import {WithoutVerb} from './clauses/without-verb.ts'
import type {Region} from './region.ts'
import {StoryPart} from './story-part.ts'
import type {Subject} from './subject.ts'

/** Tries one kind of clause after the other, first the kinds that leave the least doubt. */
export class Clauses extends StoryPart {
  private readonly shortClauses = new ShortClauses(this.meanings)
  private readonly verbForms = new VerbForms(this.meanings)
  private readonly sources = new Sources(this.meanings)
  private readonly impersonal = new ImpersonalClauses(this.meanings)
  private readonly afterWords = new AfterWords(this.meanings)
  private readonly beforeWords = new BeforeWords(this.meanings)
  private readonly withoutVerb = new WithoutVerb(this.meanings)

  /** `untilHere` is the sentence up to the words, also before an earlier quotation. */
  subjectOf(region: Region, untilHere: string): Subject | null {
    const {shortClauses, verbForms, impersonal, sources} = this
    const {afterWords, beforeWords, withoutVerb} = this
    const {before, after, whole} = region
    return (
      shortClauses.family(region) ??
      shortClauses.told(before) ??
      shortClauses.inserted(before) ??
      verbForms.ofLawyer(before) ??
      impersonal.spokenOf(region) ??
      shortClauses.asSaid(before) ??
      shortClauses.asSaid(after) ??
      sources.viewBefore(before) ??
      sources.ownWords(before) ??
      sources.accordingTo(after, true) ??
      verbForms.perfect(region) ??
      impersonal.inTextAbove(after) ??
      impersonal.ofOrganisation(region) ??
      afterWords.subjectAfter(after) ??
      sources.sourceAhead(before) ??
      sources.accordingToBehind(before) ??
      verbForms.dative(before) ??
      verbForms.passive(region) ??
      verbForms.agent(before) ??
      sources.accordingToIt(before) ??
      beforeWords.subjectBefore(before) ??
      sources.accordingTo(before) ??
      withoutVerb.besideWords(region) ??
      sources.accordingTo(after) ??
      sources.accordingToBehind(after) ??
      beforeWords.subjectBefore(untilHere) ??
      withoutVerb.beforeColon(before) ??
      sources.accordingTo(whole) ??
      sources.view(whole) ??
      withoutVerb.subjectLater(after) ??
      impersonal.inDocument(untilHere)
    )
  }

  /** "She called it “charming” and its force “untested”": one verb for both. */
  isJoinedOn({before, after}: Region): boolean {
    const {names, speech} = this.rules
    const isJoined = pattern(
      speech.joining,
      `^\\s(?:%)\\s(?:(?:${wordsOf(names.possessives)})\\s(?:\\p{Ll}+\\s){1,2})?$`,
      'u',
    )
    return isJoined.test(before) && this.afterWords.subjectAfter(after) === null
  }

  /** "Das sei „ein Missverständnis“ gewesen.": the form of the verb shows that somebody said it. */
  reported(region: Region): Subject | null {
    return this.verbForms.reported(region)
  }

  /** Who is spoken of in a sentence, for words that are too many to be a term. */
  anySubject({whole}: Region): Subject | null {
    const all = this.phrases.in(whole).filter(({kind}) => kind !== 'unknown' && kind !== 'document')
    const phrase = all.find(({isGoverned}) => !isGoverned)
    return (phrase && this.meanings.resolve(phrase, whole)) ?? this.memory.lastSubject()
  }
}
