// "She", "they", "both": whom a pronoun means at its place in the article.
import {
  NONE,
  WORD_END,
  WORD_START,
  bare,
  eitherCase,
  pattern,
  together,
  wordPattern,
} from '../parts/patterns.ts'
import type {Gender} from './capitals.ts'
import type {Entity} from './entities.ts'
import {genderOfNoun} from './genders.ts'
import {StoryPart} from './story-part.ts'
import {type Subject, isPerson, organised, people, personal} from './subject.ts'

/** Whom "she", "they" or "both" means. */
export class Pronouns extends StoryPart {
  /** "he", "sie", "elle", "they". */
  byPronoun(word: string, before = ''): Subject | null {
    const {they, it} = this.rules.names.pronouns
    const is = (list: readonly string[]) => pattern(list, '^%$').test(word)
    if (is(they) || /^(?:ils|elles)$/iu.test(word)) {
      if (this.memory.group) return this.memory.group
      const here = new Set(
        this.cast.entities
          .mentionsIn(`${this.memory.sentence} ${before}`)
          .filter(isPerson)
          .map(({entity}) => entity),
      )
      const two = (here.size > 1 ? [...here] : this.memory.recent).slice(-2)
      return two.length === 2
        ? people(two)
        : this.memory.institution
          ? organised(this.memory.institution)
          : null
    }
    if (is(it)) {
      if (this.memory.text && !this.cast.entities.mentionsIn(before).length) return this.memory.text
      const here = this.cast.entities
        .mentionsIn(`${this.memory.ahead}${before}`)
        .find(({entity}) => entity.kind === 'institution')?.entity
      const body = here ?? this.memory.institution
      return body ? organised(body) : this.nextInstitution()
    }
    if (pattern(this.rules.names.ages, '^(?:%)$').test(word))
      return this.memory.person && personal(this.memory.person)
    const gender = this.genderOf(word)
    if (!gender) return null
    const {nameless} = this.memory
    if (
      nameless &&
      this.canBeNameless(gender, nameless) &&
      !this.cast.entities.mentionsIn(before).some(isPerson)
    )
      return nameless
    const role = this.rules.names.hasGenders ? this.roleBefore(gender) : null
    if (role) return role
    const body = this.rules.names.hasGenders ? this.bodyBefore() : null
    if (body && this.canBe(gender, body)) return organised(body)
    const fits = ({kind, gender: own}: Entity) =>
      kind === 'person' && (own === null || own === gender)
    const here = this.cast.entities
      .mentionsIn(this.untilSame(`${this.memory.ahead}${before}`, word))
      .find(({entity}) => fits(entity))?.entity
    const person =
      here ??
      (this.memory.person &&
      (this.memory.person.gender === null || this.memory.person.gender === gender)
        ? this.memory.person
        : this.otherThan(this.memory.person, gender))
    if (!person) return this.memory.speaking?.attribution ? this.memory.speaking : null
    person.gender ??= gender
    return personal(person)
  }

  /** "said Poll", whom the article calls "he"; then "she said": the other one of whom it spoke last. */
  private otherThan(person: Entity | null, gender: 'female' | 'male'): Entity | null {
    const other = this.memory.recent.findLast((one) => one !== person)
    return other?.kind === 'person' && other.gender === null ? other : this.memory.byGender[gender]
  }

  /** "Asked whether he had seen Mr Poll, he said": nobody whom the sentence names behind the same pronoun. */
  private untilSame(text: string, word: string): string {
    const same = this.rules.names.hasLateBodies
      ? pattern([word], `${WORD_START}%\\s`).exec(text)?.index
      : undefined
    return text.slice(0, same)
  }

  /** Whether a pronoun cannot mean somebody without a name: "elle" is not "un client", and not "les pêcheurs". */
  isOtherThan(word: string, nameless: Subject | null): boolean {
    const gender = this.genderOf(word)
    if (!nameless || !gender) return false
    const {plurals = NONE} = this.rules.names
    const isMany = wordPattern(plurals, '^%\\s').test(nameless.attribution ?? '')
    return isMany || !this.canBeNameless(gender, nameless)
  }

  /** "sie" is a woman, "er" a man. */
  private genderOf(word: string): Gender {
    const {female, male} = this.rules.names.pronouns
    const is = (list: readonly string[]) => pattern(list, '^%$').test(word)
    return is(female) ? 'female' : is(male) ? 'male' : null
  }

  /** "elle" is not "un client". */
  private canBeNameless(gender: Gender, {attribution}: Subject): boolean {
    const own = genderOfNoun(attribution ?? '', this.rules)
    return own === null || own === gender
  }

  /** "Le représentant de l’État n’y tient pas : les nappes, observe-t-il, …": the subject of the sentence. */
  private roleBefore(gender: Gender): Subject | null {
    const first = this.phrases.in(this.memory.sentence)[0]
    const isRole =
      first?.kind === 'role' && first.from <= 1 && !first.isIndefinite && !first.isGoverned
    const own = first && genderOfNoun(first.text, this.rules)
    return isRole &&
      own === gender &&
      this.meanings.apposed(first, this.memory.sentence) === undefined
      ? this.meanings.withRole(first)
      : null
  }

  /** The organisation that "she" may be: the subject of this sentence, or else of the one before. */
  private bodyBefore(): Entity | null {
    const phrases = this.phrases.in(this.memory.sentence)
    const here = phrases.find(({kind, isGoverned}) => kind === 'institution' && !isGoverned)
    if (here?.entity && !phrases.some(({kind}) => kind === 'person')) return here.entity
    const topic = pattern(this.rules.names.topics ?? NONE, '^\\s?(?:%)\\s').test(
      this.memory.sentence,
    )
    const [first] = phrases
    if (topic && first?.kind === 'institution' && first.entity) return first.entity
    if (this.memory.isBodyLatest) return this.memory.institution
    // "La décision vient de l’Agence. Dans un courrier, elle invoque": who writes is whom the sentence before names.
    return first?.kind === 'document' && first.from < 12 && !first.isPossessed
      ? this.memory.onlyBody
      : null
  }

  /** "er" is not the Philharmonie. */
  private canBe(gender: 'female' | 'male', {name}: Entity): boolean {
    const {bodyGenders, hasLateAdjectives} = this.rules.names
    if (!bodyGenders) return true
    const all = bare(name).split(' ')
    const words = hasLateAdjectives ? all.slice(0, 1) : all
    const is = (list: readonly string[]) =>
      words.some((word) => pattern(list, '^(?:%)$').test(word))
    return is(bodyGenders[gender]) || !is(bodyGenders[gender === 'female' ? 'male' : 'female'])
  }

  nextInstitution(): Subject | null {
    const first = this.cast.entities.all.find(({kind}) => kind === 'institution')
    return first ? organised(first) : null
  }

  /** "Ella y el alcalde", "Both", "the two": people that were named. */
  pairIn(text: string): Subject | null {
    const both = pattern(this.rules.names.pronouns.they, `^[\\s,]*%${WORD_END}`).exec(text)
    if (both && this.memory.recent.length >= 2)
      return this.byPronoun(both[0].replace(/^[\s,]+/u, ''))
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
          .map((phrase) => this.meanings.withRole(phrase)?.entities[0])[0]
      if (first && second) return people([first, second])
    }
    return null
  }

  /** "her husband". */
  relativeIn(text: string): Entity | null {
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
}
