// The people and institutions of an article: a short name is resolved to the fullest one.
import type {Speaker} from '../../article.ts'
import {bodiesOf, isShortSchool, OWN_SCHOOL, UNNAMED} from './belonging.ts'
import {type InstitutionMention, institutionsIn} from './institutions.ts'
import {isBefore, type Known, knownIn, type Place} from './known.ts'
import type {Line} from './lines.ts'
import {peopleIn, type PersonMention} from './names.ts'
import {organisationsIn, type Vocabulary} from './organisations.ts'
import {anyOf, expression, HAN, KATAKANA, type Lexicon, NOUN} from './rules.ts'

export interface Cast {
  lines: readonly Line[]
  lexicon: Vocabulary
  /** By line. */
  people: PersonMention[][]
  institutions: InstitutionMention[][]
  known: Known[]
  /** Full names that have neither honorific nor title, by the surname. */
  bareNames: Map<string, string>
  /** Those that were asked for, by the full name. */
  speakers: Map<string, Speaker>
}

/** Finds who is named in an article. */
export function castOf(lines: readonly Line[], words: Lexicon): Cast {
  const lexicon: Vocabulary = {...words, organisations: organisationsIn(lines, words)}
  const people = lines.map((line) => peopleIn(line, lexicon))
  addHeaded(people.flat(), lines, lexicon)
  const named = lines.map((line) => institutionsIn(line, lexicon))
  const institutions = named.map((list, index) =>
    withShortNames(list, lines[index], named, lexicon),
  )
  const known = knownIn(lines, people, institutions, lexicon)
  return {
    lines,
    lexicon,
    people,
    institutions,
    known,
    bareNames: bareNamesIn(lines, lexicon),
    speakers: new Map(),
  }
}

/** 試験場は, where a 県水産試験場 was named: the short word is not a name. */
function withShortNames(
  list: readonly InstitutionMention[],
  line: Line | undefined,
  all: readonly InstitutionMention[][],
  {shortKinds}: Lexicon,
): InstitutionMention[] {
  const kinds = shortKinds.filter((kind) =>
    all.flat().some(({name}) => name.length > kind.length && name.endsWith(kind)),
  )
  if (!line || kinds.length === 0) return [...list]
  const pattern = expression(`(?<![${NOUN}]|の)${anyOf(kinds)}(?=[はがも]|の報告|によ|から)`, 'gu')
  const short = [...line.masked.matchAll(pattern)].map(({0: name, index: start}) => ({
    start,
    to: start + name.length,
    name,
    kind: null,
    line: line.index,
  }))
  const isFree = (one: InstitutionMention): boolean =>
    !list.some((other) => one.start < other.to && other.start < one.to)
  return [...list, ...short.filter(isFree)].toSorted((a, b) => a.start - b.start)
}

/** 稲穂フェニックスの監督: what has a 監督 is a team. */
function addHeaded(
  people: readonly PersonMention[],
  lines: readonly Line[],
  lexicon: Vocabulary,
): void {
  const {organisations, endsInInstitution} = lexicon
  for (const {title, affiliation} of people) {
    if (title === null || affiliation === null || affiliation.length < 3) continue
    // 鶴の湯の三代目 does not say what it is.
    if (title.endsWith('代目')) continue
    const {key, endings} = bodiesOf(title, lexicon)
    const isTeam = lexicon.teamTitles.includes(key ?? '')
    const kind = isTeam ? 'チーム' : endings.find((word) => word.length > 1)
    // A 「…」 of which little was known: a player shows that it is a team.
    const isMarked = isTeam && organisations.get(affiliation) === '団体'
    const isKnown = organisations.has(affiliation) || endsInInstitution.test(affiliation)
    if (kind === undefined || (isKnown && !isMarked)) continue
    organisations.set(affiliation, kind)
    // 稲穂フェニックス elsewhere, of which フェニックス is short
    const longer = fullNameIn(lines, affiliation, lexicon)
    if (longer !== null) organisations.set(longer, kind)
  }
}

function fullNameIn(
  lines: readonly Line[],
  name: string,
  {notNamed, ranks, longCompanyWords}: Lexicon,
): string | null {
  const isKind = expression(`${anyOf([...ranks, ...longCompanyWords])}$`, 'u')
  const noName = expression(`^(?:${anyOf([...notNamed, ...ranks])}|[元前現同両])`, 'u')
  for (const {masked} of lines) {
    const at = masked.indexOf(name)
    const lead =
      at < 0 ? '' : (expression(`[${HAN}]{1,6}$`, 'u').exec(masked.slice(0, at))?.[0] ?? '')
    if (lead !== '' && !noName.test(lead) && !isKind.test(lead)) return lead + name
  }
  return null
}

/** The last before a place, else the first after it. */
function nearest<T extends Place>(list: readonly T[], place: Place): T | undefined {
  return list.findLast((one) => isBefore(one, place)) ?? list[0]
}

const isPartOf = (name: string, full: string, lexicon: Lexicon): boolean => {
  if (full.length <= name.length) return false
  if (full.split(/[・＝= \u00a0\u3000]/u).includes(name)) return true
  if (/[・＝= ]/u.test(full)) return false
  return full.startsWith(name) || isGivenNameOf(name, full, lexicon)
}

/** 航 of 江波航, 航平 of 森航平. */
function isGivenNameOf(name: string, full: string, {shortFamilies}: Lexicon): boolean {
  if (!full.endsWith(name)) return false
  const family = full.slice(0, -name.length)
  return (
    family.length > 1 || shortFamilies.includes(family) || /^[^\p{Script=Han}]{2,}$/u.test(name)
  )
}

/** 山本 is 山本一郎 elsewhere. */
function fullName(cast: Cast, name: string, place: Place): string {
  const longer = cast.known.filter((one) => isPartOf(name, one.name, cast.lexicon))
  // Of two people of one family, the surname is for the one whom the text does not call by the given name.
  const formal = longer.filter((one) => !isCalledByGivenName(cast, one.name, name))
  const found =
    formal.length > 0
      ? (firstOfFamily(cast, formal, name) ?? nearest(formal, place))
      : lastOfFamily(cast, longer, place)
  if (found) return fullName(cast, found.name, place)
  return cast.bareNames.get(name) ?? name
}

/** Whom the surname was for before others of the family were named, or who is not introduced as a relative. */
function firstOfFamily(cast: Cast, family: readonly Known[], surname: string): Known | undefined {
  const inText = family.filter((one) => isInText(cast, one))
  const short = cast.known.find((one) => one.name === surname && isInText(cast, one))
  const {relatives, spouses} = cast.lexicon
  const related = expression(`${anyOf([...relatives, ...spouses])}の$`, 'u')
  const isRelated = ({line, at}: Known): boolean =>
    related.test(cast.lines[line]?.masked.slice(0, at) ?? '')
  return (
    onlyOne(inText.filter((one) => short && isBefore(one, short))) ??
    onlyOne(inText.filter(({name}) => !inText.some((one) => one.name === name && isRelated(one))))
  )
}

function onlyOne([first, ...others]: readonly Known[]): Known | undefined {
  return others.every((one) => one.name === first?.name) ? first : undefined
}

/** Of those who are all called by the given name, the one named last. */
function lastOfFamily(cast: Cast, family: readonly Known[], place: Place): Known | undefined {
  const last = cast.known.findLast(
    ({name, line, at}) =>
      isBefore({line, at}, place) && family.some((one) => one.name.endsWith(name)),
  )
  return family.find((one) => last && one.name.endsWith(last.name)) ?? nearest(family, place)
}

const isCalledByGivenName = (cast: Cast, full: string, family: string): boolean =>
  full.startsWith(family) &&
  cast.people.flat().some(({name, given = name}) => given !== null && full === family + given)

/** Full names without honorific or title, by the surname: 二宮つばさが. */
function bareNamesIn(lines: readonly Line[], lexicon: Lexicon): Map<string, string> {
  const bare = expression(
    `(?<=^|[、。のと\u3000])([${HAN}]{2,3})(?!${lexicon.title})(\\p{Script=Hiragana}{2,4}?|[${KATAKANA}]{2,5})(?=（[\\p{Nd}\\p{Script=Hiragana}][^）]*）|[はがも、]|${lexicon.title})`,
    'gu',
  )
  const found = new Map<string, string>()
  for (const {masked} of lines)
    for (const [, family = '', given = ''] of masked.matchAll(bare))
      if (!found.has(family) && isGivenName(lexicon, given)) found.set(family, family + given)
  return found
}

const isGivenName = (lexicon: Lexicon, found: string): boolean =>
  lexicon.givenNames.has(found) ||
  (!lexicon.endsInTitle.test(found) &&
    !lexicon.honorifics.includes(found) &&
    !expression(lexicon.notGivenNames.join('|'), 'u').test(found))

/** A person who is named in a line, or only by the title: 首相は. Null where the article has no such person. */
export function personOf(cast: Cast, mention: PersonMention): Speaker | null {
  const place = {line: mention.line, at: mention.from}
  if (
    mention.isWeak &&
    !cast.known.some(({name}) => isPartOf(mention.name ?? '', name, cast.lexicon))
  )
    return null
  if (mention.name !== null) return person(cast, fullName(cast, mention.name, place))
  const title = mention.title ?? ''
  const same = cast.known.filter((one) => one.title !== null && one.title.endsWith(title))
  const here = mention.affiliation && institutionOf(cast, mention.affiliation, place).name
  const found = nearest(
    same.filter((one) => !here || person(cast, fullName(cast, one.name, one)).affiliation === here),
    place,
  )
  return found ? person(cast, fullName(cast, found.name, found)) : null
}

/** A name without honorific and title, if the article has it elsewhere with one, or in full. */
export function personNamed(cast: Cast, name: string, place: Place): Speaker | null {
  const isKnown = cast.known.some((one) => one.name === name)
  // 橘: the whole family name of 橘真帆
  const isFamily = (one: Known) => one.name.length > 2 && one.name.startsWith(name)
  const isWhole = name.length > 1 || cast.known.some(isFamily)
  const full = isWhole ? fullName(cast, name, place) : name
  return isKnown || full !== name ? person(cast, full) : null
}

function person(cast: Cast, name: string): Speaker {
  const found = cast.speakers.get(name) ?? describe(cast, name)
  cast.speakers.set(name, found)
  return found
}

function describe(cast: Cast, name: string): Speaker {
  const mentions = cast.known
    .filter(
      (one) =>
        one.name === name ||
        (isPartOf(one.name, name, cast.lexicon) && fullName(cast, one.name, one) === name),
    )
    .toSorted((a, b) => rank(cast, a) - rank(cast, b))
  const titles = mentions.flatMap((one) => one.title ?? [])
  const title = titles.find((one) => !/^[元前]/u.test(one)) ?? titles[0] ?? null
  const belongs = mentions.find((one) => one.affiliation !== null)
  const affiliation = belongs
    ? ownInstitution(cast, belongs.affiliation ?? UNNAMED, title, belongs)
    : fullInstitution(
        cast,
        namesake(cast, name, title) ?? byTitle(cast, title, mentions[0]),
        mentions[0],
      )
  const [first] = mentions
  const school = affiliation && first ? schoolOfClub(cast, affiliation, title, first) : null
  return {
    name,
    kind: 'person',
    title,
    affiliation: school ?? (affiliation && withoutPrefecture(affiliation)),
  }
}

/** 浜野町 of 潮路県浜野町 */
const withoutPrefecture = (name: string): string =>
  expression(`^[${HAN}]{2,4}[県府]([${HAN}${KATAKANA}]{2,}[市町村区])$`, 'u').exec(name)?.[1] ??
  name

/** 森米店 of its head 森健一: a firm has the family's name. */
function namesake(cast: Cast, person: string, title: string | null): string | null {
  const {lexicon} = cast
  const {anyHeads, titleOf, longFamilies, shortFamilies} = lexicon
  if (title === null || !anyHeads.includes(bodiesOf(title, lexicon).key ?? '')) return null
  const families = [...longFamilies, ...shortFamilies, person.slice(0, 2)]
  const family = families.find((one) => one.length < person.length && person.startsWith(one))
  const kinds = [...(titleOf['社長'] ?? []), ...(titleOf['店主'] ?? [])]
  const firm = places(cast).find(
    ({name}) =>
      family !== undefined &&
      name.startsWith(family) &&
      kinds.some((kind) => name.length > family.length + 1 && name.endsWith(kind)),
  )
  return firm?.name ?? null
}

const fullInstitution = (
  cast: Cast,
  name: string | null,
  place: Place | undefined,
): string | null => (name === null || !place ? name : institutionName(cast, name, place))

/** Null for 同校 where no school is named. */
function ownInstitution(
  cast: Cast,
  affiliation: string,
  title: string | null,
  place: Place,
): string | null {
  if (affiliation === UNNAMED) return null
  const {name} = institutionOf(cast, affiliation, place)
  if (isSame(cast, name))
    return affiliation === OWN_SCHOOL ? shortSchool(cast, cast.lexicon.teamSchools, place) : null
  // 製針会社の社長, and 浜野製針 elsewhere
  const proper = isCommon(cast, name) ? byTitle(cast, title, place) : null
  const isMere = cast.lexicon.mereFirms.includes(name)
  return fullInstitution(cast, proper, place) ?? (isMere ? null : name)
}

/** 演劇部の部長 is of the school that was named before. */
function schoolOfClub(cast: Cast, name: string, title: string | null, place: Place): string | null {
  const isClub = expression(`^[${HAN}${KATAKANA}]{1,6}部$`, 'u').test(name)
  if (!isClub || !cast.lexicon.clubTitles.some((word) => title?.endsWith(word))) return null
  const school = institutionName(cast, OWN_SCHOOL, place)
  return isSame(cast, school) ? null : school
}

/** The text comes before captions and the headline. */
const rank = (cast: Cast, {line}: Place): number =>
  (cast.lines[line]?.passage.block ?? null) === null ? line + cast.lines.length : line

/** The school of a headmaster, which an earlier paragraph names. */
function byTitle(cast: Cast, title: string | null, place: Place | undefined): string | null {
  if (title === null || !place) return null
  const {lexicon} = cast
  const {key, endings} = bodiesOf(title, lexicon)
  const fits = ({name, kind}: Pick<InstitutionMention, 'name' | 'kind'>): boolean =>
    endings.some(
      (word) => name.endsWith(word) || kind?.endsWith(word) || isNamedCompany(name, word),
    ) ||
    // 教授 of 浜野大学理学部
    (lexicon.endsInUnit.test(name) &&
      endings.some((word) => word.length > 1 && name.includes(word)))
  const fitting = places(cast).filter(
    (one) =>
      fits(one) &&
      !isCommon(cast, one.name) &&
      !isSame(cast, one.name) &&
      !(lexicon.teamTitles.includes(key ?? '') && isObject(cast, one)),
  )
  // A 元館長 is of what was named already.
  if (/^[元前]/u.test(title))
    return (
      fitting.findLast((one) => isBefore(one, place))?.name ??
      placeIn(
        cast,
        endings.filter((word) => lexicon.placeWords.includes(word)),
      )
    )
  // A 看護師 may be somebody's neighbour: a hospital must be what the story is about.
  if (lexicon.trainedStaff.includes(key ?? '')) return mainOf(cast, fitting, place)
  // 工房「つむぎ」の代表: an organisation of any kind.
  const isAny =
    lexicon.anyHeads.includes(key ?? '') ||
    lexicon.staffTitles.includes(title) ||
    title.endsWith('代目')
  const isOfSchool = lexicon.titleOf['校長'] === lexicon.titleOf[key ?? '']
  // ミツワ商事は…。戸叶亮物流部長は: a head of a department.
  const isDepartmentHead = lexicon.departmentHeads.some((word) => title.endsWith(word))
  // 「月の堂」の代表; a 協会 comes later.
  const isLater = isAny && !fitting.some((one) => isBefore(one, place))
  const own = organisationsOf(cast).filter((one) => isBefore(one, place))
  return (
    beforeIn(cast, fitting, place) ??
    (isLater ? mostNamed(cast, own, place) : null) ??
    mostNamed(cast, fitting, place) ??
    (isDepartmentHead ? institutionBefore(cast, place) : null) ??
    (isAny ? mostNamed(cast, organisationsOf(cast), place) : null) ??
    (lexicon.shopTitles.includes(key ?? '') ? shopIn(cast) : null) ??
    (isOfSchool ? shortSchool(cast, lexicon.shortSchools, place) : null) ??
    (lexicon.teamTitles.includes(key ?? '')
      ? shortSchool(cast, lexicon.teamSchools, place)
      : null) ??
    (isAny ? latinName(cast, place) : null) ??
    (lexicon.insiders.some((word) => title.endsWith(word)) ? topicBefore(cast, place) : null) ??
    bodyIn(cast, endings) ??
    placeIn(
      cast,
      endings.filter((word) => lexicon.placeWords.includes(word)),
    )
  )
}

/** 浜野鉄道は減便を発表した。運行管理者の: what the paragraph is about. */
function topicBefore(cast: Cast, place: Place): string | null {
  const topic = places(cast).findLast(
    (one) =>
      one.line === place.line &&
      isBefore(one, place) &&
      !isCommon(cast, one.name) &&
      !isSame(cast, one.name) &&
      cast.lines[one.line]?.masked.startsWith('は', one.to) === true,
  )
  return topic ? institutionName(cast, topic.name, topic) : null
}

/** The last one that precedes a place in its paragraph, and is not another person's. */
const beforeIn = (cast: Cast, list: readonly Named[], {line, at}: Place): string | null =>
  list.findLast((one) => one.line === line && one.at < at && !isOwner(cast, one))?.name ?? null

/** What the paragraph names, or the story in its lead or again and again. */
function mainOf(cast: Cast, list: readonly Named[], place: Place): string | null {
  const main = mostNamed(cast, list, place)
  const lead = cast.lines.findIndex(({passage}) => passage.block !== null && !passage.isHeading)
  const mentions = list.filter((one) => institutionName(cast, one.name, one) === main)
  const isMain = mentions.length > 1 || mentions.some(({line}) => line <= lead)
  return beforeIn(cast, list, place) ?? (isMain ? main : null)
}

/** What the story is about; of two, the one that precedes a place. */
function mostNamed(cast: Cast, list: readonly Named[], place: Place): string | null {
  const nearer = [
    ...list.filter((one) => isBefore(one, place)).toReversed(),
    ...list.filter((one) => !isBefore(one, place)),
  ]
  return mostOften(nearer.map((one) => institutionName(cast, one.name, one)))
}

/** Those that the words around them tell. */
const organisationsOf = (cast: Cast): Named[] =>
  places(cast).filter(({name}) => cast.lexicon.organisations.has(name))

/** The institution that is named last in the paragraph. */
function institutionBefore(cast: Cast, place: Place): string | null {
  const before = places(cast).findLast(
    (one) =>
      one.line === place.line &&
      isBefore(one, place) &&
      !isCommon(cast, one.name) &&
      !isSame(cast, one.name) &&
      // They answer there, but work elsewhere.
      !/(?:委員会|議会|会議)$/u.test(one.name) &&
      !cast.lexicon.placeWords.some((word) => one.name.endsWith(word)),
  )
  return before?.name ?? councilPlace(cast)
}

/** 浜野市 of 浜野市議会, where its 部長 answers. */
const councilPlace = (cast: Cast): string | null =>
  places(cast).flatMap(({name}) => /^(..+[県市町村区])議会$/u.exec(name)?.[1] ?? [])[0] ?? null

/** 浜野県 in 浜野県立病院 or 浜野県東部: the place that the article names most. */
function placeIn({lines, lexicon}: Cast, kinds: readonly string[]): string | null {
  if (kinds.length === 0) return null
  const pattern = expression(
    `(?<![${NOUN}])((?![${lexicon.notPlaceStarts}])[${HAN}${KATAKANA}]{1,5}?${anyOf(kinds)})(?!長|議(?!会))`,
    'gu',
  )
  return mostOften(lines.flatMap(({masked}) => [...masked.matchAll(pattern)].map(([name]) => name)))
}

/** 丸福堂, of which the article tells again and again. */
function shopIn({lines, lexicon}: Cast): string | null {
  const pattern = expression(
    `(?<![${NOUN}])[${NOUN}]{2,5}${anyOf(lexicon.shopEndings)}(?![${NOUN}])`,
    'gu',
  )
  const kinds = expression(`${anyOf([...lexicon.companyWords, ...lexicon.notShops])}$`, 'u')
  const names = lines
    .flatMap(({masked}) => [...masked.matchAll(pattern)].map(([name]) => name))
    .filter((name) => !kinds.test(name) && !lexicon.endsInAnonymous.test(name))
  return mostOften(names.filter((name) => names.indexOf(name) < names.lastIndexOf(name)))
}

/** 浜野駅 of a 駅長, of which the article tells. */
function bodyIn({lines, lexicon}: Cast, endings: readonly string[]): string | null {
  const ends = endings.filter((word) => lexicon.bodyEnds.includes(word))
  if (ends.length === 0) return null
  const pattern = expression(
    `(?<![${NOUN}])[${HAN}${KATAKANA}]{2,8}${anyOf(ends)}(?![${NOUN}])`,
    'gu',
  )
  const kinds = expression(
    `^${anyOf(lexicon.notNamed)}|${anyOf([...lexicon.companyWords, ...lexicon.notShops, ...lexicon.mereKinds])}$`,
    'u',
  )
  const names = lines.flatMap(({masked}) => [...masked.matchAll(pattern)].map(([name]) => name))
  return mostOften(names.filter((name) => !kinds.test(name)))
}

/** 灘島小 of a headmaster, 浜野工 of a captain. */
function shortSchool(
  {lines, lexicon}: Cast,
  kinds: readonly string[],
  place: Place,
): string | null {
  const pattern = expression(
    `(?<![${NOUN}])[${HAN}${KATAKANA}]{2,}${anyOf(kinds)}(?=[はがので])`,
    'gu',
  )
  const found = lines.flatMap(({masked, index: line}) =>
    [...masked.matchAll(pattern)].map(({0: name, index: at}) => ({name, line, at})),
  )
  const schools = found.filter(({name}) => isShortSchool(name, lexicon, kinds))
  return nearest(schools, place)?.name ?? null
}

function mostOften(names: readonly string[]): string | null {
  const counts = [...Map.groupBy(names, (name) => name).values()]
  return counts.toSorted((a, b) => b.length - a.length)[0]?.[0] ?? null
}

/** 株式会社ハコベ */
const isNamedCompany = (name: string, word: string): boolean =>
  word.endsWith('会社') && name.startsWith(word) && name !== word

type Named = Place & Pick<InstitutionMention, 'name' | 'kind' | 'to'>

const places = (cast: Cast): Named[] =>
  cast.institutions
    .flat()
    .map(({name, kind, line, start, to}) => ({name, kind, line, at: start, to}))

/** 同省 is the ministry that was named before, 役場 the 東町役場. */
export function institutionOf(cast: Cast, name: string, place: Place): Speaker {
  return {
    name: institutionName(cast, name, place),
    kind: 'institution',
    title: null,
    affiliation: null,
  }
}

function institutionName(cast: Cast, name: string, place: Place): string {
  const all = places(cast).filter((one) => !isSame(cast, one.name))
  // 同市教育部
  const [, owner, part] = /^(同(?:大学|大(?!学)|[市県町村区社校]))(.+)$/u.exec(name) ?? []
  if (owner !== undefined && part !== undefined && isSame(cast, name)) {
    const full = institutionName(cast, owner, place)
    return full === owner ? name : full + part
  }
  if (isSame(cast, name)) {
    const ending = name.slice(1)
    const endings = cast.lexicon.sameInstitution[ending] ?? [ending]
    const before = all.filter((one) => isBefore(one, place) && !isCommon(cast, one.name))
    const fitting = before.findLast(
      (one) =>
        (endings.some((word) => one.name.endsWith(word)) || one.kind?.endsWith(ending)) &&
        !(name === OWN_SCHOOL && isObject(cast, one)),
    )
    const company =
      ending === '社' ? before.findLast((one) => isCompany(cast, one.name)) : undefined
    // A firm that has an opinion on another is not what the text is about.
    const topic =
      ending === '社'
        ? before.findLast(
            (one) =>
              !isOwner(cast, one) &&
              (isCompany(cast, one.name) || endings.some((word) => one.name.endsWith(word))),
          )
        : undefined
    const found =
      topic ??
      [fitting, company]
        .filter((one) => one !== undefined)
        .toSorted((a, b) => (isBefore(a, b) ? 1 : -1))[0]
    if (found) return institutionName(cast, found.name, found)
    if (ending === '社') return latinName(cast, place) ?? name
    // 県高野連は…。同連盟によると: the full name may come last.
    const later =
      ending.length > 1
        ? all.find((one) => one.name.endsWith(ending) && !isCommon(cast, one.name))
        : undefined
    return later?.name ?? name
  }
  // 潮路県岩瀬町 is 岩瀬町 in full, but no longer name.
  const isPlace = cast.lexicon.placeWords.some((word) => name.endsWith(word))
  const full = fullEndings(name, cast.lexicon)
  const longer = all.filter(
    (one) =>
      one.name.length > name.length &&
      full.some((ending) => one.name.endsWith(ending)) &&
      !one.name.includes('の') &&
      !(isPlace && name.length > 1),
  )
  const town = isPlace && name.length === 1 ? placeIn(cast, [name]) : null
  return nearest(longer, place)?.name ?? town ?? name
}

/** 浜野漁業協同組合 of 浜野漁協, with the name itself. */
function fullEndings(name: string, {shortForms}: Lexicon): string[] {
  const full = Object.entries(shortForms).flatMap(([short, endings]) =>
    name.endsWith(short) ? endings.map((ending) => name.slice(0, -short.length) + ending) : [],
  )
  return [name, ...full]
}

/** ひびき証券 in ひびき証券の森アナリスト. */
const isOwner = (cast: Cast, {line, at, to}: Place & {to: number}): boolean =>
  cast.people[line]?.some((one) => one.start < to && at < one.from) === true

/** 西洛大を破り: the sentence is on another team. */
const isObject = (cast: Cast, {line, to}: Place & {to: number}): boolean =>
  /^[をとへ]/u.test(cast.lines[line]?.masked.slice(to) ?? '')

/** 同省, 同社; but 同窓会 is a word. */
const isSame = ({lexicon}: Cast, name: string): boolean =>
  name.startsWith('同') && !lexicon.institutions.includes(name)

/** 学校, 製針会社, 体育館: a kind without a name. */
const isCommon = ({lexicon}: Cast, name: string): boolean =>
  !lexicon.onlyOnes.includes(name) && isKind(lexicon, name)

const isKind = (lexicon: Lexicon, name: string): boolean =>
  lexicon.notInstitutions.includes(name) ||
  lexicon.notShops.includes(name) ||
  expression(
    `^${anyOf(lexicon.notNamed)}{0,2}${anyOf([...lexicon.institutions, ...lexicon.companyWords])}{1,2}$|(?<!${anyOf(lexicon.companyForms)})${anyOf(lexicon.mereKinds)}$(?<!^${anyOf(lexicon.companyForms)}.+)`,
    'u',
  ).test(name)

/** The last name in Latin script that is not a person's. */
function latinName(cast: Cast, place: Place): string | null {
  const pattern =
    /(?<![\p{Script=Latin}「『])\p{Lu}[\p{Script=Latin}\p{Nd}&＆.]*\p{Ll}[\p{Script=Latin}\p{Nd}&＆.]*(?: \p{Lu}[\p{Script=Latin}\p{Nd}&＆.]*)*/gu
  const names = cast.lines.flatMap(({masked, index}) =>
    [...masked.matchAll(pattern)].map(({0: name, index: at}) => ({
      name: name.replace(/\.$/u, ''),
      line: index,
      at,
    })),
  )
  const isPerson = (name: string): boolean =>
    cast.known.some((one) => one.name === name || isPartOf(name, one.name, cast.lexicon))
  return names.findLast((one) => isBefore(one, place) && !isPerson(one.name))?.name ?? null
}

/** Known by the words around it, not by its ending. */
const isCompany = ({lexicon}: Cast, name: string): boolean =>
  !lexicon.endsInInstitution.test(name) && !lexicon.placeWords.includes(name)

/** The person named last in the paragraph, or who acted last before: 彼女は. */
export function lastNamed(cast: Cast, place: Place): Speaker[] {
  const here = cast.known.findLast((one) => one.line === place.line && isBefore(one, place))
  return here ? [person(cast, fullName(cast, here.name, here))] : lastActing(cast, place)
}

/** The person who acted last: 本人は. */
export function lastActing(cast: Cast, place: Place): Speaker[] {
  const acting = cast.known.findLast(
    (one) => one.isActing && isInText(cast, one) && isBefore(one, place),
  )
  return acting ? [person(cast, fullName(cast, acting.name, acting))] : lastPeople(cast, place, 1)
}

const isInText = (cast: Cast, {line}: Place): boolean =>
  (cast.lines[line]?.passage.block ?? null) !== null

/** The people named last before a place, in the order of the article. */
export function lastPeople(cast: Cast, place: Place, count: number): Speaker[] {
  const group = count > 1 ? lastGroup(cast, place, count, place.line - 1) : []
  if (group.length === count) return group
  const last = peopleBefore(cast, place, count)
  const isNear = last.every(({line}) => line >= place.line - 1)
  const first = count > 1 && !isNear ? lastGroup(cast, place, count, 0) : []
  return first.length === count ? first : last.map(({speaker}) => speaker)
}

function peopleBefore(cast: Cast, place: Place, count: number): {speaker: Speaker; line: number}[] {
  const found = new Map<string, {speaker: Speaker; line: number}>()
  for (const one of cast.known.toReversed()) {
    if (!isInText(cast, one) || !isBefore(one, place) || found.size === count) continue
    const speaker = person(cast, fullName(cast, one.name, one))
    if (!found.has(speaker.name)) found.set(speaker.name, {speaker, line: one.line})
  }
  return [...found.values()].toReversed()
}

/** AさんとB市議: they are named as one, in a line or after it. */
function lastGroup(cast: Cast, place: Place, count: number, from: number): Speaker[] {
  const lines = cast.lines.slice(Math.max(0, from), place.line + 1)
  const groups = lines
    .filter(({index}) => isInText(cast, {line: index, at: 0}))
    .flatMap((line) => {
      const mentions = (cast.people[line.index] ?? []).filter(
        ({name, from}) => name !== null && isBefore({line: line.index, at: from}, place),
      )
      return mentions.flatMap((_, index) => {
        const group = mentions.slice(index, index + count)
        const areJoined = group.every(
          ({start}, at) =>
            at === 0 || /^(?:と、?|や|、|・)$/u.test(line.masked.slice(group[at - 1]?.to, start)),
        )
        return group.length === count && areJoined ? [group] : []
      })
    })
  return groups.at(-1)?.flatMap((mention) => personOf(cast, mention) ?? []) ?? []
}
