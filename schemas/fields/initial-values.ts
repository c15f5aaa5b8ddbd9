// What a new document already knows: the newsroom's language and who is writing.
// A failed look-up leaves the field empty, because the studio opens no form at all when one throws.
import type {InitialValueResolverContext} from 'sanity'

const OWN_AUTHOR = `*[_type == "privateAuthor" && userId == $user && count(*[_id == ^.author._ref]) > 0][0].author._ref`

const ask = <T>({getClient}: InitialValueResolverContext, query: string, params = {}) =>
  getClient({apiVersion: '2025-02-19'})
    .fetch<T | null>(query, params, {perspective: 'raw', tag: 'initial-value'})
    .catch(() => null)

/** The language set in the site's settings. */
export async function siteLanguage(_: unknown, context: InitialValueResolverContext) {
  return (await ask<string>(context, '*[_id == "siteSettings"][0].language')) ?? 'en'
}

/** A byline for the person who begins the article, if an administrator has linked their account. */
export async function ownByline(_: unknown, context: InitialValueResolverContext) {
  if (!context.currentUser) return []
  const author = await ask<string>(context, OWN_AUTHOR, {user: context.currentUser.id})
  return author
    ? [{_type: 'byline', author: {_type: 'reference', _ref: author}, role: 'writer'}]
    : []
}
