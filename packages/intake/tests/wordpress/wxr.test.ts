// What is read from an export, whatever its version and wherever its chunks end.
import {describe, expect, test} from 'vitest'
import {
  createWxrReader,
  type WxrAuthor,
  type WxrItem,
  type WxrTerm,
} from '../../src/wordpress/index.ts'
import {dateOf, decodedSlug} from '../../src/wordpress/wxr.ts'

const channel = (inner: string, version = '1.2'): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress" -->
<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>The Holm Herald</title><link>https://holm.example</link><language>en-GB</language>
<image><title>Logo</title><link>https://logo.example</link></image>
<wp:wxr_version>${version}</wp:wxr_version>
<wp:base_blog_url>https://holm.example/news</wp:base_blog_url>
${inner}</channel></rss>`

const ITEM = `<item>
<title><![CDATA[Tide &amp; time]]></title><link>https://holm.example/news/2019/03/tide/</link>
<pubDate>Mon, 04 Mar 2019 10:20:30 +0000</pubDate><dc:creator><![CDATA[tom]]></dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>a < b ]]]]><![CDATA[></p>]]></content:encoded>
<excerpt:encoded><![CDATA[Short.]]></excerpt:encoded>
<wp:post_id>12</wp:post_id><wp:post_date>2019-03-04 11:20:30</wp:post_date>
<wp:post_date_gmt>2019-03-04 10:20:30</wp:post_date_gmt><wp:post_name>l%c3%a4ufer</wp:post_name>
<wp:status>publish</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password><wp:is_sticky>1</wp:is_sticky>
<category domain="category" nicename="coast"><![CDATA[Coast]]></category>
<category domain="post_tag" nicename="tides"><![CDATA[Tides]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[13]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>I</wp:comment_content>
<wp:commentmeta><wp:meta_key>k</wp:meta_key></wp:commentmeta></wp:comment>
</item>`

function readAll(text: string, size = text.length) {
  const found = {items: [] as WxrItem[], authors: [] as WxrAuthor[], terms: [] as WxrTerm[]}
  const reader = createWxrReader({
    item: (item) => found.items.push(item),
    author: (author) => found.authors.push(author),
    term: (term) => found.terms.push(term),
  })
  for (let from = 0; from < text.length; from += size) reader.write(text.slice(from, from + size))
  return {...found, site: reader.end()}
}

describe('an item', () => {
  test('has its fields, terms, meta and the number of its comments', () => {
    const {items, site} = readAll(channel(ITEM))
    expect(site).toEqual({
      address: 'https://holm.example/news',
      title: 'The Holm Herald',
      language: 'en-GB',
    })
    expect(items).toEqual([
      {
        id: '12',
        type: 'post',
        status: 'publish',
        title: 'Tide &amp; time',
        address: 'https://holm.example/news/2019/03/tide/',
        slug: 'läufer',
        creator: 'tom',
        publishedAt: '2019-03-04T10:20:30.000Z',
        hasPassword: false,
        isSticky: true,
        parent: null,
        file: null,
        content: '<!-- wp:paragraph --><p>a < b ]]></p>',
        excerpt: 'Short.',
        terms: [
          {domain: 'category', slug: 'coast', name: 'Coast'},
          {domain: 'post_tag', slug: 'tides', name: 'Tides'},
        ],
        meta: [['_thumbnail_id', '13']],
        comments: 1,
      },
    ])
  })

  test.each([1, 7, 64])('is the same in chunks of %i characters', (size) => {
    expect(readAll(channel(ITEM + ITEM), size)).toEqual(readAll(channel(ITEM + ITEM)))
  })
})

test('authors, categories and tags are read, of 1.0 without their IDs', () => {
  const {authors, terms} = readAll(
    channel(
      `<wp:author><wp:author_id>3</wp:author_id><wp:author_login>tom</wp:author_login>
       <wp:author_email>tom@holm.example</wp:author_email><wp:author_display_name/>
       <wp:author_first_name>Tom</wp:author_first_name><wp:author_last_name>Reed</wp:author_last_name></wp:author>
       <wp:category><wp:category_nicename>bay</wp:category_nicename><wp:category_parent>coast</wp:category_parent>
       <wp:cat_name><![CDATA[The bay]]></wp:cat_name></wp:category>
       <wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug>tides</wp:tag_slug><wp:tag_name>Tides</wp:tag_name></wp:tag>
       <wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy></wp:term>`,
      '1.0',
    ),
  )
  expect(authors).toEqual([{id: '3', login: 'tom', name: 'Tom Reed'}])
  expect(terms).toEqual([
    {domain: 'category', slug: 'bay', name: 'The bay', id: null, parent: 'coast', description: ''},
    {domain: 'post_tag', slug: 'tides', name: 'Tides', id: '5', parent: null, description: ''},
  ])
})

test.each([
  ['a feed of another program', '<rss><channel><title>x</title></channel></rss>', /not an export/],
  ['a page', '<html><body>x</body></html>', /not an export/],
  ['half an export', channel(ITEM).slice(0, -40), /ends in the middle/],
])('%s is refused', (_what, text, message) => {
  expect(() => readAll(text)).toThrow(message)
})

test.each([
  ['2019-03-04 10:20:30', '', '', '2019-03-04T10:20:30.000Z'],
  ['0000-00-00 00:00:00', 'Mon, 04 Mar 2019 10:20:30 +0200', '', '2019-03-04T08:20:30.000Z'],
  [
    '0000-00-00 00:00:00',
    'Mon, 30 Nov -0001 00:00:00 +0000',
    '2019-03-04 11:20:30',
    '2019-03-04T11:20:30.000Z',
  ],
  ['0000-00-00 00:00:00', 'Thu, 01 Jan 1970 00:00:00 +0000', '0000-00-00 00:00:00', null],
  ['', '', '', null],
])('the date of %s, %s, %s is %s', (gmt, feed, local, date) => {
  expect(dateOf(gmt, feed, local)).toBe(date)
})

test.each([
  ['%e6%bd%ae', '潮'],
  ['plain-slug', 'plain-slug'],
  ['%zz', '%zz'],
])('the slug %s is %s', (slug, decoded) => {
  expect(decodedSlug(slug)).toBe(decoded)
})
