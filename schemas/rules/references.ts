// What a document that is not published yet means for the one that refers to it. In place of Sanity's
// own check, which knows one message and whose level cannot be told apart from the rules beside it.
import type {CustomValidator, Reference} from 'sanity'

function published(message: string): CustomValidator<Reference | undefined> {
  return async (reference, {getDocumentExists, signal}) =>
    !reference?._ref ||
    !getDocumentExists ||
    (await getDocumentExists({id: reference._ref, signal})) || {
      message,
      code: 'reference.not-published',
    }
}

/** Photos, quotes, sources and new authors are published in one step with the article: nobody has to go first. */
export const publishedWithArticle = published(
  'Not published yet: it goes out together with the article.',
)

/** Sections and topics belong to the whole site, so an article waits for them. */
export const publishedFirst = (what: string) =>
  published(`${what} is not published yet. An editor publishes it first.`)
