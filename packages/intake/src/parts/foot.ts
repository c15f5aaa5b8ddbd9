// What is below the text: who wrote it, corrections, calls to action.
import type {Line} from '../lines.ts'
import {
  type BylineLine,
  isAboutAuthor,
  isBio,
  labelledByline,
  nameLine,
  signature,
  signedName,
} from './bylines.ts'
import {takeBio, takeByline} from './head.ts'
import {isPlace} from './headline.ts'
import {isPersonName} from './names.ts'
import {isBoxHead, isDateLine, isLoose} from './page.ts'
import {QUOTED_WHOLE, bare, endsSentence, isCapital, length, pattern} from './patterns.ts'
import type {Sorting} from './sorting.ts'

export const asksReaders = (sorting: Sorting, text: string): boolean =>
  pattern(sorting.rules.head.callsToAction, '^[\\p{P}\\p{S}\\s]*%').test(text)

export function sortFoot(sorting: Sorting) {
  let isFoot = false
  const paragraph = sorting.lines.findIndex(
    (line, index) => index >= sorting.first && sorting.isParagraph(line),
  )
  for (let index = sorting.first; index < sorting.lines.length; index++) {
    if (!sorting.isOpen(index)) continue
    const line = sorting.lines[index] as Line
    // Points above the byline: what a news agency writes first.
    if (index < paragraph && !line.list && takeByline(sorting, index)) continue
    if (index < paragraph && !line.list && isDateLine(line.text, sorting.rules)) {
      sorting.set(index, 'furniture')
      continue
    }
    if (line.hint === 'callToAction' || isCallToAction(sorting, index)) {
      sorting.set(index, 'callToAction')
      continue
    }
    if (takeReporting(sorting, index)) {
      isFoot = true
      continue
    }
    takeSignatureWithin(sorting, index)
    const isCredits = areCredits(sorting, index)
    const signed = index > sorting.first && !isCredits ? signedBelow(sorting, index) : null
    if (signed) {
      sorting.kinds[index] = 'byline'
      isFoot = true
      // Who is named above the text, too, is named once.
      const known = new Set(sorting.bylines.map(({name}) => bare(name)))
      sorting.bylines.push(...signed.bylines.filter(({name}) => !known.has(bare(name))))
      if (signed.dateline) sorting.dateline ??= {text: signed.dateline, lines: [index]}
      if (signed.role) sorting.bio.push({text: signed.role, index})
      takePlaceBelow(sorting, index)
      continue
    }
    if (
      line.hint === 'bio' ||
      isCredits ||
      (sorting.kinds[index - 1] === 'bio' &&
        pattern(sorting.rules.head.bios, '%').test(line.text)) ||
      (isFoot && isBio(line.text, sorting.bylines, sorting.rules)) ||
      (index > sorting.first + 2 &&
        isNearEnd(sorting, index) &&
        (isBio(line.text, sorting.bylines, sorting.rules) ||
          isAboutAuthor(line.text, sorting.bylines, sorting.rules)))
    ) {
      isFoot = true
      takeBio(sorting, index)
    } else if (
      index > sorting.last &&
      isLoose(line.text, sorting.rules) &&
      !line.list &&
      line.heading === undefined &&
      line.picture === undefined &&
      isAfterText(sorting, index)
    )
      sorting.set(index, 'furniture')
  }
}

/** "Reporting by Abel Crane; Editing by …": the byline of an article that has none above. */
function takeReporting(sorting: Sorting, index: number): boolean {
  const [first = '', ...rest] = sorting.text(index).split(/;\s*/u)
  if (
    sorting.bylines.length > 0 ||
    index <= sorting.first ||
    !pattern(sorting.rules.head.credits, '^%').test(first)
  )
    return false
  const named = labelledByline(
    {...(sorting.lines[index] as Line), text: first},
    index,
    sorting.rules,
  )
  if (!named) return false
  sorting.kinds[index] = 'byline'
  sorting.bylines.push(...named.bylines)
  // "Reporting by Ann Poll in Wessel"
  if (named.dateline) sorting.dateline ??= {text: named.dateline, lines: [index]}
  if (rest.length > 0) sorting.bio.push({text: rest.join('; '), index})
  return true
}

/** 「…は続く。【石野窯人、大野ミキ】」: the last paragraph of a Japanese article ends in who wrote it. */
function takeSignatureWithin(sorting: Sorting, index: number) {
  const line = sorting.lines[index] as Line
  if (!sorting.rules.hasNoSpaces || sorting.bylines.length > 0 || !isNearEnd(sorting, index)) return
  const signed = /^(?<text>.*[。」])(?<name>[【（][^【】（）]{3,30}[】）])$/su.exec(
    line.text,
  )?.groups
  const named = signed?.['name'] ? signature(signed['name'], index, sorting.rules) : null
  if (!named || !signed?.['text'] || isNotAName(signed['name'] ?? '')) return
  line.text = signed['text']
  sorting.bylines.push(...named.bylines)
}

/** Notes of the desk in brackets are as short as names. */
const isNotAName = (text: string): boolean =>
  /敬称略|随時|掲載|続く|終わり|おわり|以下|前略|後略|中略|写真|談/u.test(text)

/** "Reporting by …; Editing by …" below an article with a byline above. */
const areCredits = (sorting: Sorting, index: number): boolean =>
  sorting.bylines.length > 0 &&
  index > sorting.first &&
  pattern(sorting.rules.head.credits, '^%').test(sorting.text(index))

/** Who is named below the text as its author. */
function signedBelow(sorting: Sorting, index: number): BylineLine | null {
  const line = sorting.lines[index] as Line
  // The translator may be right below the author.
  const isApart = line.startsGroup || sorting.kinds[index - 1] === 'byline'
  const isBelow = isApart && (index >= sorting.last || isNearEnd(sorting, index))
  return (
    signature(line.text, index, sorting.rules) ??
    nameAboveBio(sorting, index) ??
    letterWriter(sorting, index) ??
    (isBelow ? labelledByline(line, index, sorting.rules) : null)
  )
}

/** "Ada Crane", "Ada Crane, Kiln Bay" below a letter or a column that has no byline above. */
function letterWriter(sorting: Sorting, index: number): BylineLine | null {
  const {rules} = sorting
  const text = sorting.text(index)
  if (sorting.bylines.length > 0 || isBoxHead(text, rules)) return null
  const signed = signedName(text, index, rules)
  // Below it the paper may say which texts of readers it prints. A name without a place may be a subhead, unless it is in
  // capitals.
  const isSure = signed?.dateline != null || isCapital(text)
  const isBelow = index > sorting.last || (isSure && isNearEnd(sorting, index))
  return isBelow ? signed : null
}

/** "Kiln Bay" on the line below who signed. */
function takePlaceBelow(sorting: Sorting, index: number) {
  const next = sorting.lines[index + 1]
  if (sorting.dateline || !next || next.startsGroup || !sorting.isOpen(index + 1)) return
  if (!isPlace(sorting, index + 1)) return
  sorting.kinds[index + 1] = 'skip'
  sorting.dateline = {text: next.text, lines: [index + 1]}
}

/** "Ada Crane" on a line above "Ada Crane covers the sea." */
function nameAboveBio(sorting: Sorting, index: number): BylineLine | null {
  const text = sorting.text(index)
  const isAbove = sorting.text(index + 1).startsWith(`${text} `) && sorting.isOpen(index + 1)
  return isAbove && index >= sorting.last - 1 && isPersonName(text, sorting.rules)
    ? nameLine(text, index, sorting.rules)
    : null
}

/** Nothing but foot lines below. Asked of every line: in a long text it must not read all that follows. */
function isNearEnd(sorting: Sorting, index: number): boolean {
  let below = 0
  for (let at = index + 1; at < sorting.lines.length && below <= 2; at++)
    if (sorting.isOpen(at) && sorting.isParagraph(sorting.lines[at] as Line)) below++
  return below <= 2
}

function isAfterText(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  return (
    !line.isBold &&
    !/^[(（]/u.test(line.text) &&
    !QUOTED_WHOLE.test(line.text) &&
    !pattern(sorting.rules.head.notes, '^[\\p{P}\\p{S}\\s]*%').test(line.text) &&
    length(line.text, sorting.rules) <= 12
  )
}

function isCallToAction(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  if (
    line.list ||
    line.heading !== undefined ||
    !(endsSentence(line.text) || /https?:\/\/|www\.|@/u.test(line.text)) ||
    length(line.text, sorting.rules) > 30
  )
    return false
  const isLate =
    index >= sorting.last - 3 ||
    index > sorting.first + (sorting.lines.length - sorting.first) * 0.6
  if (!isLate) return false
  // An address makes it sure, wherever in the line readers are asked, and whatever is in quotation marks.
  if (/\p{L}@\p{L}|\p{L}\.\p{L}{2,}/u.test(line.text) && asksSomewhere(sorting, line.text))
    return true
  return asksReaders(sorting, line.text) && !/[“”"«»„「」]|^[‘—]/u.test(line.text)
}

const asksSomewhere = (sorting: Sorting, text: string): boolean =>
  text.split(/(?<=[.!?。！？:])\s+/u).some((sentence) => asksReaders(sorting, sentence))
