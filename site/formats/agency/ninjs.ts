// An article as ninjs 3.1, IPTC's news in JSON.
import {quotesIn} from '../../body/quotes-in.ts'
import {languageTag} from '../../display/language.ts'
import {authorPath, sectionPath} from '../../display/paths.ts'
import {articleHtml, articleText} from '../article-html.tsx'
import {
  pieceAddress,
  pieceId,
  authorsOf,
  isoMoment,
  publishedAt,
  type FeedArticle,
} from '../feed-article.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {bylineText} from './byline-text.ts'
import {GENRES} from './genres.ts'
import {ninjsPicture} from './ninjs-picture.ts'
import {articleVersion} from './version.ts'

const NEWSCODES = 'http://cv.iptc.org/newscodes'

/** The article with its whole text; its pictures are associations, each with its credit line. */
export function ninjs(article: FeedArticle, publisher: Publisher): object {
  const {headline, dek, dateline, language} = article
  const version = articleVersion(article)
  const html = articleHtml(article, publisher)
  const text = articleText(html)
  const quoted = quotedParties(article)
  return {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    uri: pieceId(publisher, article),
    type: 'text',
    representationType: 'full',
    version: String(version.number),
    firstCreated: isoMoment(article.firstPublishedAt),
    versionCreated: version.created,
    contentCreated: publishedAt(article),
    pubStatus: 'usable',
    language: languageTag(language) ?? publisher.language,
    title: headline ?? undefined,
    headlines: headline ? [{role: 'main', contentType: 'text/plain', value: headline}] : [],
    descriptions: dek ? [{role: 'summary', contentType: 'text/plain', value: dek}] : [],
    by: bylineText(article, publisher),
    located: dateline ?? undefined,
    bodies: [
      {role: 'main', contentType: 'text/html', charCount: html.length, value: html},
      {
        role: 'main',
        contentType: 'text/plain',
        charCount: text.length,
        wordCount: text.split(/\s+/).filter(Boolean).length,
        value: text,
      },
    ],
    people: [
      ...authorsOf(article).map(({name, slug}) => ({
        name,
        rel: 'author',
        uri: slug ? addressOf(publisher, authorPath(slug)) : undefined,
      })),
      ...quoted.people.map((name) => ({name, rel: 'quoted'})),
    ],
    organisations: quoted.organisations.map((name) => ({name, rel: 'quoted'})),
    subjects: subjectsOf(article, publisher),
    genres: genresOf(article),
    infoSources: [{name: publisher.name, role: 'publisher', uri: addressOf(publisher, '/')}],
    altIds: [{role: 'web', value: pieceAddress(publisher, article)}],
    trustIndicators: trustIndicators(publisher),
    associations: picturesOf(article, publisher).map((picture, index) =>
      ninjsPicture(picture, index, publisher),
    ),
  }
}

function subjectsOf({section, topics}: FeedArticle, publisher: Publisher): object[] {
  const subjects = (topics ?? []).flatMap((topic) => {
    const code = /^medtop:(\d{8})$/.exec(topic?.mediaTopic ?? '')?.[1]
    if (!topic?.title) return []
    return [
      {
        name: topic.title,
        rel: 'about',
        ...(code ? {uri: `${NEWSCODES}/mediatopic/${code}`} : {literal: topic.slug ?? topic.title}),
      },
    ]
  })
  if (!section?.title) return subjects
  const uri = section.slug ? addressOf(publisher, sectionPath(section.slug)) : undefined
  return [{name: section.title, rel: 'section', uri}, ...subjects]
}

function genresOf({articleType}: FeedArticle): object[] {
  if (!articleType) return []
  const code = GENRES[articleType]
  return code
    ? [{name: code, uri: `${NEWSCODES}/genre/${code}`}]
    : [{name: articleType, literal: articleType}]
}

function trustIndicators(publisher: Publisher): object[] {
  const policies = publisher.settings?.policies
  if (!policies?.ethics) return []
  return [
    {
      role: `${NEWSCODES}/trustindicator/editorialPolicy`,
      title: 'Ethics',
      href: addressOf(publisher, '/policies#ethics'),
    },
  ]
}

/** Who is quoted by name, people and institutions apart, each once. */
function quotedParties({body}: FeedArticle): {people: string[]; organisations: string[]} {
  const sources = quotesIn(body ?? []).flatMap(({speakers}) =>
    (speakers ?? []).map(({source}) => source),
  )
  const named = (isInstitution: boolean) => [
    ...new Set(
      sources.flatMap((source) =>
        source?.name && (source.kind === 'institution') === isInstitution ? [source.name] : [],
      ),
    ),
  ]
  return {people: named(false), organisations: named(true)}
}
