// Where a name begins that has hiragana: Japanese puts nothing between it and the words before.
import {anyOf, expression, HAN, type Lexicon, NOUN} from './rules.ts'

/** What is looked at before a name. */
const LONGEST = 24

/**
 * Hiragana, and nouns before it, that belong to the name which goes on at a place: ひまわり before 保育園, also in
 * 市内のひまわり保育園 and 運営するひまわり保育園; 浜野市まちづくり before 推進課.
 */
export function kanaBefore(text: string, at: number, lexicon: Lexicon): string {
  const before = text.slice(Math.max(0, at - LONGEST), at)
  const kana = /\p{Script=Hiragana}+$/u.exec(before)?.[0] ?? ''
  if (kana === '') return ''
  const head = before.slice(0, -kana.length)
  const compound = expression(`[${NOUN}]*${anyOf(lexicon.nameWords)}$`, 'u').exec(before)?.[0]
  if (compound !== undefined) return compound
  if (!expression(`[）」』${NOUN}]$`, 'u').test(head))
    return isNameStart(kana, lexicon) && !/[はがをにて]$/u.test(kana) ? kana : ''
  // 全国まち書店協会
  const inside = expression(
    `[${HAN}]{2,}[あうおかきこさせそちつぬねひふほまみむめゆよりろわ]{2,3}$`,
    'u',
  )
  const whole = inside.exec(before)?.[0]
  if (whole !== undefined) return whole
  const ending = expression(`^(?:${lexicon.beforeNames.join('|')})`, 'u').exec(kana)?.[0] ?? ''
  const rest = kana.slice(ending.length)
  const isOther = expression(`(?:${lexicon.notNameStarts.join('|')})$`, 'u').test(rest)
  return ending !== '' && isNameStart(rest, lexicon) && !isOther ? rest : ''
}

/** ひまわり, not まず. */
const isNameStart = (kana: string, {openings}: Lexicon): boolean =>
  kana.length > 1 && kana.length < 7 && !expression(`^(?:${openings.join('|')})`, 'u').test(kana)
