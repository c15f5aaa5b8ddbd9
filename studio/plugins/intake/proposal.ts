// What the dialog proposes, and what a person has changed in it. Pure: every change is a new proposal.
import type {IntakeResult} from '@copydesk/intake'
import type {Photo, Quote, Speaker} from '@copydesk/intake/types'
import type {Known} from '../../../workflow/intake/quote-drafts.ts'
import {sameName, type LookedUp} from './look-ups.ts'

export interface Section {
  /** Published ID. */
  id: string
  title: string
}

/** Changed fields of a row, by their names. */
type Edit = Readonly<Record<string, string>>

export interface Proposal {
  result: IntakeResult
  sections: readonly Section[]
  /** Rows that were dropped. Of a line that was left out: put back into the text. */
  toggled: ReadonlySet<string>
  edits: Readonly<Record<string, Edit>>
  /** Quotes and photos that the person has compared with the source. */
  confirmed: ReadonlySet<string>
  /** Documents that the person has chosen in place of new ones, by name. */
  chosen: {authors: Readonly<Record<string, Known>>; sources: Readonly<Record<string, Known>>}
}

export type RowKind =
  | 'section'
  | 'kicker'
  | 'headline'
  | 'dek'
  | 'dateline'
  | 'byline'
  | 'bio'
  | 'photo'
  | 'quote'
  | 'callToAction'
  | 'pullQuote'
  | 'leftOut'

export interface Field {
  name: string
  label: string
  value: string
  /** A list to choose from, in place of free text. */
  choices?: readonly {value: string; label: string}[]
  isLong?: boolean
}

/** One suggestion. */
export interface Row {
  /** The kind, and the position among its like. */
  key: string
  kind: RowKind
  /** Positions in `Reading.lines`. */
  lines: readonly number[]
  /** Shown first. */
  words: string
  fields: Field[]
  /** People and institutions who may have a document already. */
  people: {kind: 'authors' | 'sources'; names: string[]} | null
  /** Position in `Reading.pictures`. */
  picture: number | null
  isDropped: boolean
  /** Null where nothing has to be confirmed. */
  isConfirmed: boolean | null
}

/**
 * Everything is accepted. The section is proposed if a line above the headline is its title. People of the same names are
 * only offered, but the author who belongs to the person at the dialog is used for a byline with that name.
 */
export function propose(
  result: IntakeResult,
  {sections, people}: Pick<LookedUp, 'sections' | 'people'>,
): Proposal {
  const none = new Set<string>()
  const own = result.article.bylines.flatMap(({name}) =>
    sameName({people}, 'authors', name)
      .filter(({isOwn}) => isOwn)
      .map((person) => [name, person] as const),
  )
  const start: Proposal = {
    result,
    sections,
    toggled: none,
    edits: {},
    confirmed: none,
    chosen: {authors: Object.fromEntries(own), sources: {}},
  }
  const named = new Set(linesAbove(result).map((text) => text.trim().toLowerCase()))
  const same = sections.find(({title}) => named.has(title.trim().toLowerCase()))
  return same ? edited(start, 'section', {section: same.id}) : start
}

/** The kicker, and lines of the page: where a page names its section, it may count as one of its menus. */
function linesAbove({article: {kicker, headline, furniture}}: IntakeResult): string[] {
  const end = headline?.lines[0] ?? 0
  const above = furniture.filter(({lines}) => (lines[0] ?? 0) < end)
  return [...(kicker ? [kicker] : []), ...above].map(({text}) => text)
}

/** The section is chosen beforehand, where the article is begun in a section. */
export const inSection = (proposal: Proposal, id: string): Proposal =>
  edited(proposal, 'section', {section: id})

/** Drops a row, or takes it back. Of a line that was left out: puts it back into the text. */
export function toggled(proposal: Proposal, key: string): Proposal {
  return {...proposal, toggled: flipped(proposal.toggled, key)}
}

/** A person has compared a quote or a photo with the source, or takes that back. */
export function confirmed(proposal: Proposal, key: string): Proposal {
  const row = rowsOf(proposal).find((one) => one.key === key)
  if (row?.isConfirmed === null || row?.isDropped) return proposal
  return {...proposal, confirmed: flipped(proposal.confirmed, key)}
}

/** Fields of a row with other values. */
export function edited(proposal: Proposal, key: string, values: Edit): Proposal {
  return {
    ...proposal,
    edits: {...proposal.edits, [key]: {...proposal.edits[key], ...values}},
  }
}

/** @param known the document to use for the name; null for a new one */
export function chosen(
  proposal: Proposal,
  kind: 'authors' | 'sources',
  name: string,
  known: Known | null,
): Proposal {
  const {[name]: _before, ...others} = proposal.chosen[kind]
  return {
    ...proposal,
    chosen: {...proposal.chosen, [kind]: known ? {...others, [name]: known} : others},
  }
}

/** Whether the kicker has become the section. */
export function isKickerTheSection({result, sections, edits, toggled}: Proposal): boolean {
  const {kicker} = result.article
  const section = sections.find(({id}) => id === edits['section']?.['section'])
  return Boolean(
    kicker &&
    section &&
    !toggled.has('section') &&
    kicker.text.trim().toLowerCase() === section.title.trim().toLowerCase(),
  )
}

/** All suggestions: the head, then photos and quotes as they come in the text, then what was left out. */
export function rowsOf(proposal: Proposal): Row[] {
  const {article} = proposal.result
  return [...headRows(proposal), ...bodyRows(proposal), ...leftOutRows()].map((row) => ({
    ...row,
    isDropped: proposal.toggled.has(row.key) !== (row.kind === 'leftOut'),
    isConfirmed: mustBeConfirmed(row, proposal) ? proposal.confirmed.has(row.key) : null,
  }))

  function leftOutRows(): BareRow[] {
    return article.furniture.map(({text, lines}, index) =>
      bare({key: `leftOut:${index}`, kind: 'leftOut', lines, words: text}),
    )
  }
}

type BareRow = Omit<Row, 'isDropped' | 'isConfirmed'>

const bare = (row: Pick<BareRow, 'key' | 'kind' | 'lines' | 'words'> & Partial<BareRow>) => ({
  fields: [],
  people: null,
  picture: null,
  ...row,
})

function headRows(proposal: Proposal): BareRow[] {
  const {article} = proposal.result
  const {sections} = proposal
  const found = (kind: 'kicker' | 'headline' | 'dek' | 'dateline' | 'bio', isLong = false) => {
    const part = kind === 'bio' ? article.authorBio : article[kind]
    if (!part) return []
    const words = valueOf(proposal, kind, 'text', part.text)
    const fields = [{name: 'text', label: ROW_TITLES[kind], value: words, isLong}]
    return [bare({key: kind, kind, lines: part.lines, words, fields})]
  }
  const section = valueOf(proposal, 'section', 'section', '')
  const choices = sections.map(({id, title}) => ({value: id, label: title}))
  const isKicker = isKickerTheSection(proposal)
  const sectionRow = bare({
    key: 'section',
    kind: 'section',
    lines: isKicker ? (article.kicker?.lines ?? []) : [],
    words: sections.find(({id}) => id === section)?.title ?? '',
    fields: [
      {
        name: 'section',
        label: 'Section',
        value: section,
        choices: [{value: '', label: 'Choose it later'}, ...choices],
      },
    ],
  })
  const bylines = article.bylines.map(({name, lines}, index) => {
    const key = `byline:${index}`
    const words = valueOf(proposal, key, 'name', name)
    return bare({
      key,
      kind: 'byline',
      lines,
      words,
      fields: [{name: 'name', label: 'Name', value: words}],
      people: {kind: 'authors', names: [words]},
    })
  })
  return [
    sectionRow,
    ...(isKicker ? [] : found('kicker')),
    ...found('headline'),
    ...found('dek', true),
    ...found('dateline'),
    ...bylines,
    ...found('bio', true),
  ]
}

function bodyRows(proposal: Proposal): BareRow[] {
  const {article} = proposal.result
  const photos = article.photos.map((_, index) => photoRow(proposal, index))
  const quotes = article.quotes.map((_, index) => quoteRow(proposal, index))
  const others = article.body.flatMap((block, index) =>
    block.kind === 'callToAction' || block.kind === 'pullQuote'
      ? [bare({key: `block:${index}`, kind: block.kind, lines: block.lines, words: block.text})]
      : [],
  )
  const first = ({lines}: BareRow): number => lines[0] ?? 0
  // Sorting keeps the order of quotes in one paragraph.
  return [...photos, ...quotes, ...others].toSorted((a, b) => first(a) - first(b))
}

function photoRow(proposal: Proposal, index: number): BareRow {
  const key = `photo:${index}`
  const photo = photoOf(proposal, index)
  return bare({
    key,
    kind: 'photo',
    lines: photo.lines,
    words: photo.caption,
    picture: photo.picture,
    fields: [
      {name: 'caption', label: 'Caption', value: photo.caption, isLong: true},
      {name: 'creditLine', label: 'Credit line, as printed', value: photo.creditLine ?? ''},
      {name: 'creator', label: 'Photographer', value: photo.creator ?? ''},
      {name: 'holder', label: 'Rights holder', value: photo.holder ?? ''},
      {name: 'alt', label: 'Description for people who cannot see it', value: photo.alt},
    ],
  })
}

const FORMS = [
  {value: 'direct', label: 'Direct quote'},
  {value: 'partial', label: 'Partial quote'},
  {value: 'document', label: 'Document or institution'},
]

function quoteRow(proposal: Proposal, index: number): BareRow {
  const quote = quoteOf(proposal, index)
  const {speakers} = quote
  return bare({
    key: `quote:${index}`,
    kind: 'quote',
    lines: proposal.result.article.body[quote.block]?.lines ?? [],
    words: quote.words,
    fields: [
      {name: 'form', label: 'Kind of quote', value: quote.form, choices: FORMS},
      ...speakers.flatMap(({name, title, affiliation}, speaker) => [
        {name: `${speaker}.name`, label: 'Speaker', value: name},
        {name: `${speaker}.title`, label: 'Title', value: title ?? ''},
        {name: `${speaker}.affiliation`, label: 'Affiliation', value: affiliation ?? ''},
      ]),
      // A speaker who was not found can be named.
      ...(speakers.length === 0
        ? [
            {name: '0.name', label: 'Speaker', value: ''},
            {name: 'attribution', label: 'Attribution', value: quote.attribution ?? ''},
          ]
        : []),
    ],
    people: {kind: 'sources', names: speakers.map(({name}) => name)},
  })
}

/** The photo as the person has left it. */
export function photoOf(proposal: Proposal, index: number): Photo & {alt: string} {
  const {article, reading} = proposal.result
  const photo = article.photos[index] as Photo
  const key = `photo:${index}`
  const value = (name: string, found: string | null): string =>
    valueOf(proposal, key, name, found ?? '')
  const picture = photo.picture === null ? null : reading.pictures[photo.picture]
  return {
    ...photo,
    caption: value('caption', photo.caption),
    creditLine: value('creditLine', photo.creditLine) || null,
    creator: value('creator', photo.creator) || null,
    holder: value('holder', photo.holder) || null,
    alt: value('alt', picture?.alt ?? null),
  }
}

/** The quote as the person has left it. Its words are those of the text. */
export function quoteOf(proposal: Proposal, index: number): Quote {
  const quote = proposal.result.article.quotes[index] as Quote
  const key = `quote:${index}`
  const value = (name: string, found: string | null): string =>
    valueOf(proposal, key, name, found ?? '')
  const read: Partial<Speaker>[] = quote.speakers.length > 0 ? quote.speakers : [{}]
  const speakers = read.flatMap((speaker, position): Speaker[] => {
    const name = value(`${position}.name`, speaker.name ?? null)
    if (!name) return []
    return [
      {
        name,
        kind: speaker.kind ?? 'person',
        title: value(`${position}.title`, speaker.title ?? null) || null,
        affiliation: value(`${position}.affiliation`, speaker.affiliation ?? null) || null,
      },
    ]
  })
  const form = value('form', quote.form)
  return {
    ...quote,
    form: form === 'partial' || form === 'document' ? form : 'direct',
    speakers,
    attribution: speakers.length > 0 ? null : value('attribution', quote.attribution) || null,
  }
}

export const ROW_TITLES: Record<RowKind, string> = {
  section: 'Section',
  kicker: 'Kicker',
  headline: 'Headline',
  dek: 'Standfirst',
  dateline: 'Dateline',
  byline: 'Byline',
  bio: 'About the author',
  photo: 'Photo',
  quote: 'Quote',
  callToAction: 'Call to action',
  pullQuote: 'Pull quote',
  leftOut: 'Left out',
}

/** A field as the person has left it. */
export function valueOf(
  {edits}: Pick<Proposal, 'edits'>,
  key: string,
  name: string,
  found: string,
): string {
  return edits[key]?.[name] ?? found
}

/** A photo without a credit line asserts nothing that could be wrong. */
function mustBeConfirmed({kind, key}: BareRow, proposal: Proposal): boolean {
  if (kind === 'quote') return true
  return kind === 'photo' && photoOf(proposal, Number(key.split(':')[1])).creditLine !== null
}

/** The set with the key if it had not, and without it if it had. */
function flipped(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
