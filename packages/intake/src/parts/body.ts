// The text: paragraphs, subheads, lists and pull quotes.
import type {Block, BlockMark, TextStyle} from '../article.ts'
import {type Line, moveMarks} from '../lines.ts'
import {splitDateline} from './dateline.ts'
import {isLoose} from './page.ts'
import {QUOTED_WHOLE, bare, endsSentence, length} from './patterns.ts'
import type {Sorting} from './sorting.ts'

export function bodyOf(sorting: Sorting): Block[] {
  const blocks: Block[] = []
  const texts = sorting.lines
    .map(({text}, index) => (sorting.isOpen(index) && index >= sorting.first ? bare(text) : ''))
    .join('\n')
  for (let index = 0; index < sorting.lines.length; index++) {
    const line = sorting.lines[index] as Line
    const kind = sorting.kinds[index]
    if (kind === 'photo') {
      const photo = sorting.photos.findIndex(({at}) => at === index)
      if (!sorting.photos[photo]?.isLead)
        blocks.push({kind: 'photo', photo, lines: sorting.photos[photo]?.lines ?? [index]})
    } else if (kind === 'callToAction') blocks.push({kind, text: line.text, lines: [index]})
    else if (kind === undefined && line.embed)
      blocks.push({kind: 'embed', address: line.embed, lines: [index]})
    else if (kind === undefined && line.text) {
      const pull = pullQuote(sorting, index, texts)
      blocks.push(pull ?? textBlock(sorting, index, blocks))
      for (const at of pull?.lines ?? []) sorting.kinds[at] = 'pullQuote'
    }
  }
  return joinBlockquotes(blocks)
}

/** Words set apart that the text has too, or with their speaker on the next lines. */
function pullQuote(
  sorting: Sorting,
  index: number,
  texts: string,
): Extract<Block, {kind: 'pullQuote'}> | null {
  const line = sorting.lines[index] as Line
  const group = sorting.groupFrom(index, () => true)
  const text = group.map((at) => sorting.text(at)).join('\n')
  // What looks like the text below a headline, in the middle of the article, is set apart from it.
  if (line.hint === 'dek') {
    const {text: words} = line
    return {kind: 'pullQuote', text: words, words, lines: [index]}
  }
  if (line.hint === 'pullQuote') {
    const all = sorting.groupWithHint(index, 'pullQuote')
    const whole = all.map((at) => sorting.text(at)).join('\n')
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
    group.slice(1).every((at) => isLoose(sorting.text(at), sorting.rules))
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
    (endsSentence(words) ||
      (length(words, sorting.rules) > 6 && !isSaidBelow(sorting, index, keys)))
  return isAttributed || isRepeated ? {kind: 'pullQuote', text, words, lines: group} : null
}

/** A heading has its words from the paragraphs below it, a pull quote from anywhere. */
function isSaidBelow(sorting: Sorting, index: number, keys: readonly string[]): boolean {
  const end = sorting.lines.findIndex(
    (line, at) => at > index && sorting.isOpen(at) && line.text !== '' && isSubhead(sorting, at),
  )
  const below = sorting.lines
    .slice(index + 1, end < 0 ? undefined : end)
    .map(({text}) => bare(text))
    .join('\n')
  return (
    length(sorting.text(index), sorting.rules) <= 11 && keys.every((key) => below.includes(key))
  )
}

function textBlock(
  sorting: Sorting,
  index: number,
  before: Block[],
): Extract<Block, {kind: 'text'}> {
  const line = sorting.lines[index] as Line
  let {text} = line
  let marks: BlockMark[] = line.marks.map((mark) => ({...mark}))
  const isFirst = !before.some((block) => block.kind === 'text' && block.style === 'normal')
  if (isFirst && !line.list && line.heading === undefined) {
    const split = splitDateline(
      text,
      sorting.rules,
      sorting.lines.map((one) => one.text).join('\n'),
    )
    // A place that is named already may stand before the text once more, and no other.
    const isOther =
      sorting.dateline !== null && bare(sorting.dateline.text) !== bare(split?.dateline ?? '')
    if (split && !isOther) {
      sorting.dateline ??= {text: split.dateline, lines: [index]}
      for (const name of split.bylines) sorting.bylines.push({name, role: 'writer', lines: [index]})
      const cut = text.length - split.text.length
      text = split.text
      marks = moveMarks(marks, -cut)
    }
  }
  const more = [...sorting.joined].flatMap(([at, to]) => (to === index ? [at] : []))
  const level = line.level === undefined ? {} : {level: line.level}
  const style = styleOf(sorting, index)
  return {kind: 'text', style, ...level, text, marks, lines: [index, ...more]}
}

function styleOf(sorting: Sorting, index: number): TextStyle {
  const line = sorting.lines[index] as Line
  if (line.list) return line.list
  if (line.hint === 'blockquote') return 'blockquote'
  if (line.heading !== undefined)
    return sorting.isInterview && /[?？]$/u.test(line.text)
      ? 'normal'
      : line.heading > sorting.topHeading
        ? 'h3'
        : 'h2'
  return isSubhead(sorting, index) ? 'h2' : 'normal'
}

/** A short line of its own without a full stop, with a paragraph below. */
function isSubhead(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  const {text} = line
  const isQuestion = /[?？]$/u.test(text)
  if (sorting.isInterview && isQuestion) return false
  // "P. ¿Habrá novena?" has somebody's letter before it.
  if (/^\p{Lu}{1,2}[.:]\s/u.test(text)) return false
  if (
    sorting.groupFrom(index, () => true).length > 1 ||
    !line.startsGroup ||
    /[:：;；,，]$/u.test(text)
  )
    return false
  if (/^[—–―-]|\t|^\(.*\)$/u.test(text)) return false
  if (sorting.rules.hasNoSpaces && /。/u.test(text)) return false
  // 二人は答えた。¶「また作ればいい」: a file that marks its headings has only those, and bold ones.
  const isQuoted = /^「[^「」]+」$/u.test(text) && line.isBold !== true
  if (isQuoted && sorting.lines.some(({heading = 0}) => heading > 1)) return false
  if (endsSentence(text) && !isQuestion && !/^['‘“«„「][^.]*['’”»“」]$/u.test(text)) return false
  if (
    sorting.rules.hasNoSpaces &&
    /[」）]$/u.test(text) &&
    /^[「（]/u.test(text) &&
    [...text].length > 16
  )
    return false
  if (length(text, sorting.rules) > 11 || index <= sorting.first)
    return line.isBold === true && index > sorting.first && length(text, sorting.rules) <= 16
  const next = sorting.lines.findIndex(
    (_line, at) => at > index && (sorting.isOpen(at) || sorting.kinds[at] === 'photo'),
  )
  const below = sorting.lines[next]
  return (
    below !== undefined &&
    (sorting.kinds[next] === 'photo' ||
      sorting.isParagraph(below) ||
      below.list !== undefined ||
      QUOTED_WHOLE.test(below.text) ||
      endsSentence(below.text) ||
      length(below.text, sorting.rules) > length(text, sorting.rules))
  )
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
