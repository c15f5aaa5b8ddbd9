// What a new document already knows: the newsroom's language and who is writing.
// A failed look-up leaves the field empty, because the studio opens no form at all when one throws.
import type {InitialValueResolverContext} from 'sanity'

/** Nothing but an ID: other facts of private documents are not kept for work without a network. */
const OWN_AUTHOR = `*[_type == "privateAuthor" && userId == $user]{
  "id": author._ref,
  "isPublished": count(*[_id == ^.author._ref]) > 0,
  "hasDraft": count(*[_id == "drafts." + ^.author._ref]) > 0
}[isPublished || hasDraft] | order(isPublished desc, id asc)[0].id`

type Context = Pick<InitialValueResolverContext, 'currentUser' | 'getClient'>

const ask = <T>({getClient}: Context, query: string, params = {}) =>
  getClient({apiVersion: '2025-02-19'})
    .fetch<T | null>(query, params, {perspective: 'raw', tag: 'initial-value'})
    .catch(() => null)

/** The language set in the site's settings. */
export async function siteLanguage(_: unknown, context: Context) {
  return (await ask<string>(context, '*[_id == "siteSettings"][0].language')) ?? 'en'
}

/** Only a weak reference can lead to an author who is a draft; publishing the article makes it strong. */
const UNTIL_PUBLISHED = {_weak: true, _strengthenOnPublish: {type: 'author'}}

/** A byline for the person who begins the article, if their account has an author. */
export async function ownByline(_: unknown, context: Context) {
  if (!context.currentUser) return []
  const id = await ask<string>(context, OWN_AUTHOR, {user: context.currentUser.id})
  if (!id) return []
  const isPublished = await ask<boolean>(context, 'count(*[_id == $id]) > 0', {id})
  const author = {_type: 'reference', _ref: id, ...(!isPublished && UNTIL_PUBLISHED)}
  return [{_type: 'byline', author, role: 'writer'}]
}
