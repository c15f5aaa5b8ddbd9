// Who wrote the article: lines below its headline or at its end.
import type {Byline, Found} from '../article.ts'
import type {HeadRules, LanguageRules} from '../languages/rules.ts'
import type {Line} from '../lines.ts'
import {honorificsOf, isOrganisation, isPersonName, namesIn} from './names.ts'
import {isGivenName} from '../languages/given-names.ts'
import {
  eitherCase,
  isCapital,
  length,
  NONE,
  oncePer,
  pattern,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from './patterns.ts'

export interface BylineLine {
  bylines: Byline[]
  /** "Arts correspondent", which belongs to the text about the author. */
  role: string | null
  /** The place in "Hester Vane in Withy Lock". */
  dateline: string | null
}

type Role = Byline['role']

interface Roles {
  roles: [Role, readonly string[]][]
  all: string[]
}

/** The labels before names, one by one and together. */
const rolesOf = oncePer(({bylines: {writer, photographer, translator}}: HeadRules): Roles => {
  const roles: Roles['roles'] = [
    ['photographer', photographer],
    ['translator', translator],
    ['writer', writer],
  ]
  return {roles, all: roles.flatMap(([, labels]) => labels)}
})

/** A line with a label before its names: "By Tom Beck", "Photographs by …". Null if it is none. */
export function labelledByline(line: Line, index: number, rules: LanguageRules): BylineLine | null {
  const {head} = rules
  if (line.text.length > 160) return null
  const {text, credit} = atCredit(withoutBrackets(withoutAddress(line.text)), rules)
  const own = ownCorrespondent(text, index, rules) ?? placeAndWriter(text, index, rules)
  if (own) return own
  const {roles, all} = rolesOf(head)
  const between = rules.hasNoSpaces ? '[:：]?' : '(?:\\s*[:：]\\s*|\\s+)'
  const next = rules.hasNoSpaces ? '(?=%)' : '(?=%\\s*[:：]?\\s*\\p{Lu}|(?:%)[:：])'
  const isAllCapitals = !/\p{Ll}/u.test(text)
  const found: Byline[] = []
  let role: string | null = credit
  let dateline: string | null = null
  // One line may name several roles: 「取材・文：甲」 and 「撮影：乙」, "By A; photographs by B".
  const isListed = rules.hasNoSpaces ? '' : `(?<!\\s(?:${wordsOf(head.and)}))`
  // A hyphen within a word is none: "Küstenblatt-Reporterin Ada Crane".
  const parts = text.split(
    pattern(
      eitherCase(all),
      `(?:\\s*[;|／/•·–—]\\s*|\\s-\\s|${isListed}(?:(?<=\\p{Ll})\\.)?[\\s　]+|^)${next}`,
      isAllCapitals ? 'iu' : 'u',
    ),
  )
  let isLabelled = false
  const isLabel = pattern(all, `^%${between}\\S`)
  for (const part of withoutBareLabels(parts.filter(Boolean), isLabel, rules)) {
    const entry = roles.find(([, labels]) => pattern(labels, `^%${between}`).test(part))
    const own = entry || part !== parts.at(0) ? null : beforeLabel(part, rules)
    if (own) {
      // "Ada Crane / Photos: Ben Stark"
      found.push(...own.names.map((name) => ({name, role: 'writer' as const, lines: [index]})))
      dateline = own.place
      continue
    }
    if (!entry) return null
    isLabelled = true
    const rest = part.replace(pattern(entry[1], `^%${between}`), '').trim()
    const named =
      namesWithRoles(rest, index, rules) ??
      nameLine(rest, index, rules, entry[0]) ??
      nameAndPlace(rest, index, rules, entry[0]) ??
      nameAndOffice(rest, index, rules, entry[0])
    if (!named) return null
    found.push(...named.bylines)
    const label = part.slice(0, part.length - rest.length)
    if (
      entry[0] === 'writer' &&
      head.alsoPhotographer &&
      pattern(head.alsoPhotographer, '%').test(label)
    ) {
      found.push(...named.bylines.map((byline) => ({...byline, role: 'photographer' as const})))
    }
    role ??= named.role
    dateline ??= named.dateline
  }
  const sent = role !== null && dateline === null ? sentTo(role, rules) : null
  return isLabelled && found.length > 0 ? {bylines: found, role, dateline, ...sent} : null
}

/** The writers before the label of a photographer: "Ada Crane", "Ada Crane in Kiln Bay, Ruthia." */
function beforeLabel(
  part: string,
  rules: LanguageRules,
): {names: string[]; place: string | null} | null {
  const names = namesIn(part.trim(), rules)
  if (names) return {names, place: null}
  const sent = nameFromPlace(part.trim().replace(/\.$/u, ''), rules)
  return sent && !isEmployer(sent.place, rules) ? sent : null
}

/** "envoyée spéciale à Fournay": the place of the article. */
function sentTo(role: string, {head}: LanguageRules): {role: string; dateline: string} | null {
  const {what = '', place = ''} =
    wordPattern(
      head.from,
      '^(?<what>.+?)\\s%\\s(?<place>\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+)?)$',
      'u',
    ).exec(role)?.groups ?? {}
  const isOne = pattern(head.authorRoles, '^(?:%)$').test(what)
  return isOne && place !== '' ? {role: what, dateline: place} : null
}

/** ノルデン＝石野窯人: the place and who writes from it. */
function placeAndWriter(text: string, index: number, rules: LanguageRules): BylineLine | null {
  if (!rules.hasNoSpaces || pattern(rolesOf(rules.head).all, '^%').test(text)) return null
  const sent = /^(?<place>[\p{sc=Han}\p{sc=Katakana}ー]{2,10})＝(?<name>[^＝]{2,12})$/u.exec(
    text,
  )?.groups
  const name = sent?.['name']?.replace(/(?:記者|特派員)$/u, '') ?? ''
  if (!/\p{sc=Han}/u.test(name) || !isPersonName(name, rules)) return null
  const bylines = [{name, role: 'writer' as const, lines: [index]}]
  return {bylines, role: null, dateline: sent?.['place'] ?? null}
}

/** "By Ada Crane acrane@kiln.example" */
const withoutAddress = (text: string): string =>
  text.includes('@') ? text.replace(/[\s,|/(]+[^\s@]*@\S+$/u, '') : text

/** （文・写真＝石野窯人） */
const withoutBrackets = (text: string): string =>
  /^[（(](?<inside>[^（）()]+)[）)]$/u.exec(text)?.groups?.['inside'] ?? text

/** 「文＝石野窯人 編集＝大野ミキ」: who edited is not an author. */
function atCredit(text: string, rules: LanguageRules): {text: string; credit: string | null} {
  const words = rules.hasNoSpaces ? text.split(/[\s　]+/u) : []
  const at = words.findIndex((word) => pattern(rules.head.credits, '%').test(word))
  return at > 0
    ? {text: words.slice(0, at).join('　'), credit: words.slice(at).join('　')}
    : {text, credit: null}
}

/** "Von unserer Mitarbeiterin Ada Crane in Ofenau", "De notre correspondant à Fournay, Ada Crane" */
function ownCorrespondent(text: string, index: number, rules: LanguageRules): BylineLine | null {
  const {own = NONE, from, authorRoles} = rules.head
  if (!pattern(own, '^(?:%)\\s').test(text)) return null
  const isRole = pattern(authorRoles, `${WORD_START}%$`)
  const isFrom = wordPattern(from, '^%\\s+', 'iu')
  const words = text.split(/\s+/u)
  for (let count = 3; count < Math.min(words.length, 8); count++) {
    const role = words.slice(1, count).join(' ')
    const rest = words.slice(count).join(' ')
    if (!isRole.test(role.replace(/,$/u, ''))) continue
    const [place = '', ...names] = rest.replace(isFrom, '').split(/,\s+/u)
    const named = isFrom.test(rest)
      ? nameLine(names.join(', '), index, rules)
      : nameLine(rest, index, rules)
    const sent =
      named ?? (isFrom.test(rest) ? placeAndName(rest.replace(isFrom, ''), index, rules) : null)
    if (!sent) continue
    const dateline = isFrom.test(rest) ? (sent.dateline ?? place) : sent.dateline
    return {...sent, role: role.replace(/,$/u, ''), dateline}
  }
  return null
}

/** "Kiln Bay Ada Crane": the name is the last two words. */
function placeAndName(text: string, index: number, rules: LanguageRules): BylineLine | null {
  const words = text.split(' ')
  const place = words.slice(0, -2).join(' ')
  const named = nameLine(words.slice(-2).join(' '), index, rules)
  return named && /^\p{Lu}/u.test(place) ? {...named, dateline: place} : null
}

/** "km": who wrote it is known at the paper. */
export function initialsLine(
  text: string,
  index: number,
  {head}: LanguageRules,
): BylineLine | null {
  const {initials = ''} = /^[(/]?(?<initials>\p{Ll}{2,4})[)/]?$/u.exec(text)?.groups ?? {}
  if (!initials || pattern(rolesOf(head).all, '^%$').test(initials)) return null
  return {bylines: [{name: initials, role: 'writer', lines: [index]}], role: null, dateline: null}
}

/** "Ada Crane, directrice de la rédaction", "Ada Crane, agt": behind a label, what somebody is may be anything. */
export function nameAndOffice(
  text: string,
  index: number,
  rules: LanguageRules,
  role: Role,
): BylineLine | null {
  const {name = '', office = ''} =
    /^(?<name>[^,]+),\s(?<office>[^.!?;:]+)$/u.exec(text)?.groups ?? {}
  if (rules.hasNoSpaces || !office || length(office, rules) > 8) return null
  const names = namesIn(name, rules)
  return (
    names && {
      bylines: names.map((each) => ({name: each, role, lines: [index]})),
      role: office,
      dateline: null,
    }
  )
}

/** "Ada Crane (text) and Ben Stark (photos)" */
function namesWithRoles(text: string, index: number, rules: LanguageRules): BylineLine | null {
  const {roles} = rolesOf(rules.head)
  const parts = [...text.matchAll(/(?<name>[^()]+)\s\((?<label>[^()]+)\)(?:\s*[,;/]?\s*)/gu)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return null
  const bylines = parts.flatMap(({groups}) => {
    const {name = '', label = ''} = groups ?? {}
    // "(Foto)" is "(Fotos)" of one picture.
    const role = roles.find(
      ([, labels]) =>
        pattern(labels, '^%$').test(label) || pattern(labels, '^%$').test(`${label}s`),
    )?.[0]
    const names = namesIn(name.replace(pattern(rules.head.and, '^%\\s+'), '').trim(), rules)
    return role && names ? names.map((each) => ({name: each, role, lines: [index]})) : []
  })
  return bylines.length >= parts.length ? {bylines, role: null, dateline: null} : null
}

/** "By Jana Wolf, Merzow" */
export function nameAndPlace(
  text: string,
  index: number,
  rules: LanguageRules,
  role: Role,
): BylineLine | null {
  const {names, place} =
    /^(?<names>.+)(?:,\s|\s\|\s|\s\/\s(?=\S+$)|\.\s(?=\p{Lu}+$))(?<place>\p{Lu}[\p{L}\p{M}’'-]+(?:\s[\p{L}’'-]+){0,2})$/u.exec(
      text,
    )?.groups ?? {}
  const isOffice = pattern(rules.names.titles, `${WORD_START}%$`).test(place ?? '')
  const found = names && place && !isOffice ? namesIn(names, rules) : null
  // "Ada Crane, The Kiln Courier"
  const isPaper = isEmployer(place ?? '', rules)
  return (
    found && {
      bylines: found.map((name) => ({name, role, lines: [index]})),
      role: isPaper ? (place ?? null) : null,
      dateline: isPaper ? null : (place ?? null),
    }
  )
}

/** "Photographs" and "by A" are one part, as are "Ein Bericht" and "von A". */
function withoutBareLabels(
  parts: readonly string[],
  isLabelled: RegExp,
  rules: LanguageRules,
): string[] {
  const whole: string[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    const isBare =
      before !== undefined && !isLabelled.test(before) && beforeLabel(before, rules) === null
    if (isBare) whole[whole.length - 1] = `${before} ${part}`
    else whole.push(part)
  }
  return whole
}

/** Names without a label: "Hester Vane in Withy Lock", "Rosalind Peake Arts correspondent". */
export function nameLine(
  text: string,
  index: number,
  rules: LanguageRules,
  role: Role = 'writer',
): BylineLine | null {
  const {head} = rules
  const made = (
    names: string[],
    rest: string | null,
    dateline: string | null = null,
  ): BylineLine => ({
    bylines: names.map((name) => ({name, role, lines: [index]})),
    role: rest,
    dateline,
  })
  const trimmed = withoutBrackets(text.replace(/[.,;]$/u, '').trim())
  if (pattern(head.desks ?? NONE, '^(?:%)$').test(trimmed)) return made([trimmed], null)
  const withRoles = namesWithRoles(trimmed, index, rules)
  if (withRoles) return withRoles
  const brackets = /^(?<name>[^()]+?)\s*\((?<inside>[^()]{3,60})\)$/u.exec(trimmed)?.groups
  const named = brackets && namesIn(brackets['name'] ?? '', rules)
  if (named) {
    // "Bastien Quéméneur (Roquevieille, special correspondent)"
    const inside = (brackets['inside'] ?? '').split(/,\s+/u)
    const roles = inside.filter((part) => isAuthorRole(part, rules))
    const from = wordPattern(head.from, '^%\\s+')
    const place = inside.find(
      (part) => !roles.includes(part) && /^\p{Lu}\p{Ll}/u.test(part.replace(from, '')),
    )
    const rest = inside.filter((part) => part !== place).join(', ')
    return made(named, rest || null, place?.replace(from, '') ?? null)
  }
  const several = severalNames(trimmed, index, rules, role)
  if (several) return several
  const withRole = /,\s/u.test(trimmed) ? nameAndRole(trimmed, rules, made) : null
  if (withRole) return withRole
  const japanese = rules.hasNoSpaces ? japaneseNames(trimmed, rules, made) : null
  if (japanese) return japanese
  // "Nora Flint | Kiln Bay", "NORA FLINT, Kiln Bay": a place is not printed as the name is.
  const isPlaced = /^[^\p{Ll},]+,\s\p{Lu}\p{Ll}|\s\|\s|\s\/\s\S+$|\.\s\p{Lu}{3,}$/u.test(trimmed)
  const names = isPlaced ? null : namesIn(trimmed, rules)
  if (names) return made(names, null)
  const apart = nameBesidePlace(trimmed, rules)
  if (apart) return made(apart.names, null, apart.place)
  const people = trimmed.split(/\s\|\s/u)
  if (people.length > 1 && people.every((name) => isGivenName(name) && isPersonName(name, rules)))
    return made(people, null)
  if (rules.hasNoSpaces) return null
  const {writers = '', more = ''} =
    pattern(head.shared, '^(?<writers>.+?)[\\s,/|(]+(?<more>%)\\)?$').exec(trimmed)?.groups ?? {}
  const sharing = writers ? namesIn(writers, rules) : null
  const isShared = /\p{Lu}/u.test(more) ? length(more, rules) <= 7 : length(more, rules) <= 2
  if (sharing && isShared && !/[.!?]$/u.test(text)) return made(sharing, more)
  const sent = nameFromPlace(trimmed, rules)
  if (sent) return made(sent.names, null, sent.place)
  const withName = nameAndRole(trimmed, rules, made)
  return withName ?? (isPlaced ? nameAndPlace(trimmed, index, rules, role) : null)
}

/** "Nora Flint | Puerto de la Arcilla" */
function nameBesidePlace(
  text: string,
  rules: LanguageRules,
): {names: string[]; place: string} | null {
  const [writer = '', place = '', more] = text.split(/\s\|\s/u)
  const isPlace = /^\p{Lu}\S+ (?:de|del|de la|de los|sur|am|an der) \p{Lu}\S+$/u.test(place)
  const names = isPlace && more === undefined ? namesIn(writer, rules) : null
  return names && {names, place}
}

/** "Hester Vane in Withy Lock", "HESTER VANE, IN WITHY LOCK" */
function nameFromPlace(
  text: string,
  rules: LanguageRules,
): {names: string[]; place: string} | null {
  const {from} = rules.head
  const {written = '', place = ''} =
    wordPattern(
      from,
      `^(?<written>.+?),?\\s+%\\s+(?<place>\\p{Lu}.*)$`,
      isCapital(text) ? 'iu' : 'u',
    ).exec(text)?.groups ?? {}
  const names = written && length(place, rules) <= 5 ? namesIn(written, rules) : null
  return names ? {names, place} : null
}

/** Two names, 「社会部・石野窯人記者」, 「石野窯人記者」 */
function japaneseNames(
  trimmed: string,
  rules: LanguageRules,
  made: (names: string[], rest: string | null) => BylineLine,
): BylineLine | null {
  const people = namesBetweenSpaces(trimmed, rules)
  if (people) return made(people, null)
  // 「社会部・石野窯人記者」
  const {office = '', member = ''} =
    pattern(
      rules.head.authorRoles,
      '^(?<office>[^\\s・、。]{0,8}(?:%))[ 　・](?<member>\\S+?)(?:記者)?$',
    ).exec(trimmed)?.groups ?? {}
  if (isPersonName(member, rules)) return made([member], office)
  const journalist = /^(?<name>\S+?)(?:記者|特派員|編集委員|論説委員|＝[^＝]+|（[^）]+）)$/u.exec(
    trimmed,
  )
  const name = journalist?.groups?.['name'] ?? ''
  return isPersonName(name, rules) ? made([name], null) : null
}

/** 「石野窯太郎 大野ミキ」; but 「佐々木 窯太郎」 is one name, as no surname has four characters. */
function namesBetweenSpaces(text: string, rules: LanguageRules): string[] | null {
  const names = text.split(/[\s　]+/u)
  const areWhole =
    names.length > 1 &&
    names.some((name) => [...name].length > 3) &&
    names.every((name) => /\p{sc=Han}/u.test(name) && isPersonName(name, rules))
  return areWhole ? names : null
}

/** "Ada Crane Arts correspondent and Ben Stark in Kiln Bay" */
function severalNames(
  text: string,
  index: number,
  rules: LanguageRules,
  role: Role,
): BylineLine | null {
  if (rules.hasNoSpaces || length(text, rules) > 20 || namesIn(text, rules)) return null
  const parts = text.split(wordPattern(rules.head.and, ',?\\s+%\\s+(?=\\p{Lu})', 'u'))
  if (parts.length < 2 || parts.length > 4) return null
  const lines = parts.map((part) => nameLine(part, index, rules, role))
  if (!lines.every((line) => line !== null)) return null
  return {
    bylines: lines.flatMap(({bylines}) => bylines),
    role: lines.flatMap(({role: own}) => own ?? []).join('\n') || null,
    dateline: lines.flatMap(({dateline}) => dateline ?? []).join(', ') || null,
  }
}

/** "Conrad Ashby, Maritime Correspondent", "Rosalind Peake Arts correspondent". */
function nameAndRole(
  text: string,
  rules: LanguageRules,
  made: (names: string[], rest: string | null) => BylineLine,
): BylineLine | null {
  const isRole = pattern(rules.head.authorRoles, `${WORD_START}%${WORD_END}`)
  if (/[.!?]$/u.test(text) || text.split(' ').length > 12) return null
  const parts =
    /^(?<name>[^,|/–—-]+?(?:-[^,|/–—-]+?)*)(?:\s*[,|/]\s*|\s+[–—-]\s+)(?<rest>.+)$/u.exec(
      text,
    )?.groups
  if (
    parts &&
    isPersonName(parts['name'] ?? '', rules) &&
    (isRole.test(parts['rest'] ?? '') ||
      isEmployer(parts['rest'] ?? '', rules) ||
      pattern(rules.head.shared, '^%$').test(parts['rest'] ?? ''))
  ) {
    return made([parts['name'] ?? ''], parts['rest'] ?? null)
  }
  const words = text.split(/\s+/u)
  for (const count of [2, 3]) {
    const name = words.slice(0, count).join(' ')
    const rest = words.slice(count).join(' ')
    if (
      rest &&
      words.length <= count + 4 &&
      isPersonName(name, rules) &&
      isRole.test(rest) &&
      !/[.!?]$/u.test(rest)
    )
      return made([name], rest)
  }
  return null
}

const AGE = /^\d{1,3}(?:\s\p{Ll}+)?$/u
const SIGNED_PLACE = /^\p{Lu}[\p{L}\p{M}’'-]+(?:[\s-][\p{L}’'-]+){0,2}$/u

/** Who wrote a letter: "Ada Crane, Kiln Bay", "Ada Crane (81), Kiln Bay", 「無職 石野みち（東窯市 78歳）」. */
export function signedName(text: string, index: number, rules: LanguageRules): BylineLine | null {
  if (length(text, rules) > 12) return null
  const isPlace = rules.hasNoSpaces ? /^\S{1,7}[都道府県市町村区]$/u : SIGNED_PLACE
  const parts = text
    .replace(/^[—–-]\s*/u, '')
    .split(rules.hasNoSpaces ? /[\s　、（）()]+/u : /\s*[,()]\s*|\.\s/u)
    .filter(Boolean)
  const at = rules.hasNoSpaces
    ? parts.findLastIndex((part) => isPersonName(part, rules) && !isPlace.test(part))
    : 0
  const name = parts[at] ?? ''
  const others = parts.filter((_part, each) => each !== at)
  const places = others.filter((part) => isPlace.test(part))
  const more = others.filter((part) => !isPlace.test(part))
  const isSigned = rules.hasNoSpaces ? more.length <= 2 : more.every((part) => AGE.test(part))
  if (!isPersonName(name, rules) || !isSigned || others.length > 3) return null
  return {
    bylines: [{name, role: 'writer', lines: [index]}],
    role: more.join('\n') || null,
    dateline: places.join(', ') || null,
  }
}

/** A line somewhere that names the author: "Author: Conrad Ashby, Maritime Correspondent", "(agt/Merle Quast)". */
export function signature(text: string, index: number, rules: LanguageRules): BylineLine | null {
  for (const expression of signaturesOf(rules.head)) {
    const groups = expression.exec(text)?.groups
    const names = groups?.['name'] && namesIn(groups['name'].trim(), rules)
    if (names) {
      return {
        bylines: names.map((name) => ({name, role: 'writer' as const, lines: [index]})),
        role: groups['role']?.trim() ?? null,
        dateline: null,
      }
    }
  }
  return null
}

/** Each by itself, as all have groups of the same names. */
const signaturesOf = oncePer(({signatures}: HeadRules) =>
  signatures.map((source) => pattern([source], '^%$')),
)

/** A line below a name that says what the person is: "Health reporter", "Northern Broadcast, Cranby". */
export const isAuthorRole = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= 7 &&
  !/[.?!]$/u.test(text) &&
  (pattern(rules.head.authorRoles, `${WORD_START}%${WORD_END}`).test(text) ||
    isEmployer(text, rules) ||
    pattern(rules.names.titles, `^(?:%)${WORD_END}`).test(text))

/** In a byline, five capitals or more are a town: "OFENAU". */
const isEmployer = (text: string, rules: LanguageRules): boolean =>
  isOrganisation(text, rules) && !/^\p{Lu}{5,}$/u.test(text)

/** What makes a paragraph one about the author though it begins with no name. */
const sureBios = oncePer(({bios}: HeadRules) =>
  bios.filter((source) => source.startsWith('^') || source.includes('contribut')),
)

/** A paragraph about the author. */
export function isBio(text: string, bylines: readonly Byline[], rules: LanguageRules): boolean {
  if (pattern(rules.head.notes, '^[\\p{P}\\p{S}\\s]*%').test(text)) return false
  const begins = bylines.some(({name}) => {
    const surname = name.split(/\s+/u).at(-1) ?? name
    return (
      text.slice(0, 60).includes(name) ||
      (!rules.hasNoSpaces && text.slice(0, 40).includes(surname))
    )
  })
  if (!begins) return pattern(sureBios(rules.head), '%').test(text)
  return (
    pattern(rules.head.bios, '%').test(text) ||
    (rules.hasNoSpaces === true && /^[^。]{1,30}[：（(]/u.test(text))
  )
}

/** "Ms Crane covers the sea." No text speaks of its author; an interview has the name before each question. */
export function isAboutAuthor(
  text: string,
  bylines: readonly Byline[],
  rules: LanguageRules,
): boolean {
  const honorific = pattern(honorificsOf(rules), '^%\\.?\\s+')
  const named = text.replace(honorific, '')
  return bylines.some(({name, role}) => {
    const surname = name.split(/\s+/u).at(-1) ?? name
    const begun = [name, named === text ? null : surname].find(
      (each) => each !== null && named.startsWith(each),
    )
    return role === 'writer' && begun && /^[\s,（(]/u.test(named.slice(begun.length))
  })
}

export const joined = (lines: readonly {text: string; index: number}[]): Found | null =>
  lines.length > 0
    ? {
        text: lines.map(({text}) => text).join('\n'),
        lines: [...new Set(lines.map(({index}) => index))],
      }
    : null
