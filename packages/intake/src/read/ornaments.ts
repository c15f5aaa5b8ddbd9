// Bullets, numbers and squares that somebody typed are not words: they say what a line is.
import type {Line} from '../lines.ts'

const BULLET = /^[•‣▪◦⁃∙・·]\s*(?=\S)/u
const SQUARE = /^([■◆◇●○►▶▸▽▼□])\s*(?=\S)/u
const DASH = /^([*–-])\s+(?=\S)/u
const NUMBER = /^(?:[(（]?([0-9０-９]{1,2})[.)．）]\s*|([①-⑳])\s*)(?=[^\d\s])/u

/** Whether a line of plain text begins with what may be the ornament of a list or a heading. */
export const beginsWithOrnament = (text: string): boolean =>
  [BULLET, SQUARE, DASH, NUMBER].some((ornament) => ornament.test(text))

/** Sets `list` and `heading` by the ornaments of lines, and removes these. */
export function settleOrnaments(lines: Line[]): void {
  const texts = lines.filter((line) => line.text !== '' && line.hint !== 'furniture')
  for (let index = 0; index < texts.length; index++) {
    const line = texts[index]!
    if (line.list || line.heading) strip(line, BULLET.exec(line.text) ?? SQUARE.exec(line.text))
    else if (BULLET.test(line.text)) makeItem(line, BULLET, 'bullet')
    else if (SQUARE.test(line.text)) settleSquare(texts, index)
    else if (NUMBER.test(line.text)) settleNumbers(texts, index)
    else if (DASH.test(line.text)) settleDashes(texts, index)
  }
}

/** Squares one below the other are bullets. One before a short line makes it a heading. */
function settleSquare(texts: Line[], index: number): void {
  const run = runFrom(texts, index, SQUARE)
  const line = texts[index]!
  if (run.length > 1) for (const item of run) makeItem(item, SQUARE, 'bullet')
  else if (line.text.length <= 80 && !/[。.]$/.test(line.text)) {
    strip(line, SQUARE.exec(line.text))
    line.heading = 2
  }
}

/** A single asterisk is a note, and a dash may be a voice: only several are a list. */
function settleDashes(texts: Line[], index: number): void {
  const run = runFrom(texts, index, DASH)
  const isVoice = run[0]!.text.startsWith('–') && isDialogue(run, texts[index - 1])
  if (run.length > 1 && !isVoice) for (const item of run) makeItem(item, DASH, 'bullet')
}

/** Whole sentences without a line that announces a list. */
const isDialogue = (run: Line[], before: Line | undefined): boolean =>
  !/[:：]$/.test(before?.text ?? '') &&
  run.every(({text}) => /^–\s+["“«¿¡]?\s*\p{Lu}.*[.?!…»”"]$/u.test(text))

/** The lines from one on that begin with the same ornament. */
function runFrom(texts: Line[], index: number, ornament: RegExp): Line[] {
  const first = ornament.exec(texts[index]!.text)![1]
  const end = texts.findIndex(
    (line, at) =>
      at > index && (ornament.exec(line.text)?.[1] !== first || line.heading || line.list),
  )
  return texts.slice(index, end < 0 ? undefined : end)
}

/** 1, 2 and so on, one below the other. */
function settleNumbers(texts: Line[], index: number): void {
  const run: Line[] = []
  for (const line of texts.slice(index)) {
    if (numberOf(line.text) !== run.length + 1 || line.heading || line.list) break
    run.push(line)
  }
  if (run.length > 1) for (const item of run) makeItem(item, NUMBER, 'number')
}

function numberOf(text: string): number | null {
  const found = NUMBER.exec(text)
  if (!found) return null
  return found[1]
    ? Number(found[1].normalize('NFKC'))
    : found[2]!.codePointAt(0)! - '①'.codePointAt(0)! + 1
}

function makeItem(line: Line, ornament: RegExp, kind: 'bullet' | 'number'): void {
  strip(line, ornament.exec(line.text))
  line.list = kind
}

/** Removes what was found at the beginning of a line. */
function strip(line: Line, found: RegExpExecArray | null): void {
  if (!found) return
  const {length} = found[0]
  line.text = line.text.slice(length)
  line.marks = line.marks
    .map((mark) => ({...mark, from: Math.max(mark.from - length, 0), to: mark.to - length}))
    .filter(({from, to}) => to > from)
}
