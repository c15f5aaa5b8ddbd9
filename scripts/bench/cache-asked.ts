// Queries whose caches no other bench asks for.
import type {Asked} from './query-asked.ts'

const PUBLISHED: Asked['perspective'] = ['published']
/** More than are looked up one by one. */
const SLUGS = Array.from({length: 200}, (_, n) => `article-${n * 3}`)

export const ALSO_ASKED: Asked[] = [
  {
    name: 'a list of 200 values',
    query: `count(*[_type == "article" && (slug.current in $slugs) != false])`,
    params: () => ({slugs: SLUGS}),
    perspective: PUBLISHED,
  },
  {
    name: 'match on a made text',
    query: `count(*[_type == "article" && lower(headline) match $word])`,
    params: (n) => ({word: `ba${n % 7}* ke*`}),
    perspective: PUBLISHED,
  },
  {
    name: 'search in a made text',
    query: `count(*[_type == "article" && lower(headline) match text::query($search)])`,
    params: (n) => ({search: `bake "lo mi" -nu${n % 7}`}),
    perspective: PUBLISHED,
  },
  {
    name: 'a subquery for each of 100',
    query: `*[_type == "article"][0...100]{
      headline, "longest": *[_type == "article"] | order(length(dek) desc)[0]._id
    }`,
    params: () => ({}),
    perspective: PUBLISHED,
  },
  {
    name: 'twenty whole articles',
    query: `*[_type == "article" && section._ref == $section][0...20]`,
    params: (n) => ({section: `section-${n % 8}`}),
    perspective: PUBLISHED,
  },
  {
    name: 'one of ten articles with its text',
    query: `*[_type == "article" && slug.current == $slug][0]{headline, body}`,
    params: (n) => ({slug: `article-${n % 10}`}),
    perspective: PUBLISHED,
  },
  {
    name: 'an article by parts of its text',
    query: `*[_type == "article" && slug.current == $slug][0]{
      "text": pt::text(body), "words": length(pt::text(body)), "first": body[0], "photos": body[_type == "photoUse"].photo._ref
    }`,
    params: (n, count) => ({slug: `article-${(n * 7919) % count}`}),
    perspective: PUBLISHED,
  },
]
