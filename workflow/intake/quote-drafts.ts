// The documents of a quote: its own draft, and those of speakers who have none.
import type {ProposedQuote, Speaker} from '@copydesk/intake/types'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import type {Draft} from './documents.ts'
import {filled, keysFrom0, toDraft, type Node} from './portable-text.ts'

type Fields = Record<string, unknown> & {_type: string}

interface QuoteFields {
  words: string
  form: ProposedQuote['form']
  language: string | undefined
  speakers: Node[]
  attribution: string | null
}

/** A quote before anybody has verified it. */
export const quoteFields = ({words, form, ...fields}: QuoteFields): Fields => ({
  _type: 'expertQuote',
  text: words,
  kind: form,
  ...fields,
  terms: 'onRecord',
  verification: {_type: 'verification', status: 'unverified'},
})

export function sourceFields(
  {kind, name, title, affiliation}: Speaker,
  newKey: () => string,
): Fields {
  const affiliations =
    title || affiliation
      ? [filled({_type: 'affiliation', _key: newKey(), organization: affiliation, title})]
      : undefined
  return {_type: 'source', kind, name, affiliations}
}

/** @param source a reference */
export const speakerNode = (
  {title, affiliation}: Pick<Speaker, 'title' | 'affiliation'>,
  source: Record<string, unknown>,
  _key: string,
): Node =>
  filled({
    _type: 'speaker',
    _key,
    source,
    titleAtTime: title,
    affiliationAtTime: affiliation,
  })

/** A document that may be published or not. */
export interface Known {
  /** Published ID. */
  id: string
  isPublished: boolean
}

/** To a published document, or to a draft that is published with what refers to it. */
export const referenceTo = ({id, isPublished}: Known, type: string): Record<string, unknown> =>
  isPublished ? {_type: 'reference', _ref: id} : toDraft(id, type)

export interface NewQuote {
  words: string
  form: ProposedQuote['form']
  language: string | undefined
  attribution: string | null
  /** `source`: who it is; null for a person or institution without a document. */
  speakers: (Speaker & {source: Known | null})[]
}

interface QuoteDraftOptions {
  /** Makes an ID that no document has yet. */
  newId: () => string
  /** The ID under which a new document is written, for example as a version in a release. */
  storedId?: (publishedId: string) => string
}

/** The drafts of one quote, the quote last. They are one transaction. */
export function quoteDrafts(
  {speakers, ...quote}: NewQuote,
  {newId, storedId = draftIdOf}: QuoteDraftOptions,
): Draft[] {
  const newKey = keysFrom0()
  const documents: Draft[] = []
  const add = (fields: Fields): string => {
    const id = newId()
    documents.push(filled({...fields, _id: storedId(id)}))
    return id
  }
  const nodes = speakers.map((speaker) => {
    const source = speaker.source ?? {
      id: add(sourceFields(speaker, newKey)),
      isPublished: false,
    }
    return speakerNode(speaker, referenceTo(source, 'source'), newKey())
  })
  add(quoteFields({...quote, speakers: nodes}))
  return documents
}

/** The published ID of the quote that these drafts make. */
export const quoteIdOf = (documents: readonly Draft[]): string =>
  publishedIdOf(documents.at(-1)?._id ?? '')
