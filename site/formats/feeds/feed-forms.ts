import {jsonText} from '../json-text.ts'
import type {Publisher} from '../publisher.ts'
import {atom} from './atom.ts'
import type {Feed} from './feed.ts'
import {jsonFeed} from './json-feed.ts'
import {rss} from './rss.ts'

/** A feed's forms by the last part of their address. */
export const FEED_FORMS: Record<
  string,
  {type: string; write: (feed: Feed, publisher: Publisher) => string}
> = {
  'feed.xml': {type: 'application/rss+xml', write: rss},
  'feed.atom': {type: 'application/atom+xml', write: atom},
  'feed.json': {
    type: 'application/feed+json',
    write: (feed, publisher) => jsonText(jsonFeed(feed, publisher)),
  },
}
