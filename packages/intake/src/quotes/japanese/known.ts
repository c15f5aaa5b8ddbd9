// The people of an article as they are named, one entry for each place.
import {type Belonging, contextBefore, ownerBefore, titleIn, workBefore} from './belonging.ts'
import type {InstitutionMention} from './institutions.ts'
import type {Line, Sentence} from './lines.ts'
import type {PersonMention} from './names.ts'
import type {Vocabulary} from './organisations.ts'
import {anyOf, expression, HAN, KATAKANA, NOUN} from './rules.ts'

export interface Place {
  line: number
  at: number
}

export interface Known extends Place {
  name: string
  title: string | null
  affiliation: string | null
  /** Before は, が or も. */
  isActing: boolean
}

export const isBefore = (a: Place, b: Place): boolean =>
  a.line < b.line || (a.line === b.line && a.at < b.at)

export function knownIn(
  lines: readonly Line[],
  people: PersonMention[][],
  institutions: InstitutionMention[][],
  lexicon: Vocabulary,
): Known[] {
  const known: Known[] = []
  for (const mention of people.flat()) {
    const {name, title, affiliation, line, from, to, isWeak} = mention
    const text = lines[line]?.masked ?? ''
    if (name === null || isWeak) continue
    const isActing = /^(?:は|が|も)/u.test(text.slice(to))
    const full = isSpouse(text, mention, lexicon)
      ? ofFamily({...mention, name}, text, known, people, lexicon)
      : name
    if (full !== name) Object.assign(mention, {name: full, given: name})
    const after = workAfter(lines[line], name, to, institutions[line] ?? [], lexicon)
    const post = after ?? appointedTo(lines[line], mention, lexicon)
    const work = {
      title: title ?? post?.title ?? null,
      affiliation: affiliation ?? post?.affiliation ?? null,
    }
    known.push({name: full, ...work, line, at: from, isActing})
  }
  return withPredicates(lines, known, lexicon)
}

/** 森さんが勤める県立青柳高校, 森さんが代表を務める「みなとの会」 */
function workAfter(
  line: Line | undefined,
  name: string,
  to: number,
  institutions: readonly InstitutionMention[],
  lexicon: Vocabulary,
): Belonging | null {
  const text = line?.masked.slice(to) ?? ''
  const owned = line && /^[はが]/u.test(text) ? ownedIn(line, to, lexicon) : null
  if (owned !== null) return {title: null, affiliation: owned}
  const clause = expression(
    `^が[^、。「」]{0,12}?(?:(?<office>[${NOUN}]{2,8})を務める|${lexicon.working.join('|')})(?:(?:(?:の[がは]、?)?[^、。「」はが]{0,12})「(?<marked>〓+)」)?`,
    'u',
  ).exec(text)
  if (!line || !clause) return null
  const {office = '', marked} = clause.groups ?? {}
  const title = titleIn(office, lexicon, true)?.title ?? null
  const end = to + clause[0].length
  if (marked !== undefined)
    return {title, affiliation: line.text.slice(end - 1 - marked.length, end - 1)}
  // 「麦の家」は、森さんが開いた店だ。
  const topic = /(?:^|。)[^。「」]*「(〓+)」は、?[^。「」は]*$/u.exec(line.masked.slice(0, to))
  if (topic?.[1] !== undefined) {
    const from = line.masked.indexOf('「', topic.index) + 1
    return {title, affiliation: line.text.slice(from, from + topic[1].length)}
  }
  // 森さんが営む森煙火は
  const firm = expression(`^[${NOUN}]{3,}`, 'u').exec(line.masked.slice(end))?.[0]
  const isNamesake =
    firm !== undefined &&
    lexicon.families.has(firm.slice(0, 2)) &&
    name.startsWith(firm.slice(0, 2))
  const affiliation = isNamesake
    ? firm
    : (institutions.find(({start}) => start === end)?.name ?? null)
  return {title: affiliation === null ? null : title, affiliation}
}

/** 浜野楽団の指揮者に、森さんが就任した */
function appointedTo(
  line: Line | undefined,
  {start, to}: PersonMention,
  lexicon: Vocabulary,
): Belonging | null {
  const before = line?.masked.slice(0, start) ?? ''
  const [particle] = /(?:に|として)(?:は|、)?$/u.exec(before) ?? []
  const isAppointed = expression(
    `^[はが][^。「」]{0,12}(?:${lexicon.appointing.join('|')})`,
    'u',
  ).test(line?.masked.slice(to) ?? '')
  if (!line || particle === undefined || !isAppointed) return null
  const {title, affiliation} = contextBefore(line, before.length - particle.length, lexicon, null)
  return title === null ? null : {title, affiliation}
}

/** 森さんが書店「月の堂」を継いだのは, 森さん。書店「月の堂」を営んで十年になる。 */
function ownedIn(line: Line, from: number, {organisations}: Vocabulary): string | null {
  const verbs = '(?:経営|営|運営|開い|開業|立ち上げ|創業|切り盛り|主宰|率い|継い)'
  const found = expression(`^[^。「」]{0,20}「(〓+)」を${verbs}`, 'u').exec(line.masked.slice(from))
  if (found?.[1] === undefined) return null
  const end = from + found[0].lastIndexOf('」')
  const name = line.text.slice(end - found[1].length, end)
  return organisations.has(name) ? name : null
}

/** 夫の健さん, 夫で医師の健さん */
const isSpouse = (text: string, {start, from}: PersonMention, {spouses}: Vocabulary): boolean =>
  [start, from].some((at) =>
    expression(`(?<![${HAN}])${anyOf(spouses)}(?:の|で|、)?$`, 'u').test(text.slice(0, at)),
  )

/** The given name of a spouse with the family's name of the person who is named last. */
function ofFamily(
  {name, line, to}: PersonMention & {name: string},
  text: string,
  known: readonly Known[],
  people: PersonMention[][],
  lexicon: Vocabulary,
): string {
  const isGiven = name.length < 3 || /^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
  // 夫の健さんを亡くした森千夏さん
  const described = people[line]?.find(
    (one) => one.from > to && /^を[^、。「」]{1,16}[たる]$/u.test(text.slice(to, one.start)),
  )?.name
  const last =
    described == null
      ? known.findLast((one) => expression(`^[${HAN}]{2,}`, 'u').test(one.name))
      : {name: described}
  if (!isGiven || !last || last.name.includes(name)) return name
  if (last.name.length < 3) return last.name + name
  const names = people.flat().flatMap((one) => one.name ?? [])
  const short = names.find((one) => one.length < last.name.length && last.name.startsWith(one))
  const long = lexicon.longFamilies.find((family) => last.name.startsWith(family))
  return (short ?? long ?? familyOf(last.name)) + name
}

/** 香月 of 香月ひばり; two characters of four, three of most that have five. */
function familyOf(name: string): string {
  const kanji = expression(`^[${HAN}]+`, 'u').exec(name)?.[0] ?? ''
  if (kanji !== name) return kanji
  return name.slice(0, name.length > 4 && !/[子美郎介朗恵代]$/u.test(name) ? 3 : 2)
}

/** What a sentence says of a person: 隣町で働く大工で, 座長になって二十年, 森さんは浜野会の会長だ. */
function withPredicates(
  lines: readonly Line[],
  known: readonly Known[],
  lexicon: Vocabulary,
): Known[] {
  const hasTitle = ({name}: Known): boolean =>
    known.some((one) => one.name === name && one.title && lines[one.line]?.passage.block !== null)
  const added = lines.flatMap((line) =>
    line.sentences.flatMap((sentence, index): Known[] => {
      const said = predicateOf(sentence, lexicon)
      const end = sentence.from + (said?.isNow === true ? said.at : 0)
      const who = said && personOf(line, index, {...sentence, from: end}, said.hasTopic, known)
      if (!said || !who || (hasTitle(who) && !said.isNow))
        return workersIn(line, sentence, known, lexicon)
      const place = {line: line.index, at: sentence.from}
      const before = line.masked.slice(0, sentence.from + said.at)
      const owner =
        said.affiliation ?? ownerBefore(line, before, said.title, true, lexicon)?.affiliation
      return [
        {name: who.name, title: said.title, affiliation: owner ?? null, ...place, isActing: false},
      ]
    }),
  )
  const working = lines.flatMap((line) =>
    line.sentences.flatMap((_, index) => workplaceIn(line, index, known, lexicon)),
  )
  return [...known, ...added, ...working].toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
}

/** 森さん。浜野鉄道で保線を担う。 森さんは３年前に「麦の家」を開いた。 */
function workplaceIn(
  line: Line,
  index: number,
  known: readonly Known[],
  lexicon: Vocabulary,
): Known[] {
  const sentence = line.sentences[index]
  const own = sentence && /^([^「」は]*)(は?)[^は]*(?=。$)/u.exec(sentence.text)
  if (!sentence || !own) return []
  const hasTopic = own[2] === 'は'
  const last = personOf(line, index, sentence, hasTopic, known)
  const who =
    hasTopic || (last && last.at >= (line.sentences[index - 1]?.from ?? 0)) ? last : undefined
  if (
    !who ||
    known.some((one) => one.name.startsWith(who.name) && (one.affiliation ?? one.title) !== null)
  )
    return []
  const owned = hasTopic ? null : ownedIn(line, sentence.from, lexicon)
  if (owned !== null)
    return [{...who, title: null, affiliation: owned, at: sentence.from, isActing: false}]
  const before = line.masked.slice(0, sentence.to - 1)
  // 病院に通う: as a patient.
  if (before.endsWith('通う')) return []
  const affiliation = workBefore(
    line,
    before.replace(/して(?:いる|いた)$/u, 'する'),
    lexicon,
  )?.affiliation
  return affiliation == null
    ? []
    : [{...who, title: null, affiliation, at: sentence.from, isActing: false}]
}

/** 看護師として２０年、島で働く森さん */
function workersIn(
  {index, masked}: Line,
  {from, to}: Sentence,
  known: readonly Known[],
  lexicon: Vocabulary,
): Known[] {
  const asWorker = expression(
    `(?:^|[。、はもが])([${NOUN}]{2,10})として(?:、|[^。「」はが]{0,30}[うくすつぬぶむるたぐ])$`,
    'u',
  )
  return known.flatMap((one) => {
    if (one.line !== index || one.at < from || one.at >= to || one.title !== null) return []
    const run = asWorker.exec(masked.slice(from, one.at))?.[1] ?? ''
    const title = titleIn(run, lexicon, true)?.title
    return title == null ? [] : [{...one, title, isActing: false}]
  })
}

interface Predicate {
  title: string
  /** In one word with the title: 月曜書房社長. */
  affiliation: string | null
  at: number
  /** Within the sentence; else it is on the person before. */
  hasTopic: boolean
  /** いまは店主だ: after another job. */
  isNow: boolean
}

function predicateOf({text}: Sentence, lexicon: Vocabulary): Predicate | null {
  const {titlePrefixes, titles, trades, holding} = lexicon
  const heir = '[\\p{Nd}一二三四五六七八九十]+代目'
  const job = `(?:${heir})?(?:${anyOf(titlePrefixes)})*(?:${anyOf([...titles, ...trades])})|${heir}`
  const ends = `(?:${holding.join('|')})`
  // 代表を務める森さんは: it is the office of somebody who follows.
  const isOthers = `[^、。「」]{1,10}[るたくうすむぐ][「${NOUN}]`
  const own = `^[^はがも。、（）]{0,30}?(?<![${NOUN}])(?<title>[${KATAKANA}]{0,6}(?:${job}))(?:(?!${isOthers})${ends}|。)`
  const topical = `^[^。、]{2,24}(?:は|も)、?(?:[^。はが]{0,24}[のるうくすむぐつぶた])?(?<title>[${HAN}${KATAKANA}]{0,4}(?:${job}))(?:${ends}|。)`
  const now = `(?:(?:今|いま|現在)(?:は|では|も)|(?:肩書き?|職業|本業)は)、?(?:[^。はが]{0,24}の)?(?<title>[${NOUN}]{2,10})(?:${ends}|。)`
  // 森さんは月曜書房社長。
  const headed = `^[^。、]{2,24}は、?(?:[^。はが]{0,24}の)?(?<title>[${NOUN}]{2,20})(?:だ|である|で、|。)`
  for (const [pattern, hasTopic, isNow] of [
    [now, false, true],
    [own, false, false],
    [topical, true, false],
    [headed, true, false],
  ] as const) {
    const found = expression(pattern, 'u').exec(text)
    const said = found?.groups?.['title']
    if (!found || said === undefined) continue
    const {title = null, affiliation = null} = titleIn(said, lexicon, true) ?? {}
    if ((isNow && title === null) || (pattern === headed && affiliation === null)) continue
    const at = found.index + found[0].lastIndexOf(said)
    return affiliation === null || title === null
      ? {title: said, affiliation: null, at, hasTopic, isNow}
      : {title, affiliation, at, hasTopic, isNow}
  }
  return null
}

/** The topic of a sentence, or the last person who is named in the two sentences before. */
function personOf(
  line: Line,
  index: number,
  {from, to}: Sentence,
  hasTopic: boolean,
  known: readonly Known[],
): Known | undefined {
  const here = known.filter((one) => one.line === line.index)
  if (hasTopic) return here.find((one) => one.at >= from && one.at < to && one.isActing)
  const before = line.sentences[Math.max(0, index - 2)]
  const near = before && here.findLast((one) => one.at >= before.from && one.at < from)
  // The only person of the paragraph, though further away.
  const first = here.find((one) => one.at < from)
  const isOnly = here.every(({name}) => first?.name.startsWith(name) ?? false)
  return near ?? (isOnly ? first : undefined)
}
