// The quotations of an article in Japanese.
import type {Quote} from '../../article.ts'
import type {Passage, Quoted} from '../mentions.ts'
import {castOf} from './cast.ts'
import {headingQuotes} from './headings.ts'
import {isSentence} from './is-sentence.ts'
import {answersIn, isQuestion} from './interview.ts'
import {type Line, linesOf} from './lines.ts'
import {type JapaneseRules, lexiconOf} from './rules.ts'
import type {Said, Scene} from './scene.ts'
import {speakersOf} from './speakers.ts'
import {aroundOf, type Around, type Frame, frameOf} from './speech.ts'
import {subjectsIn, withNameless} from './subjects.ts'

/** Finds the words between marks that somebody says, and the speakers. */
export function japaneseQuotes(passages: Passage[], rules: JapaneseRules): Quote[] {
  const lexicon = lexiconOf(rules)
  const lines = linesOf(passages)
  const cast = castOf(lines, lexicon)
  const scene: Scene = {
    cast,
    subjects: withNameless(lines.map((line) => subjectsIn(line, cast))),
    said: [],
  }
  const answers = answersIn(lines, scene)
  const found: Quote[] = []
  for (const line of lines) {
    const {block, isHeading} = line.passage
    if (block === null || isHeading || isQuestion(line, lexicon)) continue
    for (const quoted of line.quoted) {
      if (cast.lexicon.organisations.has(quoted.words)) continue
      const around = aroundOf(line, quoted, scene.subjects[line.index] ?? [])
      const answer = answers.get(line.index)
      const isAnswer = answer !== undefined && quoted.outer.from === answer.from
      const frame = isAnswer ? 'own' : frameOf(line, quoted, around, lexicon)
      if (frame === null) continue
      const said: Said = isAnswer
        ? {...answer, isDocument: false}
        : speakersOf(line, quoted, around, frame, scene)
      scene.said.push({...said, line: line.index, at: quoted.outer.from})
      found.push(quoteOf(block, quoted, said, formOf(line, quoted, around, frame, said, scene)))
    }
  }
  return [...found, ...headingQuotes(lines, found, lexicon)].toSorted(
    (a, b) => a.block - b.block || a.from - b.from,
  )
}

const quoteOf = (
  block: number,
  {from, to, words}: Quoted,
  {speakers, attribution}: Said,
  form: Quote['form'],
): Quote => ({
  block,
  from,
  to,
  words,
  form,
  speakers,
  attribution: speakers.length > 0 ? null : attribution,
})

function formOf(
  line: Line,
  {outer, words}: Quoted,
  {before}: Around,
  frame: Frame,
  {isDocument}: Said,
  {subjects}: Scene,
): Quote['form'] {
  if (isDocument) return 'document'
  if (frame === 'own') return isSentence(words) ? 'direct' : 'partial'
  if (frame === 'within' || !isSentence(words)) return 'partial'
  // 対応が「遅い」との不満: the subject of the words is before them.
  const isShort = words.length < 14 && !/[はがを、。]/u.test(words)
  const isActor = subjects[line.index]?.some(
    ({to, role}) => role !== 'none' && line.masked.slice(to, outer.from).length <= 1,
  )
  const isRest =
    before.endsWith('を') ||
    (isShort && /(?<!で|て|に|から)は$|が$|も$/u.test(before) && isActor !== true)
  return isRest && isShort ? 'partial' : 'direct'
}
