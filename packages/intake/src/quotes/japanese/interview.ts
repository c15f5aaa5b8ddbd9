// Interviews: questions after dashes, answers between marks or after the speaker's name.
import type {Line} from './lines.ts'
import {expression, anyOf, type Lexicon, NOUN} from './rules.ts'
import type {Scene} from './scene.ts'
import type {Actor} from './subjects.ts'
import {personNamed, personOf} from './cast.ts'

interface Answer extends Actor {
  /** Where the answer's mark is. */
  from: number
}

export const isQuestion = ({text}: Line, {questionMarks}: Lexicon): boolean =>
  expression(`^(?:${anyOf(questionMarks)}[\\d０-９]*[：:．.\u3000 ]?)`, 'u').test(text) &&
  !/^[QＱ問][\p{L}]/u.test(text)

/** The answers that begin with a mark, by line. */
export function answersIn(lines: readonly Line[], scene: Scene): Map<number, Answer> {
  const found = new Map<number, Answer>()
  const {lexicon} = scene.cast
  if (!lines.some((line) => isQuestion(line, lexicon))) return found
  let speaker: Actor = intervieweeOf(lines, scene)
  let isAfterQuestion = false
  for (const line of lines) {
    if (isQuestion(line, lexicon)) {
      isAfterQuestion = true
      continue
    }
    const label = expression(`^([${NOUN}]{1,12})(さん|氏)?[：:\u3000 ]*(?=「)`, 'u').exec(
      line.masked,
    )
    // 森社長「…」
    const name = label?.[1]?.replace(expression(`(?<=.)${lexicon.title}$`, 'u'), '')
    const named = name && personNamed(scene.cast, name, {line: line.index, at: 0})
    if (named) speaker = {speakers: [named], attribution: null}
    const from = label?.[0].length ?? 0
    // With a speaker's label, another answer may follow the first.
    const isAnswer = (isAfterQuestion || Boolean(named)) && line.masked[from] === '「'
    if (isAnswer) found.set(line.index, {...speaker, from})
    else isAfterQuestion = false
  }
  return found
}

/** Xさんに聞いた, or else the person who is named most often. */
function intervieweeOf(lines: readonly Line[], {cast}: Scene): Actor {
  const asked = cast.people.flat().find(({line, to}) => {
    const after = lines[line]?.masked.slice(to) ?? ''
    return /^(?:に|へ)[^。]{0,12}(?:聞|きい|うかが|伺|インタビュー|尋ね|たずね)/u.test(after)
  })
  const speaker = asked ? personOf(cast, asked) : null
  const all = cast.people.flat().flatMap((mention) => personOf(cast, mention) ?? [])
  const counts = Map.groupBy(all, ({name}) => name)
  const most = [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
  const who = speaker ?? most
  return {speakers: who ? [who] : [], attribution: null}
}
