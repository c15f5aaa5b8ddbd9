// Where machines meet a photo's credit: each answers what it finds there, as another program reads it.
import {parseAtomFeed, parseRssFeed} from 'feedsmith'
import type {Golden, Stop} from '../../support/golden-credit.ts'
import {elements} from '../support/html.ts'
import {siteOn} from '../support/site-on-lake.ts'
import {ORIGIN} from '../support/visit.ts'
import {nodeOf} from './support/json-ld.ts'
import {oembedPath, textAt} from './support/ask-format.ts'

/** What the site answers at a path, with the article's slug in the place of `*`. */
function read({lake, slug}: Golden, path: string): Promise<string> {
  return textAt(siteOn(lake), path.replace('*', slug))
}

const hasSlug =
  ({slug}: Golden) =>
  (link: string | undefined) =>
    link === `${ORIGIN}/article/${slug}`

const ENTITIES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}

/** The text of each element of this name, letter by letter: no white space is made another. */
const values = (markup: string | undefined, name: string): string[] =>
  [...(markup ?? '').matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) =>
      text.replace(/&(#x27|\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole),
  )

/** The end of each caption: the credit. */
const captionsOf = (html: string | undefined): (string | undefined)[] =>
  elements(html ?? '', 'figcaption').map((caption) => values(caption, 'bdi').at(-1))

export const MACHINE_STOPS: Record<string, Stop> = {
  // Without the related pieces below it, which have pictures of their own.
  'the article’s page': async (golden) =>
    captionsOf(elements((await read(golden, '/article/*')) ?? '', 'article', 'class="article"')[0]),
  async 'JSON-LD'(golden) {
    const {image} = nodeOf(await read(golden, '/article/*'), 'NewsArticle')
    return image.map(({creditText}: {creditText: string}) => creditText)
  },
  async 'the photo’s own page'(golden) {
    const html = await read(golden, `/photo/${golden.photoId}`)
    return [...captionsOf(html), nodeOf(html, 'ImageObject')['creditText']]
  },
  async 'media:credit in RSS'(golden) {
    const {items} = parseRssFeed(await read(golden, '/feed.xml'))
    const item = items?.find(({link}) => hasSlug(golden)(link))
    return item?.media?.contents?.flatMap(({credits}) => credits?.map(({value}) => value)) ?? []
  },
  async 'the text in RSS'(golden) {
    const {items} = parseRssFeed(await read(golden, '/feed.xml'))
    return captionsOf(items?.find(({link}) => hasSlug(golden)(link))?.content?.encoded)
  },
  async 'media:credit in Atom'(golden) {
    const {entries} = parseAtomFeed(await read(golden, '/feed.atom'))
    const entry = entries?.find(({links}) => hasSlug(golden)(links?.[0]?.href))
    return entry?.media?.contents?.flatMap(({credits}) => credits?.map(({value}) => value)) ?? []
  },
  async 'JSON Feed'(golden) {
    const {items} = JSON.parse(await read(golden, '/feed.json')) as {
      items: {url: string; content_html: string; _image: {credit: string}}[]
    }
    const item = items.find(({url}) => hasSlug(golden)(url))
    return [item?._image.credit, ...captionsOf(item?.content_html)]
  },
  async oEmbed(golden) {
    const path = oembedPath(`${ORIGIN}/article/${golden.slug}`)
    const xml = await read(golden, `${path}&format=xml`)
    const json = JSON.parse(await read(golden, path)) as {thumbnail_credit: string}
    return [json.thumbnail_credit, ...values(xml, 'thumbnail_credit')]
  },
  async ninjs(golden) {
    const {associations} = JSON.parse(await read(golden, '/article/*/ninjs.json')) as {
      associations: {descriptions: {role: string; value: string}[]}[]
    }
    return associations.map(
      ({descriptions}) => descriptions.find(({role}) => role === 'creditline')?.value,
    )
  },
  'NewsML-G2': async (golden) => values(await read(golden, '/article/*/newsml.xml'), 'creditline'),
}
