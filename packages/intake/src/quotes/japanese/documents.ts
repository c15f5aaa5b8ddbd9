// Words that are read in a text, and whose text it is.
import type {Quoted} from '../mentions.ts'
import type {Cast} from './cast.ts'
import type {Place} from './known.ts'
import {type Line, type Sentence, sentenceAt} from './lines.ts'
import {anyOf, expression, type Lexicon, NOUN} from './rules.ts'
import type {Scene} from './scene.ts'
import type {Around, Frame} from './speech.ts'
import {type Actor, acts, isInstitution, isKnown, isPerson, type Subject} from './subjects.ts'

export interface Document {
  owner: Actor
  /** Also a person's words in it are written. */
  isPersonal: boolean
}

const NOBODY: Actor = {speakers: [], attribution: null}

/** The text that the words are in, by their sentence or the one before. */
export function documentOf(
  line: Line,
  quoted: Quoted,
  around: Around,
  frame: Frame,
  scene: Scene,
): Document | null {
  const at = sentenceAt(line, quoted.outer.from)
  const before = line.sentences[at - 1]
  return (
    documentIn(line, quoted, around, scene) ??
    writtenBeside(line, at, frame, scene) ??
    (before ? pointedAt(line, before, around, scene) : null) ??
    (before && frame === 'own' ? shownBefore(line, before, around, scene) : null) ??
    (before && frame === 'said' ? continued(line, before, around, scene) : null)
  )
}

/** こう書き残した。「…」, 「…」。森さんは日記にそう書いた。 */
function writtenBeside(line: Line, at: number, frame: Frame, {cast}: Scene): Document | null {
  const written = expression(cast.lexicon.written.join('|'), 'u')
  const beside = [line.sentences[at - 1], line.sentences[at + 1]]
  const isWritten = beside.some((one) => one !== undefined && written.test(one.text))
  return frame === 'own' && isWritten ? {owner: NOBODY, isPersonal: true} : null
}

/** Documents in a text with the particle that makes them the place of words. */
function mentionsIn(text: string, {documents}: Lexicon): RegExpExecArray[] {
  const part = '(?:の(?:中|冒頭|末尾|説明|最後|結び|余白|一節))?'
  const pattern = expression(
    `[${NOUN}]*${anyOf(documents)}(?:「〓*」|『〓*』)?${part}(?:によると|は|では|でも|にも|には|で|に(?!つい|対|関|よ|基|目)|が|を通じ)`,
    'gu',
  )
  return [...text.matchAll(pattern)]
}

/** 報告書は「…」, 「…」とする談話. */
function documentIn(
  line: Line,
  {outer}: Quoted,
  {before, rest}: Around,
  scene: Scene,
): Document | null {
  const {lexicon} = scene.cast
  const documents = anyOf(lexicon.documents)
  const after = expression(
    `^と(?:[^、。「]{0,5}(?:の|する|した|いう)[^、。「]{0,4}${documents}|${anyOf(lexicon.signs)}|、?[^、。「]{0,6}${documents}(?:に|の中で)(?:書|記|つづ|綴|残))`,
    'u',
  ).test(rest)
  const all = mentionsIn(before, lexicon)
  const found = all.findLast(([text]) => /(?:によると|は)$/u.test(text)) ?? all.at(-1)
  if (!found && !after) return null
  const text = found ? before.slice(found.index) : ''
  const start = found ? outer.from - before.length + found.index : outer.from
  const isSpoken = expression(lexicon.spoken.join('|'), 'u').test(text)
  if (isSpoken) return null
  const isPersonal = after || isWrittenByPeople(text, lexicon)
  const sign = after ? signOf(line, outer.from, before, rest, scene) : null
  return {owner: sign ?? (found ? ownerOf(line, start, found[0], scene) : NOBODY), isPersonal}
}

const isWrittenByPeople = (text: string, {writtenBy}: Lexicon): boolean =>
  expression(writtenBy.join('|'), 'u').test(text)

/** 入り口には「…」と張り紙がある: it is the shop's. */
function signOf(line: Line, at: number, before: string, rest: string, scene: Scene): Actor | null {
  const {premises, signs} = scene.cast.lexicon
  const isSign = expression(`^と[^、。「]{0,4}${anyOf(signs)}`, 'u').test(rest)
  const isThere = expression(`${anyOf(premises)}に(?:は|も)?、?$`, 'u').test(before)
  return isSign && isThere ? shopBefore(line, at, scene) : null
}

/** The shop whose keeper is named last. */
function shopBefore(line: Line, at: number, {cast, subjects}: Scene): Actor | null {
  const keepers = subjects
    .flat()
    .filter((one) => isBefore(one, {line: line.index, at}))
    .flatMap(({speakers}) => speakers)
    .filter(({title}) => cast.lexicon.shopTitles.some((word) => title?.endsWith(word)))
  const name = keepers.findLast(({affiliation}) => affiliation !== null)?.affiliation
  return name === undefined || name === null
    ? null
    : {speakers: [{name, kind: 'institution', title: null, affiliation: null}], attribution: null}
}

/** 報告書をまとめた。そこには「…」とある. */
function pointedAt(
  line: Line,
  sentence: Sentence,
  {before}: Around,
  scene: Scene,
): Document | null {
  const {lexicon} = scene.cast
  if (!expression(`^(?:${lexicon.therein.join('|')})`, 'u').test(before)) return null
  const pattern = expression(`[${NOUN}]*${anyOf(lexicon.documents)}`, 'gu')
  const found = [...sentence.text.matchAll(pattern)].at(-1)
  if (!found) return null
  const start = sentence.from + found.index
  const isPersonal = isWrittenByPeople(found[0], lexicon)
  const author = subjectsOf(line, sentence, scene).findLast((one) => acts(one) && isKnown(one))
  return {owner: author ?? ownerOf(line, start, found[0], scene), isPersonal}
}

/** 看板が立った。「…」 子どもが寄せた投書だった。「…」 */
function shownBefore(
  line: Line,
  sentence: Sentence,
  {before}: Around,
  scene: Scene,
): Document | null {
  const {lexicon} = scene.cast
  if (before !== '') return null
  const found =
    expression(
      `([${NOUN}]*${anyOf(lexicon.documents)})(?:${lexicon.showing.join('|')})[^、。「]{0,4}。$`,
      'u',
    ).exec(sentence.text) ??
    // Whatever is on a wall is read: 約束が貼られている。
    expression(`([${NOUN}]+)(?:${lexicon.posting.join('|')})[^、。「]{0,6}。$`, 'u').exec(
      sentence.text,
    )
  if (!found) return null
  const [, attribution = ''] = found
  const start = sentence.from + found.index
  // 子どもが寄せた投書, 森さんの手書きの紙
  const author = subjectsOf(line, sentence, scene).findLast(
    (one) =>
      isKnown(one) &&
      one.to <= start &&
      (one.role === 'subject' || /^の[^、。は]{0,8}$/u.test(line.masked.slice(one.to, start))),
  )
  const isPersonal = isWrittenByPeople(attribution, lexicon)
  return {owner: author ?? (isPersonal ? NOBODY : {speakers: [], attribution}), isPersonal: true}
}

/** 判決は責任を認めた。「…」と述べた. */
function continued(
  line: Line,
  sentence: Sentence,
  {hasActor}: Around,
  scene: Scene,
): Document | null {
  const found = mentionsIn(sentence.text, scene.cast.lexicon)[0]
  if (hasActor || !found || found.index > 0 || !found[0].endsWith('は')) return null
  return {owner: ownerOf(line, sentence.from, found[0], scene), isPersonal: true}
}

const subjectsOf = ({index}: Line, {from, to}: Sentence, {subjects}: Scene): Subject[] =>
  (subjects[index] ?? []).filter((one) => one.from >= from && one.to <= to)

/** Whose text it is: the noun before の, a part of the word, or the institution that acted last. */
function ownerOf(line: Line, start: number, run: string, scene: Scene): Actor {
  const {subjects, cast} = scene
  const name = nameOf(run)
  const itself = {speakers: [], attribution: name}
  if (expression(`(?:${cast.lexicon.leaking.join('|')})$`, 'u').test(line.masked.slice(0, start)))
    return itself
  const here = subjects[line.index] ?? []
  // 組合の報告書, 組合が昨年まとめた報告書
  const direct = here.findLast(
    ({to}) =>
      to <= start &&
      /^の[^、。は]{0,12}$|^が[^、。「」]{1,16}[たる]$|^から(?:の|届いた|来た|もらった|受け取った|渡された|託された|送られ[^、。]{0,4}た|寄せられた)$/u.test(
        line.masked.slice(to, start),
      ),
  )
  if (direct && isKnown(direct)) return direct
  const inRun = cast.institutions.flat().find(({name}) => name.length > 1 && run.startsWith(name))
  if (inRun)
    return {
      speakers: [{name: inRun.name, kind: 'institution', title: null, affiliation: null}],
      attribution: null,
    }
  const {premises, signs} = cast.lexicon
  const isSign = expression(`${anyOf(signs)}$`, 'u').test(name)
  const isThere = expression(`(?:^|[。、]|${anyOf(premises)}の)$`, 'u').test(
    line.masked.slice(0, start),
  )
  const sign = isSign && isThere ? shopBefore(line, start, scene) : null
  if (sign) return sign
  const author = authorByKind(line, start, name, scene) ?? textMentioned(line, start, name, here)
  if (author) return author
  const place = {line: line.index, at: start}
  const earlier = subjects.flat().filter((one) => isBefore(one, place) && isInBody(cast, one.line))
  const acting = earlier.findLast((one) => acts(one) && isInstitution(one))
  if (acting && acting.line >= line.index - 1) return acting
  // 図面は資料館に収められた。目録には「…」とある
  const near = earlier.findLast(
    (one) =>
      one.line === line.index &&
      isInstitution(one) &&
      // Not 県 by itself.
      one.to - one.from > 1,
  )
  const isTold = earlier.some((one) => one.line === line.index && acts(one) && isPerson(one))
  if (near && !isTold) return near
  return itself
}

/** The court of a judgment. */
function authorByKind(
  line: Line,
  start: number,
  name: string,
  {subjects, cast}: Scene,
): Actor | undefined {
  const kinds = cast.lexicon.authors[name]
  return kinds === undefined
    ? undefined
    : subjects
        .flat()
        .findLast(
          (one) =>
            isBefore(one, {line: line.index, at: start}) &&
            kinds.some((kind) => one.speakers[0]?.name.endsWith(kind)),
        )
}

const nameOf = (run: string): string =>
  run.replace(
    /(?:の(?:中|冒頭|末尾|説明|最後|結び|余白|一節))?(?:によると|は|では|でも|にも|には|で|に|が|を通じ)$/u,
    '',
  )

/** Xが要望書を提出。要望書には「…」とある. */
function textMentioned(
  line: Line,
  start: number,
  word: string,
  here: readonly Subject[],
): Actor | null {
  const before = line.masked.slice(0, start)
  const at = Math.max(before.lastIndexOf(`${word}を`), before.lastIndexOf(`${word}の`))
  const sentence = line.sentences[sentenceAt(line, at)]
  if (at === -1 || !sentence) return null
  return (
    here.findLast(
      (one) => one.from >= sentence.from && one.to <= at && acts(one) && isKnown(one),
    ) ?? null
  )
}

export const isBefore = (one: {line: number; from: number}, {line, at}: Place): boolean =>
  one.line < line || (one.line === line && one.from < at)

export const isInBody = (cast: Cast, line: number): boolean =>
  (cast.lines[line]?.passage.block ?? null) !== null
