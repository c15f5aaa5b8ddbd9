import {expect, test} from 'vitest'
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
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {siteOver, visit} from './support/visit.ts'

async function articlePage(more: Record<string, unknown>, ...others: Parameters<typeof newsroom>) {
  return visit(siteOver(newsroom(article('piece', more), ...others)), '/article/piece')
}

test('shows kicker, headline, standfirst, byline, dateline and date in the newsroom’s time zone', async () => {
  const {html, response} = await articlePage(
    {
      dateline: 'Beijing',
      bylines: [
        {_key: 'a', author: reference('author-ada'), role: 'writer'},
        {_key: 'b', author: reference('author-bo'), role: 'photographer'},
        {_key: 'c', author: reference('author-gone'), role: 'editor'},
      ],
    },
    {_id: 'author-bo', _type: 'author', name: 'Bo Lindh', slug: {current: 'bo-lindh'}},
  )
  expect(response.status).toBe(200)
  expect(textOf(elements(html, 'h1')[0] ?? '')).toBe('Headline of piece')
  const head = textOf(elements(html, 'header', 'article__head')[0] ?? '')
  expect(head).toContain('Politics Explainer Headline of piece Standfirst of piece')
  expect(head).toContain('By Ada Byrne Photographs by Bo Lindh')
  // 15:30 UTC is after midnight in Tokyo.
  expect(head).toContain('Beijing 5 March 2026')
  expect(head).toMatch(/00:30 GMT\+9/)
  expect(head).not.toContain('Edited by')
  expect(links(html)).toContain('/author/ada-byrne')
})

test('says in which language the article is and what the browser tab shows', async () => {
  const {html} = await articlePage({language: 'ar', seoHeadline: 'For search'})
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(elements(html, 'title')).toEqual(['<title>For search – The Test Post</title>'])
})

test('renders subheads, lists, passages, emphasis and links', async () => {
  const {html} = await articlePage({
    body: [
      block('Aging Population', {style: 'h2'}),
      block('A smaller one', {style: 'h3'}),
      block('Point', {listItem: 'bullet', level: 1}),
      block('Step', {listItem: 'number', level: 1}),
      block('Passage', {style: 'blockquote'}),
      linked('elsewhere', {_type: 'link', href: 'https://example.org/a?b=1&c=2'}),
      linked('to Trade', {_type: 'internalLink', reference: reference('topic-trade')}),
      linked('to nowhere', {_type: 'internalLink', reference: reference('article-gone')}),
    ],
  })
  expect(html).toContain('<h2>Aging Population</h2>')
  expect(html).toContain('<h3>A smaller one</h3>')
  expect(html).toContain('<ul><li>Point</li></ul>')
  expect(html).toContain('<ol><li>Step</li></ol>')
  expect(html).toContain('<blockquote class="passage"><p>Passage</p></blockquote>')
  expect(links(html)).toEqual(
    expect.arrayContaining(['https://example.org/a?b=1&c=2', '/topic/trade']),
  )
  expect(html).toContain('<p>to nowhere</p>')
})

test('shows key points, fact box, call to action, embed, references and a note on the update', async () => {
  const {html} = await articlePage({
    keyPoints: ['First point'],
    updatedNote: 'The figure was updated.',
    citations: [
      {
        _key: 'c',
        title: 'Work Report',
        publication: 'State Council',
        url: 'https://example.org/report',
        publishedOn: '2024-03',
      },
    ],
    topics: [reference('topic-trade')],
    body: [
      {_type: 'keyPoints', _key: 'k', title: 'In short', points: ['Second point']},
      {_type: 'factBox', _key: 'f', title: 'What is it?', body: [block('A meeting.')]},
      {
        _type: 'callToAction',
        _key: 'c',
        text: 'Follow us.',
        label: 'Newsletter',
        url: 'https://example.org/news',
      },
      {
        _type: 'callToAction',
        _key: 'd',
        text: 'Read on.',
        label: 'Politics',
        link: reference('section-politics'),
      },
      {_type: 'embed', _key: 'e', url: 'https://www.youtube.com/watch?v=x', title: 'The opening'},
      {_type: 'embed', _key: 'g', url: 'https://unknown.example/x', title: 'Not allowed here'},
    ],
  })
  const text = textOf(html)
  for (const words of [
    'First point',
    'The figure was updated.',
    'In short',
    'Second point',
    'What is it?',
    'A meeting.',
    'Follow us.',
    'The opening Opens on YouTube',
    'Work Report , State Council, March 2024',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Not allowed here')
  expect(tags(html, 'iframe')).toEqual([])
  expect(links(html)).toEqual(
    expect.arrayContaining([
      'https://example.org/news',
      '/section/politics',
      '/topic/trade',
      'https://example.org/report',
    ]),
  )
})

test('ends with the authors’ biographies and the related articles', async () => {
  const {html} = await articlePage(
    {related: [reference('other'), reference('article-gone')]},
    article('other', {headline: 'The other piece'}),
  )
  const foot = html.slice(html.indexOf('About the author'))
  expect(textOf(foot)).toContain(
    'Ada Byrne Correspondent Ada Byrne writes about treaties. More by Ada Byrne',
  )
  expect(textOf(foot)).toContain('The other piece')
  expect(elements(foot, 'article')).toHaveLength(1)
})

test('gives every picture its size, its renditions and an alternative text', async () => {
  const {html} = await articlePage(
    {
      leadPhoto: photoUse('lead', {alt: 'Another description'}),
      body: [photoUse('inside'), photoUse('ornament')],
    },
    photo('lead'),
    photo('inside'),
    photo('ornament', {decorative: true, alt: 'not to be read out'}),
  )
  const pictures = tags(html, 'img')
  expect(pictures.map((tag) => attribute(tag, 'alt'))).toEqual([
    'Another description',
    'Description of inside',
    '',
  ])
  for (const tag of pictures) {
    expect(Number(attribute(tag, 'width')) / Number(attribute(tag, 'height'))).toBeCloseTo(
      1600 / 1066,
      1,
    )
    expect(attribute(tag, 'srcset')?.split(', ').length).toBeGreaterThan(2)
    expect(attribute(tag, 'sizes')).toBeTruthy()
    expect(attribute(tag, 'src')).toMatch(
      /^\/images\/copydesk\/production\/[0-9a-f]{40}-1600x1066\.jpg\?/,
    )
  }
  expect(pictures.map((tag) => attribute(tag, 'loading'))).toEqual(['eager', 'lazy', 'lazy'])
})

test('cuts pictures as the photo editor set it: the crop always, the hotspot where the shape is fixed', async () => {
  const [document, asset] = photo('lead')
  const image = {
    asset: reference(asset?._id ?? ''),
    crop: {left: 0.5, right: 0, top: 0, bottom: 0},
    hotspot: {x: 0.9, y: 0.5, width: 0.1, height: 0.1},
  }
  const documents = newsroom(
    article('piece', {leadPhoto: photoUse('lead')}),
    {...document, image} as typeof document & object,
    asset ?? [],
  )
  const own = await visit(siteOver(documents), '/article/piece')
  const [lead = ''] = tags(own.html, 'img')
  expect(attribute(lead, 'src')).toContain('rect=800,0,800,1066')
  expect(attribute(lead, 'width')).toBe('800')
  const home = await visit(siteOver(documents), '/')
  const [card = ''] = tags(home.html, 'img')
  expect(Number(attribute(card, 'width')) / Number(attribute(card, 'height'))).toBeCloseTo(1.5, 2)
  expect(attribute(card, 'src')).toMatch(/rect=800,\d+,800,533/)
})

test('shows a picture behind each picture that is still loading, admitted by the policy', async () => {
  const {html, response} = await articlePage({leadPhoto: photoUse('lead')}, photo('lead'))
  const [style = ''] = elements(html, 'style')
  expect(style).toMatch(
    /^<style>\.lqip-0\{background-image:url\("data:image\/png;base64,[^"]+"\)\}<\/style>$/,
  )
  expect(attribute(tags(html, 'img')[0] ?? '', 'class')).toBe('lqip-0')
  const css = style.slice('<style>'.length, -'</style>'.length)
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(css))).toString(
    'base64',
  )
  expect(response.headers.get('content-security-policy')).toContain(
    `style-src 'self' 'sha256-${hash}'`,
  )
  expect(html).not.toMatch(/\sstyle=/)
})

test('takes a missing asset, author, section and quote for what they are: not there', async () => {
  const {html, response} = await articlePage(
    {
      leadPhoto: photoUse('no-such-photo'),
      section: reference('section-gone'),
      bylines: [{_key: 'a', author: reference('author-gone'), role: 'writer'}],
      topics: [reference('topic-gone')],
      related: null,
      body: [
        block('Still here.'),
        quoteUse('quote-gone'),
        quoteUse('quote-gone', 'inline'),
        photoUse('no-asset'),
        photoUse('broken-asset'),
        {_type: 'photoUse', _key: 'empty'},
        {_type: 'quoteUse', _key: 'empty-too'},
        {_type: 'fromTheFuture', _key: 'what'},
        {_type: 'callToAction', _key: 'c', label: 'Words', link: reference('article-gone')},
        {_type: 'block', _key: 'bare'},
      ],
    },
    photo('no-asset', {image: {_type: 'image'}}).slice(0, 1),
    photo('broken-asset', {image: {asset: reference('image-deleted')}}).slice(0, 1),
    quote('unused'),
  )
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('Still here.')
  expect(tags(html, 'figure')).toEqual([])
  expect(tags(html, 'img')).toEqual([])
  expect(textOf(html)).not.toMatch(/undefined|null|NaN|\bBy\b/)
})
