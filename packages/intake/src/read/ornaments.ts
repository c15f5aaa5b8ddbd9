// Bullets, numbers and squares that somebody typed say what a line is. They do not belong to its text.
import {moveMarks, type Line} from '../lines.ts'

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
    else if (BULLET.test(line.text)) makeItems([line], BULLET, 'bullet')
    else index += settleRun(texts, index) - 1
  }
}

/** Settles lines with the same ornament one below the other. Answers how many these are, at least one. */
function settleRun(texts: Line[], index: number): number {
  const {text} = texts[index]!
  if (NUMBER.test(text)) return settleNumbers(texts, index)
  const settle = SQUARE.test(text) ? settleSquares : DASH.test(text) ? settleDashes : null
  if (!settle) return 1
  const run = runFrom(texts, index, settle === settleSquares ? SQUARE : DASH)
  settle(run, texts[index - 1])
  return run.length
}

/** Several squares are bullets. One before a short line makes it a heading. */
function settleSquares(run: Line[]): void {
  const [line] = run
  if (run.length > 1) makeItems(run, SQUARE, 'bullet')
  else if (line && line.text.length <= 80 && !/[。.]$/.test(line.text)) {
    strip(line, SQUARE.exec(line.text))
    line.heading = 2
  }
}

/** A single asterisk is a note, and a dash may be a voice: only several are a list. */
function settleDashes(run: Line[], before: Line | undefined): void {
  const isVoice = run[0]!.text.startsWith('–') && isDialogue(run, before)
  if (run.length > 1 && !isVoice) makeItems(run, DASH, 'bullet')
}

/** Whole sentences without a line that announces a list. */
const isDialogue = (run: Line[], before: Line | undefined): boolean =>
  !/[:：]$/.test(before?.text ?? '') &&
  run.every(({text}) => /^–\s+["“«¿¡]?\s*\p{Lu}.*[.?!…»”"]$/u.test(text))

/** The lines from one on that begin with the same ornament. */
function runFrom(texts: Line[], index: number, ornament: RegExp): Line[] {
  const first = ornament.exec(texts[index]!.text)![1]
  let end = index + 1
  for (let line = texts[end]; line && !line.heading && !line.list; line = texts[end]) {
    if (ornament.exec(line.text)?.[1] !== first) break
    end += 1
  }
  return texts.slice(index, end)
}

/** 1, 2 and so on, one below the other. Answers how many lines that are. */
function settleNumbers(texts: Line[], index: number): number {
  const run: Line[] = []
  for (
    let line = texts[index];
    line && !line.heading && !line.list;
    line = texts[index + run.length]
  ) {
    if (numberOf(line.text) !== run.length + 1) break
    run.push(line)
  }
  if (run.length > 1) makeItems(run, NUMBER, 'number')
  return Math.max(run.length, 1)
}

function numberOf(text: string): number | null {
  const found = NUMBER.exec(text)
  if (!found) return null
  return found[1]
    ? Number(found[1].normalize('NFKC'))
    : found[2]!.codePointAt(0)! - '①'.codePointAt(0)! + 1
}

export function makeItems(lines: Line[], ornament: RegExp, kind: 'bullet' | 'number'): void {
  for (const line of lines) {
    strip(line, ornament.exec(line.text))
    line.list = kind
  }
}

/** Removes what was found at the beginning of a line. */
function strip(line: Line, found: RegExpExecArray | null): void {
  if (!found) return
  const {length} = found[0]
  line.text = line.text.slice(length)
  line.marks = moveMarks(line.marks, -length)
}
