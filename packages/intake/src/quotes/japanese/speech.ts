// Whether somebody says the words between marks, by what is around them.
import type {Quoted} from '../mentions.ts'
import {isSentence} from './is-sentence.ts'
import {acts, isKnown, isPerson, type Subject} from './subjects.ts'
import {type Line, sentenceAt} from './lines.ts'
import {expression, anyOf, BRACKET, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'

/**
 * How a sentence holds the words: `said` before と and a verb, `voiced` before との and a noun, `written` in a text,
 * `within` what is reported, `own` as a whole sentence.
 */
export type Frame = 'said' | 'voiced' | 'written' | 'within' | 'own'

/** A sentence around the words. */
export interface Around {
  /** From the beginning of the sentence to the mark. */
  before: string
  /** From the mark to the end of the sentence. */
  after: string
  /** `after` without further words between marks: 「…」「…」と. */
  rest: string
  /** Before the words, somebody acts: Xは「…」. */
  hasActor: boolean
  /** Before the words, somebody is named: Xの机には「…」. */
  hasOwner: boolean
  /** 「…」（Xさん） */
  isSigned: boolean
}

/** Text without full stops would take long to search. */
const LONGEST = 400

export function aroundOf(line: Line, {outer}: Quoted, subjects: readonly Subject[]): Around {
  const own = line.sentences[sentenceAt(line, outer.from)]
  const from = Math.max(own?.from ?? 0, outer.from - LONGEST)
  const after = line.masked.slice(outer.to, Math.min(own?.to ?? outer.to, outer.to + LONGEST))
  const hasActor = subjects.some(
    (one) => one.from >= from && one.to <= outer.from && acts(one) && isKnown(one),
  )
  const isSigned = subjects.some(
    ({from, to}) =>
      from === outer.to + 1 && line.masked[outer.to] === '（' && line.masked[to] === '）',
  )
  return {
    hasActor,
    hasOwner: subjects.some((one) => one.from >= from && one.to <= outer.from && isPerson(one)),
    isSigned,
    before: line.masked.slice(from, outer.from),
    after,
    rest: after.replace(/^(?:(?:、|・|や|と)?「〓*」)+/u, '').replace(/^など(?=と)/u, ''),
  }
}

const VERDICT = /^(?:だ|だった|です|でした|である|なんです|なのだ)(?:。|、|と(?:いう|いい)|$)/u

/** How the sentence holds the words; null where nobody says them. */
export function frameOf(
  line: Line,
  quoted: Quoted,
  around: Around,
  lexicon: Lexicon,
): Frame | null {
  const {before, rest, hasActor, hasOwner} = around
  // 「…」（笑）
  const after = around.after.replace(/^（[笑泣苦涙汗爆]{1,2}）/u, '')
  const isWhole = isSentence(quoted.words)
  if (hasOwner && isCalled(before)) return 'said'
  if (expression(`${anyOf(lexicon.termCues)}$`, 'u').test(before)) return null
  if (/^(?:。|！|？|$)/u.test(after)) return ownFrame(around, isWhole, lexicon)
  if (/^(?:――|──|——|、?(?:そう|こう)|、と)/u.test(after)) return 'said'
  if (around.isSigned) return 'said'
  if (VERDICT.test(after)) {
    if (isOwnWord(before, lexicon)) return 'own'
    // 効果は「限定的」だという。
    if (!/^だと(?:いう|いいます)。/u.test(after)) return null
  }
  // 場所として「男湯」と書かれている, 「どうぞ」と書かれた札
  const isLabel =
    before.endsWith('として') || /^と(?:書|記|刻)(?:かれ|さ|ま)れ?た\p{Script=Han}/u.test(after)
  if (isLabel && !hasOwner && quoted.words.length < 8 && !isOwnWord(before, lexicon)) return null
  if (after.startsWith('「') && (rest === '' || rest.startsWith('。')))
    return ownFrame(around, isWhole, lexicon)
  if (/^って(?!いう)/u.test(rest)) return 'said'
  if (after.startsWith('と') && !after.startsWith('と「'))
    return framedByTo(after.slice(1), around, quoted, lexicon)
  if (isFavourite(rest, lexicon)) return 'said'
  // 森さんは「…」、妻は「…」と笑う。
  const isOfSomebody = hasActor ? /[はもが]$/u.test(before) : isOwnWord(before, lexicon)
  if (isOfSomebody && isListed(rest)) return 'said'
  // 町は「問題ない」の一点張りだ。
  if (expression(`^(?:${lexicon.repeating.join('|')})`, 'u').test(rest)) return 'said'
  // 「…」などの声
  if (rest.startsWith('などの') && lexicon.startsWithSpeechNoun.test(rest.slice(3))) return 'voiced'
  if (rest.startsWith('と')) return framedByTo(rest.slice(1), around, quoted, lexicon)
  return withinFrame(around, quoted, lexicon)
}

/** 森さんは「…」、妻は「…」と笑う: each has own words. */
export const isListed = (rest: string): boolean =>
  /^、[^。「」]{1,30}[はもが]「〓*」(?:と|。)/u.test(rest)

/** 森さんの言う「…」 */
export const isCalled = (before: string): boolean =>
  /[のが](?:言う|いう|語る|話す|呼ぶ)$/u.test(before)

/** 「…」が口癖の森さん, 森さんは「…」が持論だ */
export const isFavourite = (after: string, {ownWords}: Lexicon): boolean =>
  expression(`^が${anyOf(ownWords)}(?:の|だ|です|である|だった)`, 'u').test(after)

const isOwnWord = (before: string, lexicon: Lexicon): boolean =>
  expression(`${anyOf(lexicon.ownWords)}(?:は|も|が|として|、)+$`, 'u').test(before)

/** The words are the end of a sentence, or all of it. */
function ownFrame({before, hasActor}: Around, isWhole: boolean, lexicon: Lexicon): Frame | null {
  if (/^(?:「〓*」)*$/u.test(before) || /(?:――|──|——|[：:])[\s\u3000]*$/u.test(before)) return 'own'
  if (
    isOwnWord(before, lexicon) ||
    /にとって|(?:いわく|曰く|によると|によれば|に言わせれば)、?$/u.test(before)
  )
    return 'own'
  // 理由を尋ねると、少し考えてから「…」。
  if (isWhole && expression(lexicon.asked.join('|'), 'u').test(before)) return 'own'
  if (expression(`${anyOf(lexicon.documents)}(?:に)(?:は|も)$`, 'u').test(before)) return 'written'
  const isNamed = expression(
    `(?:${lexicon.honorific}|${lexicon.title})(?:${BRACKET})?(?:の話|談)?[、\u3000 ]?$`,
    'u',
  )
  return isNamed.test(before) ||
    (isWhole && before.endsWith('、')) ||
    // 振り返って「…」。
    // 少し考えてから「…」。
    (isWhole && /(?:[てで]から|ながら|[たて]後|たあと)$/u.test(before)) ||
    (isWhole && before.endsWith('て') && lexicon.speech.test(before.slice(-6))) ||
    (isWhole && hasActor && /[はがもえけげせてねべめれきぎしちびみりい]$/u.test(before))
    ? 'own'
    : null
}

/** After 「…」と. */
function framedByTo(
  rest: string,
  {before, hasActor, hasOwner}: Around,
  {words}: Quoted,
  lexicon: Lexicon,
): Frame | null {
  const isWhole = isSentence(words)
  const own = rest.replace(/^、/u, '')
  // 規約で「年間三百万円以上」と定める: not a term.
  const isRule =
    own.startsWith('定') &&
    /\p{Nd}|[はがを]/u.test(words) &&
    expression(`${anyOf(lexicon.documents)}で(?:は|も)?、?$`, 'u').test(before)
  // 労働局は「違反があった」と認定した。
  const isFinding =
    isWhole &&
    (hasActor || expression(`${anyOf(lexicon.documents)}は`, 'u').test(before)) &&
    expression(`^(?:${lexicon.findings.join('|')})`, 'u').test(own)
  // 森さんはくじを「神様のいたずら」と呼び、
  const isOwnName =
    hasOwner &&
    hasActor &&
    isClaim(words) &&
    before.endsWith('を') &&
    /^呼(?:ぶ|んでい(?:る|ます|て)|びます)?(?:。|、)|^呼び、/u.test(own)
  if (lexicon.startsWithNaming.test(own)) return isRule || isFinding || isOwnName ? 'said' : null
  if (lexicon.startsWithWriting.test(own)) return 'written'
  const asker = `(?:${anyOf(lexicon.askers)}が)?`
  if (expression(`^${asker}(?:${lexicon.asked.join('|')})`, 'u').test(own)) return null
  const noun = expression(
    `^(?:の|いう|いった|する|した|もいう)(?!こと)(?=[${HAN}${KATAKANA}「『]|${anyOf(lexicon.speechNouns)})`,
    'u',
  ).exec(own)
  if (noun && !/^(?:した(?:上|うえ|。|、|が)|という|いった。)/u.test(own)) {
    const head = own.slice(noun[0].length)
    if (lexicon.startsWithSpeechNoun.test(head)) return 'voiced'
    if (own.startsWith('の') && isWhole) return 'voiced'
    if (expression(`^[${HAN}]{0,4}${anyOf(lexicon.documents)}`, 'u').test(head)) return 'said'
    // 祖父の「水が違う」という言葉
    const isOwned = words.length > 8 || /[のた]$/u.test(before)
    return isWhole && isOwned && /^言葉|^ことば|^教え/u.test(head) ? 'voiced' : null
  }
  if (/^(?:のこと|いうこと)/u.test(own)) return own.startsWith('のこと') || isWhole ? 'said' : null
  if (isWhole || /^し(?:てい|ており|た。|、)/u.test(own)) return 'said'
  const clause = /^[^。「]*/u.exec(own)?.[0] ?? ''
  const isPassive = /[らさか]れ(?:る|た|て|、)/u.test(clause)
  if (isPassive && !/から/u.test(before)) return null
  // 「…」と森さん。
  const isNamed = expression(
    `^、?[^、。「]{1,30}(?:${lexicon.honorific}|${lexicon.title})(?:${BRACKET})?。`,
    'u',
  )
  return hasActor || lexicon.speech.test(clause) || isNamed.test(own) ? 'said' : null
}

/** The words are a part of a reported sentence: 計画は「無謀」だと指摘した. */
function withinFrame(
  {before, after, hasActor}: Around,
  {words}: Quoted,
  lexicon: Lexicon,
): Frame | null {
  const reported =
    /^(?:だ|である|だった|になる|にすぎない|でしかない|ではない|でない|そのものだ|だった)と(.*)$/u.exec(
      after,
    )
  if (reported) {
    const verb = reported[1] ?? ''
    // 「無謀」だとしつつ
    return lexicon.speech.test(verb) || /^し(?:つつ|ながら|た。|た上で|、)/u.test(verb)
      ? 'within'
      : null
  }
  // 窓口では「代わりがきかない」場所だと感じている
  const said = expression(
    `^[${NOUN}]{1,6}(?:だ|である|[がも](?:ある|高い|大きい|出る|要る)|[がは]ない)と(.*)$`,
    'u',
  ).exec(after)
  if (said && isSentence(words) && lexicon.speech.test(said[1] ?? '')) return 'within'
  // 「白紙から」見直すと述べた
  const plan = expression(
    `^[${HAN}]{1,6}(?:する|\\p{Script=Hiragana}?[るむくうす])と(.*)$`,
    'u',
  ).exec(after)
  if (plan && isClaim(words) && lexicon.speech.test(plan[1] ?? '')) return 'within'
  // 「無謀」な計画だと切り捨てた
  const quality = expression(`^な[${NOUN}]{1,8}(?:だ|である)と(.*)$`, 'u').exec(after)
  if (quality && hasActor && lexicon.speech.test(quality[1] ?? '')) return 'within'
  if (expression(`^(?:${lexicon.likening.join('|')})`, 'u').test(after)) return 'within'
  // 主題歌「…」を: a name.
  if (expression(`[${HAN}${KATAKANA}]$`, 'u').test(before)) return null
  const isSource =
    /(?:によると|によれば)、/u.test(before) ||
    expression(`${anyOf(lexicon.documents)}で(?:は|も)、`, 'u').test(before)
  if (isSource) return isClaim(words) ? 'within' : null
  const isFeeling = expression(`${anyOf(lexicon.speechNouns)}$`, 'u').test(words)
  if (isFeeling && /^を(?:示|表|述べ|寄せ)/u.test(after)) return 'within'
  if (hasActor && expression(`^(?:${lexicon.claiming.join('|')})`, 'u').test(after)) return 'within'
  if (!/^(?:に|を|が|で|の|へ)/u.test(after)) return null
  const isReported = /^[^。「]{0,40}と(?:、)?([^。「]*)/u.exec(after)
  const verb = isReported?.[1] ?? ''
  // 「五分五分」を求めるとした
  const isSaid = isReported !== null && (lexicon.speech.test(verb) || /^し(?:た|て)/u.test(verb))
  return isSaid && isClaim(words) ? 'within' : null
}

/** Not a name or a term: a figure, or with an ending that names do not have. */
const isClaim = (words: string): boolean =>
  /\p{Nd}.*[%％割倍前後以上以下程度]|(?!の)\p{Script=Hiragana}/u.test(words) &&
  !/^[\p{Script=Katakana}ー・]+$/u.test(words)
