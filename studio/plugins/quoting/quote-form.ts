// The form of a quote before it is saved. Pure: each change is a new form.
import type {ProposedQuote, Speaker} from '@copydesk/intake/types'
import {alteredParts} from '../../../model/altered-words.ts'
import type {Known, NewQuote} from '../../../workflow/intake/quote-drafts.ts'

/** A source of the newsroom. */
export interface KnownSource extends Known {
  name: string
  title: string
  affiliation: string
}

/** A quote that the article has. */
export interface KnownQuote extends Known {
  text: string
  saidBy: string
}

export interface SpeakerForm {
  name: string
  kind: Speaker['kind']
  title: string
  affiliation: string
  /** Null for a new source. Undefined as long as nobody has chosen. */
  source: KnownSource | null | undefined
}

export interface QuoteForm {
  words: string
  form: ProposedQuote['form']
  attribution: string
  speakers: SpeakerForm[]
  /** The quote of the article that the words are tied to, in place of a new one. */
  existing: KnownQuote | null
}

const NOBODY: SpeakerForm = {
  name: '',
  kind: 'person',
  title: '',
  affiliation: '',
  source: undefined,
}

interface Newsroom {
  /** Quotes with the same words. */
  same: readonly KnownQuote[]
  /** Sources that quotes of this article name. */
  here: readonly KnownSource[]
}

/** A speaker of this article is the same person. Other sources are used only if a person chooses them. */
export function quoteForm(proposal: ProposedQuote, {same, here}: Newsroom): QuoteForm {
  const speakers = proposal.speakers.map(({name, kind, title, affiliation}): SpeakerForm => {
    const known = here.filter((source) => isNamed(source, name))
    const speaker = {...NOBODY, name, kind, title: title ?? '', affiliation: affiliation ?? ''}
    return known.length === 1 ? withSource(speaker, known[0]) : speaker
  })
  return {
    words: proposal.words,
    form: proposal.form,
    attribution: proposal.attribution ?? '',
    speakers: speakers.length > 0 ? speakers : [NOBODY],
    existing: same.find(({text}) => haveSameWords(proposal.words, text)) ?? null,
  }
}

export function isNamed({name}: Pick<KnownSource, 'name'>, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase()
}

/** The speaker is this source. Title and affiliation are taken from it where they are empty. */
export function withSource(
  speaker: SpeakerForm,
  source: KnownSource | null | undefined,
): SpeakerForm {
  if (!source) return {...speaker, source}
  const {name, title, affiliation} = source
  return {
    ...speaker,
    name,
    title: speaker.title || title,
    affiliation: speaker.affiliation || affiliation,
    source,
  }
}

/** Another name is another person: what a source has filled goes with it. */
export function withName(speaker: SpeakerForm, name: string): SpeakerForm {
  const {source, title, affiliation} = speaker
  return {
    ...speaker,
    name,
    title: title === source?.title ? '' : title,
    affiliation: affiliation === source?.affiliation ? '' : affiliation,
    source: undefined,
  }
}

export const withSpeaker = (form: QuoteForm, index: number, speaker: SpeakerForm): QuoteForm => ({
  ...form,
  speakers: form.speakers.with(index, speaker),
})

export const withOneMore = (form: QuoteForm): QuoteForm => ({
  ...form,
  speakers: [...form.speakers, NOBODY],
})

export const withoutSpeaker = (form: QuoteForm, index: number): QuoteForm => ({
  ...form,
  speakers: form.speakers.toSpliced(index, 1),
})

const named = ({speakers}: QuoteForm): SpeakerForm[] =>
  speakers.filter(({name}) => name.trim() !== '')

export const hasSpeaker = (form: QuoteForm): boolean => named(form).length > 0

/** Names that nobody has decided about: the newsroom may have a source of this name. */
export const undecidedNames = (form: QuoteForm): string[] =>
  named(form).flatMap(({name, source}) => (source === undefined ? [name.trim()] : []))

/** The quote that is saved. */
export function quoteOfForm(form: QuoteForm, language: string | undefined): NewQuote {
  const speakers = named(form).map(({name, kind, title, affiliation, source}) => ({
    name: name.trim(),
    kind,
    title: title.trim() || null,
    affiliation: affiliation.trim() || null,
    source: source ?? null,
  }))
  return {
    words: form.words.trim(),
    form: form.form,
    language,
    speakers,
    attribution: speakers.length > 0 ? null : form.attribution.trim() || null,
  }
}

/** Quotes that have the selected words, or whose words are among them. Marks, insertions and ellipses make no difference. */
export function quotesWith(
  {words}: Pick<ProposedQuote, 'words'>,
  quotes: readonly KnownQuote[],
): KnownQuote[] {
  return quotes.filter(({text}) => text !== '' && (has(text, words) || has(words, text)))
}

const has = (words: string, part: string): boolean => alteredParts([part], words).length === 0

const haveSameWords = (one: string, other: string): boolean => has(one, other) && has(other, one)
