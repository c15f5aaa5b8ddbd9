// Who acts in a sentence: nouns before は, が, によると and the like.
import type {Speaker} from '../../article.ts'
import {
  type Cast,
  institutionOf,
  lastActing,
  lastNamed,
  lastPeople,
  personNamed,
  personOf,
} from './cast.ts'
import type {Place} from './known.ts'
import type {Line} from './lines.ts'
import type {PersonMention} from './names.ts'
import {expression, anyOf, BRACKET, type Lexicon, NOUN} from './rules.ts'

export interface Actor {
  speakers: Speaker[]
  /** In place of speakers, as printed. */
  attribution: string | null
}

export const isKnown = ({speakers, attribution}: Actor): boolean =>
  speakers.length > 0 || attribution !== null

export const isPerson = ({speakers}: Actor): boolean => speakers.some(({kind}) => kind === 'person')

export const isInstitution = ({speakers}: Actor): boolean =>
  speakers.some(({kind}) => kind === 'institution')

export const acts = ({role}: Pick<Subject, 'role'>): boolean =>
  role === 'topic' || role === 'subject' || role === 'source'

export interface Subject extends Actor {
  from: number
  /** The end of the noun, where the particle begins. */
  to: number
  /** `topic` is は, `source` によると, `agent` から, `place` には, none a noun with another particle. */
  role: 'topic' | 'subject' | 'source' | 'agent' | 'place' | 'none'
  line: number
}

interface Noun extends Actor {
  start: number
  to: number
}

/** People, institutions and nameless ones of a line with their roles, in order. */
export function subjectsIn(line: Line, cast: Cast): Subject[] {
  const subjects = joined(nounsIn(line, cast), line.masked, cast.lexicon).map(
    ({start, to, speakers, attribution}): Subject => {
      const {role, end} = roleAt(line.masked, to, cast)
      return {from: start, to: end, role, speakers, attribution, line: line.index}
    },
  )
  // 森教授らの研究チームは: the team is the same speaker.
  return subjects.filter(
    ({from, to}) => !subjects.some((other) => other.from < from && other.to === to),
  )
}

const ROLES: [pattern: RegExp, role: Subject['role']][] = [
  [
    /^(?:によると|によれば|の話によると|の話として|の話では|いわく|にとって|に言わせ(?:れば|ると)|の言葉を借り(?:れば|ると))/u,
    'source',
  ],
  [/^(?:の間|の側|の中|側|内)?(?:には|では|にも|でも|からは|からも)/u, 'place'],
  [/^から/u, 'agent'],
  [/^(?:の間|の側|の中)?(?:に|で)(?!つい|対|関|より|とっ)/u, 'agent'],
  [/^は(?!じめ)/u, 'topic'],
  [/^(?:が|も(?!の))/u, 'subject'],
]

function roleAt(text: string, to: number, {lexicon}: Cast): {role: Subject['role']; end: number} {
  const tail =
    expression(
      `^(?:${anyOf(lexicon.plurals)}(?:の(?:研究)?(?:チーム|グループ|班))?)?(?:自身|本人|とも)?`,
      'u',
    ).exec(text.slice(to))?.[0] ?? ''
  for (const length of [tail.length, 0]) {
    const rest = text.slice(to + length)
    const role = ROLES.find(([pattern]) => pattern.test(rest))?.[1]
    if (role) return {role, end: to + length}
  }
  // それを止めたのが、店主の森さんだ。
  const isNamedLast =
    /^(?:だ|です|だった|でした)?(?:。|$)/u.test(text.slice(to)) &&
    /[うくぐすつぬぶむるただ]の[がは]、[^。]*$/u.test(text.slice(0, to))
  return {role: isNamedLast ? 'subject' : 'none', end: to}
}

function nounsIn(line: Line, cast: Cast): Noun[] {
  const nouns: Noun[] = []
  const institutions = cast.institutions[line.index] ?? []
  // 浜野地裁（江波聡裁判長）は: the court acts.
  const isInBracket = ({start, to}: PersonMention): boolean =>
    institutions.some((one) => one.start < start && to < one.to)
  for (const mention of cast.people[line.index] ?? []) {
    if (isInBracket(mention)) continue
    // 別の町議: not the one who was named.
    const isOther =
      mention.name === null &&
      (/(?:別の|ある|とある|他の|匿名の)$/u.test(line.masked.slice(0, mention.start)) ||
        // 採決を棄権した町議は
        (cast.lexicon.commonTitles.includes(mention.title ?? '') &&
          /[をにへがで][^、。「」]{1,12}[たる]$/u.test(line.masked.slice(0, mention.start))))
    const speaker = isOther ? null : (personOf(cast, mention) ?? resumed(line, mention, cast))
    if (speaker)
      nouns.push({start: mention.start, to: mention.to, speakers: [speaker], attribution: null})
    else
      nouns.push({
        start: mention.start,
        to: mention.to,
        speakers: [],
        attribution: phraseBefore(line, mention.to, cast),
      })
  }
  const isFree = (from: number, to: number): boolean =>
    !nouns.some((noun) => from < noun.to && noun.start < to)
  for (const {start, to, name} of institutions)
    if (isFree(start, to))
      nouns.push({
        start,
        to,
        speakers: [institutionOf(cast, name, {line: line.index, at: start})],
        attribution: null,
      })
  for (const noun of otherNouns(line, cast)) if (isFree(noun.start, noun.to)) nouns.push(noun)
  return nouns.toSorted((a, b) => a.start - b.start)
}

/** 宮大工の森健一さんは…。弟子を持たない棟梁は: the only person of the paragraph. */
function resumed(line: Line, {name, title, from}: PersonMention, cast: Cast): Speaker | null {
  if (name !== null || title === null || !cast.lexicon.craftHeads.includes(title)) return null
  const before = (cast.people[line.index] ?? []).filter(
    (one) => one.name !== null && one.from < from,
  )
  const [first, ...others] = before.flatMap((mention) => personOf(cast, mention) ?? [])
  return first && others.every((one) => one.name === first.name) ? first : null
}

/** 二人, 同氏, 関係者, and names without an honorific. */
function otherNouns(line: Line, cast: Cast): Noun[] {
  const {lexicon} = cast
  const found: Noun[] = []
  const runs = expression(`(${lexicon.nameless.join('|')}|[${NOUN}]+)(?:${BRACKET})?`, 'gu')
  for (const {0: whole, 1: run = '', index} of line.masked.matchAll(runs)) {
    const to = index + whole.length
    const place = {line: line.index, at: index}
    // 三人がかり
    const isCount = !line.masked.startsWith('がかり', index + run.length)
    const isBoth = expression(`^両${lexicon.title}$`, 'u').test(run)
    const count = isBoth ? 2 : isCount ? lexicon.pairs[run] : undefined
    const named = cast.people[line.index]?.some(({from, start}) => [from, start].includes(to + 1))
    // 夫の健さん is one person.
    if (named && line.masked[to] === 'の' && lexicon.spouses.includes(run)) continue
    if (lexicon.persons.includes(run)) {
      found.push({start: index, to, speakers: lastNamed(cast, place), attribution: null})
    } else if (count !== undefined || lexicon.pronouns.includes(run)) {
      const speakers =
        count === undefined ? lastActing(cast, place) : lastPeople(cast, place, count)
      found.push({start: index, to, speakers, attribution: null})
    } else if (ownFirm(run, place, cast)) {
      found.push({start: index, to, speakers: ownFirm(run, place, cast) ?? [], attribution: null})
    } else if (isNameless(run, lexicon)) {
      found.push({
        start: index,
        to,
        speakers: [],
        attribution: phraseBefore(line, index + run.length, cast),
      })
    } else {
      const speaker = personNamed(cast, run, place)
      // ある競合チームのスタッフは
      const isCertain = expression(`(?:ある|とある|別の|匿名の)(?:[${NOUN}]+の)?$`, 'u').test(
        line.masked.slice(0, index),
      )
      if (speaker) found.push({start: index, to, speakers: [speaker], attribution: null})
      else if (isCertain)
        found.push({start: index, to, speakers: [], attribution: phraseBefore(line, to, cast)})
    }
  }
  return found
}

/** 会社は, where one was named. */
function ownFirm(run: string, place: Place, cast: Cast): Speaker[] | null {
  const same = cast.lexicon.mereFirms.includes(run) ? cast.lexicon.sameKinds[run] : undefined
  if (same === undefined) return null
  const firm = institutionOf(cast, same, place)
  return firm.name === same ? null : [firm]
}

const isNameless = (run: string, {endsInAnonymous, nameless}: Lexicon): boolean =>
  (endsInAnonymous.test(run) && run !== '側') ||
  // 市内の鮮魚店主
  /.店主$/u.test(run) ||
  expression(`^(?:${nameless.join('|')})$`, 'u').test(run)

/** A noun with what describes it: 近くに住む男性. */
export function phraseBefore(line: Line, to: number, {lexicon}: Cast): string {
  const plural = line.masked.startsWith('たち', to) ? 2 : 0
  const before = line.masked.slice(0, to + plural).replace(expression(`(?:${BRACKET})+$`, 'u'), '')
  const phrase = /[^、。「」』！？＝―]*$/u.exec(before)?.[0] ?? ''
  const own = (phrase.split(expression(lexicon.phraseBreaks.join('|'), 'u')).at(-1) ?? phrase)
    .replace(expression(`^.*(?:${lexicon.unsaid.join('|')})(?=.)`, 'u'), '')
    // 「…」と担当者は
    .replace(expression(`^(?:（|と|って|[はがもをにでへや])(?=[${NOUN}])`, 'u'), '')
  // 帰りに受付の女性が: the first part belongs to the verb.
  const last = expression(`(?<=[^の])(?:に|で|を|が|へ)([${NOUN}]+(?:の[${NOUN}]+)*)$`, 'u').exec(
    own,
  )?.[1]
  if (last !== undefined) return last
  // 「…」の料理長: where they belong is between marks.
  const marked = own.startsWith('の') ? /「〓*」$/u.exec(before.slice(0, -own.length)) : null
  if (marked) return line.text.slice(marked.index, to)
  const short =
    own.length > 30 ? expression(`(?:[${NOUN}]+の)?[${NOUN}]+$`, 'u').exec(own)?.[0] : undefined
  return short ?? own
}

/** Two people, or two institutions. */
const areAlike = (a: Noun, b: Noun): boolean =>
  a.speakers[0] !== undefined && a.speakers[0].kind === b.speakers[0]?.kind

/** AさんとBさんは: both act. */
function joined(nouns: readonly Noun[], text: string, {relatives, spouses}: Lexicon): Noun[] {
  // Aさんと夫のBさんは
  const and = expression(
    `^(?:と、?|や|、|・|および)(?:${anyOf([...relatives, ...spouses])}の)?$`,
    'u',
  )
  const found: Noun[] = []
  for (const noun of nouns) {
    const last = found.at(-1)
    const between = last ? text.slice(last.to, noun.start) : ''
    const isPair = last && areAlike(last, noun) && and.test(between)
    if (isPair) {
      found.pop()
      found.push({...noun, start: last.start, speakers: [...last.speakers, ...noun.speakers]})
    } else found.push(noun)
  }
  return found
}

/** 運転手の男性 is the タクシー運転手の男性 of an earlier paragraph. */
export function withNameless(subjects: readonly Subject[][]): Subject[][] {
  const known: string[] = []
  return subjects.map((here) =>
    here.map((one) => {
      const tail = expression(`[${NOUN}]+の[${NOUN}]+$`, 'u').exec(one.attribution ?? '')?.[0]
      if (one.attribution === null || tail === undefined) return one
      const full = known.find((earlier) => earlier.endsWith(tail))
      known.push(one.attribution)
      return full === undefined ? one : {...one, attribution: full}
    }),
  )
}
