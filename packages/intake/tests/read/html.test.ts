// HTML of any origin becomes lines.
import {describe, expect, test} from 'vitest'
import type {Line, Mark} from '../../src/lines.ts'
import {linesOf, readingOf, textsOf} from './support.ts'

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en-gb"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const link = (from: number, to: number, href: string): Mark => ({from, to, kind: 'link', href})
const strong = (from: number, to: number): Mark => ({from, to, kind: 'strong'})

/** Long enough that nothing beside it is most of the page. */
const ARTICLE = `<article><p>${'Nobody was hurt when the ground gave way in Cranby on Thursday. '.repeat(20)}</p></article>`

/** The lines of some HTML above a long article. */
const above = async (body: string, head = ''): Promise<Partial<Line>[]> =>
  (await linesOf(page(`${body}${ARTICLE}`, head))).slice(0, -1)

const LINES: [name: string, html: string, lines: Partial<Line>[]][] = [
  ['white space in the source', '<p>One\n  two&nbsp; three\t</p>', [{text: 'One two three'}]],
  ['Japanese over several lines of the source', '<p>海沿いの\n町で</p>', [{text: '海沿いの町で'}]],
  [
    'line breaks',
    '<p>One<br>two<br><br>three</p>',
    [{text: 'One'}, {text: 'two', startsGroup: false}, {text: 'three'}],
  ],
  [
    'a word that is partly bold',
    '<p>un<b>usual</b></p>',
    [{text: 'unusual', marks: [strong(2, 7)]}],
  ],
  [
    'marks without the spaces around them',
    '<p>A <b> bold </b><strong>word</strong> and <i>one</i></p>',
    [{text: 'A bold word and one', marks: [strong(2, 11), {from: 16, to: 19, kind: 'em'}]}],
  ],
  [
    'a bold line',
    '<p><b>Deeper</b> <b>water</b></p>',
    [{text: 'Deeper water', isBold: true, marks: [strong(0, 12)]}],
  ],
  [
    'a heading, which is bold anyway',
    '<h2><b>Part</b></h2>',
    [{text: 'Part', heading: 2, isBold: true}],
  ],
  [
    'links',
    '<p>See <a href="https://a.example/x">this</a></p>',
    [{text: 'See this', marks: [link(4, 8, 'https://a.example/x')]}],
  ],
  [
    "Google's way through its own page",
    '<p><a href="https://www.google.com/url?q=https%3A%2F%2Fa.example%2F&amp;sa=D">x</a></p>',
    [{text: 'x', marks: [link(0, 1, 'https://a.example/')]}],
  ],
  [
    'links that lead nowhere',
    '<p><a href="#top">A</a> <a href="javascript:alert(1)">b</a> <a href="/c">c</a></p>',
    [{text: 'A b c'}],
  ],
  [
    'lists',
    '<ul><li>One<li>Two</ul><ol><li>Three</ol>',
    [
      {text: 'One', list: 'bullet'},
      {text: 'Two', list: 'bullet'},
      {text: 'Three', list: 'number'},
    ],
  ],
  [
    'an item of two paragraphs',
    '<ul><li><p>One</p><p>more</p></li></ul>',
    [{text: 'One', list: 'bullet'}, {text: 'more'}],
  ],
  [
    'a list within a list',
    '<ul><li>One<ol><li>Two</li></ol></li></ul>',
    [
      {text: 'One', list: 'bullet'},
      {text: 'Two', list: 'number', level: 2},
    ],
  ],
  [
    'a table',
    '<table><thead><tr><th>Date<th>Waiting</thead><tr><td>January<td><p>388</p></table>',
    [
      {text: 'Date\tWaiting', figure: 1},
      {text: 'January\t388', figure: 1},
    ],
  ],
  [
    'a table that only puts things next to each other',
    '<table><tr><td><p>One</p><p>two</p></td><td>three</td></tr></table>',
    [{text: 'One'}, {text: 'two'}, {text: 'three'}],
  ],
  [
    'text and scripts that are in a table by mistake',
    '<table>One<script>Bad</script><tr>two<td>three</td></tr></table>',
    [
      {text: 'One', figure: 1},
      {text: 'two\tthree', figure: 1},
    ],
  ],
  [
    'a quotation',
    '<blockquote><p>One</p><p>two</p></blockquote>',
    [
      {text: 'One', hint: 'blockquote', figure: 1},
      {text: 'two', hint: 'blockquote', figure: 1},
    ],
  ],
  [
    'how a word is read',
    '<p><ruby>灘島<rp>（</rp><rt>なだしま</rt><rp>）</rp></ruby>と<ruby>澪<rt>みお</rt></ruby></p>',
    [{text: '灘島（なだしま）と澪（みお）'}],
  ],
  [
    'buttons and days next to each other',
    '<div><button>Share</button><button>Save</button></div><p><time>4 May</time> <time>5 May</time></p>',
    [
      {text: 'Share', hint: 'furniture'},
      {text: 'Save', hint: 'furniture', startsGroup: false},
      {text: '4 May', hint: 'time'},
      {text: '5 May', hint: 'time', startsGroup: false},
    ],
  ],
  [
    'a credit with a label that is only read out',
    '<figure><img src="a.jpg"><figcaption><span>A kiln.</span><span><span class="sr-only">Credit</span>Nora Flint</span></figcaption></figure>',
    [
      {text: '', picture: 0, figure: 1},
      {text: 'A kiln.', hint: 'caption', figure: 1},
      {text: 'Credit: Nora Flint', hint: 'caption', figure: 1, startsGroup: false},
    ],
  ],
  [
    'a pull quote that is not read out',
    '<aside class="pullquote" aria-hidden="true"><p>One.</p></aside>',
    [{text: 'One.', hint: 'pullQuote', figure: 1}],
  ],
  [
    'a box that is named for those who hear the page',
    '<aside aria-label="Newsletter promotion"><p>Every week.</p></aside>',
    [{text: 'Every week.', hint: 'furniture'}],
  ],
  ['quotation marks of a browser', '<p>He said <q>no</q>.</p>', [{text: 'He said “no”.'}]],
  [
    'the mark of a footnote',
    '<p>Widows.<sup><a href="#fn1">1</a></sup> And m<sup>2</sup></p>',
    [{text: 'Widows. And m2'}],
  ],
  [
    'text that keeps its line ends',
    '<pre>One\ntwo</pre>',
    [{text: 'One'}, {text: 'two', startsGroup: false}],
  ],
  [
    'sizes',
    '<p><font size="5">A</font></p><p style="font-size:16px">B</p>',
    [
      {text: 'A', size: 18},
      {text: 'B', size: 12},
    ],
  ],
  [
    'an indented paragraph',
    '<p style="margin-left:36pt">Quoted</p><p>One</p><p>Two</p>',
    [{text: 'Quoted', hint: 'blockquote'}, {text: 'One'}, {text: 'Two'}],
  ],
  ['a picture as an emoji', '<p>Hi <img alt="🙂" src="x.png"></p>', [{text: 'Hi 🙂'}]],
  [
    'squares and bullets that were typed',
    '<p><b>■Part</b></p>・One<br>・two',
    [
      {text: 'Part', heading: 2, isBold: true, marks: [strong(0, 4)]},
      {text: 'One', list: 'bullet'},
      {text: 'two', list: 'bullet', startsGroup: false},
    ],
  ],
  [
    'tags that were never closed',
    '<p>One<p>Two<div>Three<b>four',
    [{text: 'One'}, {text: 'Two'}, {text: 'Threefour', marks: [strong(5, 9)]}],
  ],
  [
    'tags that are closed in the wrong order',
    '<p><b>One<i>two</b>three</i>',
    [{text: 'Onetwothree', marks: [strong(0, 6), {from: 3, to: 6, kind: 'em'}]}],
  ],
]

test.each(LINES)('reads %s', async (_name, html, lines) => {
  expect(await above(html)).toEqual(lines)
})

const UNREAD: [name: string, html: string][] = [
  ['scripts', '<script>alert("<p>Bad</p>")</script>'],
  ['styles', '<style>p{content:"Bad"}</style>'],
  ['what is for browsers without scripts', '<noscript>Bad <img src="a.jpg"></noscript>'],
  ['templates', '<template><p>Bad</p></template>'],
  ['comments', '<!-- Bad --><!--[if mso]><p>Bad</p><![endif]-->'],
  [
    'forms',
    '<form><input value="Bad" placeholder="Bad"><textarea>Bad</textarea><select><option>Bad</select></form>',
  ],
  ['drawings', '<svg><title>Bad</title><text>Bad</text></svg>'],
  [
    'what is not shown',
    '<p style="display: none">Bad</p><p hidden>Bad</p><p style="visibility:hidden">Bad</p>',
  ],
  ['what only looks like text', '<p><span aria-hidden="true">Bad</span></p>'],
  [
    'data for search engines',
    '<script type="application/ld+json">{"headline":"Bad"}</script><meta name="description" content="Bad">',
  ],
  ['frames of other sites', '<iframe src="https://ads.example/x">Bad</iframe>'],
  [
    'pictures that count readers',
    '<img src="https://a.example/p" width="1" height="1"><img src="b.gif" style="width:1px;height:1px">',
  ],
  [
    'places kept free for pictures',
    '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
  ],
  ['text that Word has deleted', '<del datetime="2025-01-01T00:00">Bad</del>'],
]

test.each(UNREAD)('does not read %s', async (_name, html) => {
  expect(await above(html)).toEqual([])
})

test('reads what a rule of the page hides only if it is most of the page', async () => {
  const rules = '<style>.x, p.y{display:none} @media print{.z{display:none}}</style>'
  expect(
    await above('<p class="x">Bad</p><p class="y">Bad</p><p class="z">Good</p>', rules),
  ).toEqual([{text: 'Good'}])
  expect(await textsOf(page('<div class="x"><p>All of the page</p></div>', rules))).toEqual([
    'All of the page',
  ])
})

const HINTS: [html: string, line: Partial<Line>][] = [
  ['<p class="kicker">Flooding</p>', {text: 'Flooding', hint: 'kicker'}],
  ['<a class="section-label" href="#">Culture</a>', {text: 'Culture', hint: 'kicker'}],
  ['<h1 itemprop="headline">Title</h1>', {text: 'Title', heading: 1, hint: 'headline'}],
  ['<p class="article-standfirst">Dek</p>', {text: 'Dek', hint: 'dek'}],
  ['<p class="ArticleDek__text">Dek</p>', {text: 'Dek', hint: 'dek'}],
  ['<p class="chapo">Dek</p>', {text: 'Dek', hint: 'dek'}],
  ['<p class="lead">Dek</p>', {text: 'Dek', hint: 'dek'}],
  ['<div class="meta"><span class="author">By Ann</span></div>', {text: 'By Ann', hint: 'byline'}],
  ['<p>By <span class="author">Ann</span></p>', {text: 'By Ann'}],
  ['<div data-testid="byline">By Ann</div>', {text: 'By Ann', hint: 'byline'}],
  ['<div class="author-box"><p>Ann writes.</p></div>', {text: 'Ann writes.', hint: 'bio'}],
  ['<div class="about-author"><p>Ann writes.</p></div>', {text: 'Ann writes.', hint: 'bio'}],
  ['<div><time>3 May</time></div>', {text: '3 May', hint: 'time'}],
  ['<div class="dateline">3 May 2025</div>', {text: '3 May 2025', hint: 'time'}],
  ['<p class="dateline">ASHDELL</p>', {text: 'ASHDELL', hint: 'dateline'}],
  ['<aside class="pullquote"><p>“No.”</p></aside>', {text: '“No.”', hint: 'pullQuote', figure: 1}],
  [
    '<aside><p>“You tell it no.”</p></aside>',
    {text: '“You tell it no.”', hint: 'pullQuote', figure: 1},
  ],
  ['<p class="call-to-action">Write to us</p>', {text: 'Write to us', hint: 'callToAction'}],
  ['<div class="pull-left">Text</div>', {text: 'Text'}],
  ['<p class="shareholder">Text</p>', {text: 'Text'}],
  ['<div class="shipping-news">Text</div>', {text: 'Text'}],
  ['<aside class="newsletter"><p>Sign up</p></aside>', {text: 'Sign up', hint: 'furniture'}],
  ['<div id="consent">Cookies</div>', {text: 'Cookies', hint: 'furniture'}],
  ['<div role="dialog">Cookies</div>', {text: 'Cookies', hint: 'furniture'}],
  ['<div class="siteHeader">The Record</div>', {text: 'The Record', hint: 'furniture'}],
  ['<p><button>Save</button></p>', {text: 'Save', hint: 'furniture'}],
  ['<nav><p class="byline">Ann</p></nav>', {text: 'Ann', hint: 'furniture'}],
  ['<footer>Terms</footer>', {text: 'Terms', hint: 'furniture'}],
  ['<h2 id="related-work">Part</h2>', {text: 'Part', heading: 2}],
]

test.each(HINTS)('takes the hint of %s', async (html, line) => {
  const [{marks: _, ...rest} = {}] = await above(html)
  expect(rest).toEqual(line)
})

const SEVERAL: [name: string, html: string, lines: Partial<Line>[]][] = [
  [
    'the kicker in a headline',
    '<h1><span class="kicker">Flood</span> <span>The water came</span></h1>',
    [
      {text: 'Flood', hint: 'kicker'},
      {text: 'The water came', heading: 1, startsGroup: false},
    ],
  ],
  [
    'the name and the day',
    '<p>By <span class="author">Ann</span> and <span class="author">Bo</span> | Published <time>3 May</time></p>',
    [
      {text: 'By Ann and Bo', hint: 'byline'},
      {text: 'Published 3 May', hint: 'time', startsGroup: false},
    ],
  ],
  [
    'a sentence with a name and a day stays one',
    '<p>It was <span class="author">Ann</span> who had said so for the very first time on <time>3 May</time></p>',
    [{text: 'It was Ann who had said so for the very first time on 3 May'}],
  ],
]

test.each(SEVERAL)('parts or keeps a line: %s', async (_name, html, lines) => {
  expect(await above(html)).toEqual(lines)
})

test('knows no dek, kicker or headline behind the body', async () => {
  const below = '<h2 class="article__sub-title">Part</h2><p class="summary">Text</p>'
  const lines = await linesOf(page(`${ARTICLE}${below}${ARTICLE}`))
  expect(lines.slice(1, -1)).toEqual([{text: 'Part', heading: 2}, {text: 'Text'}])
})

test('never takes most of a page for furniture', async () => {
  const [line] = await linesOf(page(`<div class="page-with-sidebar share">${ARTICLE}</div>`))
  expect(line!.hint).toBeUndefined()
})

test('takes a box of links for furniture only behind the body', async () => {
  const box = '<aside>More: <a href="/x">Another story</a></aside>'
  const lines = await linesOf(page(`${box}${ARTICLE}${box}${ARTICLE}`))
  expect(lines.map(({hint}) => hint)).toEqual([undefined, undefined, 'furniture', undefined])
})

test('keeps the name below a pull quote with it', async () => {
  const html =
    '<aside class="pull-quote"><blockquote>“No.”</blockquote><footer>Ann</footer></aside>'
  expect((await above(html)).map(({text, hint}) => [text, hint])).toEqual([
    ['“No.”', 'pullQuote'],
    ['Ann', 'pullQuote'],
  ])
})

test('parts the links of a menu', async () => {
  expect(await above('<nav><a href="/a">News</a> <a href="/b">Sport</a></nav>')).toEqual([
    {text: 'News', hint: 'furniture'},
    {text: 'Sport', hint: 'furniture', startsGroup: false},
  ])
})

describe('a picture', () => {
  const photo = {picture: 0, text: '', figure: 1}
  const FIGURES: [name: string, html: string, lines: Partial<Line>[]][] = [
    [
      'has its caption and its credit with the label',
      '<figure><img src="a.jpg"><figcaption><span class="caption">A boat.</span><span class="hidden"> Photograph: </span><span class="credit">Ann/Press</span></figcaption></figure>',
      [
        photo,
        {text: 'A boat.', hint: 'caption', figure: 1},
        {text: 'Photograph: Ann/Press', hint: 'credit', figure: 1, startsGroup: false},
      ],
    ],
    [
      'has its credit with the brackets',
      '<figure><img src="a.jpg"><figcaption>A boat. (<span class="credit">Ann</span>)</figcaption></figure>',
      [
        photo,
        {text: 'A boat.', hint: 'caption', figure: 1},
        {text: '(Ann)', hint: 'credit', figure: 1, startsGroup: false},
      ],
    ],
    [
      'may have its credit first',
      '<figure><img src="a.jpg"><figcaption><i>Image source, </i><span class="credit">Ann</span><br>A boat</figcaption></figure>',
      [
        photo,
        {
          text: 'Image source, Ann',
          hint: 'credit',
          figure: 1,
          marks: [{from: 0, to: 13, kind: 'em'}],
        },
        {text: 'A boat', hint: 'caption', figure: 1, startsGroup: false},
      ],
    ],
    [
      'may have its credit in small letters',
      '<figure><img src="a.jpg"><figcaption>灘島の児童<small>（真壁涼撮影）</small></figcaption></figure>',
      [
        photo,
        {text: '灘島の児童', hint: 'caption', figure: 1},
        {text: '（真壁涼撮影）', hint: 'credit', figure: 1, startsGroup: false},
      ],
    ],
    [
      'may be in a table with its caption',
      '<table><tr><td><img src="a.jpg"></td></tr><tr><td>A boat</td></tr></table>',
      [photo, {text: 'A boat', hint: 'caption', figure: 1}],
    ],
    [
      'may be in a box with its caption',
      '<div class="css-x"><picture><source srcset="a.webp"><img src="a.jpg"></picture><div><span>A boat</span></div></div>',
      [photo, {text: 'A boat', hint: 'caption', figure: 1}],
    ],
    [
      'may have a caption of Word below it',
      '<p><img src="a.jpg"></p><p class="MsoCaption">A boat</p>',
      [photo, {text: 'A boat', hint: 'caption', figure: 1}],
    ],
    [
      'within a sentence does not part it',
      '<p>One <img src="a.jpg"> two</p>',
      [
        {picture: 0, text: ''},
        {text: 'One two', startsGroup: false},
      ],
    ],
    [
      'of another story is furniture',
      '<nav><a href="/x"><img src="a.jpg">Another story</a></nav>',
      [{text: 'Another story', hint: 'furniture'}],
    ],
  ]

  test.each(FIGURES)('%s', async (_name, html, lines) => {
    const found = await above(html)
    expect(
      found.map(({marks, ...line}) =>
        lines.some((each) => each.marks) ? {...line, ...(marks && {marks})} : line,
      ),
    ).toEqual(lines)
  })

  const ADDRESSES: [
    name: string,
    attributes: string,
    address: string | null,
    fileName: string | null,
  ][] = [
    [
      'of the web',
      'src="https://a.example/b/c%20d.jpg?w=1"',
      'https://a.example/b/c%20d.jpg?w=1',
      'c d.jpg',
    ],
    ['beside the page', 'src="img/a.jpg"', 'img/a.jpg', 'a.jpg'],
    [
      'that is loaded late',
      'src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/a.jpg"',
      '/a.jpg',
      'a.jpg',
    ],
    ['of several sizes', 'srcset="/a-320.jpg 320w, /a.jpg 640w"', '/a-320.jpg', 'a-320.jpg'],
    ["on the author's disk", 'src="file:///C:/Users/ann/a.png"', null, 'a.png'],
    ['of a mail', 'src="cid:x@y"', 'cid:x@y', null],
  ]

  test.each(ADDRESSES)(
    '%s is noted and not fetched',
    async (_name, attributes, address, fileName) => {
      const {pictures} = await readingOf(page(`<img ${attributes} alt=" A  boat ">${ARTICLE}`))
      expect(pictures).toEqual([{bytes: null, mediaType: null, fileName, address, alt: 'A boat'}])
    },
  )

  test('within the page gives its bytes', async () => {
    const {pictures} = await readingOf(page(`<img src="data:image/png;base64,iVBORw0K">${ARTICLE}`))
    expect(pictures).toEqual([
      {
        bytes: Uint8Array.from([137, 80, 78, 71, 13, 10]),
        mediaType: 'image/png',
        fileName: null,
        address: null,
        alt: null,
      },
    ])
  })
})

const EMBEDS: [name: string, html: string, lines: Partial<Line>[]][] = [
  [
    'a film',
    '<iframe src="//www.youtube.com/embed/abc"></iframe>',
    [{text: '', embed: 'https://www.youtube.com/embed/abc'}],
  ],
  [
    'a film that is loaded late',
    '<iframe data-src="https://player.vimeo.com/video/1"></iframe>',
    [{text: '', embed: 'https://player.vimeo.com/video/1'}],
  ],
  [
    'a film of the site itself',
    '<video><source src="https://a.example/a.mp4"></video>',
    [{text: '', embed: 'https://a.example/a.mp4'}],
  ],
  [
    'a post with its text',
    '<blockquote class="twitter-tweet"><p>The dog.</p>— Mark <a href="https://x.com/mark/status/1">3 May</a></blockquote>',
    [
      {text: 'The dog.', hint: 'blockquote', figure: 1},
      {
        text: '— Mark 3 May',
        hint: 'blockquote',
        figure: 1,
        marks: [link(7, 12, 'https://x.com/mark/status/1')],
      },
      {text: '', embed: 'https://x.com/mark/status/1', figure: 1},
    ],
  ],
  ['no frame of an unknown site', '<iframe src="https://youtube.com.evil.example/"></iframe>', []],
]

test.each(EMBEDS)('finds %s', async (_name, html, lines) => {
  expect(await above(html)).toEqual(lines)
})

describe('HTML of other programs', () => {
  test('Google Docs, pasted: bold is said in styles only', async () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1><span style="font-size:20pt;font-weight:400">Title</span></h1><br><p dir="ltr"><span style="font-weight:700">Part</span></p><p dir="ltr"><span style="font-weight:400">One </span><span style="font-style:italic">two</span></p></b>'
    expect(await linesOf(html)).toEqual([
      {text: 'Title', heading: 1, size: 20},
      {text: 'Part', isBold: true, marks: [strong(0, 4)]},
      {text: 'One two', marks: [{from: 4, to: 7, kind: 'em'}]},
    ])
  })

  test('Google Docs, exported: looks are in rules for classes', async () => {
    const rules =
      '<style>@import url(https://x.example);.c1{font-size:11pt}.c7{font-weight:700}ul.x{list-style:none}.c9{font-style:italic}</style>'
    const html = `<p class="c3"><span class="c1 c7">Part</span></p><p class="c3"><span></span></p><p><span class="c1 c9">One</span></p>`
    expect(await linesOf(page(html, rules))).toEqual([
      {text: 'Part', isBold: true, size: 11, marks: [strong(0, 4)]},
      {text: 'One', isItalic: true, size: 11, marks: [{from: 0, to: 3, kind: 'em'}]},
    ])
  })

  test('Gmail: a line is a block, and an empty one parts paragraphs', async () => {
    const html =
      '<div dir="ltr"><div>Title</div><div><br></div><div><img src="cid:a"></div><div><i>A boat</i></div><div><br></div><div>One<br>two</div></div>'
    expect(
      (await linesOf(page(html))).map(({text, startsGroup = true, picture}) => [
        text,
        startsGroup,
        picture,
      ]),
    ).toEqual([
      ['Title', true, undefined],
      ['', true, 0],
      ['A boat', false, undefined],
      ['One', true, undefined],
      ['two', false, undefined],
    ])
  })

  test('Word: its paragraphs, lists and quotations', async () => {
    const html = `<p class=MsoTitle>Title</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>One</p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Two</p>
      <p class=MsoQuote>Three</p><p class=MsoIntenseQuote>Four</p>`
    expect(await linesOf(page(html))).toEqual([
      {text: 'Title', hint: 'headline'},
      {text: 'One', list: 'bullet'},
      {text: 'Two', list: 'number'},
      {text: 'Three', hint: 'blockquote', figure: 1},
      {text: 'Four', hint: 'pullQuote', figure: 2},
    ])
  })
})

test('takes language and title from the page', async () => {
  const head = '<title>Flood | The Record</title>'
  const reading = await readingOf(page('<p>Text</p>', head))
  expect([reading.format, reading.language, reading.title]).toEqual([
    'html',
    'en-GB',
    'Flood | The Record',
  ])
  const better = await readingOf(
    page('<p>Text</p>', `${head}<meta property="og:title" content="Flood">`),
  )
  expect(better.title).toBe('Flood')
})
