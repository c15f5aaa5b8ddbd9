// Who wrote the article: lines below its headline or at its end.
import type {Byline, Found} from '../article.ts'
import type {HeadRules, LanguageRules} from '../languages/rules.ts'
import type {Line} from '../lines.ts'
import {isOrganisation, isPersonName, namesIn} from './names.ts'
import {
  eitherCase,
  length,
  oncePer,
  pattern,
  together,
  wordPattern,
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
  const {roles, all} = rolesOf(head)
  const between = rules.hasNoSpaces ? '[:：]?' : '(?:\\s*[:：]\\s*|\\s+)'
  const next = rules.hasNoSpaces ? '(?=%)' : '(?=%\\s*[:：]?\\s*\\p{Lu}|(?:%)[:：])'
  const isAllCapitals = !/\p{Ll}/u.test(line.text)
  const found: Byline[] = []
  let role: string | null = null
  let dateline: string | null = null
  // One line may name several roles: 「取材・文：甲」 and 「撮影：乙」, "By A; photographs by B".
  const parts = line.text.split(
    pattern(
      eitherCase(all),
      `(?:\\s*[;|／/•·–—-]\\s*|[\\s　]+|^)${next}`,
      isAllCapitals ? 'iu' : 'u',
    ),
  )
  let isLabelled = false
  for (const part of withoutBareLabels(parts.filter(Boolean), pattern(all, `^%${between}\\S`))) {
    const entry = roles.find(([, labels]) => pattern(labels, `^%${between}`).test(part))
    const bare = entry || part !== parts.at(0) ? null : namesIn(part.trim(), rules)
    if (bare) {
      // "Ada Crane / Photos: Ben Stark"
      found.push(...bare.map((name) => ({name, role: 'writer' as const, lines: [index]})))
      continue
    }
    if (!entry) return null
    isLabelled = true
    const rest = part.replace(pattern(entry[1], `^%${between}`), '').trim()
    const named =
      namesWithRoles(rest, index, rules) ??
      nameLine(rest, index, rules, entry[0]) ??
      nameAndPlace(rest, index, rules, entry[0])
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
  return isLabelled && found.length > 0 ? {bylines: found, role, dateline} : null
}

/** "Ada Crane (text) and Ben Stark (photos)" */
function namesWithRoles(text: string, index: number, rules: LanguageRules): BylineLine | null {
  const {roles} = rolesOf(rules.head)
  const parts = [...text.matchAll(/(?<name>[^()]+)\s\((?<label>[^()]+)\)(?:[,;/]?\s*)/gu)]
  if (parts.length < 2 || parts.map(([part]) => part).join('') !== text) return null
  const bylines = parts.flatMap(({groups}) => {
    const {name = '', label = ''} = groups ?? {}
    const role = roles.find(([, labels]) => pattern(labels, '^%$').test(label))?.[0]
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
    /^(?<names>.+)(?:,|\s\|)\s(?<place>\p{Lu}[\p{L}\p{M}’'-]+(?:\s[\p{L}’'-]+){0,2})$/u.exec(text)
      ?.groups ?? {}
  const found = names && place ? namesIn(names, rules) : null
  return (
    found && {
      bylines: found.map((name) => ({name, role, lines: [index]})),
      role: null,
      dateline: place ?? null,
    }
  )
}

/** "Photographs" and "by A" are one part, as are "Ein Bericht" and "von A". */
function withoutBareLabels(parts: readonly string[], isLabelled: RegExp): string[] {
  const whole: string[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    const isBare = before !== undefined && !isLabelled.test(before)
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
  const trimmed = text.replace(/[.,;]$/u, '').trim()
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
  const withRole = /,\s/u.test(trimmed) ? nameAndRole(trimmed, rules, made) : null
  if (withRole) return withRole
  if (rules.hasNoSpaces) {
    const journalist = /^(?<name>\S+?)(?:記者|特派員|編集委員|論説委員|＝[^＝]+|（[^）]+）)$/u.exec(
      trimmed,
    )
    const name = journalist?.groups?.['name'] ?? ''
    if (isPersonName(name, rules)) return made([name], null)
  }
  // "Nora Flint | Kiln Bay", "NORA FLINT, Kiln Bay": a place is not printed as the name is.
  const isPlaced = /^[^\p{Ll},]+,\s\p{Lu}\p{Ll}|\s\|\s/u.test(trimmed)
  const names = isPlaced ? null : namesIn(trimmed, rules)
  if (names) return made(names, null)
  if (rules.hasNoSpaces) return null
  const {writers = '', more = ''} =
    pattern(head.shared, '^(?<writers>.+?)[\\s,/|(]+(?<more>%)\\)?$').exec(trimmed)?.groups ?? {}
  const sharing = writers ? namesIn(writers, rules) : null
  const isShared = /\p{Lu}/u.test(more) ? length(more, rules) <= 7 : length(more, rules) <= 2
  if (sharing && isShared && !/[.!?]$/u.test(text)) return made(sharing, more)
  const place = wordPattern(head.from, `^(?<names>.+?),?\\s+%\\s+(?<place>\\p{Lu}.*)$`, 'u').exec(
    trimmed,
  )?.groups
  const inPlace = place && namesIn(place['names'] ?? '', rules)
  if (inPlace && length(place['place'] ?? '', rules) <= 5)
    return made(inPlace, null, place['place'] ?? null)
  const withName = nameAndRole(trimmed, rules, made)
  return withName ?? (isPlaced ? nameAndPlace(trimmed, index, rules, role) : null)
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
      isOrganisation(parts['rest'] ?? '', rules) ||
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
    isOrganisation(text, rules))

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
  const {female, male, any} = rules.names.honorifics
  const honorific = pattern(together(together(female, male), any), '^%\\.?\\s+')
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
