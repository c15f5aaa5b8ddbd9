// Names of organisations that no ending gives away: the words around one place of the article do.
import {isSentence} from './is-sentence.ts'
import type {Line} from './lines.ts'
import {anyOf, expression, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'

/** What each organisation is: 会社, 図書館. A shop's name in marks may not say. */
export type Organisations = Map<string, string>

/** The words of the language, and the organisations of an article. */
export interface Vocabulary extends Lexicon {
  organisations: Organisations
}

/** Reads the words around a name. */
interface Clue {
  /** With the groups `name` or `marked`, and `kind` where the words say what it is. */
  pattern: RegExp
  /** Where no group says so. */
  kind: string
  /** A name only if the article has it again. */
  isRepeated?: boolean
  /** Not if it begins with a family name: 森健一（月曜書房代表）. */
  isNoPerson?: boolean
}

/** Lumo Labs */
const LATIN_NAME =
  '\\p{Lu}[\\p{Script=Latin}\\p{Nd}]+(?: (?:& )?\\p{Lu}[\\p{Script=Latin}\\p{Nd}]+)+'

/** What may follow a name that is not in marks. */
const AFTER = '(?=だ|です|である|は|が|も|の|に|を|で|と|、|。|（|$)'

/** Names with what they are: after 会社 and the like, or before a place in brackets: リレイ（澄江市）. */
export function organisationsIn(lines: readonly Line[], lexicon: Lexicon): Organisations {
  const found: Organisations = new Map()
  const clues = [
    ...cluesOfMarks(lexicon),
    ...cluesOfNames(lexicon),
    ...cluesOfKinds(lexicon),
    ...cluesOfGroups(lexicon),
    ...cluesOfSocieties(lexicon),
    ...cluesOfKana(lexicon),
  ]
  const article = lines.map(({masked}) => masked).join('\n')
  for (const {text, masked} of lines)
    for (const {pattern, kind, isRepeated, isNoPerson} of clues)
      for (const {0: whole, index, groups = {}} of masked.matchAll(pattern)) {
        const {marked, name} = groups
        const at = index + whole.indexOf(marked ?? name ?? '')
        const words = marked === undefined ? name : text.slice(at, at + marked.length)
        if (words === undefined || found.has(words)) continue
        const isName = marked === undefined ? isProper(words, lexicon) : isMarkedName(words)
        if (isRepeated && article.split(words).length < 3) continue
        if (isNoPerson && lexicon.families.has(words.slice(0, 2)) && words.length < 7) continue
        if (isName) found.set(words, groups['kind'] ?? kind)
      }
  for (const line of lines) addMarkedInstitutions(line, found, lexicon)
  return found
}

/** Names in quotation marks. */
function cluesOfMarks(lexicon: Lexicon): Clue[] {
  const kinds = `(?<kind>${anyOf(lexicon.kinds)})`
  const marked = '「(?<marked>〓+)」'
  const heads = anyOf(Object.keys(lexicon.titleOf))
  const place = anyOf(lexicon.placeWords)
  return [
    // 会社「…」, 会社の「…」, 人材大手「…」
    {pattern: expression(`(?<=${kinds}の?)${marked}`, 'gu'), kind: ''},
    {pattern: expression(`(?<=[${NOUN}]${anyOf(lexicon.ranks)})${marked}`, 'gu'), kind: '会社'},
    // 映写館「…」
    {
      pattern: expression(
        `(?<=[${HAN}${KATAKANA}](?:館|店|屋|宿|園|荘))${marked}(?=[のはがをにでと、。（])`,
        'gu',
      ),
      kind: '店',
    },
    // スタートアップ、「…」だ
    {
      pattern: expression(`(?<=${kinds}、)${marked}(?=だ|です|である|の|は|が|を|、|。)`, 'gu'),
      kind: '',
    },
    // 小さな博物館がある。「…」。
    {
      pattern: expression(
        `(?<=${kinds}が[^。「」]{0,8}(?:${lexicon.appearing.join('|')})。(?:[^。「」]{0,10}の|(?:${lexicon.termCues.join('|')})、?)?)${marked}(?=。|だ|です|である)`,
        'gu',
      ),
      kind: '',
    },
    // 「…」は、1954年創業の銭湯だ
    {
      pattern: expression(`${marked}は、?[^。「」]{0,30}${kinds}(?:だ|です|である|で、|。)`, 'gu'),
      kind: '',
    },
    // 店の名は「…」, 「…」を営む, 「…」の店主, 「…」（江波聡社長）
    {
      pattern: expression(
        `${marked}を(?:経営|営|運営|開い|開業|立ち上げ|創業|切り盛り|主宰|率い|継い)`,
        'gu',
      ),
      kind: '店',
    },
    {
      pattern: expression(
        `(?<=(?:${kinds}の(?:名前?|愛称)|屋号|店名|社名|店の名前?)は、?)${marked}`,
        'gu',
      ),
      kind: '店',
    },
    {pattern: expression(`${marked}の(?:${anyOf(lexicon.shopTitles)})`, 'gu'), kind: '店'},
    {
      pattern: expression(`(?<![${NOUN}])${marked}の[${NOUN}]{0,4}(?:${heads})`, 'gu'),
      kind: '団体',
    },
    {
      pattern: expression(
        `${marked}（(?:[^（）]{1,10}${place}、)?[^（）、]{2,10}(?:${heads})）`,
        'gu',
      ),
      kind: '会社',
    },
    // 住民がつくる「…会」
    {pattern: expression(`(?<=つくる|作る)${marked}`, 'gu'), kind: '団体'},
  ]
}

/** Names without marks. */
function cluesOfNames(lexicon: Lexicon): Clue[] {
  const kinds = `(?<kind>${anyOf(lexicon.longCompanyWords)})`
  const anyKind = `(?<kind>${anyOf([...lexicon.longCompanyWords, ...lexicon.namedKinds])})`
  const heads = anyOf(Object.keys(lexicon.titleOf))
  const foreign = `(?<name>[${HAN}]{0,3}[${KATAKANA}\\p{Script=Latin}][${NOUN}]+)`
  return [
    // 投資会社のベイリッジは
    {
      pattern: expression(
        `(?<=[${NOUN}]{2}${kinds}の)(?<name>${LATIN_NAME}|[${NOUN}]{2,})${AFTER}`,
        'gu',
      ),
      kind: '',
    },
    // スタートアップ、アマノだ
    {
      pattern: expression(
        `(?<=${anyKind}(?:、|・))(?<name>\\p{Script=Hiragana}{0,5}[${HAN}]{0,3}[${KATAKANA}\\p{Script=Latin}][${NOUN}]+)(?=だ|です|である|。|（|の[${NOUN}]{0,6}(?:${heads})|の[${NOUN}]{2,10}${lexicon.honorific})`,
        'gu',
      ),
      kind: '',
    },
    // 靴下メーカー、丹羽編物が: with other words in kanji the comma is a list, if the name is not used again.
    {
      pattern: expression(`(?<=${kinds}、)(?<name>[${NOUN}]{4,})${AFTER}`, 'gu'),
      kind: '',
      isRepeated: true,
    },
    // アマノは１４日、新店を開くと発表した
    {
      pattern: expression(
        `(?<=^|。|\u3000)(?<name>[${NOUN}]{3,14})は(?:[\\p{Nd}一二三四五六七八九十]{1,3}日|同日|この日|今月|来月|来春|今春|今年)[^。]*?(?:${lexicon.announcing.join('|')})`,
        'gu',
      ),
      kind: '会社',
    },
    // アマノは、傘を直すスタートアップだ
    {
      pattern: expression(
        `(?<=^|。|、)${foreign}は、?[^。「」]{0,30}${anyKind}(?:だ|です|である|で、|。)`,
        'gu',
      ),
      kind: '',
    },
    // 浜野バスは「…」: a 路線バス does not speak.
    {
      pattern: expression(
        `(?<=^|[。、])(?<name>[${HAN}]{2,4}(?<kind>${anyOf(lexicon.firmsInKana)}))(?=は「|によると|の[${NOUN}]{0,6}(?:${heads})|の(?:広報|担当者|運転[手士]))`,
        'gu',
      ),
      kind: '会社',
    },
    // 提供：アマノ
    {pattern: expression(`提供[:：](?<name>[^\\s／/]{2,20})$`, 'gu'), kind: '団体'},
    {pattern: expression(`^(?<name>[^\\s／/（(]{2,20}?)提供$`, 'gu'), kind: '団体'},
    // アマノの公式サイト
    {
      pattern: expression(
        `(?<![${NOUN}])${foreign}の(?:公式|ウェブ)?(?:サイト|ホームページ)`,
        'gu',
      ),
      kind: '団体',
    },
  ]
}

/** ビストロ・アマノ, 協同組合アマノ: the kind is a part of the name. */
const cluesOfKinds = (lexicon: Lexicon): Clue[] => [
  {
    pattern: expression(
      `(?<![${NOUN}])(?<name>(?<kind>${anyOf(lexicon.houses)})・(?:[${KATAKANA}]+・?)+)(?![${NOUN}])`,
      'gu',
    ),
    kind: '',
  },
  {
    pattern: expression(
      `(?<![${NOUN}])(?<name>[${NOUN}]*(?<kind>${anyOf(lexicon.namedUnions)})[${KATAKANA}]{2,})(?![${NOUN}])`,
      'gu',
    ),
    kind: '',
  },
  // 半導体大手のアマノは, スタートアップのアマノで
  {
    pattern: expression(
      `(?<=[${NOUN}]${anyOf(lexicon.ranks)}の|(?:^|[。、])[${KATAKANA}]{4,}の)(?<=${anyOf([...lexicon.longCompanyWords, ...lexicon.ranks])}の)(?<name>[${HAN}]{0,3}[${KATAKANA}\\p{Script=Latin}][${NOUN}]+)${AFTER}`,
      'gu',
    ),
    kind: '会社',
  },
]

/** Papers abroad and teams: what is before the name says what it is. */
const cluesOfGroups = (lexicon: Lexicon): Clue[] => [
  // プロ野球のシーガルズは
  {
    pattern: expression(
      `(?<=${anyOf(lexicon.sports)}の|${anyOf(lexicon.sports)}・)(?<name>[${NOUN}]{3,})${AFTER}`,
      'gu',
    ),
    kind: 'チーム',
  },
  // シーガルズは七日、延長で敗れた
  {
    pattern: expression(
      `(?<=^|。)(?<name>[${HAN}]{0,4}[${KATAKANA}\\p{Lu}]{2,10})は(?:[\\p{Nd}一二三四五六七八九十]{1,3}日|この日|今季)?、[^。「」]*(?:${lexicon.playing.join('|')})`,
      'gu',
    ),
    kind: 'チーム',
  },
  // 英紙デイリー・ポストは
  {
    pattern: expression(
      `(?<=${anyOf(lexicon.papers)}の?)(?<name>[${HAN}]{2,5}[日新時民]報|[${KATAKANA}]{2,}(?:・[${KATAKANA}]+)*)(?:（[^（）]{1,4}）)?${AFTER}`,
      'gu',
    ),
    kind: '新聞',
  },
]

/** 橋を守る会: what they do is in their names. */
function cluesOfSocieties(lexicon: Lexicon): Clue[] {
  const heads = anyOf(Object.keys(lexicon.titleOf))
  return [
    // 浜野の自然を守る会, 戦災を記録する会の代表
    {
      pattern: expression(
        `(?<name>(?<![${NOUN}])(?!${anyOf(lexicon.notAffiliations)}の)[${HAN}${KATAKANA}]{2,8}の[${NOUN}]{1,8}[をと](?:${lexicon.groupVerbs.join('|')})(?<kind>会))(?=[のはがもを、。（])`,
        'gu',
      ),
      kind: '',
    },
    {
      pattern: expression(
        `(?<name>[${NOUN}]{2,10}[をと][${HAN}]{1,2}\\p{Script=Hiragana}{0,2}[うくぐすつぬむぶる](?<kind>会))(?=の(?:[${NOUN}]|[${HAN}]+\\p{Script=Hiragana}+)[${NOUN}]{0,8}(?:${heads}))`,
        'gu',
      ),
      kind: '',
    },
    // 橋を守る会
    {
      pattern: expression(
        `(?<name>[${NOUN}]{2,10}[をと](?:${lexicon.groupVerbs.join('|')})(?<kind>[^。、]{0,4}の会|会))(?=[のはがもを、。（])`,
        'gu',
      ),
      kind: '',
    },
  ]
}

/** Names that may have hiragana: what is before them, or in brackets after them, tells. */
function cluesOfKana(lexicon: Lexicon): Clue[] {
  const heads = anyOf(Object.keys(lexicon.titleOf))
  const inBrackets = `[^（）]{0,8}${anyOf(lexicon.placeWords)}[^（）]{0,4}`
  return [
    // 海と森の研究所
    {
      pattern: expression(
        `(?<![${NOUN}])(?<name>[${HAN}]{1,3}と[${HAN}]{1,3}の(?<kind>${anyOf(lexicon.namedKinds)}))(?![${NOUN}])`,
        'gu',
      ),
      kind: '',
    },
    // 町立海の博物館
    {
      pattern: expression(
        `(?<name>(?:国|私|[道府都県市町村区])立[${NOUN}]{1,2}の[${NOUN}]{0,6}(?<kind>${anyOf(lexicon.namedKinds)}))(?![${NOUN}])`,
        'gu',
      ),
      kind: '',
    },
    // 一般社団法人まちの灯
    {
      pattern: expression(
        `(?<name>(?<kind>${anyOf(lexicon.legalForms)})(?![がをにでとのもはへ])[\\p{Script=Hiragana}${NOUN}]{2,14}?)(?=の(?:[${NOUN}]{0,6}|[${HAN}]{1,4}(?!の)[\\p{Script=Hiragana}${NOUN}]{0,6}?)(?:${heads}|${lexicon.honorific})|は、?|が|、|。|（|を|と|に|で)`,
        'gu',
      ),
      kind: '',
    },
    // ＪＡ浜野中央
    {
      pattern: expression(
        `(?<![${NOUN}])(?<name>(?<kind>JA|ＪＡ)[${HAN}${KATAKANA}]{2,10})${AFTER}`,
        'gu',
      ),
      kind: '',
    },
    // 劇団うしろまえ
    {
      pattern: expression(
        `(?<name>(?<kind>${anyOf(lexicon.kindsBeforeNames)})(?!${anyOf(lexicon.afterKinds)})(?:[ぁ-ん]{3,8}?|[ァ-ヶー]{2,10}|[ぁ-ん]{2,6}[${HAN}]))(?=が|は|の|に|を|で|と|、|。|（)`,
        'gu',
      ),
      kind: '',
    },
    // リレイ（澄江市）, リレイ（江波聡社長）
    {
      pattern: expression(
        `(?<name>[${NOUN}]{2,})（(?:(?:本社・?|本社は)?${inBrackets}|(?:[^（）]{1,10}、)?[^（）、]{2,10}(?:${heads}))）`,
        'gu',
      ),
      kind: '会社',
      isNoPerson: true,
    },
  ]
}

/** 「石ころの館」: the name itself says what it is. */
function addMarkedInstitutions(line: Line, found: Organisations, lexicon: Lexicon): void {
  const ending = expression(`^.{2,}(${anyOf(lexicon.namedKinds)})$`, 'u')
  for (const {words, outer} of line.quoted) {
    const kind = ending.exec(words)?.[1]
    const isUsed = /^(?:の|は|が|を|に|で|も|、|（|だ|と[連共提])/u.test(
      line.masked.slice(outer.to),
    )
    const isEvent = lexicon.notInstitutionEndings.some((word) => words.endsWith(word))
    if (kind !== undefined && !isEvent && isUsed && !found.has(words) && isMarkedName(words))
      found.set(words, kind)
  }
}

/** ほつれ and しおさい are names, although a verb or an adjective may end so. */
export const isMarkedName = (words: string): boolean =>
  words.length < 20 && !/[、。！？!?]/u.test(words) && (words.length < 6 || !isSentence(words))

const isProper = (
  name: string,
  {
    notAffiliations,
    endsInTitle,
    endsInAnonymous,
    endsInDocument,
    nameStops,
    jobs,
    honorific,
    placeWords,
    kindsBeforeNames,
  }: Lexicon,
): boolean =>
  !expression(`(?:${honorific}|${anyOf(placeWords)})$`, 'u').test(name) &&
  !endsInTitle.test(name) &&
  // 広告会社のプログラマーだった
  !expression(`${anyOf(jobs)}$`, 'u').test(name) &&
  !notAffiliations.includes(name) &&
  !endsInAnonymous.test(name) &&
  (!endsInDocument.test(name) || /[日新時民]報$/u.test(name)) &&
  // 橋を守る会, 劇団いずみ座
  (/[をと]/u.test(name) ||
    kindsBeforeNames.some((word) => name.startsWith(word)) ||
    !nameStops.some((word) => name.endsWith(word)))
