import {expect, test} from 'vitest'
import type {Document} from './support/client.ts'
import {
  article,
  block,
  linked,
  newsroom,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from './support/fixtures.ts'
import {attribute, links, tags, textOf, withoutData} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'

const SCRIPT = '<script>alert(1)</script>'
const BREAKOUT = `"><img src=x onerror=alert(1)>'`
const EVIL = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
  'https://user:password@example.org/',
]
const KNOWN_TAGS =
  /^<\/?(!doctype|html|head|meta|title|link|style|body|a|header|nav|main|footer|article|section|aside|div|h[1-3]|p|ul|ol|li|figure|figcaption|img|span|bdi|q|dl|dt|dd|form|label|input|button|cite|time|blockquote|details|summary|strong|em|br)\b/i

function poisoned(): Document[] {
  const text = `${SCRIPT}${BREAKOUT}`
  return newsroom(
    article('piece', {
      headline: text,
      dek: text,
      kicker: text,
      dateline: text,
      updatedNote: text,
      keyPoints: [text],
      language: `en" onload="alert(1)`,
      seo: {description: text, canonicalUrl: 'javascript:alert(1)'},
      citations: EVIL.map((url, index) => ({_key: String(index), title: text, url})),
      leadPhoto: photoUse('lead', {caption: text, alt: text}),
      body: [
        block(text, {style: 'h2'}),
        ...EVIL.map((href) => linked(text, {_type: 'link', href, title: text})),
        ...EVIL.map((url) => ({_type: 'callToAction', _key: url, text, label: text, url})),
        ...EVIL.map((url) => ({_type: 'embed', _key: url, url, title: text})),
        {_type: 'embed', _key: 'lookalike', url: 'https://youtube.com.evil.example/', title: text},
        {_type: 'script', _key: 'type', text},
        {
          ...block('unknown mark'),
          children: [{_type: 'span', _key: 's', text, marks: ['script', 'nope']}],
        },
        quoteUse('said'),
        quoteUse('said', 'inline'),
      ],
    }),
    article('second', {headline: text, dek: text}),
    {
      _id: 'series',
      _type: 'series',
      title: text,
      description: text,
      slug: {current: 'series'},
      picture: photoUse('lead', {caption: text, alt: text}),
      parts: [{_key: 'a', ...reference('piece')}],
    },
    {
      _id: 'package',
      _type: 'storyPackage',
      title: text,
      description: text,
      main: reference('second'),
      sides: [{_key: 'a', ...reference('piece')}],
    },
    photo('lead', {
      caption: text,
      creditLine: text,
      creator: text,
      creatorTitle: text,
      copyrightHolder: text,
      copyrightNotice: text,
      usageTerms: text,
      place: text,
      people: [text],
      digitalSourceType: '__proto__',
      dateTaken: text,
      licenseUrl: 'javascript:alert(1)',
      acquireUrl: 'data:text/html,<script>alert(1)</script>',
    }),
    quote('said', {
      text,
      attribution: text,
      language: BREAKOUT,
      original: {text, language: BREAKOUT},
      provenance: {url: 'javascript:alert(1)', archivedUrl: 'data:text/html,x', publication: text},
    }),
  ).map((one) => {
    if (one._id === 'author-ada')
      return {
        ...one,
        name: text,
        bio: text,
        links: EVIL.map((url) => ({_key: url, label: text, url})),
      }
    if (one._id === 'source-green')
      return {
        ...one,
        name: text,
        honorific: text,
        country: text,
        expertise: [text],
        affiliations: [{_key: 'a', title: text, organization: text, from: text, to: text}],
      }
    if (one._id === 'siteSettings')
      return {
        ...one,
        name: text,
        language: BREAKOUT,
        timeZone: BREAKOUT,
        socialLinks: EVIL.map((url) => ({_key: url, label: text, url})),
        partners: EVIL.map((url) => ({_key: url, name: text, url})),
      }
    if (one._type === 'sanity.imageAsset') {
      const metadata = {
        dimensions: {width: 1600, height: 1066},
        lqip: `data:image/png;base64,AA")}</style>${SCRIPT}`,
      }
      return {...one, metadata}
    }
    return one
  })
}

test.each([
  '/',
  '/article/piece',
  '/section/politics',
  '/series/series',
  '/author/ada-byrne',
  '/source/source-green',
  '/sources',
  '/photo/lead',
  '/search?q=alert',
  '/preview/article/piece',
])('whatever is written into the fields is read out, never run: %s', async (path) => {
  const {html: whole, response} = await visit(siteOver(poisoned()), path, SESSION)
  const html = withoutData(whole)
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain(SCRIPT)
  const foreign = (html.match(/<\/?[a-z!][^\s/>]*/gi) ?? []).filter((tag) => !KNOWN_TAGS.test(tag))
  expect(foreign).toEqual([])
  const withoutValues = html.replace(/"[^"]*"/g, '""')
  expect(withoutValues.match(/<[^>]*\son\w+\s*=[^>]*>/g) ?? []).toEqual([])
  for (const href of [
    ...links(html),
    ...tags(html, 'link').flatMap((tag) => attribute(tag, 'href') ?? []),
  ])
    expect(href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/)|#|data:image\/svg)/)
  expect(links(html).join()).not.toMatch(/evil|password/)
  expect(html).not.toContain('</style><script')
})

test('an article of five thousand blocks is a page like any other', async () => {
  const body = Array.from({length: 5000}, (_, index) => ({
    ...block(`Paragraph ${index}.`),
    _key: `b${index}`,
  }))
  const {html, response} = await visit(
    siteOver(newsroom(article('piece', {body}))),
    '/article/piece',
  )
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('Paragraph 4999.')
})
