// What the bench `fronts` asks: the front page of 0.4.0, and a front that editors have made.
import {FRONT_QUERY} from '../../queries/fronts.ts'
import type {Json, LakeDocument} from '@copydesk/lake/types'
import {HOME_FRONT} from '../../model/fronts.ts'
import type {Asked} from './query-asked.ts'

const PHOTO = `_id, _updatedAt, caption, alt, decorative, creditLine, creator, creatorTitle, copyrightHolder,
  copyrightNotice, usageTerms, licenseUrl, acquireUrl, dateTaken, place, digitalSourceType,
  "isGraphic": rights.category == "illustration"
    || digitalSourceType in ["dataDrivenMedia", "digitalCreation"],
  image{crop, hotspot, asset->{_id, url, "dimensions": metadata.dimensions{width, height},
    "lqip": metadata.lqip, "hasAlpha": metadata.hasAlpha}}`
const CARD = `_id, headline, kicker, dek, articleType, language, "slug": slug.current,
  "date": coalesce(displayDate, firstPublishedAt, _createdAt),
  section->{_id, title, "slug": slug.current},
  bylines[]{_key, role, prefix, author->{_id, name, "slug": slug.current}},
  leadPhoto{role, caption, alt, photo->{${PHOTO}}}`
const NEWEST = 'order(coalesce(displayDate, firstPublishedAt, _createdAt) desc, _id asc)'

/** HOME_QUERY of 0.4.0, to the letter but for its line ends. */
const HOME_OF_0_4_0 = `{
  "latest": *[_type == "article" && defined(slug.current)] | ${NEWEST} [0...12]{${CARD}},
  "sections": *[_type == "section" && defined(slug.current)]
    | order(coalesce(order, 1000) asc, title asc){
      _id, title, "slug": slug.current,
      "articles": *[_type == "article" && defined(slug.current) && section._ref == ^._id]
        | ${NEWEST} [0...8]{${CARD}}
    }
}`

export const FRONTS_ASKED: Asked[] = [
  {
    name: 'front page of 0.4.0',
    query: HOME_OF_0_4_0,
    params: () => ({}),
    perspective: ['published'],
  },
  {
    name: 'front of editors',
    query: FRONT_QUERY,
    params: () => ({id: HOME_FRONT}),
    perspective: ['published'],
  },
]

const weak = (_ref: string) => ({_type: 'reference', _ref, _weak: true})

function fillOf(n: number): Record<string, Json> {
  if (n < 2) return {from: 'newest'}
  if (n < 8) return {from: 'section', section: weak(`section-${n - 2}`)}
  return {from: 'topic', topic: weak(`topic-${n}`)}
}

/** Ten containers with forty stories: two by hand in each, filled up by all rules. */
export function frontOfForty(): LakeDocument {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    _id: HOME_FRONT,
    _type: 'front',
    _rev: 'r',
    _createdAt: at,
    _updatedAt: at,
    containers: Array.from({length: 10}, (_, n) => ({
      _key: `c${n}`,
      _type: 'frontContainer',
      layout: 'four',
      count: 4,
      slots: [0, 1].map((slot) => ({
        _key: `s${slot}`,
        _type: 'frontSlot',
        piece: weak(`article-${n * 97 + slot}`),
        ...(slot === 0 && {headline: 'Said in other words'}),
      })),
      fill: fillOf(n),
    })),
  }
}
