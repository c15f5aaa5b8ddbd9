// What a document that the server writes is about. Weak: it outlives what it is about.
import {defineField} from 'sanity'

export const articleReferenceField = () =>
  defineField({
    name: 'article',
    title: 'Article',
    description: 'The article that it is about.',
    type: 'reference',
    weak: true,
    to: [{type: 'article'}],
  })

/**
 * What is approved: articles, and photos, quotes and sources that live articles use.
 *
 * @param besides what else is talked about
 */
export const subjectReferenceField = (besides: {type: string}[] = []) =>
  defineField({
    name: 'subject',
    title: 'About',
    description: 'The article, photo, quote or source that it is about.',
    type: 'reference',
    weak: true,
    to: [
      {type: 'article'},
      {type: 'photoWithCredit'},
      {type: 'expertQuote'},
      {type: 'source'},
      ...besides,
    ],
  })

/** Under which of these names a subject is known depends on its type. */
export const SUBJECT_PREVIEW = {
  headline: 'subject.headline',
  caption: 'subject.caption',
  text: 'subject.text',
  name: 'subject.name',
}

export function subjectTitle(
  {headline, caption, text, name}: Partial<Record<keyof typeof SUBJECT_PREVIEW, string>>,
  otherwise: string,
): string {
  return headline || caption || text || name || otherwise
}
