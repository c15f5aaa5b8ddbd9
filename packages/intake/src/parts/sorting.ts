// The lines of a text, and what each of them was found to be.
import type {Byline, Found, Photo} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {Line, Reading} from '../lines.ts'
import {isCreditOnly} from './credits.ts'
import {asksReaders} from './foot.ts'
import {findHeadline, looksLikeInterview} from './headline.ts'
import {groupsOf, isPageLine} from './page.ts'
import {endsSentence, length} from './patterns.ts'
import {prepare} from './prepare.ts'

/** What a line was found to be. `skip` has no words or is part of another line's finding. */
export type Kind =
  | 'furniture'
  | 'kicker'
  | 'headline'
  | 'dek'
  | 'byline'
  | 'bio'
  | 'photo'
  | 'pullQuote'
  | 'callToAction'
  | 'skip'

/** What is known of the lines so far. The files beside this one fill it, in the order of `structure.ts`. */
export class Sorting {
  readonly lines: Line[]
  /** Lines of one paragraph. */
  readonly groups: number[][]
  readonly kinds: (Kind | undefined)[]
  readonly bylines: Byline[] = []
  readonly bio: {text: string; index: number}[] = []
  readonly photos: (Photo & {at: number})[] = []
  readonly furniture: Found[] = []
  dateline: Found | null = null
  readonly headline: number
  /** First line of the text. */
  first = 0
  /** Last line of it that is a paragraph. */
  last = 0
  readonly isInterview: boolean
  /** A text without blank lines. */
  readonly hasNoGroups: boolean
  /** Lines that go on what is on the page before, and where that is. */
  readonly joined: Map<number, number>
  /** The level of the article's subheadings. */
  readonly topHeading: number
  readonly reading: Reading
  readonly rules: LanguageRules

  constructor(reading: Reading, rules: LanguageRules) {
    this.reading = reading
    this.rules = rules
    const prepared = prepare(reading, rules)
    this.lines = prepared.lines
    this.groups = groupsOf(this.lines)
    this.kinds = this.lines.map((_line, index) =>
      prepared.isPage.has(index) ? 'furniture' : undefined,
    )
    this.lines.forEach((line, index) => {
      if (prepared.isPage.has(index)) this.furniture.push({text: line.text, lines: [index]})
      if (prepared.joined.has(index)) this.kinds[index] = 'skip'
    })
    this.joined = prepared.joined
    this.headline = findHeadline(this)
    const levels = this.lines.flatMap(({heading}, index) =>
      heading !== undefined && index > this.headline && this.isOpen(index) ? [heading] : [],
    )
    this.topHeading = Math.min(...levels, 4)
    this.hasNoGroups = this.lines.filter((line) => !line.startsGroup).length < 4
    this.last = this.lines.findLastIndex(
      (line, index) =>
        this.isOpen(index) &&
        this.isParagraph(line) &&
        !asksReaders(this, line.text) &&
        (!/[?？]$/u.test(line.text) || length(line.text, rules) > 14),
    )
    this.isInterview = looksLikeInterview(this)
  }

  text(index: number): string {
    return this.lines[index]?.text ?? ''
  }

  isOpen(index: number): boolean {
    return this.kinds[index] === undefined
  }

  /** A sentence or more, of the length of a paragraph. */
  isParagraph(line: Line): boolean {
    return (
      line.picture === undefined &&
      line.heading === undefined &&
      line.hint === undefined &&
      endsSentence(line.text) &&
      length(line.text, this.rules) >= 7 &&
      !isPageLine(line, this.rules)
    )
  }

  readonly groupOf = (index: number): number[] =>
    this.groups.find((group) => group.includes(index)) ?? [index]

  /** A sentence with a credit on the next line. */
  isCaptionBeforeCredit(index: number): boolean {
    const next = this.lines[index + 1]
    return (
      next !== undefined &&
      !next.startsGroup &&
      endsSentence(this.text(index)) &&
      this.isCreditLine(next.text) &&
      !isPageLine(next, this.rules)
    )
  }

  set(index: number, kind: Kind) {
    this.kinds[index] = kind
    if (kind === 'furniture' && this.text(index))
      this.furniture.push({text: this.text(index), lines: [index]})
  }

  groupFrom(index: number, isOf: (at: number) => boolean): number[] {
    const group = [index]
    for (
      let at = index + 1;
      this.lines[at] && !this.lines[at]?.startsGroup && this.isOpen(at) && isOf(at);
      at++
    )
      group.push(at)
    return group
  }

  readonly isCreditLine = (text: string): boolean => isCreditOnly(text, this.rules)

  between(from: number, to: number): number[] {
    const all: number[] = []
    for (let index = from; index < to; index++) if (this.kinds[index] !== 'skip') all.push(index)
    return all
  }

  groupWithHint(index: number, hint: Line['hint']): number[] {
    const group = [index]
    for (let at = index + 1; this.lines[at]?.hint === hint && this.isOpen(at); at++) group.push(at)
    return group
  }
}
