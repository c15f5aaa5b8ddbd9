// Photos: pictures, and lines that are their captions and credits.
import type {Byline} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import type {Line} from '../lines.ts'
import {isAuthorRole, labelledByline, nameLine, signature} from './bylines.ts'
import {type SplitCaption, cleanCredit, isCaptionWithCredit, splitCaption} from './credits.ts'
import {isBylineLike, isMetaLine} from './headline.ts'
import {isOrganisation, isPersonName} from './names.ts'
import {isGivenName} from '../languages/given-names.ts'
import {isPageLine} from './page.ts'
import {creditParties, isHolder} from './parties.ts'
import {
  QUOTED_WHOLE,
  eitherCase,
  endsSentence,
  length,
  pattern,
  sourceOf,
  together,
  wordPattern,
} from './patterns.ts'
import type {Sorting} from './sorting.ts'

const isWriter = ({role}: Byline): boolean => role === 'writer'

export function sortPhotos(sorting: Sorting) {
  findPhotos(sorting)
  useAttached(sorting)
}

/** Pictures at the end of a mail belong to the captions in its text, in the same order. */
function useAttached(sorting: Sorting) {
  const end = sorting.lines.findLastIndex((line) => line.text !== '')
  const attached = sorting.photos.filter(({at, caption}) => at > end && caption === '')
  for (const photo of sorting.photos.filter(({picture}) => picture === null)) {
    const source = attached.shift()
    if (!source) return
    photo.picture = source.picture
    photo.lines.push(source.at)
    sorting.kinds[source.at] = 'skip'
    sorting.photos.splice(sorting.photos.indexOf(source), 1)
  }
}

function findPhotos(sorting: Sorting) {
  const figures = new Map<number, number[]>()
  sorting.lines.forEach((line, index) => {
    if (line.figure !== undefined && sorting.kinds[index] !== 'furniture')
      figures.set(line.figure, [...(figures.get(line.figure) ?? []), index])
  })
  for (let index = 0; index < sorting.lines.length; index++) {
    if (!sorting.isOpen(index)) continue
    const line = sorting.lines[index] as Line
    const figure = line.figure === undefined ? undefined : figures.get(line.figure)
    if (figure && figure.some((at) => sorting.lines[at]?.picture !== undefined))
      addPhoto(sorting, figure)
    else if (line.picture !== undefined) {
      const below = captionBelow(sorting, index)
      if (below.length === 0 && isLogo(sorting, index)) sorting.kinds[index] = 'skip'
      else addPhoto(sorting, [index, ...below])
    } else captionOnly(sorting, index)
  }
}

/** A picture at the top with a menu or a section between it and the headline. */
function isLogo(sorting: Sorting, index: number): boolean {
  const between = sorting.lines.slice(index + 1, sorting.headline)
  return (
    index < sorting.headline &&
    sorting.lines[index]?.figure === undefined &&
    between.some((line) => line.text !== '')
  )
}

/** The lines below a picture that are its caption. */
function captionBelow(sorting: Sorting, picture: number): number[] {
  const next = picture + 1
  const line = sorting.lines[next]
  if (!line || !sorting.isOpen(next) || line.picture !== undefined || line.heading !== undefined)
    return []
  const group = [next]
  for (
    let at = next + 1;
    sorting.lines[at] && !sorting.lines[at]?.startsGroup && sorting.isOpen(at);
    at++
  )
    group.push(at)
  // In files without groups the credit or the caption is a paragraph of its own.
  const after = group.at(-1) ?? next
  const isLabelled = pattern(sorting.rules.photos.captionLabels, '^%\\s*[,:：]\\s*').test(
    sorting.text(after + 1),
  )
  const isCredited =
    sorting.isCreditLine(sorting.text(after)) !== sorting.isCreditLine(sorting.text(after + 1))
  if (
    sorting.isOpen(after + 1) &&
    isCredited &&
    (isLabelled || sorting.isCreditLine(sorting.text(after + 1)))
  )
    group.push(after + 1)
  const whole = captionParts(sorting, group)
  const isCaption =
    line.hint === 'caption' ||
    line.hint === 'credit' ||
    (line.isItalic && !labelledByline(line, next, sorting.rules)) ||
    whole.creditLine !== null
  if (isCaption) return group
  const isShortNote =
    !endsSentence(line.text) &&
    length(line.text, sorting.rules) <= 25 &&
    !line.isBold &&
    sorting.rules.hasNoSpaces === true &&
    /＝/u.test(line.text)
  return isShortNote ? group : []
}

/** A caption without a picture, as plain text has it. */
function captionOnly(sorting: Sorting, index: number) {
  const line = sorting.lines[index] as Line
  if (line.heading !== undefined || line.list || index === sorting.headline) return
  if (captionByHint(sorting, index)) return
  const labels = pattern(sorting.rules.photos.captionLabels, '^%\\s*[,:：]\\s*')
  const credits = pattern(sorting.rules.photos.creditLabels, '^%\\s*[,:：]\\s*')
  if (labels.test(line.text)) return addPhoto(sorting, [index])
  if (credits.test(line.text) && labels.test(sorting.text(index + 1)))
    return addPhoto(sorting, [index, index + 1])
  const group = sorting.groupFrom(index, () => true)
  if (isNameAboveCaption(sorting, group)) return addPhoto(sorting, group)
  if (isAboutAuthorOrPage(sorting, index)) return
  const isShort = length(line.text, sorting.rules) <= 45
  if (isShort && index > sorting.headline && isLabelledCredit(sorting, index + 1))
    return addPhoto(sorting, [index, index + 1])
  if (isShort && isCaptionAbove(sorting, group)) return addPhoto(sorting, group)
  const isJapanese =
    sorting.rules.hasNoSpaces &&
    /[^。！？」）]＝[^＝。]{1,14}$/u.test(line.text) &&
    length(line.text, sorting.rules) <= 24
  if (isUnfinishedBelowByline(sorting, index, group)) return addPhoto(sorting, [index])
  const isWhole =
    isInArticle(sorting, index, line.text) && isCaptionWithCredit(line.text, sorting.rules)
  if (isWhole || isJapanese || isBareCaption(sorting, index)) addPhoto(sorting, [index])
}

/** "La directora, Ana Roda, en la puerta de su casa." as a paragraph: a sentence without a verb, and no credit. */
function isBareCaption(sorting: Sorting, index: number): boolean {
  const {names, speech} = sorting.rules
  const text = sorting.text(index)
  const isWithin = index > sorting.headline + 1 && index < sorting.last
  if (!names.hasLateAdjectives || !isWithin || length(text, sorting.rules) > 16) return false
  const small = "(?:\\s|(?<=[’']))"
  const article = `(?:${sourceOf(eitherCase(together(names.definite, names.indefinite)))})${small}`
  const name = '\\p{Lu}\\p{L}+\\s\\p{Lu}\\p{L}+'
  const plain = '[^,.;:!?~«»“”"]'
  return (
    wordPattern(
      names.prepositions,
      `^(?:${article}(?:\\p{Ll}+(?:\\s${name})?|[\\p{L}\\s]+(?=,\\s(?:vist|vue?)))|${name})(?:,\\s${name})?,\\s(?:(?:vist[oa]s?|vue?s?)\\s)?%${small}${plain}{3,60}(?:,\\s%${small}${plain}{3,40})?\\.$`,
      'u',
    ).test(text) && !wordPattern(speech.auxiliaries, `\\s%\\s`).test(text)
  )
}

/** 「窯を開ける朝。左は石野窯人さん」 above the text: only captions stop after their last sentence without a mark. */
function isUnfinishedBelowByline(
  sorting: Sorting,
  index: number,
  group: readonly number[],
): boolean {
  const text = sorting.text(index)
  const above = sorting.between(sorting.headline + 1, index)
  return (
    sorting.rules.hasNoSpaces === true &&
    group.length === 1 &&
    length(text, sorting.rules) <= 32 &&
    /。[^。]*[^。…！？!?」』）)]$/u.test(text) &&
    above.some((at) => isBylineLike(sorting, at)) &&
    !above.some((at) => sorting.isParagraph(sorting.lines[at] as Line))
  )
}

/** Whether the file says what the line is, be it a caption or something else. */
function captionByHint(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  const named = labelledByline(line, index, sorting.rules)?.bylines
  // Some sites call the names of all who worked on an article its credits.
  if (line.hint === 'credit' && line.figure === undefined && named?.some(isWriter)) delete line.hint
  if (line.hint !== 'caption' && line.hint !== 'credit') return line.hint !== undefined
  const own = [index]
  for (let at = index + 1; sorting.isOpen(at); at++) {
    const hint = sorting.lines[at]?.hint
    const isOf =
      (hint === 'caption' || hint === 'credit') &&
      !own.some((one) => sorting.lines[one]?.hint === hint)
    if (!isOf) break
    own.push(at)
  }
  addPhoto(sorting, own)
  return true
}

function isAboutAuthorOrPage(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  const isName =
    index > sorting.headline &&
    !endsSentence(line.text) &&
    nameLine(line.text, index, sorting.rules) !== null &&
    // "Ada Crane outside the court, on Tuesday. NORA FLINT" begins with a name, too.
    length(splitCaption(line.text, sorting.rules)?.caption ?? '', sorting.rules) < 6
  return (
    isName ||
    labelledByline(line, index, sorting.rules) !== null ||
    signature(line.text, index, sorting.rules) !== null ||
    isPageLine(line, sorting.rules) ||
    isMetaLine(sorting, index)
  )
}

/** A caption with its credit on the next line, or with the one after that. */
function isCaptionAbove(sorting: Sorting, group: readonly number[]): boolean {
  const [index = 0] = group
  const end = group.at(-1) ?? index
  const text = sorting.text(index)
  if (group.length < 2 || group.length > 3 || sorting.groupOf(index).includes(sorting.headline))
    return false
  const isNamed =
    group.length === 2 &&
    isNameAlone(sorting.text(end), sorting.rules) &&
    !QUOTED_WHOLE.test(text) &&
    endsSentence(text) &&
    !isStandfirstAboveByline(sorting, index, end)
  return (
    (length(text, sorting.rules) > 4 || endsSentence(text)) &&
    (isNamed || isCreditBelow(sorting, end))
  )
}

/** "Ada Crane", "Biological Station of Kiln Bay": nothing but who made a picture or has the rights in it. */
const isNameAlone = (text: string, rules: LanguageRules): boolean =>
  isPersonName(text, rules) ||
  (length(text, rules) <= 8 && !endsSentence(text) && isHolder(text, rules))

/** Right below the headline, with no other name above the text. */
const isStandfirstAboveByline = (sorting: Sorting, index: number, name: number): boolean =>
  index === sorting.headline + 1 &&
  ![name + 1, name + 2, name + 3].some(
    (at) => at < sorting.lines.length && isBylineLike(sorting, at),
  )

/** Above and below the article, what ends in a name without any sign is a line of the page. */
const isInArticle = (sorting: Sorting, index: number, text: string): boolean =>
  (index > sorting.headline && index <= sorting.last) || /[/:：©)）\]］＝]/u.test(text)

/** "Photograph: Name" and nothing else: what is above it is the caption, also across a blank line. */
function isLabelledCredit(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index]
  if (
    !line ||
    !sorting.isOpen(index) ||
    length(line.text, sorting.rules) > 14 ||
    labelledByline(line, index, sorting.rules)
  )
    return false
  const label = pattern(
    sorting.rules.photos.creditLabels,
    '^[(（[]?(?:%)\\s*(?:[:：]|\\.{3}|…)\\s*\\S',
  )
  return (
    label.test(line.text) ||
    (index < sorting.last && /^[(（[]?[©Ⓒⓒ]/u.test(line.text) && sorting.isCreditLine(line.text))
  )
}

/** Not who wrote the article, nor when. */
function isCreditBelow(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  const byline = labelledByline(line, index, sorting.rules)
  const named = nameLine(line.text, index, sorting.rules)
  return (
    sorting.isCreditLine(line.text) &&
    !isPageLine(line, sorting.rules) &&
    !isMetaLine(sorting, index) &&
    !byline?.bylines.some(isWriter) &&
    !(
      named?.role &&
      isAuthorRole(named.role, sorting.rules) &&
      !isOrganisation(named.role, sorting.rules)
    )
  )
}

/** The line of the credit where "Ada Crane" is above "The lamps of Kiln Bay burn all night". */
function creditAboveCaption(sorting: Sorting, group: readonly number[]): number | undefined {
  const {rules} = sorting
  const [first, second, ...more] = group.filter((index) => sorting.text(index) !== '')
  if (first === undefined || second === undefined || more.length > 0 || rules.hasNoSpaces)
    return undefined
  const [credit, caption] = [sorting.text(first), sorting.text(second)]
  const isAbove =
    length(credit, rules) <= 5 &&
    length(caption, rules) >= 5 &&
    /^[\p{Lu}“"‘']/u.test(caption) &&
    (isPersonName(credit, rules) || isHolder(credit, rules)) &&
    !isPersonName(caption, rules) &&
    !sorting.isCreditLine(caption) &&
    splitCaption(caption, rules, true) === null
  return isAbove ? first : undefined
}

/**
 * The same below the byline, where no picture shows that it is a caption. Within the text, a person's name above a line may
 * be the name of somebody who is portrayed.
 */
function isNameAboveCaption(sorting: Sorting, group: readonly number[]): boolean {
  const [index = 0, next = 0] = group
  const mayBe =
    group.length === 2 &&
    sorting.lines[index]?.startsGroup === true &&
    index > sorting.headline &&
    index < sorting.last &&
    creditAboveCaption(sorting, group) !== undefined &&
    !endsSentence(sorting.text(next)) &&
    !isAuthorRole(sorting.text(next), sorting.rules)
  if (!mayBe) return false
  const name = sorting.text(index)
  const surname = name.split(' ').at(-1) ?? ''
  const isPortrait =
    isGivenName(name) && sorting.lines.some(({text}, at) => at > next && text.includes(surname))
  const above = sorting.between(sorting.headline + 1, index)
  const isInText = above.some((at) => sorting.isParagraph(sorting.lines[at] as Line))
  // One photo that is laid out so shows how the others are.
  const isLayout = sorting.photos.some(
    ({lines}) => creditAboveCaption(sorting, lines) !== undefined,
  )
  return (
    (isLayout || (!isPortrait && (!isInText || isHolder(name, sorting.rules)))) &&
    above.some((at) => isBylineLike(sorting, at))
  )
}

function captionParts(
  sorting: Sorting,
  group: number[],
): {
  caption: string
  creditLine: string | null
  rest: string | null
} {
  const labels = pattern(sorting.rules.photos.captionLabels, '^%\\s*[,:：]\\s*')
  const sources = pattern(
    sorting.rules.photos.creditLabels,
    '^[(（[]?(?:%)\\s*(?:[,:：／/＝=]|\\.{3}|…)\\s*',
  )
  const creditAt = creditAboveCaption(sorting, group)
  let creditLine: string | null = null
  const captions: string[] = []
  for (const index of group) {
    const line = sorting.lines[index] as Line
    if (!line.text) continue
    if (line.hint === 'credit' || index === creditAt)
      creditLine = cleanCredit(line.text, sorting.rules)
    else if (labels.test(line.text)) captions.push(line.text.replace(labels, ''))
    else if (
      (sources.test(line.text) && length(line.text, sorting.rules) <= 14) ||
      (captions.length > 0 &&
        (sorting.isCreditLine(line.text) ||
          (group.length === 2 && isNameAlone(line.text, sorting.rules))))
    )
      creditLine = cleanCredit(line.text, sorting.rules)
    else captions.push(line.text)
  }
  const caption = captions.join(' ')
  const isSure = group.some(
    (index) =>
      sorting.lines[index]?.picture !== undefined || sorting.lines[index]?.hint === 'caption',
  )
  const split: SplitCaption | null =
    creditLine === null ? splitCaption(caption, sorting.rules, isSure) : null
  return split ?? {caption: withoutRest(caption), creditLine, rest: null}
}

/** Without what was around a credit: empty brackets, a stroke. */
const withoutRest = (text: string): string =>
  text.replace(/\s*(?:[(（]\s*[)）]|\s[|/])\s*$/u, '').trim()

/** All sentences of the file. */
const articleText = (sorting: Sorting): string =>
  sorting.lines.map(({text}) => (endsSentence(text) ? text : '')).join('\n')

function addPhoto(sorting: Sorting, group: number[]) {
  const {caption, creditLine, rest} = captionParts(sorting, group)
  const parties = creditLine
    ? creditParties(creditLine, sorting.rules, articleText(sorting))
    : {creator: null, holder: null}
  const at = group[0] ?? 0
  for (const index of group) sorting.kinds[index] = index === at ? 'photo' : 'skip'
  if (rest) sorting.furniture.push({text: rest, lines: [group.at(-1) ?? at]})
  const picture = group
    .map((index) => sorting.lines[index]?.picture)
    .find((found) => found !== undefined)
  sorting.photos.push({
    at,
    isLead: false,
    caption,
    creditLine: creditLine || null,
    ...parties,
    picture: picture ?? null,
    lines: group,
  })
}
