// The feeds: of the whole newsroom, and of a section, a topic or an author.
import {
  AUTHOR_FEED_QUERY,
  FEED_QUERY,
  SECTION_FEED_QUERY,
  TOPIC_FEED_QUERY,
} from '../../../queries/feeds.ts'
import {authorPath, sectionPath, topicPath} from '../../format/paths.ts'
import {
  NOT_FOUND,
  type MachineAnswer,
  type MachineRoute,
  type MachineVisit,
} from '../machine-visit.ts'
import type {Publisher} from '../publisher.ts'
import type {Feed} from './feed.ts'
import {FEED_FORMS} from './feed-forms.ts'

const FEED_FILE = ':file{feed\\.(?:xml|atom|json)}'

/** The addresses of feeds. */
export const FEED_ROUTES: [path: string, route: MachineRoute][] = [
  [`/${FEED_FILE}`, newsroomFeed],
  [`/section/:slug/${FEED_FILE}`, sectionFeed],
  [`/topic/:slug/${FEED_FILE}`, topicFeed],
  [`/author/:slug/${FEED_FILE}`, authorFeed],
]

async function newsroomFeed({client, publisher, params: {file}}: MachineVisit) {
  const articles = await client.fetch(FEED_QUERY)
  const {name: title, settings} = publisher
  const description = settings?.strapline
  return feedAnswer(file, {_id: '/', title, description, path: '/', articles}, publisher)
}

async function sectionFeed({client, publisher, params: {slug = '', file}}: MachineVisit) {
  const found = await client.fetch(SECTION_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const title = `${found.title ?? slug} – ${publisher.name}`
  return feedAnswer(file, {...found, title, path: sectionPath(slug)}, publisher)
}

async function topicFeed({client, publisher, params: {slug = '', file}}: MachineVisit) {
  const found = await client.fetch(TOPIC_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const title = `${found.title ?? slug} – ${publisher.name}`
  return feedAnswer(file, {...found, title, path: topicPath(slug)}, publisher)
}

async function authorFeed({client, publisher, params: {slug = '', file}}: MachineVisit) {
  const found = await client.fetch(AUTHOR_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const {name, bio: description, ...rest} = found
  const title = `${name ?? slug} – ${publisher.name}`
  return feedAnswer(file, {...rest, title, description, path: authorPath(slug)}, publisher)
}

function feedAnswer(file: string | undefined, feed: Feed, publisher: Publisher): MachineAnswer {
  const form = FEED_FORMS[file ?? '']
  if (!form) return NOT_FOUND
  return {type: form.type, from: feed, write: () => form.write(feed, publisher)}
}
