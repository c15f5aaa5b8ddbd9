// Exports of WordPress sites that do not exist: the parts of the file, and one small newsroom.

export interface ExportedItem {
  id: number
  type?: string
  status?: string
  title: string
  slug?: string
  creator?: string
  date?: string | null
  content?: string
  excerpt?: string
  password?: string
  parent?: number
  file?: string
  /** Slugs of categories and tags, each with its domain: `category:coast`. */
  terms?: string[]
  meta?: Record<string, string>
  comments?: number
}

export const SITE = 'https://holm.example'

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** An item of an export. */
export function item({
  id,
  type = 'post',
  status = 'publish',
  title,
  ...more
}: ExportedItem): string {
  const {slug = `post-${id}`, creator = 'tom', date = '2019-03-04 10:20:30'} = more
  const terms = (more.terms ?? []).map((term) => {
    const [domain = '', nicename = ''] = term.split(':')
    return `<category domain="${domain}" nicename="${nicename}">${cdata(nicename.toUpperCase())}</category>`
  })
  const meta = Object.entries(more.meta ?? {}).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  )
  return `<item><title>${cdata(title)}</title>
<link>${status === 'publish' || type === 'attachment' ? `${SITE}/${date?.slice(0, 4) ?? ''}/03/${slug}/` : `${SITE}/?p=${id}`}</link>
<pubDate>Mon, 04 Mar 2019 10:20:30 +0000</pubDate><dc:creator>${cdata(creator)}</dc:creator>
<content:encoded>${cdata(more.content ?? '')}</content:encoded>
<excerpt:encoded>${cdata(more.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${date ?? '0000-00-00 00:00:00'}</wp:post_date>
<wp:post_date_gmt>${date ?? '0000-00-00 00:00:00'}</wp:post_date_gmt>
<wp:post_name>${encodeURIComponent(slug)}</wp:post_name><wp:status>${status}</wp:status>
<wp:post_parent>${more.parent ?? 0}</wp:post_parent><wp:post_type>${type}</wp:post_type>
<wp:post_password>${more.password ?? ''}</wp:post_password><wp:is_sticky>0</wp:is_sticky>
${more.file ? `<wp:attachment_url>${more.file}</wp:attachment_url>` : ''}
${terms.join('\n')}
${meta.join('\n')}
${'<wp:comment><wp:comment_content>Well said.</wp:comment_content></wp:comment>'.repeat(more.comments ?? 0)}
</item>
`
}

/** All that comes before the items. */
export const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>The Holm Herald</title><link>${SITE}</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${SITE}</wp:base_site_url><wp:base_blog_url>${SITE}</wp:base_blog_url>
<wp:author><wp:author_id>3</wp:author_id><wp:author_login>tom</wp:author_login><wp:author_email>tom@holm.example</wp:author_email><wp:author_display_name>Tom Reed</wp:author_display_name></wp:author>
<wp:author><wp:author_id>4</wp:author_id><wp:author_login>ada@holm.example</wp:author_login><wp:author_display_name>Ada Crane</wp:author_display_name></wp:author>
<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>coast</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Coast</wp:cat_name></wp:category>
<wp:category><wp:term_id>6</wp:term_id><wp:category_nicename>bay</wp:category_nicename><wp:category_parent>coast</wp:category_parent><wp:cat_name>The bay</wp:cat_name></wp:category>
<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>unused</wp:category_nicename><wp:cat_name>Unused</wp:cat_name></wp:category>
<wp:tag><wp:term_id>8</wp:term_id><wp:tag_slug>tides</wp:tag_slug><wp:tag_name>Tides</wp:tag_name></wp:tag>
<wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>never-used</wp:tag_slug><wp:tag_name>Never used</wp:tag_name></wp:tag>
`

/** The end of the file. */
export const FOOT = '</channel></rss>\n'

/** A whole export. */
export const exportOf = (...items: ExportedItem[]): string => HEAD + items.map(item).join('') + FOOT

const picture = (id: number, more: Partial<ExportedItem> = {}): ExportedItem => ({
  id,
  type: 'attachment',
  status: 'inherit',
  title: `picture ${id}`,
  file: `${SITE}/wp-content/uploads/2019/03/picture-${id}.png`,
  ...more,
  meta: {_wp_attached_file: `2019/03/picture-${id}.png`, ...more.meta},
})

const block = (name: string, html: string, attributes = ''): string =>
  `<!-- wp:${name} ${attributes}-->\n${html}\n<!-- /wp:${name} -->\n`

/** The newsroom of Holm: each thing once that an import has to decide about. */
export const HOLM: readonly ExportedItem[] = [
  {
    id: 10,
    title: 'Tide late &amp; low',
    slug: 'tide',
    excerpt: 'Nobody knows why.',
    terms: ['category:coast', 'category:bay', 'post_tag:tides', 'post_format:post-format-image'],
    meta: {
      _thumbnail_id: '20',
      _yoast_wpseo_primary_category: '6',
      _yoast_wpseo_title: '%%title%%',
      reading_time: '4',
    },
    comments: 2,
    content:
      block('paragraph', '<p>The tide was <strong>late</strong>.</p>') +
      block(
        'image',
        `<figure><img src="${SITE}/wp-content/uploads/2019/03/picture-21-300x200.png" alt="A clock"/><figcaption>The clock. (Photo: Ines Falk)</figcaption></figure>`,
      ) +
      block('quote', '<blockquote><p>So was I.</p><cite>Ada Crane</cite></blockquote>') +
      block('embed', '<figure>x</figure>', '{"url":"https://video.example/1"} ') +
      block('jetpack/odd', '<p>Kept.</p>'),
  },
  {
    id: 11,
    title: 'Classic',
    slug: 'klassisch-läufer',
    terms: ['category:coast'],
    content:
      'One\n\n[caption id="attachment_22"]<img src="x.png"/> The pier[/caption]\n\nTwo\n\n' +
      '[caption id="attachment_20"]<img src="y.png"/> The bay. (Photo: Ada Reed)[/caption]\n\n[poll id="3"]',
  },
  {
    id: 12,
    title: 'Not yet',
    slug: '',
    status: 'draft',
    date: null,
    creator: 'ada@holm.example',
    content: 'Words',
    meta: {_thumbnail_id: '23'},
  },
  {id: 13, title: 'Ours', status: 'private', terms: ['category:coast'], content: 'Secret'},
  {id: 14, title: 'Locked', password: 'x', terms: ['category:coast'], content: 'Locked'},
  {
    id: 15,
    title: 'Later',
    status: 'future',
    date: '2030-01-01 00:00:00',
    terms: ['category:coast'],
    content: 'Later',
  },
  {id: 30, title: ' ', terms: ['category:coast'], content: 'Words without a title'},
  {id: 31, title: 'No words', content: '<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->'},
  {id: 32, title: '', content: '&nbsp;'},
  {id: 16, title: 'Gone', status: 'trash', content: 'Gone'},
  {id: 17, title: 'About us', type: 'page', slug: 'about', content: 'We'},
  {id: 18, title: 'A menu', type: 'nav_menu_item'},
  picture(20, {
    excerpt: 'The bay.',
    meta: {
      _wp_attachment_image_alt: 'A bay at noon',
      _media_credit: 'Ines Falk',
      _navis_media_credit_org: 'Holm Press',
    },
  }),
  picture(21),
  picture(22, {meta: {_wp_attached_file: '../outside.png'}}),
  picture(23),
  picture(24, {title: 'never used'}),
  {
    id: 25,
    type: 'attachment',
    status: 'inherit',
    title: 'A plan',
    file: `${SITE}/wp-content/uploads/2019/03/plan.pdf`,
  },
]

const WORDS =
  'tide bay pier clock harbour council ferry north wind market late street school museum bridge'.split(
    ' ',
  )

/** An export of so many posts without pictures, a part at a time. */
export function* largeExport(posts: number): Generator<string> {
  yield HEAD
  for (let id = 100; id < posts + 100; id++) {
    const word = (at: number): string => WORDS[(id * 7 + at * 3) % WORDS.length] ?? ''
    const paragraphs = Array.from({length: 12}, (_, index) => {
      const words = Array.from({length: 50}, (_word, at) => word(index * 50 + at)).join(' ')
      return block('paragraph', `<p>${words}, said <em>number ${id}</em>.</p>`)
    })
    yield item({
      id,
      title: `${word(1)} ${word(2)} ${id}`,
      excerpt: `${word(3)} ${word(4)} ${word(5)}.`,
      terms: [
        id % 2 ? 'category:coast' : 'category:bay',
        'post_tag:tides',
        `post_tag:tag-${id % 500}`,
      ],
      content: paragraphs.join('') + block('heading', `<h2>${word(6)}</h2>`, '{"level":2} '),
    })
  }
  yield FOOT
}
