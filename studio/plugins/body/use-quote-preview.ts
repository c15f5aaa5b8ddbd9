// What the previews of quotes show: their words, and who said them.
import type {SchemaType} from 'sanity'
import {attributionOf, type SpokenBy} from './block-labels.ts'
import {useBlockPreview} from './use-block-preview.ts'

const PATHS = {
  text: 'quote.text',
  kind: 'quote.kind',
  language: 'quote.language',
  attribution: 'quote.attribution',
  reason: 'quote.anonymityReason',
  name1: 'quote.speakers.0.source.name',
  title1: 'quote.speakers.0.titleAtTime',
  affiliation1: 'quote.speakers.0.affiliationAtTime',
  name2: 'quote.speakers.1.source.name',
  title2: 'quote.speakers.1.titleAtTime',
  affiliation2: 'quote.speakers.1.affiliationAtTime',
}

export interface QuotePreview {
  text?: string
  kind?: string
  language?: string
  /** Speakers with their titles at that time, or the agreed attribution. */
  saidBy: string
}

/** @param value an object with a reference to a quote in its field `quote` */
export function useQuotePreview(schemaType: SchemaType, value: unknown): QuotePreview {
  const found = useBlockPreview(schemaType, value, PATHS) as
    | Record<keyof typeof PATHS, string | undefined>
    | undefined
  if (!found) return {saidBy: attributionOf([])}
  const {text, kind, language, attribution, reason} = found
  const speakers: SpokenBy[] = [
    {name: found.name1, title: found.title1, affiliation: found.affiliation1},
    {name: found.name2, title: found.title2, affiliation: found.affiliation2},
  ]
  return {text, kind, language, saidBy: attributionOf(speakers, attribution, reason)}
}
