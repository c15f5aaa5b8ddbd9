// Names of people in a line: before an honorific or a title, or after a title.
import {expression, anyOf, BRACKET, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'
import type {Line} from './lines.ts'

export interface PersonMention {
  /** With the affiliation and the title before the name. */
  start: number
  from: number
  /** After the honorific, the title and brackets. */
  to: number
  /** Null for a mere title: 首相は. */
  name: string | null
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
const endsInHan = expression(`[${HAN}]+(?:ノ[${HAN}]+)?$`, 'u')
const endsInKana = expression(`(?<![${HAN}])[${HAN}]{1,4}\\p{Script=Hiragana}{2,4}$`, 'u')

/** People in a line, in order. */
export function peopleIn(line: Line, lexicon: Lexicon): PersonMention[] {
  const found: PersonMention[] = []
  const text = line.masked
  for (const match of text.matchAll(anchors(lexicon))) {
    const mark = match[2] ?? ''
    const isTitle = lexicon.endsInTitle.test(mark)
    const end = match.index
    const candidate = nameEndingAt(text, end, !isTitle || match[1] !== undefined, lexicon)
    // 二百人が列, a space, 女将: no name is one character before a space.
    const isSpaced = /^[ \u3000]/u.test(match[0])
    const name = isSpaced && candidate?.name.length === 1 ? null : candidate
    const after = end + match[0].length
    const dotted = isTitle && !name ? dottedName(line, end, after, mark, lexicon) : null
    if (dotted) found.push(dotted)
    else if (name) found.push(mentionOf(line, name, after, isTitle ? mark : null, lexicon))
    else if (isTitle)
      found.push(...titleOnly(line, end + match[0].length - mark.length, after, mark, lexicon))
  }
  found.push(...givenNamesIn(line, lexicon))
  for (const mention of namesAfterTitles(line, lexicon))
    if (!found.some(({from, to, name}) => name !== null && from < mention.to && mention.from < to))
      found.push(mention)
  return found.toSorted((a, b) => a.from - b.from)
}

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
    return lexicon.notNames.includes(foreign) ? null : at(foreign, family)
  }
  const mixed = expression(
    `(?<![${HAN}])[${HAN}]{1,3}\\p{Script=Hiragana}{1,3}${anyOf(lexicon.givenNameEndings)}$`,
    'u',
  ).exec(before)?.[0]
  if (mixed !== undefined && !/^.+[のはがをにと].$/u.test(mixed)) return at(mixed)
  const kanji = endsInHan.exec(before)?.[0]
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
  const isOwned = given !== undefined && !isName(owner, lexicon)
  return at(isOwned ? given : kana)
}

/** 佐伯みどり before 教授: no ending of a verb or an adjective as in 学んだ教授. */
function kanaName(before: string, lexicon: Lexicon): {name: string; lead: string} | null {
  const found = expression(`([${HAN}]{2,})(\\p{Script=Hiragana}{2,3})$`, 'u').exec(before)
  const [, run = '', given = ''] = found ?? []
  const isGiven =
    /[^いなたのるだてでにをはがもとくすうれ]$/u.test(given) && !/[のはがをにとで]/u.test(given)
  const isOther = expression(lexicon.notGivenNames.join('|'), 'u').test(given)
  const family = isGiven && !isOther ? withoutLead(run, lexicon) : null
  return family && family.name.length < 4 ? {name: family.name + given, lead: family.lead} : null
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
  if (run === '' || run.length > 6 || run.startsWith('同') || run.startsWith('両')) return false
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
  lexicon: Lexicon,
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
  const context = contextBefore(line, name.from - name.lead.length, lexicon, mark !== null)
  const inBracket = bracketAfter(text, after, lexicon)
  const lead = leadOf(name.lead, lexicon)
  const title = mark ?? lead.title ?? context.title ?? inBracket.title
  return {
    start: context.start,
    from: name.from,
    to: pastBrackets(text, after),
    name: name.name,
    title: title?.replace(/^現(?!場)(?=..)/u, '') ?? null,
    affiliation: lead.affiliation ?? context.affiliation ?? inBracket.affiliation,
    line: line.index,
  }
}

/** 鳥羽慎吾・千代見大学准教授: the institution is between the name and the title. */
function dottedName(
  line: Line,
  end: number,
  after: number,
  title: string,
  lexicon: Lexicon,
): PersonMention | null {
  const text = line.masked
  const institution = expression(`・([^・＝]{2,20})$`, 'u').exec(
    expression(`[${NOUN}]+$`, 'u').exec(text.slice(0, end))?.[0] ?? '',
  )?.[1]
  if (institution === undefined || !lexicon.endsInInstitution.test(institution)) return null
  const name = nameEndingAt(text, end - institution.length - 1, true, lexicon)
  if (!name) return null
  const {from} = name
  return {
    start: from,
    from,
    to: pastBrackets(text, after),
    name: name.name,
    title,
    affiliation: institution,
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

const leadOf = (
  lead: string,
  lexicon: Lexicon,
): {title: string | null; affiliation: string | null} => {
  const title = lexicon.endsInTitle.exec(lead)
  const affiliation = title ? lead.slice(0, title.index) : lead
  return {
    title: title?.[0] ?? null,
    affiliation: lexicon.endsInInstitution.test(affiliation) ? affiliation : null,
  }
}

/** 山本一郎氏（北野大学教授）. */
function bracketAfter(
  text: string,
  at: number,
  lexicon: Lexicon,
): {title: string | null; affiliation: string | null} {
  const inside = expression(`^${BRACKET}`, 'u').exec(text.slice(at))?.[0].slice(1, -1)
  for (const part of inside?.split(/[、，＝]|(?<=\p{Script=Han})・(?=\p{Script=Han})/u) ?? []) {
    const title = lexicon.endsInTitle.exec(part)
    if (title) {
      const before = part.slice(0, title.index).replace(/の$/u, '')
      return {title: title[0], affiliation: before === '' ? null : before}
    }
  }
  const institution = inside?.split(/[、，]/u).find((part) => isInstitution(part, lexicon))
  const isPlace = lexicon.placeWords.some((word) => institution?.endsWith(word))
  return {title: null, affiliation: isPlace ? null : (institution ?? null)}
}

const brackets = expression(`^(?:${BRACKET})*(?:[＝=][^＝=。]{1,20}[＝=])?`, 'u')
const pastBrackets = (text: string, at: number): number =>
  at + (brackets.exec(text.slice(at))?.[0].length ?? 0)

interface Context {
  start: number
  title: string | null
  affiliation: string | null
}

const endsInNoun = expression(`([${NOUN}]+)(${BRACKET})?(の|、|で|を務める)?(?:故・?)?$`, 'u')
const endsInOwner = expression(
  `(?:[「『](〓+)[」』]|((?:\\p{Lu}[\\p{Script=Latin}]+ )*(?:(?<=^|[、。「」（\u3000])\\p{Script=Hiragana}{2,3}[^\\P{Script=Hiragana}のはがをにでともるたなく](?=[${HAN}]))?[${NOUN}]+))(?:${BRACKET})?(?:の|で)$`,
  'u',
)

/** 「月曜書房」を営む */
const endsInRunning = expression(
  `「(〓+)」を(?:営む|経営する|主宰する|率いる|運営する|切り盛りする|立ち上げた|創業した|設立した)(?:のは、)?$`,
  'u',
)

/** 館長を務めるのは、 */
const endsInOffice = expression(`([${NOUN}]+)を務める(?:のは|のが)、?$`, 'u')

/** The title and the affiliation that precede a name: スタートアップ「…」のCEO、山本ミカさん. */
function contextBefore(line: Line, from: number, lexicon: Lexicon, hasTitle: boolean): Context {
  let start = from
  let title: string | null = null
  let affiliation: string | null = null
  const [, run = '', , particle = ''] = endsInNoun.exec(line.masked.slice(0, from)) ?? []
  const connector = run.endsWith('・') ? '・' : particle
  // 編集者Eva Lindholm: the script changes.
  const isOtherScript = expression(`^[${KATAKANA}\\p{Script=Latin}]`, 'u').test(
    line.masked.slice(from),
  )
  const split = titleIn(run.replace(/・$/u, ''), lexicon, connector !== '' || isOtherScript)
  if (split) {
    title = split.title
    affiliation = split.affiliation
    start = line.masked.lastIndexOf(run, from)
  }
  const office = endsInOffice.exec(line.masked.slice(0, start))?.[1] ?? ''
  const held = lexicon.endsInTitle.exec(office)?.[0]
  if (held !== undefined) title = held
  const shop = affiliation === null ? endsInRunning.exec(line.masked.slice(0, start)) : null
  if (shop?.[1] !== undefined)
    return {
      start: shop.index,
      title,
      affiliation: line.text.slice(shop.index + 1, shop.index + 1 + shop[1].length),
    }
  const owner = affiliation === null ? endsInOwner.exec(line.masked.slice(0, start)) : null
  if (!owner) return {start, title, affiliation}
  const found = ownerOf(line, owner, lexicon, hasTitle || title !== null)
  if (found === null) return {start, title, affiliation}
  return {start: owner.index, title, affiliation: found}
}

function titleIn(
  run: string,
  lexicon: Lexicon,
  isConnected: boolean,
): {title: string; affiliation: string | null} | null {
  if (run === '' || lexicon.notTitles.some((word) => run.endsWith(word))) return null
  const title = lexicon.endsInTitle.exec(run)
  if (title) {
    const before = run.slice(0, title.index)
    if (before === '') return {title: title[0], affiliation: null}
    // 商店会長 is of what it says itself.
    const isInstitution =
      lexicon.endsInInstitution.test(before) && !lexicon.institutions.includes(before)
    return isInstitution ? {title: title[0], affiliation: before} : {title: run, affiliation: null}
  }
  // 鶴の湯の3代目
  if (/^\p{Nd}+代目$/u.test(run)) return {title: run, affiliation: null}
  // ブレンダー, バリスタ
  const isForeign = /^[\p{Script=Katakana}ー]{2,}(?:ー|スト|マン|アン|ント)$/u.test(run)
  const isKind = lexicon.companyWords.includes(run) || lexicon.endsInInstitution.test(run)
  const isOccupation = lexicon.endsInOccupation.test(run) || (isForeign && !isKind)
  if (run.length < 2 || !isConnected || !isOccupation) return null
  return /\p{Nd}/u.test(run) ? null : {title: run, affiliation: null}
}

/** What is before の: where the person belongs, or null for 当時の and the like. */
function ownerOf(
  line: Line,
  owner: RegExpExecArray,
  lexicon: Lexicon,
  hasTitle: boolean,
): string | null {
  const [, named, run = ''] = owner
  if (named !== undefined) {
    const at = owner.index + 1
    const isCompany = expression(`${anyOf(lexicon.companyWords)}$`, 'u').test(
      line.masked.slice(0, owner.index),
    )
    return hasTitle || isCompany ? line.text.slice(at, at + named.length) : null
  }
  // 亀の湯の店主
  const withNo = expression(`([${HAN}]{1,3}の[湯家里宿郷森杜丘泉蔵庭屋店])の$`, 'u').exec(
    line.masked.slice(0, owner.index + owner[0].length),
  )?.[1]
  if (withNo !== undefined && hasTitle && /^[湯家里宿郷森杜丘泉蔵庭屋店]$/u.test(run)) return withNo
  const parts = expression(`(?<=[${HAN}])・(?=[${HAN}])`, 'u')
  const name = withoutRank(run.split(parts).at(-1) ?? run, lexicon)
  // 精密部品メーカー: a kind of company, and no name.
  if (/(?:メーカー|企業)$/u.test(name)) return null
  const isDepartment = lexicon.departments.some((word) => name.endsWith(word))
  if (isInstitution(name, lexicon)) return isDepartment && !hasTitle ? null : name
  if (!hasTitle || lexicon.notAffiliations.some((word) => name.endsWith(word))) return null
  if (/\p{Nd}/u.test(name) || lexicon.endsInAnonymous.test(name)) return null
  // In kanji only: a place, not 担任の or 筆頭の.
  const isPlace = expression(`${anyOf(lexicon.placeWords)}$`, 'u').test(name)
  // 鶴の湯, 丸福堂
  const isShop = lexicon.titleOf['店主']?.some((word) => name.length > 2 && name.endsWith(word))
  return isPlace || isShop || !expression(`^[${HAN}]+$`, 'u').test(name) ? name : null
}

/** 電池大手オルブ社 is オルブ社, 投資会社ベイリッジ is ベイリッジ. */
export function withoutRank(name: string, lexicon: Lexicon): string {
  if (/^(?:株式|合同|有限|合資)会社./u.test(name)) return name
  const ranked = expression(`^.*${anyOf(lexicon.ranks)}(?=.{2})`).exec(name)?.[0]
  const kind = expression(
    `^.*(?<=[${HAN}])(?<=${anyOf(lexicon.longCompanyWords)})(?=[${KATAKANA}\\p{Script=Latin}]{2})`,
  )
  const lead = ranked ?? kind.exec(name)?.[0] ?? ''
  const rest = name.slice(lead.length)
  const isKind = lexicon.companyWords.includes(rest) || lexicon.institutions.includes(rest)
  return isKind ? name : rest
}

export const isInstitution = (run: string, lexicon: Lexicon): boolean =>
  run.length > 1 &&
  !lexicon.notInstitutions.includes(run) &&
  !lexicon.notInstitutionEndings.some((word) => run.endsWith(word)) &&
  !lexicon.endsInAnonymous.test(run) &&
  lexicon.endsInInstitution.test(run)

/** 首相は, 同省の報道官は: a person who is named elsewhere, or nowhere. */
function titleOnly(
  line: Line,
  from: number,
  after: number,
  title: string,
  lexicon: Lexicon,
): PersonMention[] {
  const run = expression(`[${NOUN}]+$`, 'u').exec(line.masked.slice(0, from))?.[0] ?? ''
  const affiliation = isInstitution(run, lexicon) ? run : null
  if (run !== '' && affiliation === null) return []
  const context = contextBefore(line, from, lexicon, true)
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

/** 監督のソフィア・リンドは: no honorific follows. */
function namesAfterTitles(line: Line, lexicon: Lexicon): PersonMention[] {
  const name = `${FOREIGN}|${LATIN}|[${HAN}]{3,6}|[${HAN}]{1,3}\\p{Script=Hiragana}{2,4}?`
  const found = expression(
    `(?<=[${NOUN}]|[』」])(の|、)(故・?)?(${name})(?=(?:${BRACKET})?(?:[はがもをにと、。]|ら|から|による))|(?<=[${NOUN}])(の)()([${HAN}]{1,2})(?=[はが]「)`,
    'gu',
  )
  return [...line.masked.matchAll(found)].flatMap((match) => {
    const [whole] = match
    const name = match[3] ?? match[6] ?? ''
    const from = match.index + whole.length - name.length
    const isForeign = /^[^\p{Script=Han}]/u.test(name)
    if (isForeign && !/[・＝= ]/u.test(name)) return []
    if (!isForeign && !isName(name, lexicon)) return []
    if (lexicon.nameStops.some((word) => name.endsWith(word))) return []
    const context = contextBefore(line, from, lexicon, false)
    if (context.title === null) return []
    const mention = mentionOf(line, {name, from, lead: ''}, from + name.length, null, lexicon)
    return [mention]
  })
}
