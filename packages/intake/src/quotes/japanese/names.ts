// Names of people in a line: before an honorific or a title, or after a title.
import {
  bracketAfter,
  isAfterGrade,
  contextBefore,
  headInBracket,
  isInstitution,
  isShortSchool,
  OWN_SCHOOL,
  titleIn,
} from './belonging.ts'
import type {Line} from './lines.ts'
import type {Vocabulary} from './organisations.ts'
import {expression, anyOf, BRACKET, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'
import {kanaBefore} from './runs.ts'

export interface PersonMention {
  /** With the affiliation and the title before the name. */
  start: number
  from: number
  /** After the honorific, the title and brackets. */
  to: number
  /** Null for a mere title: 首相は. */
  name: string | null
  /** As it is printed where the name was made whole: 夫の健さん. */
  given?: string
  title: string | null
  affiliation: string | null
  /** In hiragana only: a name if somebody of the article has it. */
  isWeak?: boolean
  line: number
}

interface Name {
  name: string
  from: number
  /** What was written together with the name: an institution or a title. */
  lead: string
}

const LATIN =
  "\\p{Lu}[\\p{Script=Latin}'’.-]*(?:[ \u00a0\u3000](?:\\p{Lu}[\\p{Script=Latin}'’.-]*|v[ao]n|d[aei]|der|bin|al))*"
const FOREIGN = `(?:\\p{Lu}[・.])?[${KATAKANA}]+(?:[・＝=](?:\\p{Lu}[・.])?[${KATAKANA}]+)*`

const endsInLatin = expression(`(?<!\\p{Script=Latin})${LATIN}$`, 'u')
const endsInForeign = expression(`${FOREIGN}$`, 'u')
const endsInHan = expression(`[${HAN}]+(?:[ノツケ][${HAN}]+)?$`, 'u')
const endsInKana = expression(`(?<![${HAN}])[${HAN}]{1,4}\\p{Script=Hiragana}{2,4}$`, 'u')

/** People in a line, in order. */
export function peopleIn(line: Line, lexicon: Vocabulary): PersonMention[] {
  const found: PersonMention[] = []
  const text = line.masked
  for (const match of text.matchAll(anchors(lexicon))) {
    const run = match[2] ?? ''
    const given = givenNameIn(text, match.index, run, lexicon)
    const mark = run.slice(given.length)
    const isTitle = lexicon.endsInTitle.test(mark)
    // 森大輔・管路課長
    const end = text[match.index - 1] === '・' ? match.index - 1 : match.index + given.length
    const candidate = nameEndingAt(text, end, !isTitle || match[1] !== undefined, lexicon)
    // 二百人が列, a space, 女将: no name is one character before a space.
    const isSpaced = /^[ \u3000]/u.test(match[0]) || end < match.index
    // 書店主
    const isPart =
      isTitle && candidate?.name.length === 1 && !lexicon.shortFamilies.includes(candidate.name)
    const isShort = isSpaced && (candidate?.name.length ?? 0) < (end < match.index ? 3 : 2)
    const name = isShort || isPart ? null : candidate
    const after = match.index + match[0].length
    // 影絵作家の森大輔さん: 影絵 belongs to the occupation.
    const isTrade =
      isTitle && (candidate?.name.length ?? 0) < 3 && precedesName(text, after, lexicon)
    if (isTrade && end === match.index) continue
    const dotted = isTitle ? dottedName(line, end, after, mark, lexicon) : null
    if (dotted) found.push(dotted)
    else if (name) found.push(mentionOf(line, name, after, isTitle ? mark : null, lexicon))
    else if (isTitle)
      found.push(...titleOnly(line, end + match[0].length - mark.length, after, mark, lexicon))
  }
  const touching = namesBeforeOffices(line, lexicon)
  const isFree = ({from, to}: PersonMention): boolean =>
    !touching.some((one) => one.from < to && from < one.to)
  found.splice(0, found.length, ...found.filter(isFree), ...touching)
  found.push(...givenNamesIn(line, lexicon))
  for (const mention of [
    ...namesWithYears(line, lexicon),
    ...namesAfterTitles(line, lexicon),
    ...namesByFamily(line, lexicon),
    ...namesBeforeDots(line, lexicon),
  ])
    if (!found.some(({from, to, name}) => name !== null && from < mention.to && mention.from < to))
      found.push(mention)
  return found.toSorted((a, b) => a.from - b.from)
}

/** みどり in 江波みどり主任研究員, which is also a word before titles: みどり課長. */
function givenNameIn(text: string, at: number, run: string, lexicon: Lexicon): string {
  const given = /^\p{Script=Hiragana}+/u.exec(run)?.[0] ?? ''
  const isGiven = lexicon.givenNames.has(given) && listedName(text.slice(0, at) + given, lexicon)
  return isGiven ? given : ''
}

const precedesName = (text: string, at: number, {honorific}: Lexicon): boolean =>
  expression(`^・|^(?:の|、)?[\\p{Script=Hiragana}${NOUN}]{2,10}?${honorific}`, 'u').test(
    text.slice(at, at + 16),
  )

/** A bracket with the reading, if there is one, and what follows a name. */
function anchors({honorific, title}: Lexicon): RegExp {
  const afterName = `${honorific}(?<![氏君様])|${honorific}(?![${HAN}])`
  return expression(
    `(${BRACKET})?[ \u3000]?((?:${afterName})|${title}(?![${HAN}${KATAKANA}]))`,
    'gu',
  )
}

function nameEndingAt(
  text: string,
  end: number,
  mayEndInKana: boolean,
  lexicon: Lexicon,
): Name | null {
  const before = text.slice(Math.max(0, end - 40), end)
  const at = (name: string, lead = ''): Name => ({name, from: end - name.length, lead})
  const latin = endsInLatin.exec(before)?.[0]
  if (latin !== undefined) return at(latin)
  const foreign = endsInForeign.exec(before)?.[0]
  if (foreign !== undefined) {
    if (/[・＝=]/.test(foreign)) return at(foreign)
    const family = endsInHan.exec(before.slice(0, -foreign.length))?.[0] ?? ''
    const trimmed = withoutLead(family, lexicon)
    if (trimmed && trimmed.name.length <= 3) return at(trimmed.name + foreign, trimmed.lead)
    // 株式会社ルーメン
    const isFirm = lexicon.legalForms.some((word) => family.endsWith(word))
    return isFirm || lexicon.notNames.includes(foreign) ? null : at(foreign, family)
  }
  const mixed = expression(
    `(?<![${HAN}])(?:[${HAN}]{1,3}\\p{Script=Hiragana}{1,3}|(?<![${KATAKANA}])[${HAN}]{0,3}[${KATAKANA}]{1,3})${anyOf(lexicon.givenNameEndings)}$`,
    'u',
  ).exec(before)?.[0]
  if (mixed !== undefined && !/^.+[のはがをにと].$/u.test(mixed)) return at(mixed)
  const kanji = endsInHan.exec(before)?.[0]
  // アンデル米大統領
  const abroad = kanji !== undefined && lexicon.shortCountries.includes(kanji)
  const visitor = abroad ? endsInForeign.exec(before.slice(0, -kanji.length))?.[0] : undefined
  if (visitor !== undefined && kanji !== undefined)
    return {name: visitor, from: end - kanji.length - visitor.length, lead: ''}
  if (kanji !== undefined) {
    const trimmed = withoutLead(kanji, lexicon)
    // 3代目社長
    const isCounted = /\p{Nd}$/u.test(before.slice(0, -kanji.length))
    return isCounted ? null : trimmed && at(trimmed.name, trimmed.lead)
  }
  if (!mayEndInKana) {
    const named = kanaName(before, lexicon)
    return named && at(named.name, named.lead)
  }
  const kana = endsInKana.exec(before)?.[0]
  if (kana === undefined) return null
  // 父のさくらさん: the particle is not part of the name.
  const [, owner = '', given] = /^(.+?)の(.{2,})$/u.exec(kana) ?? []
  const isOwned =
    given !== undefined && (lexicon.relatives.includes(owner) || !isName(owner, lexicon))
  return at(isOwned ? given : kana)
}

/** 佐伯みどり before 教授: no ending of a verb or an adjective as in 学んだ教授. */
function kanaName(before: string, lexicon: Lexicon): {name: string; lead: string} | null {
  const listed = listedName(before, lexicon)
  if (listed) return listed
  const found = expression(`([${HAN}]{2,})(\\p{Script=Hiragana}{2,3})$`, 'u').exec(before)
  const [, run = '', given = ''] = found ?? []
  const isGiven =
    /[^いなたのるだてでにをはがもとくすうれ]$/u.test(given) && !/[のはがをにとで]/u.test(given)
  const isOther = expression(lexicon.notGivenNames.join('|'), 'u').test(given)
  const family = isGiven && !isOther ? withoutLead(run, lexicon) : null
  return family && family.name.length < 4 ? {name: family.name + given, lead: family.lead} : null
}

/** 佐伯はるか: a given name that is known, though は is a particle. */
function listedName(before: string, lexicon: Lexicon): {name: string; lead: string} | null {
  const found = expression(`([${HAN}]+)(\\p{Script=Hiragana}{2,4})$`, 'u').exec(before)
  const [, run = '', given = ''] = found ?? []
  const family = lexicon.givenNames.has(given) ? withoutLead(run, lexicon) : null
  // 市立さくら園長
  const isOwner = /[県市区立]$/u.test(family?.name ?? '')
  return family && family.name.length < 4 && !isOwner
    ? {name: family.name + given, lead: family.lead}
    : null
}

/** A name in kanji without 北野大学 or 作家 before it; null where there is none. */
function withoutLead(run: string, lexicon: Lexicon): {name: string; lead: string} | null {
  // 元良俊介: four characters are mostly a whole name.
  const former = run.length === 4 ? '' : '|^[元前故現]+(?=.{2})'
  const lead = expression(`^.*${anyOf(lexicon.leads)}(?=.{2})${former}`, 'u').exec(run)?.[0] ?? ''
  const name = run.slice(lead.length)
  return isName(name, lexicon) ? {name, lead} : null
}

function isName(run: string, lexicon: Lexicon): boolean {
  if (run === '' || run.length > 6 || /^[同両]|代目$/u.test(run)) return false
  if (lexicon.notNames.includes(run) || lexicon.anonymous.includes(run)) return false
  if (lexicon.notNames.some((word) => word.length > 1 && run.endsWith(word))) return false
  if (lexicon.endsInTitle.exec(run)?.index === 0) return false
  if (run.length > 2 && lexicon.neverInNames.some((ending) => run.endsWith(ending))) return false
  return !lexicon.institutions.some((word) => word.length > 1 && run.endsWith(word))
}

function mentionOf(
  line: Line,
  name: Name,
  after: number,
  mark: string | null,
  lexicon: Vocabulary,
): PersonMention {
  const text = line.masked
  const apposed = mark === null ? null : nameBeforeDot(text, name, lexicon)
  if (apposed) {
    const affiliation = text.slice(name.from, name.from + name.name.length)
    return {
      ...apposed,
      start: apposed.from,
      to: pastBrackets(text, after),
      title: mark,
      affiliation,
      line: line.index,
    }
  }
  const lead = leadOf(line, name, lexicon)
  const at = name.from - name.lead.length
  // 浜野大学で学ぶベトナム人の
  const nation = expression(`[${KATAKANA}]+人の$`, 'u').exec(text.slice(0, at))?.[0] ?? ''
  const context = contextBefore(line, at - nation.length, lexicon, mark ?? lead.title)
  const inBracket = bracketAfter(line, after, lexicon)
  const title = mark ?? lead.title ?? context.title ?? inBracket.title
  return {
    start: context.start,
    from: name.from,
    to: pastBrackets(text, after),
    name: name.name,
    title:
      title?.replace(
        /^(?:現(?![場地役])|[\p{Script=Katakana}ー]+人|[日米英仏独中韓]国?人)(?=..)/u,
        '',
      ) ?? null,
    affiliation:
      lead.affiliation ??
      context.affiliation ??
      inBracket.affiliation ??
      (mark === null ? null : headInBracket(line, name.from, after)),
    line: line.index,
  }
}

const isTeam = (name: string, lexicon: Lexicon): boolean =>
  isShortSchool(name, lexicon, [...lexicon.shortSchools, ...lexicon.teamSchools]) ||
  isInstitution(name, lexicon)

/** 鳥羽慎吾・千代見大学准教授, 森大輔・管路課長: the institution or the field is between the name and the title. */
function dottedName(
  line: Line,
  end: number,
  after: number,
  title: string,
  lexicon: Vocabulary,
): PersonMention | null {
  const text = line.masked
  const run = text.slice(Math.max(0, end - 40), end)
  const between = expression(
    `(?<=[${HAN}]{3}|・[${KATAKANA}]+|[${HAN}]{2}[${KATAKANA}]{2,}|[${HAN}]\\p{Script=Hiragana}{2,4})・([^・＝。、「」（）]{2,20})$`,
    'u',
  ).exec(run)?.[1]
  if (between === undefined) return null
  // ファム・ティ・ラン准教授
  const isGiven = expression(`^[${KATAKANA}]+$`, 'u').test(between)
  // But アマノ代表 of 江波マリ・アマノ代表
  const isForeign = expression(`(?<![${HAN}${KATAKANA}])[${KATAKANA}]+$`, 'u')
  if (isGiven && isForeign.test(run.slice(0, -between.length - 1))) return null
  const name = nameEndingAt(text, end - between.length - 1, true, lexicon)
  // 浜野商・江波監督
  const school = name && isTeam(name.name, lexicon) ? nameEndingAt(text, end, true, lexicon) : null
  if (name && school)
    return {
      start: name.from,
      from: end - between.length,
      to: pastBrackets(text, after),
      name: between,
      title,
      affiliation: name.name,
      line: line.index,
    }
  // 田中・佐藤教授 are two people.
  if (!name || name.name.length < 3) return null
  const isBody = lexicon.endsInInstitution.test(between)
  const {from} = name
  // 江波聡・浜野市長
  const head = isBody ? null : titleIn(between + title, lexicon, true)
  if (head?.affiliation != null)
    return {
      start: from,
      from,
      to: pastBrackets(text, after),
      name: name.name,
      ...head,
      line: line.index,
    }
  const context = isBody ? null : contextBefore(line, from - name.lead.length, lexicon, title)
  return {
    start: context?.start ?? from,
    from,
    to: pastBrackets(text, after),
    name: name.name,
    title: isBody ? title : between + title,
    affiliation: isBody ? between : (context?.affiliation ?? null),
    line: line.index,
  }
}

/** 倉科理沙・東浜大准教授: the name is before the dot, what looked like one is an institution. */
function nameBeforeDot(
  text: string,
  institution: Name,
  lexicon: Lexicon,
): {name: string; from: number} | null {
  if (text[institution.from - 1] !== '・') return null
  if (!lexicon.endsInInstitution.test(institution.name)) return null
  const name = nameEndingAt(text, institution.from - 1, false, lexicon)
  return name && {name: name.name, from: name.from}
}

/** 北野大学教授 before 山本一郎さん. */
function leadOf(
  line: Line,
  {lead, from}: Name,
  lexicon: Lexicon,
): {title: string | null; affiliation: string | null} {
  const title = lexicon.endsInTitle.exec(lead)
  const trade = title ? null : titleIn(lead, lexicon, true)
  if (trade) return trade
  const body = title ? lead.slice(0, title.index) : lead
  const isBody = lexicon.endsInInstitution.test(body)
  const kana = isBody ? kanaBefore(line.masked, from - lead.length, lexicon) : ''
  return {title: title?.[0] ?? null, affiliation: isBody ? kana + body : null}
}

const brackets = expression(`^(?:${BRACKET})*(?:[＝=][^＝=。]{1,20}[＝=])?`, 'u')
const pastBrackets = (text: string, at: number): number =>
  at + (brackets.exec(text.slice(at))?.[0].length ?? 0)

/** 首相は, 同省の報道官は: a person who is named elsewhere, or nowhere. */
function titleOnly(
  line: Line,
  from: number,
  after: number,
  title: string,
  lexicon: Vocabulary,
): PersonMention[] {
  const run = expression(`[${NOUN}]+$`, 'u').exec(line.masked.slice(0, from))?.[0] ?? ''
  const kana = run === '' ? '' : kanaBefore(line.masked, from - run.length, lexicon)
  const affiliation = isInstitution(run, lexicon) ? kana + run : null
  if (run !== '' && affiliation === null) return []
  const context = contextBefore(line, from, lexicon, title)
  return [
    {
      start: affiliation === null ? context.start : from - run.length,
      from: from - run.length,
      to: pastBrackets(line.masked, after),
      name: null,
      title,
      affiliation: affiliation ?? context.affiliation,
      line: line.index,
    },
  ]
}

/** しのさん: the given name of somebody who is named in full elsewhere. */
function givenNamesIn(line: Line, lexicon: Lexicon): PersonMention[] {
  const pattern = expression(
    `(?<=^|[、。」』（\u3000 ]|[${NOUN}]の)(\\p{Script=Hiragana}{2,4})${lexicon.honorific}`,
    'gu',
  )
  return [...line.masked.matchAll(pattern)].map(({0: whole, 1: name = '', index}) => ({
    start: index,
    from: index,
    to: pastBrackets(line.masked, index + whole.length),
    name,
    title: null,
    affiliation: null,
    isWeak: true,
    line: line.index,
  }))
}

/** 社長の発言, 社長の自動化; but 直人 and 和夫 end given names. */
function isOtherNoun(
  name: string,
  {nameStops, notNameEnds, maleEnds, notMaleEnds}: Lexicon,
): boolean {
  if (!/^\p{Script=Han}+$/u.test(name)) return nameStops.some((word) => name.endsWith(word))
  const mayEnd = name.length > 3 && !notMaleEnds.some((word) => name.endsWith(word))
  if (mayEnd && maleEnds.some((word) => name.endsWith(word))) return false
  return [...nameStops, ...notNameEnds].some((word) => name.endsWith(word))
}

/** 佐久間陸（３年）は: players and pupils, with the year in brackets. */
function namesWithYears(line: Line, lexicon: Vocabulary): PersonMention[] {
  const found = expression(
    `(?<=^|[、。のや\u3000])([${HAN}]{3,5}|(?<=${anyOf(lexicon.teamTitles)}の)[${HAN}]{2}|[${HAN}]{1,3}(?:\\p{Script=Hiragana}{2,4}|[${KATAKANA}]{2,5}))（[^（）]{0,8}[\\p{Nd}一二三四五六]年[^（）]{0,8}）(?=[はがもをにとの、。])`,
    'gu',
  )
  return [...line.masked.matchAll(found)].flatMap(({0: whole, 1: name = '', index}) => {
    if (!isName(name, lexicon) || isOtherNoun(name, lexicon)) return []
    const mention = mentionOf(
      line,
      {name, from: index, lead: ''},
      index + name.length,
      null,
      lexicon,
    )
    return [{...mention, to: index + whole.length, affiliation: mention.affiliation ?? OWN_SCHOOL}]
  })
}

/** 監督のソフィア・リンドは: no honorific follows. */
function namesAfterTitles(line: Line, lexicon: Vocabulary): PersonMention[] {
  const name = `${FOREIGN}|${LATIN}|[${HAN}]{3,6}|[${HAN}]{1,3}\\p{Script=Hiragana}{2,4}?|[${HAN}]{1,3}[${KATAKANA}]{1,5}`
  const found = expression(
    `(?<=[${NOUN}]|[』」])(の|、|・)(故・?)?(${name})(?=(?:${BRACKET})?(?:[はがもをにと、。]|の「|ら|から|による))|(?<=[${NOUN}])(の)()([${HAN}]{1,2})(?=[はが]「)|(?<=[${HAN}]{2})()()(${FOREIGN})(?=(?:${BRACKET})?[はがもと、。])|(?<=${anyOf(lexicon.positions)})()()([${HAN}]{2,5}|[${HAN}]{1,3}[${KATAKANA}]{1,5})(?=(?:${BRACKET})?[はがもをにと、。])`,
    'gu',
  )
  return [...line.masked.matchAll(found)].flatMap((match) => {
    const [whole] = match
    const name = match[3] ?? match[6] ?? match[9] ?? match[12] ?? ''
    const from = match.index + whole.length - name.length
    const isForeign = /^[^\p{Script=Han}]/u.test(name)
    if (isForeign && !/[・＝= ]/u.test(name)) return []
    if (!isForeign && !isName(name, lexicon)) return []
    if (isOtherNoun(name, lexicon)) return []
    // 市長の発言について
    if (/[つしよぐっ]い?て$/u.test(name)) return []
    const context = contextBefore(line, from, lexicon, null)
    if (context.title === null && !isAfterGrade(line.masked.slice(0, from))) return []
    const mention = mentionOf(line, {name, from, lead: ''}, from + name.length, null, lexicon)
    return [mention]
  })
}

/** 江波聡は「…」, 優勝した江波聡（東浦大）: a full name that a family name gives away. */
function namesByFamily(line: Line, lexicon: Vocabulary): PersonMention[] {
  const run = `([${HAN}]{2,12}(?:\\p{Script=Hiragana}{2,4}?|[${KATAKANA}]{1,5})?)`
  const acting = `(?:${BRACKET})?[はがも][^。「」]{0,24}「`
  const ends = '(?:は|が)?(?:、|。|$)'
  const found = expression(
    `(?<![${HAN}\\p{Script=Latin}\\p{Nd}・])${run}(?=${acting}|（(?:\\p{Nd}|[^（）]{0,12}(?:${anyOf(lexicon.institutions)}|${lexicon.title})）))|(?<=」と、?|[るたう]の[はが]、?|^|。)${run}(?=${ends})|(?<=^|。|」)${run}(?=は[^。「」]*。)`,
    'gu',
  )
  return [...line.masked.matchAll(found)].flatMap(({1: first, 2: second, 3: topic, index}) => {
    const words = first ?? second ?? topic ?? ''
    const [kanji = ''] = expression(`^[${HAN}]+`, 'u').exec(words) ?? []
    if (topic === kanji && topic !== '' && !lexicon.givenEnds.includes(topic.at(-1) ?? ''))
      return []
    const {lead, name} = fullName(kanji, words.slice(kanji.length), lexicon) ?? {}
    if (lead === undefined || name === undefined) return []
    const from = index + lead.length
    return [mentionOf(line, {name, from, lead}, from + name.length, null, lexicon)]
  })
}

/** A family name with a given name, and what is before it in kanji: 横綱江波聡. */
function fullName(
  kanji: string,
  kana: string,
  lexicon: Lexicon,
): {lead: string; name: string} | null {
  const trimmed = withoutLead(kanji, lexicon)
  if (!trimmed) return null
  const {families, longFamilies, familyEnds, notInGivenNames} = lexicon
  const family =
    longFamilies.find((one) => trimmed.name.startsWith(one)) ??
    (families.has(trimmed.name.slice(0, 2)) ? trimmed.name.slice(0, 2) : null) ??
    // 砥波はるか: no other word is made like this.
    (lexicon.givenNames.has(kana) && /^.{2}$/u.test(trimmed.name) ? trimmed.name : null)
  if (family === null) return null
  const rest = trimmed.name.slice(family.length)
  const given = expression(
    `^[${familyEnds}]?((?![${familyEnds}])(?:(?![${notInGivenNames}])[${HAN}]){1,3})?$`,
    'u',
  ).exec(rest)
  if (!given || (kana === '') === (given[1] === undefined)) return null
  const name = trimmed.name + kana
  const isOther =
    isOtherNoun(name, lexicon) ||
    [...lexicon.anonymous, ...lexicon.kinds].some((word) => name.endsWith(word)) ||
    (kana !== '' && !isGivenInKana(kana, lexicon))
  return isOther ? null : {lead: trimmed.lead, name}
}

const isGivenInKana = (
  kana: string,
  {honorific, givenNames, notGivenNames, notKanaNames, nameWords}: Lexicon,
): boolean =>
  givenNames.has(kana) ||
  // 浜野こども病院
  (!nameWords.some((word) => word.startsWith(kana)) &&
    !expression(`^${honorific}|${notGivenNames.join('|')}`, 'u').test(kana) &&
    !notKanaNames.some((word) => kana.endsWith(word)))

/** 江波聡・危機管理監: an office that only ends like one. */
const namesBeforeDots = (line: Line, lexicon: Vocabulary): PersonMention[] =>
  officers(
    line,
    `([${HAN}]{3,6}|[${HAN}]{2,3}(?:\\p{Script=Hiragana}{2,4}|[${KATAKANA}]{2,5})|[${KATAKANA}]+(?:・[${KATAKANA}]+)+)(・)`,
    `[${HAN}${KATAKANA}]{0,12}${anyOf([...lexicon.officeEnds, ...lexicon.jobs])}`,
    lexicon,
  )

/** 江波サト気象情報官: the script shows where the name ends. */
const namesBeforeOffices = (line: Line, lexicon: Vocabulary): PersonMention[] =>
  officers(
    line,
    `([${HAN}]{2,3}[${KATAKANA}]{2,5}|[${KATAKANA}]+(?:・[${KATAKANA}]+)+)()`,
    `[${HAN}]{2,12}${anyOf(lexicon.officeEnds)}`,
    lexicon,
  )

function officers(line: Line, name: string, office: string, lexicon: Vocabulary): PersonMention[] {
  const found = expression(
    `${name}(${office})(?=(?:${BRACKET})?(?:[はがもにとの、。「]|ら|によ))`,
    'gu',
  )
  return [...line.masked.matchAll(found)].flatMap((match) => {
    const {1: words = '', 2: dot = '', 3: title = ''} = match
    const kanji = expression(`^[${HAN}]+`, 'u').exec(words)?.[0] ?? ''
    const full =
      kanji === '' ? {lead: '', name: words} : fullName(kanji, words.slice(kanji.length), lexicon)
    if (!full) return []
    const from = match.index + full.lead.length
    const after = from + full.name.length + dot.length + title.length
    // 江波聡・浜野設計事務所建築士
    const head = dot === '' ? null : titleIn(title, lexicon, true)
    const mention = mentionOf(line, {...full, from}, after, head?.title ?? title, lexicon)
    return [{...mention, affiliation: head?.affiliation ?? mention.affiliation}]
  })
}
