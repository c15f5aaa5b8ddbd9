import {addressOf, type Publisher} from '../publisher.ts'
import type {Alternate} from './head-tags.ts'

/** The three feeds of a page, for a reader that is given the page's address; `base` is its path. */
export function feedAlternates(publisher: Publisher, base: string, title: string): Alternate[] {
  const feed = (name: string) => addressOf(publisher, `${base === '/' ? '' : base}/${name}`)
  return [
    {type: 'application/rss+xml', title: `${title} (RSS)`, href: feed('feed.xml')},
    {type: 'application/atom+xml', title: `${title} (Atom)`, href: feed('feed.atom')},
    {type: 'application/feed+json', title: `${title} (JSON Feed)`, href: feed('feed.json')},
  ]
}
