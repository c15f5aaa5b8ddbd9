// Looks up the quotes of this article, and sources by their names.
import type {SanityClient} from 'sanity'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {quotationsIn} from '../../../model/quotations.ts'
import {joinDrafts, NO_VERSIONS, type Joined} from '../../data/join-drafts.ts'
import {textOf} from '../../ui/form-values.ts'
import type {KnownQuote, KnownSource} from './quote-form.ts'

type Fields = Record<string, unknown> & {_id: string}

const SOURCES = `*[_type == "source" && ${NO_VERSIONS} && (lower(name) == $name || name match $beginning)] | order(name asc, _id asc) [0...20] {_id, name, affiliations}`
const BY_ID = `*[_id in $ids] {_id, name, affiliations, text, attribution, speakers}`

/**
 * Sources whose names have words that begin like this.
 * @param client its perspective is `raw`
 */
export async function sourcesLike(
  client: Pick<SanityClient, 'fetch'>,
  name: string,
): Promise<KnownSource[]> {
  const wanted = name.trim()
  if (wanted.length < 2) return []
  const params = {name: wanted.toLowerCase(), beginning: `${wanted}*`}
  const found = await client.fetch<Fields[]>(SOURCES, params, {tag: 'quoting.sources'})
  return joinDrafts(found).map(asSource)
}

/** @param id published */
export async function sourceById(
  client: Pick<SanityClient, 'fetch'>,
  id: string,
): Promise<KnownSource | undefined> {
  return joinDrafts(await byId(client, [id], draftIdOf)).map(asSource)[0]
}

export interface QuotesOfArticle {
  quotes: KnownQuote[]
  /** Their speakers. */
  sources: KnownSource[]
}

/**
 * @param body as the editor has it: the form may not have its latest change yet
 * @param storedId the ID under which what belongs to the article is written
 */
export async function quotesOfArticle(
  client: Pick<SanityClient, 'fetch'>,
  body: readonly unknown[],
  storedId: (id: string) => string,
): Promise<QuotesOfArticle> {
  const quotes = joinDrafts(await byId(client, quoteIdsIn(body), storedId))
  const speakers = quotes.map(({fields}) => speakersOf(fields))
  const sources = joinDrafts(await byId(client, speakers.flat(), storedId)).map(asSource)
  return {
    sources,
    quotes: quotes.map(({fields, ...known}, index) => {
      const names = sources.filter(({id}) => speakers[index]?.includes(id)).map(({name}) => name)
      return {
        ...known,
        text: textOf(fields['text']),
        saidBy: names.join(', ') || textOf(fields['attribution']),
      }
    }),
  }
}

function quoteIdsIn(body: readonly unknown[]): string[] {
  const used = body.map((block) => {
    const {quote} = Object(block) as {quote?: {_ref?: unknown}}
    return textOf(quote?._ref)
  })
  return [...quotationsIn(body).map(({quote}) => quote), ...used]
}

const speakersOf = ({speakers}: Fields): string[] =>
  (Array.isArray(speakers) ? speakers : []).map((speaker) => {
    const {source} = Object(speaker) as {source?: {_ref?: unknown}}
    return publishedIdOf(textOf(source?._ref))
  })

async function byId(
  client: Pick<SanityClient, 'fetch'>,
  ids: string[],
  storedId: (id: string) => string,
): Promise<Fields[]> {
  const known = ids.filter(Boolean)
  if (known.length === 0) return []
  const all = known.flatMap((id) => [id, draftIdOf(id), storedId(id)])
  const params = {ids: [...new Set(all)]}
  return client.fetch<Fields[]>(BY_ID, params, {tag: 'quoting.known'})
}

/** With the present affiliation: the first one that has no end. */
function asSource({id, isPublished, fields}: Joined<Fields>): KnownSource {
  const all = Array.isArray(fields['affiliations']) ? fields['affiliations'] : []
  const affiliations = all.map((one) => Object(one) as Record<string, unknown>)
  const present = affiliations.find(({to}) => !to) ?? affiliations[0] ?? {}
  return {
    id,
    isPublished,
    name: textOf(fields['name']),
    title: textOf(present['title']),
    affiliation: textOf(present['organization']),
  }
}
