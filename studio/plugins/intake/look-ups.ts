// What the newsroom has already: the same file, its sections, and people of the same names.
import type {SanityClient} from 'sanity'
import {draftIdOf} from '../../../model/ids.ts'
import {EARLIER_INTAKE} from '../../../workflow/intake/record.ts'
import type {Known} from '../../../workflow/intake/quote-drafts.ts'
import {joinDrafts, NO_VERSIONS} from '../../data/join-drafts.ts'
import type {ReadFile} from './read-in-worker.ts'
import type {Section} from './proposal.ts'

/** An author or a source with the same name. */
export interface Person extends Known {
  kind: 'authors' | 'sources'
  name: string
  /** Title and organization, to tell two people apart. */
  about: string
  /** The author that belongs to the account of the person at the dialog. */
  isOwn: boolean
}

export interface LookedUp {
  /** The article that the same file became before. */
  earlier: {id: string; headline: string} | null
  sections: Section[]
  people: Person[]
}

const IS_PUBLISHED = `!(_id in path("drafts.**")) && ${NO_VERSIONS}`

const QUERY = `{
  "earlier": ${EARLIER_INTAKE},
  "sections": *[_type == "section" && ${IS_PUBLISHED} && defined(title)] | order(title asc) {"id": _id, title},
  "own": *[_type == "privateAuthor" && userId == $user].author._ref,
  "people": *[_type in ["author", "source"] && ${NO_VERSIONS} && lower(name) in $names] | order(name asc, _id asc) {
    _id, _type, name, jobTitle, "affiliation": affiliations[-1]{title, organization}
  }
}`

interface Found {
  earlier: string | null
  sections: Section[]
  /** Published IDs of the authors that belong to the person at the dialog. */
  own: string[]
  people: {
    _id: string
    _type: string
    name: string
    jobTitle: string | null
    affiliation: {title?: string | null; organization?: string | null} | null
  }[]
}

/**
 * @param client its perspective is `raw`
 * @param user ID of the account of the person at the dialog
 */
export async function lookUp(
  client: Pick<SanityClient, 'fetch'>,
  {hash, result}: Pick<ReadFile, 'hash' | 'result'>,
  user: string,
): Promise<LookedUp> {
  const {article} = result
  const names = [
    ...article.bylines.map(({name}) => name),
    ...article.quotes.flatMap(({speakers}) => speakers.map(({name}) => name)),
  ].map((name) => name.toLowerCase())
  const params = {hash, user, names: [...new Set(names)]}
  const found = await client.fetch<Found>(QUERY, params, {tag: 'intake.look-up'})
  return {
    sections: found.sections,
    people: joinDrafts(found.people).map(({id, isPublished, fields}) => {
      const {_type, name, jobTitle, affiliation} = fields
      const about = [jobTitle, affiliation?.title, affiliation?.organization]
      return {
        id,
        isPublished,
        isOwn: found.own.includes(id),
        kind: _type === 'author' ? 'authors' : 'sources',
        name,
        about: about.filter(Boolean).join(', '),
      }
    }),
    earlier: found.earlier ? await earlierArticle(client, found.earlier) : null,
  }
}

async function earlierArticle(client: Pick<SanityClient, 'fetch'>, id: string) {
  const headline = await client.fetch<string | null>(
    '*[_id in [$draft, $id]] | order(_id desc)[0].headline',
    {id, draft: draftIdOf(id)},
    {tag: 'intake.earlier'},
  )
  return {id, headline: headline ?? ''}
}

/** People who have this name, of one kind. */
export const sameName = (
  {people}: Pick<LookedUp, 'people'>,
  kind: Person['kind'],
  name: string,
): Person[] =>
  people.filter((one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase())
