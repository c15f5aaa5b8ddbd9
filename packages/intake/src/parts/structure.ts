// From lines to the parts of an article: what is above the text, the text, what is below it, and the page around.
import type {Article, Block, BlockMark, Byline, Found, Photo, TextStyle} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {moveMarks, type Line, type Reading} from '../lines.ts'
import {
  type BylineLine,
  isAboutAuthor,
  isAuthorRole,
  isBio,
  joined,
  labelledByline,
  nameLine,
  signature,
} from './bylines.ts'
import {
  cleanCredit,
  isCaptionWithCredit,
  isCreditOnly,
  splitCaption,
  type SplitCaption,
} from './credits.ts'
import {splitDateline} from './dateline.ts'
import {isOrganisation, isPersonName} from './names.ts'
import {metaLine} from './meta.ts'
import {creditParties} from './parties.ts'
import {prepare} from './prepare.ts'
import {groupsOf, isSection, isLoose, isOrnament, isPageLine, pageLines} from './page.ts'
import {bare, endsSentence, length, pattern} from './patterns.ts'

export type Structure = Omit<Article, 'quotes'>

/** What a line was found to be. `skip` has no words or is part of another line's finding. */
type Kind =
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

export function structureOf(reading: Reading, rules: LanguageRules): Structure {
  return new Sorting(reading, rules).structure()
}

const QUOTED_WHOLE = /^\s*(?:[“"‘'„«「»]\s?)(?<words>.+?)(?:\s?[”"’'“»」«])[.。]?\s*$/u

/** "Puerto Lerma", "Lerma" */
const PLACE = /^\p{Lu}[\p{L}\p{M}’'-]+(?:[\s-](?:\p{Lu}|d[eu]\s|l[ae]\s)[\p{L}\p{M}’'-]*){0,3}$/u

const isWriter = ({role}: Byline): boolean => role === 'writer'

class Sorting {
  private readonly lines: Line[]
  /** Lines of one paragraph. */
  private readonly groups: number[][]
  private readonly kinds: (Kind | undefined)[]
  private readonly bylines: Byline[] = []
  private readonly bio: {text: string; index: number}[] = []
  private readonly photos: (Photo & {at: number})[] = []
  private readonly furniture: Found[] = []
  private dateline: Found | null = null
  private readonly headline: number
  /** First line of the text. */
  private first = 0
  /** Last line of it that is a paragraph. */
  private last = 0
  private readonly isInterview: boolean
  /** A text without blank lines. */
  private readonly hasNoGroups: boolean

  /** Lines that go on what is on the page before, and where that is. */
  private readonly joined: Map<number, number>
  /** The level of the article's subheadings. */
  private readonly topHeading: number
  private readonly reading: Reading
  private readonly rules: LanguageRules

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
    this.headline = this.findHeadline()
    const levels = this.lines.flatMap(({heading}, index) =>
      heading !== undefined && index > this.headline && this.isOpen(index) ? [heading] : [],
    )
    this.topHeading = Math.min(...levels, 4)
    this.hasNoGroups = this.lines.filter((line) => !line.startsGroup).length < 4
    this.last = this.lines.findLastIndex(
      (line, index) =>
        this.isOpen(index) &&
        this.isParagraph(line) &&
        !this.asksReaders(line.text) &&
        (!/[?？]$/u.test(line.text) || length(line.text, rules) > 14),
    )
    this.isInterview = this.looksLikeInterview()
  }

  structure(): Structure {
    this.sortPage()
    this.sortPhotos()
    this.sortHead()
    this.sortFoot()
    const body = this.body()
    const found = (kind: Kind): Found | null =>
      joined(
        this.lines.flatMap(({text}, index) => (this.kinds[index] === kind ? [{text, index}] : [])),
      )
    return {
      language: this.reading.language ?? this.rules.code,
      kicker: found('kicker'),
      headline: found('headline'),
      dek: found('dek'),
      bylines: this.bylines,
      authorBio: joined(this.bio),
      dateline: this.dateline,
      photos: this.photos.map(({at: _at, ...photo}) => photo),
      body,
      furniture: this.furniture,
    }
  }

  private asksReaders = (text: string): boolean =>
    pattern(this.rules.head.callsToAction, '^[\\p{P}\\p{S}\\s]*%').test(text)

  private text(index: number): string {
    return this.lines[index]?.text ?? ''
  }

  private isOpen(index: number): boolean {
    return this.kinds[index] === undefined
  }

  /** A sentence or more, of the length of a paragraph. */
  private isParagraph(line: Line): boolean {
    return (
      line.picture === undefined &&
      line.heading === undefined &&
      line.hint === undefined &&
      endsSentence(line.text) &&
      length(line.text, this.rules) >= 7 &&
      !isPageLine(line, this.rules)
    )
  }

  /** The first line of some length that is neither of the page nor a sentence. */
  private findHeadline(): number {
    const hinted = this.lines.findIndex(
      (line, index) => this.isOpen(index) && (line.hint === 'headline' || line.heading === 1),
    )
    if (hinted >= 0) return hinted
    const candidates = this.lines.flatMap((line, index) => {
      if (
        !line.text ||
        !this.isOpen(index) ||
        isPageLine(line, this.rules) ||
        isOrnament(line) ||
        line.list ||
        line.figure !== undefined
      )
        return []
      return [index]
    })
    const largest = this.largest(candidates.slice(0, 12))
    if (largest !== undefined) return largest
    const title = this.reading.title ?? ''
    const titled = candidates
      .slice(0, 12)
      .find((index) => title.includes(this.text(index)) && this.text(index).length > 12)
    if (titled !== undefined) return titled
    const paragraph = candidates.findIndex(
      (index) =>
        this.isParagraph(this.lines[index] as Line) &&
        !this.isShortQuestion(index) &&
        !this.isTitleCased(index),
    )
    const above = candidates.slice(0, paragraph < 0 ? 20 : paragraph)
    const isTitle = (index: number) =>
      labelledByline(this.lines[index] as Line, index, this.rules) === null &&
      splitCaption(this.text(index), this.rules) === null
    return (
      above.find((index) => isTitle(index) && this.isLong(index)) ??
      above.find((index) => isTitle(index) && this.isHeadlineLong(index, candidates)) ??
      candidates[0] ??
      -1
    )
  }

  /** One question, such as a headline may be. */
  private isShortQuestion(index: number): boolean {
    const text = this.text(index)
    return /^[^.!?。！？]*[?？]$/u.test(text) && length(text, this.rules) <= 20
  }

  /** "He Can Open Any Lock in the Country. He’d Rather Not." */
  private isTitleCased(index: number): boolean {
    const words = this.text(index).match(/\p{L}[\p{L}’']{3,}/gu) ?? []
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
    return this.rules.speech.hasTitleCase === true && capitals.length >= words.length * 0.8
  }

  private largest(candidates: number[]): number | undefined {
    const sizes = candidates.map((index) => this.lines[index]?.size ?? 0)
    const top = Math.max(0, ...sizes)
    const plain = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
    return top > Math.max(plain, 12) ? candidates[sizes.indexOf(top)] : undefined
  }

  /** Longer than a section's name; a short one only if a sentence follows. */
  private isHeadlineLong(index: number, candidates: number[]): boolean {
    const next = candidates[candidates.indexOf(index) + 1]
    const following = next === undefined ? '' : this.text(next)
    const words = length(this.text(index), this.rules)
    const group = this.groupOf(index)
    const isMenu = group[0] !== index || group.every((at) => length(this.text(at), this.rules) <= 5)
    if (group.length > 1 && isMenu) return false
    const isFollowedByTitle =
      next !== undefined &&
      !this.isBylineLike(next) &&
      length(following, this.rules) > words &&
      !endsSentence(following) &&
      length(following, this.rules) <= 18
    return !isFollowedByTitle && words > 1
  }

  private isLong = (index: number): boolean =>
    length(this.text(index), this.rules) > 5 ||
    (this.text(index).length > 30 && length(this.text(index), this.rules) > 3)

  private readonly groupOf = (index: number): number[] =>
    this.groups.find((group) => group.includes(index)) ?? [index]

  private looksLikeInterview(): boolean {
    const {head} = this.rules
    if (this.lines.some(({text}) => pattern(head.interview, '^[\\p{P}\\p{S}\\s]*%$').test(text)))
      return true
    const questions = this.lines.filter(
      ({text, heading}, index) =>
        index > this.headline &&
        heading === undefined &&
        /[?？]$/u.test(text) &&
        length(text, this.rules) <= 40 &&
        length(text, this.rules) > 3,
    )
    return questions.length >= 4
  }

  private sortPage() {
    const isKept = (index: number) =>
      this.isBylineLike(index) ||
      (index > this.headline + 1 &&
        index < this.headline + 10 &&
        this.isPlace(index) &&
        this.isBylineLike(index - 1)) ||
      this.isMeta(index) ||
      this.isCaptionWithCredit(index) ||
      this.isCaptionWithCredit(index - 1) ||
      signature(this.text(index), index, this.rules) !== null ||
      splitCaption(this.text(index), this.rules) !== null
    const page = pageLines(this.lines, {first: this.headline, last: this.last, isKept}, this.rules)
    this.lines.forEach((line, index) => {
      if (!this.isOpen(index)) return
      // "Updated 4 May - Ada Crane"
      const isMeta = index > this.headline && this.isMeta(index)
      if (page.has(index) && index !== this.headline && !isMeta) this.set(index, 'furniture')
      else if (isOrnament(line)) this.kinds[index] = 'skip'
    })
    if (this.headline >= 0) this.kinds[this.headline] = 'headline'
    this.growHeadline()
  }

  /** A headline on two lines: both of the first level, or broken within its sentence. */
  private growHeadline() {
    for (let at = this.headline + 1; at < this.headline + 4; at++) {
      const next = this.lines[at]
      const head = this.lines[this.headline]
      if (!next || !head || next.startsGroup || !this.isOpen(at)) return
      const isSameLevel = next.heading === 1 && head.heading === 1
      // Broken within its sentence: in lower case, or the last line of a group and shorter.
      const isLast = this.lines[at + 1]?.startsGroup !== false
      const before = this.text(at - 1)
      const isBroken =
        next.heading === head.heading &&
        !this.isBylineLike(at) &&
        !endsSentence(before) &&
        (/^\p{Ll}/u.test(next.text) ||
          (this.reading.format === 'text' &&
            !this.hasNoGroups &&
            isLast &&
            before.length > 35 &&
            next.text.length < before.length &&
            !endsSentence(next.text) &&
            !isPageLine(next, this.rules)))
      if (!isSameLevel && !isBroken) return
      this.kinds[at] = 'headline'
    }
  }

  /** A sentence with a credit on the next line. */
  private isCaptionWithCredit(index: number): boolean {
    const next = this.lines[index + 1]
    return (
      next !== undefined &&
      !next.startsGroup &&
      endsSentence(this.text(index)) &&
      this.isCreditLine(next.text) &&
      !isPageLine(next, this.rules)
    )
  }

  private set(index: number, kind: Kind) {
    this.kinds[index] = kind
    if (kind === 'furniture' && this.text(index))
      this.furniture.push({text: this.text(index), lines: [index]})
  }

  // --- Pictures

  private sortPhotos() {
    this.findPhotos()
    this.useAttached()
  }

  /** Pictures at the end of a mail belong to the captions in its text, in the same order. */
  private useAttached() {
    const end = this.lines.findLastIndex((line) => line.text !== '')
    const attached = this.photos.filter(({at, caption}) => at > end && caption === '')
    for (const photo of this.photos.filter(({picture}) => picture === null)) {
      const source = attached.shift()
      if (!source) return
      photo.picture = source.picture
      photo.lines.push(source.at)
      this.kinds[source.at] = 'skip'
      this.photos.splice(this.photos.indexOf(source), 1)
    }
  }

  private findPhotos() {
    const figures = new Map<number, number[]>()
    this.lines.forEach((line, index) => {
      if (line.figure !== undefined && this.kinds[index] !== 'furniture')
        figures.set(line.figure, [...(figures.get(line.figure) ?? []), index])
    })
    for (let index = 0; index < this.lines.length; index++) {
      if (!this.isOpen(index)) continue
      const line = this.lines[index] as Line
      const figure = line.figure === undefined ? undefined : figures.get(line.figure)
      if (figure && figure.some((at) => this.lines[at]?.picture !== undefined))
        this.addPhoto(figure)
      else if (line.picture !== undefined) {
        const below = this.captionBelow(index)
        if (below.length === 0 && this.isLogo(index)) this.kinds[index] = 'skip'
        else this.addPhoto([index, ...below])
      } else this.captionOnly(index)
    }
  }

  /** A picture at the top with a menu or a section between it and the headline. */
  private isLogo(index: number): boolean {
    const between = this.lines.slice(index + 1, this.headline)
    return (
      index < this.headline &&
      this.lines[index]?.figure === undefined &&
      between.some((line) => line.text !== '')
    )
  }

  /** The lines below a picture that are its caption. */
  private captionBelow(picture: number): number[] {
    const next = picture + 1
    const line = this.lines[next]
    if (!line || !this.isOpen(next) || line.picture !== undefined || line.heading !== undefined)
      return []
    const group = [next]
    for (let at = next + 1; this.lines[at] && !this.lines[at]?.startsGroup && this.isOpen(at); at++)
      group.push(at)
    // In files without groups the credit or the caption is a paragraph of its own.
    const after = group.at(-1) ?? next
    const isLabelled = pattern(this.rules.photos.captionLabels, '^%\\s*[,:：]\\s*').test(
      this.text(after + 1),
    )
    const isCredited =
      this.isCreditLine(this.text(after)) !== this.isCreditLine(this.text(after + 1))
    if (
      this.isOpen(after + 1) &&
      isCredited &&
      (isLabelled || this.isCreditLine(this.text(after + 1)))
    )
      group.push(after + 1)
    const whole = this.captionParts(group)
    const isCaption =
      line.hint === 'caption' ||
      line.hint === 'credit' ||
      (line.isItalic && !labelledByline(line, next, this.rules)) ||
      whole.creditLine !== null
    if (isCaption) return group
    const isShortNote =
      !endsSentence(line.text) &&
      length(line.text, this.rules) <= 25 &&
      !line.isBold &&
      this.rules.hasNoSpaces === true &&
      /＝/u.test(line.text)
    return isShortNote ? group : []
  }

  /** A caption without a picture, as plain text has it. */
  private captionOnly(index: number) {
    const line = this.lines[index] as Line
    if (line.heading !== undefined || line.list || index === this.headline) return
    if (this.captionByHint(index)) return
    const labels = pattern(this.rules.photos.captionLabels, '^%\\s*[,:：]\\s*')
    const credits = pattern(this.rules.photos.creditLabels, '^%\\s*[,:：]\\s*')
    if (labels.test(line.text)) return this.addPhoto([index])
    if (credits.test(line.text) && labels.test(this.text(index + 1)))
      return this.addPhoto([index, index + 1])
    if (this.isAboutAuthorOrPage(index)) return
    const isShort = length(line.text, this.rules) <= 45
    if (isShort && index > this.headline && this.isLabelledCredit(index + 1))
      return this.addPhoto([index, index + 1])
    const group = this.groupFrom(index, () => true)
    if (isShort && this.isCaptionAbove(group)) return this.addPhoto(group)
    const isJapanese =
      this.rules.hasNoSpaces &&
      /[^。！？」）]＝[^＝。]{1,14}$/u.test(line.text) &&
      length(line.text, this.rules) <= 24
    const isWhole = this.isInArticle(index, line.text) && isCaptionWithCredit(line.text, this.rules)
    if (isWhole || isJapanese) this.addPhoto([index])
  }

  /** Whether the file says what the line is, be it a caption or something else. */
  private captionByHint(index: number): boolean {
    const line = this.lines[index] as Line
    const named = labelledByline(line, index, this.rules)?.bylines
    // Some sites call the names of all who worked on an article its credits.
    if (line.hint === 'credit' && line.figure === undefined && named?.some(isWriter))
      delete line.hint
    if (line.hint !== 'caption' && line.hint !== 'credit') return line.hint !== undefined
    const own = [index]
    for (let at = index + 1; this.isOpen(at); at++) {
      const hint = this.lines[at]?.hint
      const isOf =
        (hint === 'caption' || hint === 'credit') &&
        !own.some((one) => this.lines[one]?.hint === hint)
      if (!isOf) break
      own.push(at)
    }
    this.addPhoto(own)
    return true
  }

  private isAboutAuthorOrPage(index: number): boolean {
    const line = this.lines[index] as Line
    const isName =
      index > this.headline &&
      !endsSentence(line.text) &&
      nameLine(line.text, index, this.rules) !== null
    return (
      isName ||
      labelledByline(line, index, this.rules) !== null ||
      signature(line.text, index, this.rules) !== null ||
      isPageLine(line, this.rules) ||
      this.isMeta(index)
    )
  }

  /** A caption with its credit on the next line, or with the one after that. */
  private isCaptionAbove(group: readonly number[]): boolean {
    const [index = 0] = group
    const end = group.at(-1) ?? index
    const text = this.text(index)
    if (group.length < 2 || group.length > 3 || this.groupOf(index).includes(this.headline))
      return false
    const isNamed =
      group.length === 2 &&
      isPersonName(this.text(end), this.rules) &&
      !QUOTED_WHOLE.test(text) &&
      endsSentence(text)
    return (
      (length(text, this.rules) > 4 || endsSentence(text)) && (isNamed || this.isCreditBelow(end))
    )
  }

  /** Above and below the article, what ends in a name without any sign is a line of the page. */
  private isInArticle = (index: number, text: string): boolean =>
    (index > this.headline && index <= this.last) || /[/:：©)）\]］＝]/u.test(text)

  /** "Photograph: Name" and nothing else: what is above it is the caption, also across a blank line. */
  private isLabelledCredit(index: number): boolean {
    const line = this.lines[index]
    if (
      !line ||
      !this.isOpen(index) ||
      length(line.text, this.rules) > 14 ||
      labelledByline(line, index, this.rules)
    )
      return false
    const label = pattern(
      this.rules.photos.creditLabels,
      '^[(（[]?(?:%)\\s*(?:[:：]|\\.{3}|…)\\s*\\S',
    )
    return (
      label.test(line.text) ||
      (index < this.last && /^[(（[]?[©Ⓒⓒ]/u.test(line.text) && this.isCreditLine(line.text))
    )
  }

  private groupFrom(index: number, isOf: (at: number) => boolean): number[] {
    const group = [index]
    for (
      let at = index + 1;
      this.lines[at] && !this.lines[at]?.startsGroup && this.isOpen(at) && isOf(at);
      at++
    )
      group.push(at)
    return group
  }

  /** Not who wrote the article, nor when. */
  private isCreditBelow(index: number): boolean {
    const line = this.lines[index] as Line
    const byline = labelledByline(line, index, this.rules)
    const named = nameLine(line.text, index, this.rules)
    return (
      this.isCreditLine(line.text) &&
      !isPageLine(line, this.rules) &&
      !this.isMeta(index) &&
      !byline?.bylines.some(isWriter) &&
      !(
        named?.role &&
        isAuthorRole(named.role, this.rules) &&
        !isOrganisation(named.role, this.rules)
      )
    )
  }

  private readonly isCreditLine = (text: string): boolean => isCreditOnly(text, this.rules)

  private captionParts(group: number[]): {
    caption: string
    creditLine: string | null
    rest: string | null
  } {
    const labels = pattern(this.rules.photos.captionLabels, '^%\\s*[,:：]\\s*')
    const sources = pattern(
      this.rules.photos.creditLabels,
      '^[(（[]?(?:%)\\s*(?:[,:：／/＝=]|\\.{3}|…)\\s*',
    )
    let creditLine: string | null = null
    const captions: string[] = []
    for (const index of group) {
      const line = this.lines[index] as Line
      if (!line.text) continue
      if (line.hint === 'credit') creditLine = cleanCredit(line.text, this.rules)
      else if (labels.test(line.text)) captions.push(line.text.replace(labels, ''))
      else if (
        (sources.test(line.text) && length(line.text, this.rules) <= 14) ||
        (captions.length > 0 &&
          (this.isCreditLine(line.text) ||
            (group.length === 2 && isPersonName(line.text, this.rules))))
      )
        creditLine = cleanCredit(line.text, this.rules)
      else captions.push(line.text)
    }
    const caption = captions.join(' ')
    const isSure = group.some(
      (index) => this.lines[index]?.picture !== undefined || this.lines[index]?.hint === 'caption',
    )
    const split: SplitCaption | null =
      creditLine === null ? splitCaption(caption, this.rules, isSure) : null
    return split ?? {caption: this.withoutEmptyBrackets(caption), creditLine, rest: null}
  }

  private withoutEmptyBrackets = (text: string): string =>
    text.replace(/\s*[(（]\s*[)）]\s*$/u, '').trim()

  /** All sentences of the file. */
  private article = (): string =>
    this.lines.map(({text}) => (endsSentence(text) ? text : '')).join('\n')

  private addPhoto(group: number[]) {
    const {caption, creditLine, rest} = this.captionParts(group)
    const parties = creditLine
      ? creditParties(creditLine, this.rules, this.article())
      : {creator: null, holder: null}
    const at = group[0] ?? 0
    for (const index of group) this.kinds[index] = index === at ? 'photo' : 'skip'
    if (rest) this.furniture.push({text: rest, lines: [group.at(-1) ?? at]})
    const picture = group
      .map((index) => this.lines[index]?.picture)
      .find((found) => found !== undefined)
    this.photos.push({
      at,
      isLead: false,
      caption,
      creditLine: creditLine || null,
      ...parties,
      picture: picture ?? null,
      lines: group,
    })
  }

  // --- Above the text

  private sortHead() {
    this.first = this.findFirst()
    this.sortKicker()
    const isInHead = (index: number) => index < this.first && this.isOpen(index)
    for (let index = 0; index < this.first; index++) {
      if (!isInHead(index)) continue
      const line = this.lines[index] as Line
      if (line.list && index > this.headline) continue
      if (this.takeMeta(index) || this.takeByline(index) || this.takePlace(index)) continue
      if (
        line.hint === 'dek' ||
        (index > this.headline && !this.kinds.includes('dek') && length(line.text, this.rules) >= 4)
      )
        this.set(index, 'dek')
      else if (index < this.headline || length(line.text, this.rules) < 4)
        this.set(index, 'furniture')
    }
    for (const photo of this.photos) photo.isLead = photo.at < this.first
    const lead = this.photos.findIndex((photo) => photo.isLead)
    this.photos.forEach((photo, index) => {
      photo.isLead = index === lead
    })
  }

  /** The first paragraph of the text: after the headline, and not the dek. */
  private findFirst(): number {
    const candidates = this.lines.flatMap((line, index) => {
      if (
        index <= this.headline ||
        !this.isOpen(index) ||
        (line.hint === 'dek' && index < this.headline + 12) ||
        line.hint === 'kicker' ||
        line.hint === 'byline' ||
        line.hint === 'bio'
      )
        return []
      if (this.isBylineLike(index)) return []
      return line.heading !== undefined || this.isParagraph(line) || line.list ? [index] : []
    })
    const one = candidates[0]
    if (one === undefined)
      return (
        this.lines.findIndex(
          (_line, index) =>
            index > this.headline && this.isOpen(index) && !this.isBylineLike(index),
        ) + (this.lines.length > 1 ? 0 : 1) || this.lines.length
      )
    const two = candidates[1]
    if (two === undefined || this.lines.some((line) => line.hint === 'dek')) return one
    return this.isDek(one, two) ? two : one
  }

  private readonly isMeta = (index: number): boolean =>
    metaLine(this.lines[index] as Line, index, this.rules) !== null

  private isBylineLike(index: number): boolean {
    const line = this.lines[index] as Line
    return (
      line.hint === 'byline' ||
      (index > this.headline && this.isMeta(index)) ||
      labelledByline(line, index, this.rules) !== null ||
      nameLine(line.text, index, this.rules) !== null
    )
  }

  /** A paragraph below the headline that is not part of the text: something else follows before the text begins. */
  private isDek(one: number, two: number): boolean {
    const line = this.lines[one] as Line
    if (line.list || line.heading !== undefined) return false
    const before = this.between(this.headline + 1, one)
    if (before.some((index) => this.kinds[index] === undefined && !this.isBylineLike(index)))
      return false
    if (splitDateline(line.text, this.rules)) return false
    // The place is where the text begins.
    if (splitDateline(this.text(two), this.rules)) return true
    const wasNamed = before.some((index) => this.isBylineLike(index))
    if (wasNamed) return false
    const between = this.between(one + 1, two)
    return between.some(
      (index) =>
        this.kinds[index] === 'photo' ||
        this.kinds[index] === 'furniture' ||
        this.isBylineLike(index),
    )
  }

  private between(from: number, to: number): number[] {
    const all: number[] = []
    for (let index = from; index < to; index++) if (this.kinds[index] !== 'skip') all.push(index)
    return all
  }

  private sortKicker() {
    const hinted = this.lines.findIndex(
      (line, index) =>
        line.hint === 'kicker' && (this.isOpen(index) || this.kinds[index] === 'furniture'),
    )
    if (hinted >= 0) {
      this.takeBack(hinted)
      return this.set(hinted, 'kicker')
    }
    const above = this.lines.flatMap((_line, index) =>
      index < this.headline && (this.isOpen(index) || this.isSectionName(index)) ? [index] : [],
    )
    const last = above.at(-1)
    if (
      last === undefined ||
      labelledByline(this.lines[last] as Line, last, this.rules) ||
      length(this.text(last), this.rules) > 6
    )
      return
    const group = this.groupOf(last)
    // A menu may be in the lines above the headline, too: then only capitals show that it is over.
    const isWithHeadline =
      group.includes(this.headline) && (group[0] === last || !/\p{Ll}/u.test(this.text(last)))
    if (this.kinds[last] === 'furniture') {
      if (!isWithHeadline && group.length > 1) return
      if (this.between(last + 1, this.headline).length > 0) return
      const isInMenu = this.lines[last - 1]?.hint !== 'furniture'
      if (this.hasNoGroups && isInMenu && isSection(this.text(last - 1), this.rules)) return
      // A section's name above the headline, which is a menu's word too.
      if (this.lines[last]?.hint === 'furniture') return
      this.takeBack(last)
    }
    if ((!isWithHeadline && group.length > 1) || /^[(（【［]/u.test(this.text(last))) return
    this.set(last, 'kicker')
  }

  /** From the lines of the page. */
  private takeBack(index: number) {
    const at = this.furniture.findIndex(({lines}) => lines[0] === index)
    if (at >= 0) this.furniture.splice(at, 1)
  }

  /** "Culture" on a line of its own may be a menu or the section. */
  private isSectionName(index: number): boolean {
    return (
      this.kinds[index] === 'furniture' &&
      this.lines[index]?.hint !== 'furniture' &&
      isSection(this.text(index), this.rules)
    )
  }

  private takeByline(index: number): boolean {
    const line = this.lines[index] as Line
    const found =
      labelledByline(line, index, this.rules) ??
      (index > this.headline
        ? (nameLine(line.text, index, this.rules) ??
          (this.rules.hasNoSpaces ? signature(line.text, index, this.rules) : null))
        : null)
    if (!found) {
      if (line.hint === 'byline' && index > this.headline) {
        const below = isAuthorRole(line.text, this.rules) || this.bylines.length > 0
        if (below) return this.takeBio(index)
      }
      return line.hint === 'bio' ? this.takeBio(index) : false
    }
    this.kinds[index] = 'byline'
    this.addByline(found, index)
    const next = this.lines[index + 1]
    if (
      next &&
      this.isOpen(index + 1) &&
      index + 1 < this.first &&
      isAuthorRole(next.text, this.rules) &&
      !this.isParagraph(next)
    )
      this.takeBio(index + 1)
    return true
  }

  /** "Torrealba - 23 feb 2026 - 05:30", "By Ada Crane | May 4, 2025". */
  private takeMeta(index: number): boolean {
    const found = metaLine(this.lines[index] as Line, index, this.rules)
    if (!found) return false
    this.kinds[index] = found.byline ? 'byline' : 'skip'
    if (found.byline) this.addByline(found.byline, index)
    if (found.place) this.dateline ??= {text: found.place, lines: [index]}
    for (const text of found.page) this.furniture.push({text, lines: [index]})
    return true
  }

  private addByline({bylines, role, dateline}: BylineLine, index: number) {
    this.bylines.push(...bylines)
    if (role) this.bio.push({text: role, index})
    if (dateline) this.dateline = {text: dateline, lines: [index]}
  }

  /** "Olmos" below the byline. */
  private takePlace(index: number): boolean {
    const before = this.kinds.findLast(
      (kind, at) => at < index && kind !== 'skip' && kind !== 'furniture',
    )
    if (before !== 'byline' || this.dateline || !this.isPlace(index)) return false
    this.kinds[index] = 'skip'
    this.dateline = {text: this.text(index), lines: [index]}
    return true
  }

  private isPlace(index: number): boolean {
    const line = this.lines[index] as Line
    return (
      !this.rules.hasNoSpaces &&
      !line.hint &&
      PLACE.test(line.text) &&
      !isPageLine(line, this.rules) &&
      !isAuthorRole(line.text, this.rules)
    )
  }

  private takeBio(index: number): boolean {
    this.kinds[index] = 'bio'
    this.bio.push({text: this.text(index), index})
    return true
  }

  // --- Below the text

  private sortFoot() {
    let isFoot = false
    const paragraph = this.lines.findIndex(
      (line, index) => index >= this.first && this.isParagraph(line),
    )
    for (let index = this.first; index < this.lines.length; index++) {
      if (!this.isOpen(index)) continue
      const line = this.lines[index] as Line
      // Points above the byline: what a news agency writes first.
      if (index < paragraph && !line.list && this.takeByline(index)) continue
      if (line.hint === 'callToAction' || this.isCallToAction(index)) {
        this.set(index, 'callToAction')
        continue
      }
      if (this.takeReporting(index)) {
        isFoot = true
        continue
      }
      const signed =
        index > this.first
          ? (signature(line.text, index, this.rules) ??
            (index >= this.last && line.startsGroup
              ? labelledByline(line, index, this.rules)
              : null))
          : null
      if (signed) {
        this.kinds[index] = 'byline'
        isFoot = true
        if (this.bylines.length === 0) this.bylines.push(...signed.bylines)
        if (signed.role) this.bio.push({text: signed.role, index})
        continue
      }
      if (
        line.hint === 'bio' ||
        (this.kinds[index - 1] === 'bio' && pattern(this.rules.head.bios, '%').test(line.text)) ||
        (isFoot && isBio(line.text, this.bylines, this.rules)) ||
        (index > this.first + 2 &&
          this.isNearEnd(index) &&
          (isBio(line.text, this.bylines, this.rules) ||
            isAboutAuthor(line.text, this.bylines, this.rules)))
      ) {
        isFoot = true
        this.takeBio(index)
      } else if (
        index > this.last &&
        isLoose(line.text, this.rules) &&
        !line.list &&
        line.heading === undefined &&
        line.picture === undefined &&
        this.isAfterText(index)
      )
        this.set(index, 'furniture')
    }
  }

  /** "Reporting by Abel Crane; Editing by …": the byline of an article that has none above. */
  private takeReporting(index: number): boolean {
    const [first = '', ...rest] = this.text(index).split(/;\s*/u)
    if (
      this.bylines.length > 0 ||
      index <= this.first ||
      !pattern(this.rules.head.credits, '^%').test(first)
    )
      return false
    const named = labelledByline({...(this.lines[index] as Line), text: first}, index, this.rules)
    if (!named) return false
    this.kinds[index] = 'byline'
    this.bylines.push(...named.bylines)
    if (rest.length > 0) this.bio.push({text: rest.join('; '), index})
    return true
  }

  /** Nothing but foot lines below. */
  private isNearEnd(index: number): boolean {
    const below = this.lines.filter(
      (line, at) => at > index && this.isOpen(at) && this.isParagraph(line),
    )
    return below.length <= 2
  }

  private isAfterText(index: number): boolean {
    const line = this.lines[index] as Line
    return (
      !line.isBold &&
      !/^[(（]/u.test(line.text) &&
      !QUOTED_WHOLE.test(line.text) &&
      !pattern(this.rules.head.notes, '^[\\p{P}\\p{S}\\s]*%').test(line.text) &&
      length(line.text, this.rules) <= 12
    )
  }

  private isCallToAction(index: number): boolean {
    const line = this.lines[index] as Line
    if (
      line.list ||
      line.heading !== undefined ||
      !(endsSentence(line.text) || /https?:\/\/|www\.|@/u.test(line.text)) ||
      length(line.text, this.rules) > 30
    )
      return false
    const isLate =
      index >= this.last - 3 || index > this.first + (this.lines.length - this.first) * 0.6
    if (!isLate) return false
    // An address makes it sure, wherever in the line readers are asked, and whatever is in quotation marks.
    if (/\p{L}@\p{L}|\p{L}\.\p{L}{2,}/u.test(line.text) && this.asksSomewhere(line.text))
      return true
    return this.asksReaders(line.text) && !/[“”"«»„「」]|^[‘—]/u.test(line.text)
  }

  private asksSomewhere = (text: string): boolean =>
    text.split(/(?<=[.!?。！？:])\s+/u).some((sentence) => this.asksReaders(sentence))

  // --- The text

  private body(): Block[] {
    const blocks: Block[] = []
    const texts = this.lines
      .map(({text}, index) => (this.isOpen(index) && index >= this.first ? bare(text) : ''))
      .join('\n')
    for (let index = 0; index < this.lines.length; index++) {
      const line = this.lines[index] as Line
      const kind = this.kinds[index]
      if (kind === 'photo') {
        const photo = this.photos.findIndex(({at}) => at === index)
        if (!this.photos[photo]?.isLead)
          blocks.push({kind: 'photo', photo, lines: this.photos[photo]?.lines ?? [index]})
      } else if (kind === 'callToAction') blocks.push({kind, text: line.text, lines: [index]})
      else if (kind === undefined && line.embed)
        blocks.push({kind: 'embed', address: line.embed, lines: [index]})
      else if (kind === undefined && line.text) {
        const pull = this.pullQuote(index, texts)
        blocks.push(pull ?? this.textBlock(index, blocks))
        for (const at of pull?.lines ?? []) this.kinds[at] = 'pullQuote'
      }
    }
    return joinBlockquotes(blocks)
  }

  /** Words set apart that the text has too, or with their speaker on the next lines. */
  private pullQuote(index: number, texts: string): Extract<Block, {kind: 'pullQuote'}> | null {
    const line = this.lines[index] as Line
    const group = this.groupFrom(index, () => true)
    const text = group.map((at) => this.text(at)).join('\n')
    // What looks like the text below a headline, in the middle of the article, is set apart from it.
    if (line.hint === 'dek') {
      const {text: words} = line
      return {kind: 'pullQuote', text: words, words, lines: [index]}
    }
    if (line.hint === 'pullQuote') {
      const all = this.groupWithHint(index, 'pullQuote')
      const whole = all.map((at) => this.text(at)).join('\n')
      return {
        kind: 'pullQuote',
        text: whole,
        words: QUOTED_WHOLE.exec(line.text)?.groups?.['words'] ?? line.text,
        lines: all,
      }
    }
    if (line.heading !== undefined || line.list || line.hint !== undefined) return null
    const quoted = QUOTED_WHOLE.exec(line.text)?.groups?.['words']
    const words = quoted ?? line.text
    if (/[”"’»」]\s.*[“"‘«「]/u.test(words)) return null
    const hasName =
      group.length >= 2 &&
      group.length <= 4 &&
      group.slice(1).every((at) => isLoose(this.text(at), this.rules))
    // The same words, also where the text has somebody interrupt them.
    const keys = words
      .split(/[.!?。！？]\s*/u)
      .map(bare)
      .filter(Boolean)
    const isSaid = keys.join('').length > 12 && keys.every((key) => texts.split(key).length > 2)
    const isAttributed = hasName && (quoted !== undefined || isSaid)
    const isRepeated =
      group.length === 1 &&
      isSaid &&
      line.startsGroup &&
      (endsSentence(words) || (length(words, this.rules) > 6 && !this.isSaidBelow(index, keys)))
    return isAttributed || isRepeated ? {kind: 'pullQuote', text, words, lines: group} : null
  }

  /** A heading has its words from the paragraphs below it, a pull quote from anywhere. */
  private isSaidBelow(index: number, keys: readonly string[]): boolean {
    const end = this.lines.findIndex(
      (line, at) => at > index && this.isOpen(at) && line.text !== '' && this.isSubhead(at),
    )
    const below = this.lines
      .slice(index + 1, end < 0 ? undefined : end)
      .map(({text}) => bare(text))
      .join('\n')
    return length(this.text(index), this.rules) <= 11 && keys.every((key) => below.includes(key))
  }

  private groupWithHint(index: number, hint: Line['hint']): number[] {
    const group = [index]
    for (let at = index + 1; this.lines[at]?.hint === hint && this.isOpen(at); at++) group.push(at)
    return group
  }

  private textBlock(index: number, before: Block[]): Extract<Block, {kind: 'text'}> {
    const line = this.lines[index] as Line
    let {text} = line
    let marks: BlockMark[] = line.marks.map((mark) => ({...mark}))
    const isFirst = !before.some((block) => block.kind === 'text' && block.style === 'normal')
    if (isFirst && !line.list && line.heading === undefined) {
      const split = splitDateline(text, this.rules, this.lines.map((one) => one.text).join('\n'))
      if (split) {
        this.dateline ??= {text: split.dateline, lines: [index]}
        for (const name of split.bylines) this.bylines.push({name, role: 'writer', lines: [index]})
        const cut = text.length - split.text.length
        text = split.text
        marks = moveMarks(marks, -cut)
      }
    }
    const more = [...this.joined].flatMap(([at, to]) => (to === index ? [at] : []))
    return {kind: 'text', style: this.styleOf(index), text, marks, lines: [index, ...more]}
  }

  private styleOf(index: number): TextStyle {
    const line = this.lines[index] as Line
    if (line.list) return line.list
    if (line.hint === 'blockquote') return 'blockquote'
    if (line.heading !== undefined)
      return this.isInterview && /[?？]$/u.test(line.text)
        ? 'normal'
        : line.heading > this.topHeading
          ? 'h3'
          : 'h2'
    return this.isSubhead(index) ? 'h2' : 'normal'
  }

  /** A short line of its own without a full stop, with a paragraph below. */
  private isSubhead(index: number): boolean {
    const line = this.lines[index] as Line
    const {text} = line
    const isQuestion = /[?？]$/u.test(text)
    if (this.isInterview && isQuestion) return false
    if (
      this.groupFrom(index, () => true).length > 1 ||
      !line.startsGroup ||
      /[:：;；,，]$/u.test(text)
    )
      return false
    if (/^[—–―-]|\t/u.test(text)) return false
    if (this.rules.hasNoSpaces && /。/u.test(text)) return false
    if (endsSentence(text) && !isQuestion && !/^['‘“«„「][^.]*['’”»“」]$/u.test(text)) return false
    if (
      this.rules.hasNoSpaces &&
      /[」）]$/u.test(text) &&
      /^[「（]/u.test(text) &&
      [...text].length > 16
    )
      return false
    if (length(text, this.rules) > 11 || index <= this.first)
      return line.isBold === true && index > this.first && length(text, this.rules) <= 16
    const next = this.lines.findIndex(
      (_line, at) => at > index && (this.isOpen(at) || this.kinds[at] === 'photo'),
    )
    const below = this.lines[next]
    return (
      below !== undefined &&
      (this.kinds[next] === 'photo' ||
        this.isParagraph(below) ||
        below.list !== undefined ||
        QUOTED_WHOLE.test(below.text) ||
        endsSentence(below.text) ||
        length(below.text, this.rules) > length(text, this.rules))
    )
  }
}

/** Lines of one block quote are one block. */
function joinBlockquotes(blocks: Block[]): Block[] {
  const joinedBlocks: Block[] = []
  for (const block of blocks) {
    const before = joinedBlocks.at(-1)
    if (
      before?.kind === 'text' &&
      block.kind === 'text' &&
      before.style === 'blockquote' &&
      block.style === 'blockquote'
    ) {
      joinedBlocks[joinedBlocks.length - 1] = {
        ...before,
        text: `${before.text}\n${block.text}`,
        marks: [...before.marks, ...moveMarks(block.marks, before.text.length + 1)],
        lines: [...before.lines, ...block.lines],
      }
    } else joinedBlocks.push(block)
  }
  return joinedBlocks
}
