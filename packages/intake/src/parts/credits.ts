// The credit at the end of a caption.
import type {LanguageRules} from '../languages/rules.ts'
import {
  creditParties,
  isHolder,
  isNote,
  partsOfCredit,
  withoutBareLabel,
  wordedParties,
} from './parties.ts'
import {
  NONE,
  eitherCase,
  endsSentence,
  isCapital,
  length,
  oncePer,
  pattern,
  together,
} from './patterns.ts'

export interface SplitCaption {
  caption: string
  /** As printed, without brackets and label. */
  creditLine: string
  /** After the credit, and of the page: "Purchase Licensing Rights". */
  rest: string | null
}

const OPEN = '[(（\\[［]'
const CLOSE = '[)）\\]］]'

/** A caption and the credit at its end. Null where no form of credit is found. `isCaption`: it is surely a caption. */
export function splitCaption(
  text: string,
  rules: LanguageRules,
  isCaption = false,
): SplitCaption | null {
  const {photos, page} = rules
  const tail = pattern(page.afterCredit, `\\s*((?:%)(?:[\\s,]*%)*)\\s*$`).exec(text)
  const rest = tail?.[1]?.trim() ?? null
  const whole = tail ? text.slice(0, tail.index) : text
  const label = photos.creditLabels
  const forms = [
    // "CaptionPhoto: Name": a page's two elements, copied without the space between them. No word has a capital inside.
    pattern(
      eitherCase(label),
      `^(?<caption>.*\\p{Ll})(?=\\p{Lu})%\\s*[:：]\\s*(?<credit>[^:：]+?)\\s*$`,
      'u',
    ),
    // "Caption. Photograph: Name" and "Caption.Credit...Name"
    pattern(
      label,
      `^(?<caption>.*?)(?:^|\\s|(?<=[.。!?’”"»）)]))${OPEN}?%\\s*(?:[:：]|\\.{2,3}|…)\\s*(?<credit>[^:：]+?(?:[(（][^()（）]+[)）])?)${CLOSE}?\\s*$`,
    ),
    // "Caption. (Photo by Name)", "Caption. Photo by Name"
    pattern(
      photos.by,
      `^(?<caption>.*[.!?”"’»])\\s*${OPEN}?(?:\\p{L}+\\s)?${labelsBeforeBy(label)}\\s%\\s(?<credit>[^.]+?)${CLOSE}?\\s*$`,
    ),
    // "Caption. (© Holder by Name)"
    /^(?<caption>.*?)\s*[(（[［]\s*(?<credit>[©Ⓒⓒ][^()（）]*(?:[(（][^()（）]*[)）])?[^()（）]*)[)）\]］]\s*[.。]?\s*$/u,
    // "Caption. © Holder"
    /^(?<caption>.*?)\s*(?<credit>[©Ⓒⓒ]\s*(?:[^.。]|(?<=[\s©]\p{Lu})\.)+(?:\.\p{L}+)*)\s*$/u,
    // "Caption. (c) Holder"
    ...(isCaption || rules.hasNoSpaces
      ? [/^(?<caption>.*?)\s*(?<credit>[(（][cCＣ][)）]\s*[^.。]+)$/u]
      : []),
    ...(rules.hasNoSpaces ? japaneseForms(rules) : []),
    // "Caption (foto Name/AGENCY)", "Caption (courtesy Holder)"
    pattern(
      label,
      `^(?<caption>.*?)\\s*${OPEN}(?:%)\\s(?<credit>(?!\\p{Ll})[^()]{3,60})${CLOSE}\\s*$`,
      'u',
    ),
    pattern(
      photos.courtesy,
      `^(?<caption>.*?)\\s*${OPEN}(?<credit>(?:%)\\s[^()]{3,60})${CLOSE}\\s*$`,
    ),
    // "Caption. Courtesy of Holder"
    pattern(photos.courtesy, `^(?<caption>.*[.!?…”"’»])\\s+(?<credit>%\\s\\p{Lu}[^.]+)$`),
    // "Caption. (AGENCY/Name)", "Caption. [Office via AGENCY]"
    /^(?<caption>.*[.!?…”"’»])\s*\((?<credit>[^()]{2,80}(?:\([^()]*\))?)\)\s*$/u,
    /^(?<caption>.*[.!?…”"’»])\s*\[(?<credit>\p{Lu}[^[\]]{1,80}[^[\].!?])\]\s*$/u,
    /^(?<caption>.*[^.!?])\s*[([](?<credit>\p{Lu}[^()[\]]{1,80}[/|][^()[\]]{2,60})[)\]]\s*$/u,
    ...(isCaption ? [UNKNOWN_LABEL] : []),
  ]
  for (const form of forms) {
    const found = form.exec(whole)?.groups
    const credit = found?.['credit']?.trim()
    if (!credit || credit.split(/\s+/u).length > 14 || HAS_SENTENCE.test(credit)) continue
    const caption = (found?.['caption'] ?? '').replace(/\s*[|/–—-]\s*$/u, '').trim()
    return {caption, creditLine: withoutBareLabel(credit, rules), rest}
  }
  const bare = bareCredit(whole, rules, isCaption)
  return bare && {...bare, rest}
}

/** "FILE PHOTO: A worker checks grain. AGENCY/Name" begins with no credit. */
const HAS_SENTENCE = /(?:\p{Ll}{3}|\d|\s\p{Ll}{2})[.!?]\s/u

/** A caption has fewer words than most paragraphs. */
const LONGEST_CAPTION = 70

/** Whether a paragraph is a caption with its credit. */
export const isCaptionWithCredit = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= LONGEST_CAPTION && !isStatement(text, rules)

/** Whether a paragraph ends in no credit, or in a remark in brackets that only looks like one. */
function isStatement(text: string, rules: LanguageRules): boolean {
  const split = splitCaption(text, rules)
  if (!split || split.caption === '') return true
  if (/[©Ⓒⓒ/／]/u.test(split.creditLine) || !/[)\]]\s*$/u.test(text)) return false
  if (isNote(split.creditLine, rules) || isLabelled(text, rules)) return false
  const {creator, holder} = creditParties(split.creditLine, rules)
  const isBracketSentence = /[.!?]\s*\)$/u.test(text) || split.creditLine.split(/\s+/u).length > 8
  return (
    isBracketSentence ||
    (creator === null && !/\p{Lu}/u.test(holder ?? '')) ||
    !/\p{Lu}/u.test(split.creditLine.slice(0, 1))
  )
}

/** "Caption. (Photo: lent by the family)" */
const isLabelled = (text: string, {photos}: LanguageRules): boolean =>
  pattern(photos.creditLabels, `${OPEN}%\\s*[:：][^()]+${CLOSE}\\s*$`).test(text)

/** "Caption. Rendering: Office", in what is surely a caption. */
const UNKNOWN_LABEL = /^(?<caption>.*[.!?…”"’»])\s+\p{Lu}[\p{L}-]+:\s(?<credit>[^.:]{3,60})$/u

/** Between a caption and a credit without label and brackets. The full stop of an initial or of "Dr." ends no sentence. */
const ENDS =
  /(?:(?<!(?:^|[\s/(©-])(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Jr|Sr|Prof|Gov|Sgt|Lt|Rev))[.]\s*|[!?…”"’»]\s+|\s(?=\|\s))/gu

/** "Caption / NAME"; "Caption. Name / AGENCY" ends before. */
const STROKE = /\s(?=\/\s)/gu

/** "Caption. Name/AGENCY", "Caption. NAME (AGENCY)", "Caption. / Name", "Caption | AGENCY". */
function bareCredit(
  text: string,
  rules: LanguageRules,
  isCaption: boolean,
): Omit<SplitCaption, 'rest'> | null {
  const ends = [...text.matchAll(ENDS)].toReversed()
  const strokes = [...text.matchAll(STROKE)].toReversed()
  for (const end of [...ends, ...strokes]) {
    const at = end.index + end[0].length
    const caption = text.slice(0, at).trim()
    const credit = text.slice(at)
    if (credit.length > 90 || HAS_SENTENCE.test(credit)) continue
    const printed = credit.replace(/^[|/–—-]\s+/u, '').trim()
    const isFound =
      (credit !== printed && isAfterStroke(caption, credit, printed, isCaption)) ||
      (credit.startsWith('|') && endsSentence(caption) && isHolder(printed, rules)) ||
      isBareCredit(printed, caption, rules, isCaption)
    if (isFound) return {caption, creditLine: withoutBareLabel(printed, rules)}
  }
  return null
}

/** "/ Name"; in what is surely a caption also "| Name". Without a full stop above it the name is in capitals: "/ NAME". */
const isAfterStroke = (
  caption: string,
  credit: string,
  printed: string,
  isCaption: boolean,
): boolean =>
  (isCaption || (credit.startsWith('/') && (endsSentence(caption) || isCapital(printed)))) &&
  /^\p{Lu}[^/.]{2,60}(?:\/[^/.]{2,40})?$/u.test(printed)

/** A credit on a line of its own, without its brackets and its label. */
export function cleanCredit(text: string, rules: LanguageRules): string {
  const label = pattern(rules.photos.creditLabels, '^%\\s*(?:[,:：／/＝=]\\s*|\\.{3}|…)')
  const bare = text
    .trim()
    .replace(/^[|/–—-]\s+/u, '')
    .replace(/^[(（[](.*)[)）\]]$/u, '$1')
    .replace(label, '')
    .trim()
  return withoutBareLabel(bare, rules)
}

/** Each part of a credit is somebody or something that may have made or own a picture. */
function hasKnownParties(credit: string, rules: LanguageRules): boolean {
  const line = withoutBareLabel(credit.replaceAll(/«\s?|\s?»/gu, ''), rules)
  const {creator, holder} = creditParties(line, rules)
  const isNamed = creator !== null || isHolder(holder ?? '', rules)
  const worded = wordedParties(line, rules)
  const parts = worded
    ? [worded.creator, worded.holder].filter((part) => part !== null)
    : partsOfCredit(line, rules)
  return (
    isNamed &&
    parts.every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) || isHolder(part, rules)) &&
    !parts.some((part) => /\s\p{Ll}+\s\p{Ll}+\s\p{Ll}/u.test(part)) &&
    // "A search among clay, Ash and Stone"
    !pattern(rules.names.indefinite, '^(?:%)\\s').test(line)
  )
}

/** A line that is nothing but a credit. */
export function isCreditOnly(text: string, rules: LanguageRules): boolean {
  const {photos} = rules
  if (length(text, rules) > 12 || HAS_SENTENCE.test(text) || /\p{L}@\p{L}/u.test(text)) return false
  const inside = /^[(（[［](?<credit>[^()（）]{3,60})[)）\]］]$/u.exec(text)?.groups?.['credit']
  if (inside)
    return /^[©Ⓒⓒ]/u.test(inside) || isNote(inside, rules) || hasKnownParties(inside, rules)
  if (/^[©Ⓒⓒ]\D+$/u.test(text) || (/^\p{Lu}{2,3}$/u.test(text) && isNote(text, rules))) return true
  if (pattern(photos.creditLabels, '^%\\s*(?:[,:：／/＝=]|\\.{3}|…)\\s*\\S').test(text)) return true
  if (!/^\p{L}/u.test(text) || /[.!?…,:;”"’“]$/u.test(text)) return false
  const isCapital = /^\p{Lu}[\p{Lu}\p{M}’'.-]+(?:[\s/,&+()«»“”"-]+[\p{Lu}\p{M}’'.-]*)*$/u.test(text)
  if (isCapital && / /u.test(text)) return true
  const labelled = pattern(together(photos.creditLabels, photos.courtesy), '^%\\s').test(text)
  const isOfTwo = partsOfCredit(text, rules).length > 1 || wordedParties(text, rules) !== null
  return (labelled || isOfTwo) && hasKnownParties(text, rules)
}

function isBareCredit(
  credit: string,
  caption: string,
  rules: LanguageRules,
  isCaption: boolean,
): boolean {
  if (isNote(credit, rules)) return isCaption || /^\p{Lu}{3,}$/u.test(credit)
  if (!/^\p{L}.*[^.!?…,:;”"’“]$/u.test(credit) || credit.split(/\s+/u).length > 12) return false
  const isCapital = /^[\p{Lu}\p{M}\p{N}\s/,&+().«»’'-]+$/u.test(credit)
  // "AGENCY/Name/File Photo"
  if (/^\p{Lu}[\p{L}\p{N}&.’' -]{1,40}\/\s?\p{Lu}[^.]{1,60}$/u.test(credit)) return true
  if (isCapital && /\p{Lu}[\s/,&(-]+\(?\p{Lu}/u.test(credit)) return true
  // What somebody says may be followed by the name, too.
  if (!isCaption && /^[“"„«‘']/u.test(caption)) return false
  if (!hasKnownParties(credit, rules) || !/^\p{Lu}/u.test(credit)) return false
  return isCaption || isCapital || creditParties(credit, rules).creator !== null
}

/** The words before "by": "Photo by". */
const labelsBeforeBy = oncePer(
  (labels: readonly string[]) =>
    `(?:${labels.map((label) => label.replace(/ (?:by|von|par|por)$/u, '')).join('|')})`,
)

const japaneseForms = ({photos}: LanguageRules): RegExp[] => [
  // （写真：名前／通信）, （写真はすべて省提供）, 【撮影・名前】, 撮影／名前
  pattern(
    photos.creditLabels,
    `^(?<caption>.*?)[（(【［](?:%)[:：＝=／/は・]\\s*(?<credit>[^（）()]+(?:[（(][^（）()]+[）)])?)[）)】］]\\s*$`,
    'u',
  ),
  pattern(
    photos.creditLabels,
    `^(?<caption>.*?)(?:^|\\s|。)(?:%)[:：＝=／/]\\s*(?<credit>[^:：。]+)$`,
    'u',
  ),
  pattern(
    photos.creditLabels,
    `^(?<caption>.*?)(?:^|\\s|。)(?:%)\\sby\\s(?<credit>[^:：。]+)$`,
    'u',
  ),
  // （省提供）, （名前撮影）, （図書館所蔵）
  pattern(
    together(photos.by, photos.courtesy),
    `^(?<caption>.*?)[（(](?<credit>[^（）()]*%)[）)]\\s*$`,
    'u',
  ),
  // ＝11日午後、名前撮影, ＝3日、東窯市、名前撮影: day and place are the caption's.
  pattern(
    together(photos.by, photos.courtesy),
    `^(?<caption>.*＝[^＝、]*[日時分月年前後で県市区町郡](?:、[^＝、]+)*)、(?<credit>[^＝、]*%)\\s*$`,
    'u',
  ),
  // ＝省提供, ＝名前撮影
  pattern(together(photos.by, photos.courtesy), `^(?<caption>.*)＝(?<credit>[^＝]*%)\\s*$`, 'u'),
  // （共同）, （ロイター＝共同）, ＝共同
  pattern(
    photos.agencies ?? NONE,
    `^(?<caption>.*[^。」])[（(](?<credit>(?:%)(?:[＝=・/／ ]?(?:%))?)[）)]$`,
    'u',
  ),
  pattern(photos.agencies ?? NONE, `^(?<caption>.*[^。」])＝(?<credit>%)$`, 'u'),
]
