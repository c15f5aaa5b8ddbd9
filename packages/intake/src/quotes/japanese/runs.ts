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
  const verb = verbalCompound.exec(before)?.[0]
  if (verb !== undefined) return verb
  // 浜野市立ともしび中学校, 学校法人ひかり学園
  const owner = founderBefore(head)
  const isParticle = owner.endsWith('立') ? /^の/u : /^[のがはをにでとも]/u
  if (owner !== '' && kana.length > 1 && !isParticle.test(kana)) return owner + kana
  // 県なぎなた連盟
  const isWide = expression(`(?<![${NOUN}])(?:${WIDE})$`, 'u').exec(head)?.[0]
  if (
    isWide !== undefined &&
    kana.length > 2 &&
    !/^(?:[のがはをにでともへやだ]|か[らつも])|[のはをに]$/u.test(kana)
  )
    return isWide + kana
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

/** What the name of an association begins with. */
const WIDE = '[県府都道市区町村]|全国|日本|全日本|国際|世界'

const OWNERS = '国公私道府都県市町村区'

/** 浜野市立, 学校法人: it is printed before the name, and is a part of it. */
export const founderBefore = (text: string): string =>
  expression(`[${NOUN}]*(?:[${OWNERS}]立|法人)$`, 'u').exec(text)?.[0] ?? ''

/** 学び直し, 国立見守り: a verb that is a part of a noun. Not 要望に対し, nor 話し after a particle. */
const verbalCompound = expression(
  `(?<=^|[、。のるたい「（])[${NOUN}]*(?:[${HAN}][きぎしちびみりけげせてべめれえ])+$`,
  'u',
)

/** ひまわり, not まず. */
const isNameStart = (kana: string, {openings}: Lexicon): boolean =>
  kana.length > 1 && kana.length < 7 && !expression(`^(?:${openings.join('|')})`, 'u').test(kana)
