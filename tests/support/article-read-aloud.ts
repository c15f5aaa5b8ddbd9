// What a screen reader should say of a published article, in this order.
import type {Content} from './content.ts'
import type {Spoken} from './screen-reader.ts'

interface Picture {
  alt: string | null
  caption: string | null
  credit: string
  isSilent: boolean
}

interface Member extends Partial<Picture> {
  _type: string
  style?: string
  words?: string
  names?: string[]
}

export interface SpokenArticle {
  slug: string
  language: string
  headline: string
  dek: string | null
  section: string
  kicker: string | null
  writers: string[]
  lead: Picture | null
  keyPoints: string[] | null
  body: Member[]
  corrections: string[]
  topics: string[]
}

const PICTURE = `"alt": coalesce(alt, photo->alt), "caption": coalesce(caption, photo->caption), "credit": photo->creditLine, "isSilent": photo->decorative == true`
const QUERY = `*[_type == "article" && defined(slug.current)]{
  "slug": slug.current, language, headline, dek, "section": section->title, kicker,
  "writers": bylines[].author->name,
  "lead": select(defined(leadPhoto.photo) => leadPhoto{${PICTURE}}),
  keyPoints,
  "body": body[]{
    _type, style,
    _type == "block" => {"words": children[0].text},
    _type == "quoteUse" => {"words": quote->text, "names": quote->speakers[].source->name},
    _type == "photoUse" => {${PICTURE}}
  },
  "corrections": *[_type == "correction" && article._ref == ^._id] | order(publishedAt desc, number desc).readerNote,
  "topics": coalesce(topics[]->title, [])
}`

/** All published articles. */
export const spokenArticles = (content: Content): Promise<SpokenArticle[]> =>
  content.asReader<SpokenArticle[]>(QUERY)

/** From the skip link to the footer. */
export function asSpoken(article: SpokenArticle): Spoken[] {
  const {headline, dek, section, kicker, writers, lead, keyPoints, corrections, topics} = article
  return [
    {role: 'link', name: 'Skip to the text'},
    {role: 'banner', name: ''},
    {role: 'navigation', name: 'Sections'},
    {role: 'main', name: ''},
    {role: 'article', name: ''},
    // A kicker of its own is words; the section is a link.
    ...(kicker ? [] : [{role: 'link', name: section}]),
    {role: 'heading', level: 1, name: headline},
    ...(dek ? [text(dek)] : []),
    ...writers.map((name) => ({role: 'link', name})),
    {role: 'time', name: ''},
    text('to read'),
    ...(lead ? pictureAsSpoken(lead) : []),
    ...(keyPoints?.length ? [{role: 'note', name: 'Key points'}, ...keyPoints.map(text)] : []),
    ...article.body.flatMap(memberAsSpoken),
    ...(corrections.length > 0 ? [{role: 'region', name: 'Corrections and updates'}] : []),
    ...corrections.map(text),
    {role: 'complementary', name: 'Share this article'},
    ...(topics.length > 0 ? [{role: 'navigation', name: 'Topics'}] : []),
    ...topics.map((name) => ({role: 'link', name})),
    {role: 'region', name: 'About the author'},
    ...[...new Set(writers)].map((name) => ({role: 'heading', level: 3, name})),
    {role: 'contentinfo', name: ''},
    {role: 'navigation', name: 'Our policies'},
    {role: 'navigation', name: 'Find'},
  ]
}

const text = (name: string): Spoken => ({role: 'text', name})

function pictureAsSpoken({alt, caption, credit, isSilent}: Picture): Spoken[] {
  return [
    {role: 'figure', name: ''},
    ...(isSilent ? [] : [{role: 'image', name: alt ?? 'no words'}]),
    ...(caption ? [text(caption)] : []),
    text(credit),
  ]
}

/** The words, and then whose they are. */
function memberAsSpoken({_type, style, words = '', names, ...picture}: Member): Spoken[] {
  if (_type === 'quoteUse')
    return [text(words), ...(names ?? []).map((name) => ({role: 'link', name}))]
  if (_type === 'photoUse') return pictureAsSpoken(picture as Picture)
  if (_type !== 'block' || words.trim() === '') return []
  if (style === 'h2' || style === 'h3')
    return [{role: 'heading', level: Number(style.slice(1)), name: words}]
  return [text(words)]
}
