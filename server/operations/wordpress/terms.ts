// Categories become sections, tags topics, authors authors. One that the newsroom has under the same web address is used.
import type {SanityClient} from '@sanity/client'
import {
  authorOf,
  redirectOf,
  sectionOf,
  topicOf,
  type Content,
  type Target,
  type WordpressIds,
} from '../../../workflow/intake/wordpress.ts'
import type {ImportReport} from './report.ts'
import {basePathOf, type Survey, type SurveyedTerm} from './survey.ts'
import type {DocumentWriter, State, Wanted} from './write-documents.ts'

export interface ImportContext {
  client: SanityClient
  survey: Survey
  ids: WordpressIds
  writer: DocumentWriter
  report: ImportReport
}

/** What articles refer to, by slug or by an author's key. */
export interface Terms {
  sections: Map<string, Target>
  topics: Map<string, Target>
  authors: Map<string, Target>
}

/** Documents of one transaction. */
export const MOST = 100

/** Writes all sections and authors, and the topics that posts use. */
export async function importTerms(context: ImportContext): Promise<Terms> {
  const {survey, ids, report, client} = context
  const known = await knownDocuments(client)
  const base = basePathOf(survey)
  for (const {parent, name, isUsed} of survey.categories.values()) {
    if (parent) report.note('parentCategory', name)
    if (!isUsed) report.note('emptySection', name)
  }
  const tags = [...survey.tags.values()]
  for (const {name, isUsed} of tags) if (!isUsed) report.note('unusedTag', name)

  const sections = [...survey.categories.values()].map((term) => ({
    key: term.slug,
    content: sectionOf(ids.section(term.slug), term),
    isPublic: true,
    addresses: [
      `${base}/category/${term.slug}`,
      `${base}/category/${[...parentsOf(term, survey), term.slug].join('/')}`,
      term.id && `${base}/?cat=${term.id}`,
    ],
  }))
  const topics = tags
    .filter(({isUsed}) => isUsed)
    .map((term) => ({
      key: term.slug,
      content: topicOf(ids.topic(term.slug), term),
      isPublic: true,
      addresses: [`${base}/tag/${term.slug}`, `${base}/?tag=${term.slug}`],
    }))
  const authors = [...survey.authors].map(([key, author]) => ({
    key,
    content: authorOf(ids.author(key), author),
    isPublic: author.isPublic,
    addresses: [`${base}/author/${author.slug}`, author.id && `${base}/?author=${author.id}`],
  }))
  return {
    sections: await write(sections, 'section', {context, known}),
    topics: await write(topics, 'topic', {context, known}),
    authors: await write(authors, 'author', {context, known}),
  }
}

/** The slugs above a category, the topmost first. */
function parentsOf({parent}: SurveyedTerm, {categories}: Survey): string[] {
  const above: string[] = []
  for (
    let slug = parent;
    slug && !above.includes(slug);
    slug = categories.get(slug)?.parent ?? null
  )
    above.unshift(slug)
  return above
}

interface NewTerm {
  key: string
  content: Content
  isPublic: boolean
  addresses: (string | null)[]
}

async function write(
  terms: readonly NewTerm[],
  type: 'section' | 'topic' | 'author',
  {context, known}: {context: ImportContext; known: ReadonlyMap<string, readonly string[]>},
): Promise<Map<string, Target>> {
  const {writer, ids} = context
  const targets = new Map<string, Target>()
  const redirects: Wanted[] = []
  for (let from = 0; from < terms.length; from += MOST) {
    const some = terms.slice(from, from + MOST)
    // What an earlier import made is not somebody else's.
    const knownIdOf = ({content}: NewTerm): string | undefined => {
      const same = known.get(`${type} ${slugIn(content)}`) ?? []
      return same.includes(content._id) ? undefined : same[0]
    }
    const states = await writer.write(some.filter((term) => !knownIdOf(term)))
    for (const term of some) {
      const id = knownIdOf(term) ?? term.content._id
      const state: State = knownIdOf(term) ? 'published' : (states.get(id) ?? 'gone')
      targets.set(
        term.key,
        state === 'gone' ? null : {id, type, isPublished: state === 'published'},
      )
      const redirect = redirectOf(
        ids.redirect(term.content._id),
        term.addresses.map((one) => one || null),
        {
          target: id,
          own: `/${type}/${slugIn(term.content)}`,
        },
      )
      if (redirect && state === 'published') redirects.push({content: redirect, isPublic: true})
    }
  }
  for (let from = 0; from < redirects.length; from += MOST)
    await writer.write(redirects.slice(from, from + MOST))
  return targets
}

/** IDs of published documents by type and slug. */
async function knownDocuments(client: SanityClient): Promise<Map<string, string[]>> {
  const found = await client.fetch<{_id: string; _type: string; slug: string}[]>(
    '*[_type in ["section", "topic", "author"] && defined(slug.current)]{_id, _type, "slug": slug.current}',
    {},
    {perspective: 'published'},
  )
  const groups = Map.groupBy(found, ({_type, slug}) => `${_type} ${slug}`)
  return new Map([...groups].map(([key, same]) => [key, same.map(({_id}) => _id)]))
}

/** The web address of a document; empty if it has none. */
export const slugIn = (content: Content): string => {
  const {current} = Object(content['slug']) as {current?: string}
  return current ?? ''
}
