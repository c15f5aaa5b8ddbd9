// The title and the affiliation of a person, from the words around the name.
import type {Line} from './lines.ts'
import {isMarkedName, type Vocabulary} from './organisations.ts'
import {anyOf, BRACKET, expression, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'
import {kanaBefore} from './runs.ts'

export interface Belonging {
  title: string | null
  affiliation: string | null
}

export interface Context extends Belonging {
  /** Where the title or the affiliation begins. */
  start: number
}

/** 山本一郎氏（北野大学教授）, 山本一郎さん（３４）＝会社員＝. */
export function bracketAfter(line: Line, at: number, lexicon: Lexicon): Belonging {
  const after = line.masked.slice(at)
  const age = /^（\p{Nd}{1,3}）(?=（)/u.exec(after)?.[0] ?? ''
  const [whole = '', first, second] = endsOfName.exec(after.slice(age.length)) ?? []
  const inside = second ?? first ?? ''
  const from = at + age.length + whole.lastIndexOf(inside)
  const parts = inside.split(/[、，＝=]|(?<=\p{Script=Han})・(?=\p{Script=Han})/u)
  for (const part of parts) {
    const title = lexicon.endsInTitle.exec(part)
    const trade = title ? null : titleIn(part, lexicon, true)
    if (trade) return trade
    if (!title) continue
    const before = part.slice(0, title.index).replace(/の$/u, '')
    const marked = /「(〓+)」$/u.exec(before)
    const place = from + inside.indexOf(part) + (marked?.index ?? 0) + 1
    const named = marked?.[1] === undefined ? before : textAt(line, place, marked[1])
    return {title: title[0], affiliation: named === '' ? null : named}
  }
  const institution = inside
    .split(/[、，＝=]/u)
    .map((part) => pupilOf(endsInGrade.exec(part)?.[1], lexicon) ?? part)
    .find((part) => isInstitution(part, lexicon) || isShortSchool(part, lexicon))
  const isPlace = lexicon.placeWords.some((word) => institution?.endsWith(word))
  return {title: null, affiliation: isPlace ? null : (institution ?? null)}
}

const endsOfName = expression('^(?:（([^（）]{1,40})）)?(?:[＝=]([^＝=。]{1,20})[＝=])?', 'u')

const textAt = ({text}: Line, from: number, masked: string): string =>
  text.slice(from, from + masked.length)

/** リレイ（澄江市、江波聡社長）: the whole person is in the brackets after an institution. */
export function headInBracket(line: Line, from: number, after: number): string | null {
  if (line.masked[after] !== '）') return null
  const pattern = expression(`(?:「(〓+)」|([${NOUN}]{2,}))（(?:[^（）]{1,10}、)?$`, 'u')
  const found = pattern.exec(line.masked.slice(0, from))
  if (!found) return null
  const marked = textAt(line, found.index + 1, found[1] ?? '')
  // 「高すぎる」（森健一社長）: words
  return found[2] ?? (isMarkedName(marked) ? marked : null)
}

/** 館長の, 館長に就いた */
const endsInNoun = ({inOffice}: Lexicon): RegExp =>
  expression(
    `([${NOUN}]+|(?<![${NOUN}])[大若]?おかみ|まとめ役|語り部)(${BRACKET})?(の|、|で|である|${inOffice.join('|')})?(?:故・?)?$`,
    'u',
  )
/** Lumo in Lumo Labs */
const LATIN_LEAD = '(?:\\p{Lu}[\\p{Script=Latin}]+ (?:& |and |of )?)*'

const endsInOwner = expression(`(${LATIN_LEAD}[${NOUN}]+)(?:${BRACKET})?(?:の|で)$`, 'u')
const endsInMarks = expression(`[「『](〓+)[」』](?:${BRACKET})?(?:の|で|)$`, 'u')

/** 「月曜書房」を営む, 月曜書房を営む */
const endsInRunning = ({running}: Lexicon): RegExp =>
  expression(
    `(?:「(〓+)」|(${LATIN_LEAD}[${NOUN}]+))を(?:[^、。「」]{0,8}[にで])?(?:${running.join('|')})(?:のは、?)?$`,
    'u',
  )

/** 北野大学で心理を研究する, 書店「月の堂」で棚を担当する */
const endsInWorking = ({atWork}: Lexicon): RegExp =>
  expression(
    `(?:「(〓+)」|(${LATIN_LEAD}[${NOUN}]+))(?:に|で)(?:[^、。「」]{0,16}[をに])?(?:${atWork.join('|')})$`,
    'u',
  )

/** 館長を務めるのは、 */
const endsInOffice = expression(
  `([${NOUN}]+)を(?:[^、。「」]{0,12}[年期代回]、?)?務め(?:る|た|てきた)(?:のは|のが)、?$`,
  'u',
)

/** 番頭は森健一さん。 */
function officeOfNext({masked}: Line, from: number, {honorific}: Lexicon): RegExpExecArray | null {
  const isAll = expression(
    `^(?:[${NOUN}]+の)?[^。、はがのを]{2,12}${honorific}(?:${BRACKET})?(?:。|だ。|で、|$)`,
    'u',
  )
  return isAll.test(masked.slice(from))
    ? expression(`(?:^|[。、の])([${NOUN}]+)は、?$`, 'u').exec(masked.slice(0, from))
    : null
}

/** The title and the affiliation that precede a name: スタートアップ「…」のCEO、山本ミカさん. */
export function contextBefore(
  line: Line,
  from: number,
  lexicon: Vocabulary,
  /** A title after the name. */
  mark: string | null,
): Context {
  const found = titleBefore(line, from, lexicon)
  // 浜野工の森健一投手: a school, not a job like 溶接工
  const isTeam =
    found.affiliation === null &&
    lexicon.teamTitles.includes(mark ?? '') &&
    isShortSchool(found.title ?? '', lexicon, lexicon.teamSchools)
  const own = isTeam ? {...found, title: null, start: from} : found
  if (own.affiliation !== null) return own
  const {start, title} = own
  const before = line.masked.slice(0, start)
  // 県立浜野高校三年の, 三年の: of the school that was named last
  const grade = title === null ? endsInGrade.exec(line.masked.slice(0, from)) : null
  if (grade) return pupilBefore(line, grade, lexicon)
  const owner = ownerBefore(line, before, title ?? mark, title !== null, lexicon)
  if (owner) return {...owner, title}
  // 浜野高２年の捕手、
  const pupils = title === null ? null : pupilOf(endsInGrade.exec(before)?.[1], lexicon)
  if (pupils !== null) return {...own, affiliation: pupils}
  // 事務所アマノの代表で建築家の: the office is that of the organisation.
  const first = title === null ? null : /^(.*)で$/u.exec(before)?.[1]
  const office = first == null ? null : lexicon.endsInTitle.exec(first)
  // 浜野高３年で部長の
  const school = first == null ? undefined : endsInGrade.exec(first)?.[1]
  const pupil = pupilOf(school, lexicon)
  if (pupil !== null) return {...own, affiliation: pupil}
  // 浜野大学名誉教授で歴史家の
  const held = office && titleBefore(line, first?.length ?? 0, lexicon)
  if (held?.affiliation != null) return held
  const other = office && ownerBefore(line, before.slice(0, office.index), office[0], true, lexicon)
  return office && other ? {...other, title: office[0]} : own
}

const endsInGrade = expression(
  `(?<![て${NOUN}])([${NOUN}]*?)[一二三四五六\\p{Nd}]年生?(?:の|、)?$`,
  'u',
)

/** 県立浜野高校三年の, 三年の, 部長で三年の */
function pupilBefore(line: Line, grade: RegExpExecArray, lexicon: Vocabulary): Context {
  const school = grade[1] === '' ? OWN_SCHOOL : pupilOf(grade[1], lexicon)
  const office = titleBefore(line, grade.index, lexicon)
  if (office.title === null || !/[でたる]/u.test(line.masked[grade.index - 1] ?? ''))
    return {start: grade.index, title: null, affiliation: school}
  const before = line.masked.slice(0, office.start)
  const owner = ownerBefore(line, before, office.title, true, lexicon)
  return {...office, affiliation: office.affiliation ?? owner?.affiliation ?? school}
}

/** 浜野高２年、 */
export const isAfterGrade = (before: string): boolean =>
  /[、の]$/u.test(before) && (endsInGrade.exec(before)?.[1] ?? '') !== ''

/** Null for 高校 in 高校三年の. */
const pupilOf = (name: string | undefined, lexicon: Lexicon): string | null =>
  name !== undefined &&
  (isInstitution(name, lexicon) || isShortSchool(name, lexicon)) &&
  !isKindOnly(name, lexicon)
    ? name
    : null

/** 浜野高 */
export const isShortSchool = (
  name: string,
  {shortSchools, notShortSchools}: Lexicon,
  endings: readonly string[] = shortSchools,
): boolean =>
  name.length > 2 &&
  endings.some((word) => name.endsWith(word)) &&
  !/^\p{Nd}/u.test(name) &&
  !notShortSchools.some((word) => name.endsWith(word))

/** 館長の, 館長を務める */
function titleBefore(line: Line, from: number, lexicon: Vocabulary): Context {
  // 運転手の一人、
  const before = line.masked.slice(0, from).replace(/の(?:[一1１]人|ひとり)(?=、$)/u, '')
  const [, run = '', , particle = ''] = endsInNoun(lexicon).exec(before) ?? []
  const connector = run.endsWith('・') ? '・' : particle
  // 編集者Eva Lindholm: the script changes.
  const isOtherScript = expression(`^[${KATAKANA}\\p{Script=Latin}]`, 'u').test(
    line.masked.slice(from),
  )
  // 漁師歴４０年の
  const job = run.replace(/・$|歴[\p{Nd}一二三四五六七八九十]+年$/u, '')
  const runStart = line.masked.lastIndexOf(run, from)
  const kanaLead = run === '' ? '' : kanaBefore(line.masked, runStart, lexicon)
  // ひなた薬局薬剤師の, 海と森の研究所研究員の
  const known = job === '' ? null : jobAtKnown(before.slice(0, runStart) + job, lexicon)
  if (known) return {start: runStart, ...known}
  const named = kanaLead === '' ? null : jobAt(kanaLead + job, lexicon)
  if (named) return {start: runStart - kanaLead.length, ...named}
  const split = titleIn(job, lexicon, connector !== '' || isOtherScript)
  const start = split ? runStart : from
  const lead = line.masked.slice(0, start)
  const office = (endsInOffice.exec(lead) ?? officeOfNext(line, start, lexicon))?.[1] ?? ''
  const title = lexicon.endsInTitle.exec(office)?.[0] ?? split?.title ?? null
  // そば職人, まちづくり協力員
  const trade = title === job ? wordBefore(line.masked.slice(0, start), lexicon) : ''
  if (trade !== '') return {start: start - trade.length, title: trade + job, affiliation: null}
  if (split?.affiliation == null) return {start, title, affiliation: null}
  const kana = kanaBefore(line.masked, start, lexicon)
  return {start: start - kana.length, title, affiliation: kana + split.affiliation}
}

const wordBefore = (before: string, {nameWords, tradeWords}: Lexicon): string =>
  expression(`(?<![${NOUN}])${anyOf([...nameWords, ...tradeWords])}$`, 'u').exec(before)?.[0] ?? ''

/** Where a person belongs: what is before の, で or a title. */
export function ownerBefore(
  line: Line,
  before: string,
  title: string | null,
  mayTouch: boolean,
  lexicon: Vocabulary,
): Omit<Context, 'title'> | null {
  const work = workBefore(line, before, lexicon)
  if (work) return work
  const marked = endsInMarks.exec(before)
  if (marked?.[1] !== undefined && (mayTouch || !before.endsWith('」'))) {
    const kind = expression(`${anyOf(lexicon.companyWords)}$`, 'u')
    const affiliation = textAt(line, marked.index + 1, marked[1])
    const isKnown = lexicon.organisations.has(affiliation)
    const lead = before.slice(0, marked.index)
    // 空き家を直す「月の堂」の
    const isTold = /[うくすつむるぐ]$/u.test(lead) && before.endsWith('の')
    const isWork = expression(`${anyOf(lexicon.works)}$`, 'u').test(lead)
    if (!isWork && (title !== null || isKnown || isTold || kind.test(lead)))
      return {start: marked.index, affiliation}
  }
  const known = mayTouch || /[ので]$/u.test(before) ? knownBefore(before, lexicon) : null
  if (known) return known
  const owner = endsInOwner.exec(before)
  const affiliation = owner ? ownerOf(line, owner, lexicon, title) : null
  if (!owner || affiliation === null) return null
  const start = affiliation === UNNAMED ? -1 : before.lastIndexOf(affiliation)
  return {start: start < 0 ? owner.index : start, affiliation}
}

/** What somebody runs, or where somebody works: 「月の堂」を営む, 浜野大学で教える. */
export function workBefore(
  line: Line,
  before: string,
  lexicon: Vocabulary,
): Omit<Context, 'title'> | null {
  const running = endsInRunning(lexicon).exec(before)
  if (running) {
    const [, marked, run = ''] = running
    const affiliation = marked === undefined ? run : textAt(line, running.index + 1, marked)
    const isPlace = expression(`${anyOf(lexicon.placeWords)}$`, 'u').test(run)
    const isFirm =
      !isPlace &&
      (isInstitution(run, lexicon) ? !isKindOnly(run, lexicon) : isForeignName(run, lexicon))
    if (marked !== undefined || lexicon.organisations.has(run) || isFirm)
      return {start: running.index, affiliation}
  }
  return workplaceOf(line, before, lexicon)
}

/** オービタ, but not カフェ or チーム. */
const isForeignName = (name: string, lexicon: Lexicon): boolean =>
  /^[\p{Script=Katakana}ー\p{Script=Latin}]{3,}$/u.test(name) &&
  !isKindOnly(name, lexicon) &&
  ![...lexicon.notAffiliations, ...lexicon.titlePrefixes, ...lexicon.mereKinds].some((word) =>
    name.endsWith(word),
  )

function workplaceOf(
  line: Line,
  before: string,
  lexicon: Vocabulary,
): Omit<Context, 'title'> | null {
  const found = endsInWorking(lexicon).exec(before)
  if (!found) return null
  const [, marked, run = ''] = found
  const at = found.index
  if (marked !== undefined) return {start: at, affiliation: textAt(line, at + 1, marked)}
  const kana = kanaBefore(before, at, lexicon)
  const isSome = expression(`(?:${lexicon.someOf.join('|')})$`, 'u').test(before.slice(0, at))
  const isName =
    lexicon.organisations.has(kana + run) ||
    (isInstitution(run, lexicon) && !isKindOnly(kana + run, lexicon))
  return isName && !isSome ? {start: at - kana.length, affiliation: kana + run} : null
}

/** 音の本棚の: an organisation with hiragana in its name. */
function knownBefore(before: string, {organisations}: Vocabulary): Omit<Context, 'title'> | null {
  const text = before.replace(expression(`(?:${BRACKET})?(?:の|で)$`, 'u'), '')
  for (const name of organisations.keys())
    if (/\p{Script=Hiragana}/u.test(name) && text.endsWith(name))
      return {start: text.length - name.length, affiliation: name}
  return null
}

/** 学校, 保健センター */
export const isKindOnly = (
  name: string,
  {institutions, companyWords, namedKinds}: Lexicon,
): boolean =>
  expression(`^${anyOf([...institutions, ...companyWords, ...namedKinds])}{1,2}$`, 'u').test(name)

/** 鶴の湯, 丸福堂 */
const isShop = (name: string, {titleOf, companyWords}: Lexicon): boolean =>
  name.length > 2 &&
  !companyWords.includes(name) &&
  titleOf['店主']?.some((word) => name.endsWith(word)) === true

/** 浜野市立図書館長, 気象研究センター長, 浜野署長: a head in one word with the organisation. */
function headOf(run: string, title: string, lexicon: Lexicon): Belonging | null {
  const body = run.slice(0, -1)
  // 元浜野市長
  const [, former = '', place] =
    expression(`^([元前]?)([${HAN}${KATAKANA}]{2,}[県市町村])$`, 'u').exec(body) ?? []
  if (place !== undefined && title.length === 2) return {title: former + title, affiliation: place}
  const isNamed = lexicon.institutions.some(
    (word) => (word.length > 1 || /[署駅]/u.test(word)) && body.endsWith(word),
  )
  // 市危機管理課長
  if (expression(`^[県市町村区都府][${HAN}${KATAKANA}]{2,}[課室]$`, 'u').test(body))
    return {title: title.slice(-2), affiliation: body}
  const isHead =
    title.endsWith('長') && body.length > title.length && isNamed && isInstitution(body, lexicon)
  const isKind = lexicon.institutions.includes(body)
  return isHead && !isKind && !isKindOnly(body.replace(/^[県市町村区]/u, ''), lexicon)
    ? {title, affiliation: body}
    : null
}

/** 浜野書房編集者, ひなた薬局薬剤師: an organisation with a name, and what somebody does there. */
function jobAt(run: string, lexicon: Lexicon): Belonging | null {
  const former = /^[元前](?!町)/u.exec(run)?.[0] ?? ''
  for (let at = run.length - 2; at > former.length + 2; at--) {
    const [body, job] = [run.slice(former.length, at), run.slice(at)]
    const isJob = lexicon.endsInTitle.exec(job)?.index === 0 || lexicon.endsInJob.test(job)
    if (isJob && isBody(body, lexicon)) return {title: former + job, affiliation: body}
  }
  return null
}

/** The same of an organisation that the article gives away elsewhere. */
function jobAtKnown(text: string, lexicon: Vocabulary): Belonging | null {
  for (const name of lexicon.organisations.keys()) {
    const at = text.lastIndexOf(name)
    const job = at < 0 || name.length < 3 ? '' : text.slice(at + name.length)
    const isJob =
      job.length > 1 && (lexicon.endsInTitle.exec(job)?.index === 0 || lexicon.endsInJob.test(job))
    if (isJob) return {title: job, affiliation: name}
  }
  return null
}

const isBody = (name: string, lexicon: Lexicon): boolean =>
  !lexicon.onlyTitles.test(name) &&
  !isKindOnly(name, lexicon) &&
  ((lexicon.institutions.some((word) => word.length > 1 && name.endsWith(word)) &&
    isInstitution(name, lexicon)) ||
    // アマノ社, 浜野タクシー
    expression(
      `^[${KATAKANA}]{2,}社$|^[${HAN}]{2,}${anyOf(lexicon.firmsInKana)}$|..${anyOf(lexicon.houses)}$`,
      'u',
    ).test(name))

export function titleIn(run: string, lexicon: Lexicon, isConnected: boolean): Belonging | null {
  if (isConnected && lexicon.trades.includes(run)) return {title: run, affiliation: null}
  const isNone = lexicon.notTitles.some(
    (word) => run === word || (word.length > 1 && run.endsWith(word)),
  )
  if (run === '' || isNone) return null
  const title = lexicon.endsInTitle.exec(run)
  if (title) {
    const before = run.slice(0, title.index)
    // 浜野醸造創業者: 醸造 belongs to the firm, not to the title.
    const head = lexicon.anyHeads.find((word) => title[0].endsWith(word) && title[0] !== word)
    const firm = head === undefined ? '' : run.slice(0, -head.length)
    if (head !== undefined && isInstitution(firm, lexicon) && !isKindOnly(firm, lexicon))
      return {title: head, affiliation: firm}
    if (before === '') return {title: title[0], affiliation: null}
    // 商店会長, 元小学校教諭 are of what they say themselves.
    const isName =
      (lexicon.endsInInstitution.test(before) &&
        !isKindOnly(before.replace(/^[元前]/u, ''), lexicon)) ||
      // 株式会社アマノ代表取締役
      expression(`^${anyOf(lexicon.companyForms)}.`, 'u').test(before)
    // 元浜野電鉄運転士; but 元町 is a place.
    const former = isName ? /^元(?!町)(?=..)/u.exec(before)?.[0] : undefined
    if (former !== undefined)
      return {title: former + title[0], affiliation: before.slice(former.length)}
    if (isName) return {title: title[0], affiliation: before}
    // オービタCEO
    const isChief =
      /^(?:C[EOTF]O|Ｃ[ＥＯＴＦ]Ｏ|社長|会長|(?:共同)?代表|代表取締役.*|創業者)$/u.test(title[0]) &&
      !lexicon.countries.includes(before)
    if (isChief && isForeignName(before, lexicon)) return {title: title[0], affiliation: before}
    return headOf(run, title[0], lexicon) ?? jobAt(run, lexicon) ?? {title: run, affiliation: null}
  }
  // 浜野市職員
  const staff = expression(`^(.{2,}${anyOf(lexicon.placeWords)})(職員)$`, 'u').exec(run)
  if (staff?.[1] !== undefined) return {title: '職員', affiliation: staff[1]}
  // 浜野水産社員
  const [, firm = '', worker] = /^(.{3,})(社員|従業員|店員)$/u.exec(run) ?? []
  if (worker !== undefined && isInstitution(firm, lexicon) && !isKindOnly(firm, lexicon))
    return {title: worker, affiliation: firm}
  // 鶴の湯の3代目, 月見堂三代目
  const [, house = '', heir] = /^(.*?)([\p{Nd}一二三四五六七八九十]+代目)$/u.exec(run) ?? []
  if (
    heir !== undefined &&
    (house === '' || isShop(house, lexicon) || isInstitution(house, lexicon))
  )
    return {title: heir, affiliation: house === '' ? null : house}
  // ブレンダー, バリスタ
  const isForeign = /^[\p{Script=Katakana}ー]{2,}(?:ー|スト|マン|アン|ント)$/u.test(run)
  // ベトナム人
  if (/^[\p{Script=Katakana}ー]+人$/u.test(run)) return null
  const isKind = lexicon.companyWords.includes(run) || lexicon.endsInInstitution.test(run)
  const isOccupation = lexicon.endsInOccupation.test(run) || (isForeign && !isKind)
  if (run.length < 2 || !isConnected || !isOccupation) return null
  const job = jobAt(run, lexicon)
  if (job) return job
  return /\p{Nd}/u.test(run) ? null : {title: run, affiliation: null}
}

/** 町長, 課長: they work for a town or a country. */
const isOfPlace = (title: string, lexicon: Lexicon): boolean =>
  lexicon.departmentHeads.some((word) => title.endsWith(word)) ||
  lexicon.publicTitles.some((word) => title.endsWith(word)) ||
  bodiesOf(title, lexicon).endings.some((word) => lexicon.placeWords.includes(word))

/** How the organisations end that have a head of this title, and the title without 元 or 副. */
export function bodiesOf(
  title: string,
  {titleOf, titlePrefixes, schoolSubjects}: Lexicon,
): {key: string | undefined; endings: string[]} {
  // Not 自治会長, which says where by itself.
  const extra = expression(
    `^(?:${anyOf([...titlePrefixes, ...schoolSubjects])}|[\\p{Nd}一二三四五六七八九十]+(?:代目)?)*$`,
  )
  const key = Object.keys(titleOf).find(
    (key) => title.endsWith(key) && extra.test(title.slice(0, -key.length)),
  )
  // 局長 is of what ends in 局, 施設長 of a 施設.
  const own = /^(.{1,2})[長主]$/u.exec(title)?.[1]
  return {key, endings: [...(key === undefined ? [] : (titleOf[key] ?? [])), ...(own ? [own] : [])]}
}

/** The school or the team that is named last. */
export const OWN_SCHOOL = '同学校'

/** Somebody belongs to an organisation that has no name. */
export const UNNAMED = ''

/** 浜野工の主将, 浜野市立第三小の森健一, 浜野高の森健一 */
function isSchoolOf(name: string, title: string | null, lexicon: Lexicon): boolean {
  const isTeam = title !== null && lexicon.teamTitles.some((word) => title.endsWith(word))
  // 浜野小の校長
  const isTeacher =
    lexicon.titleOf['校長'] === lexicon.titleOf[bodiesOf(title ?? '', lexicon).key ?? '']
  const ofAll = name.includes('立') || isTeacher ? lexicon.shortSchools : ['高']
  return isShortSchool(name, lexicon, isTeam ? lexicon.teamSchools : ofAll)
}

/** 亀の湯の店主, 市民の風の市議 */
function nameWithNo({masked}: Line, owner: RegExpExecArray, title: string): string | null {
  const before = masked.slice(0, owner.index + owner[0].length)
  const isOfGroup = /議員?$|代表|党首|会長$|幹事長$|事務局長$/u.test(title)
  const ends = isOfGroup ? '[会風声輪絆光翼虹灯党]|連合|ネット' : '[湯家里宿郷森杜丘泉蔵庭屋店]'
  return expression(`([${HAN}]{1,3}の(?:${ends}))の$`, 'u').exec(before)?.[1] ?? null
}

/** What is before の: where the person belongs, or null for 当時の and the like. */
function ownerOf(
  line: Line,
  owner: RegExpExecArray,
  lexicon: Vocabulary,
  title: string | null,
): string | null {
  const [, run = ''] = owner
  const hasTitle = title !== null
  const withNo = title === null ? null : nameWithNo(line, owner, title)
  if (withNo !== null) return withNo
  const parts = expression(`(?<=[${HAN}])・(?=[${HAN}])`, 'u')
  const afterDot = run.split('・').at(-1) ?? run
  // 食品スーパー・アマノの
  if (lexicon.organisations.has(afterDot)) return afterDot
  const last = run.split(parts).at(-1) ?? run
  const kana = last === run ? kanaBefore(line.masked, owner.index, lexicon) : ''
  const name = withoutRank(last, lexicon)
  const isWhole = kana !== '' && name === last
  if (isWhole && (isInstitution(kana + name, lexicon) || isShop(name, lexicon))) return kana + name
  // 浜野町の会社員 lives there, 浜野町の課長 works for it.
  // 浜野鉄道, 浜野土地改良区
  const isLong = lexicon.institutions.some((word) => word.length > 1 && name.endsWith(word))
  const isPlace =
    (expression(`${anyOf(lexicon.placeWords)}$`, 'u').test(name) && !isLong) ||
    lexicon.countries.includes(name)
  if (isPlace && hasTitle && !isOfPlace(title, lexicon))
    return lexicon.elsewhere.includes(name) ? UNNAMED : null
  // 精密部品メーカー: a kind of company, and no name.
  if (/(?:メーカー|企業)$/u.test(name)) return hasTitle ? UNNAMED : null
  // 隣町のパン職人: not of the shop that the article is about.
  if (hasTitle && lexicon.elsewhere.includes(name)) return UNNAMED
  // 同じチームのトレーナー
  const isOwn = line.masked.slice(0, owner.index).endsWith('同じ')
  if (isOwn && lexicon.sameKinds[name] !== undefined) return lexicon.sameKinds[name]
  // 試験場の主任研究員, of a 県水産試験場
  if (hasTitle && lexicon.shortKinds.includes(name)) return name
  const isDepartment = lexicon.departments.some((word) => name.endsWith(word))
  if (isInstitution(name, lexicon))
    return isDepartment && !hasTitle && !lexicon.endsInUnit.test(name) ? null : name
  if (isSchoolOf(name, title, lexicon)) return name
  // Lumo Labsの森さん
  if (/^\p{Lu}.*\p{Ll}/u.test(name) && /^[\p{Script=Latin}\p{Nd} .&’'-]{3,}$/u.test(name))
    return name
  // 月見堂の森さん
  const isShopName =
    isShop(name, lexicon) && expression(`${anyOf(lexicon.shopSigns)}$`, 'u').test(name)
  if (isShopName && !lexicon.notShops.some((word) => name.endsWith(word))) return name
  if (!hasTitle || lexicon.notAffiliations.some((word) => name.endsWith(word))) return null
  if (/\p{Nd}/u.test(name) || lexicon.endsInAnonymous.test(name)) return null
  // In kanji only: a place, not 担任の or 筆頭の.
  // 浜野育英会の会長
  if (
    hasTitle &&
    name.length > 2 &&
    bodiesOf(title, lexicon).endings.some((word) => name.endsWith(word))
  )
    return name
  // 玉川印刷所の3代目
  const isBody = name.length > 2 && lexicon.bodyEnds.some((word) => name.endsWith(word))
  if (hasTitle && isBody && !isKindOnly(name, lexicon) && !lexicon.notInstitutions.includes(name))
    return name
  // 港町カルスン
  const isForeignPlace = expression(
    `^[${HAN}]*(?:${lexicon.placesBefore.join('|')})[${KATAKANA}]+$`,
    'u',
  )
  // 隣国ノルドの首相
  if (isForeignPlace.test(name))
    return isOfPlace(title, lexicon) ? name.replace(expression(`^[${HAN}]+`), '') : null
  return isPlace || isShop(name, lexicon) || !expression(`^[${HAN}]+$`, 'u').test(name)
    ? name
    : null
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
  // 四町, 二校, 三大学; but 三原市
  !/^[数\p{Nd}一二三四五六七八九十百千]+(?:\p{Script=Han}|\p{Script=Han}(?![県市町村区])\p{Script=Han})$/u.test(
    run,
  ) &&
  !lexicon.endsInAnonymous.test(run) &&
  (lexicon.endsInInstitution.test(run) || lexicon.endsInUnit.test(run))
