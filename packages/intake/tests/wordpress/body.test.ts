// What becomes of the text of a post: blocks of the editor, classic HTML, shortcodes, pictures.
import {describe, expect, test} from 'vitest'
import {languageNamed, readBody, type BodyOptions} from '../../src/wordpress/index.ts'

/** Blocks in short: a style and its text, a photo's number, an address. */
async function blocksOf(content: string, options: Partial<BodyOptions> = {}): Promise<string[]> {
  const {blocks} = await readBody(content, {rules: languageNamed('en'), ...options})
  return blocks.map((block) => {
    if (block.kind === 'photo') return `photo ${block.photo}`
    if (block.kind === 'embed') return `embed ${block.address}`
    if (block.kind !== 'text') return block.kind
    const {style, level, text} = block
    return `${style}${level ?? ''} ${text}`
  })
}

const picturesOf = async (content: string, options: Partial<BodyOptions> = {}) =>
  (await readBody(content, {rules: languageNamed('en'), ...options})).pictures

const unknownIn = async (content: string) =>
  (await readBody(content, {rules: languageNamed('en')})).unknown

const wp = (name: string, inner: string, attributes = ''): string =>
  `<!-- wp:${name} ${attributes}${attributes && ' '}-->\n${inner}\n<!-- /wp:${name} -->\n`
const IMG = (id: number): string =>
  `<img src="https://holm.example/u/${id}.jpg" class="wp-image-${id}"/>`
const TEXT = 'The tide came late to the bay.'

describe('blocks', () => {
  test.each<[name: string, content: string, blocks: string[]]>([
    [
      'paragraphs',
      wp('paragraph', `<p>${TEXT}</p>`) + wp('paragraph', '<p>Two</p>'),
      [`normal ${TEXT}`, 'normal Two'],
    ],
    ['a line break', wp('paragraph', '<p>One<br>Two</p>'), ['normal One\nTwo']],
    [
      'headings by their rank',
      wp('heading', '<h3>A</h3>', '{"level":3}') + wp('heading', '<h4>B</h4>', '{"level":4}'),
      ['h2 A', 'h3 B'],
    ],
    [
      'lists',
      wp('list', `<ol>${wp('list-item', '<li>A</li>')}<li>B</li></ol>`, '{"ordered":true}'),
      ['number A', 'number B'],
    ],
    [
      'lists within lists',
      wp(
        'list',
        `<ul><li>A${wp('list', `<ol><li>B<ul><li>C</li></ul></li></ol>`)}</li><li>D</li></ul>`,
      ),
      ['bullet A', 'number2 B', 'bullet3 C', 'bullet D'],
    ],
    [
      'a quote with its name',
      wp(
        'quote',
        '<blockquote class="wp-block-quote"><p>One.</p><p>Two.</p><cite>Ada</cite></blockquote>',
      ),
      ['blockquote One.\nTwo.\nAda'],
    ],
    [
      'a pull quote',
      wp(
        'pullquote',
        '<figure class="wp-block-pullquote"><blockquote><p>One.</p><cite>Ada</cite></blockquote></figure>',
      ),
      ['blockquote One.\nAda'],
    ],
    [
      'two quotes',
      wp('quote', '<blockquote><p>One.</p></blockquote>').repeat(2),
      ['blockquote One.', 'blockquote One.'],
    ],
    [
      'an embed',
      wp('embed', '<figure>x</figure>', '{"url":"https://youtu.be/a","type":"video"}'),
      ['embed https://youtu.be/a'],
    ],
    [
      'an old embed',
      wp('core-embed/twitter', '<figure>x</figure>', '{"url":"https://twitter.com/a/status/1"}'),
      ['embed https://twitter.com/a/status/1'],
    ],
    [
      'an embed of a site that is not known',
      wp('embed', '<figure>x</figure>', '{"url":"https://other.example/a"}'),
      ['normal https://other.example/a'],
    ],
    [
      'a group',
      wp('group', `<div class="wp-block-group">${wp('paragraph', `<p>${TEXT}</p>`)}</div>`),
      [`normal ${TEXT}`],
    ],
    [
      'text beside a picture',
      wp(
        'media-text',
        `<div class="wp-block-media-text"><figure>${IMG(1)}</figure><div>${wp('paragraph', '<p>Beside it.</p>')}</div></div>`,
      ),
      ['photo 0', 'normal Beside it.'],
    ],
    [
      'a button',
      wp(
        'buttons',
        `<div class="wp-block-buttons"><a class="wp-block-button__link" href="https://a.example/">Join</a></div>`,
      ),
      ['normal Join'],
    ],
    [
      'a file without its button',
      wp(
        'file',
        '<div><a href="https://a.example/a.pdf">The plan</a><a class="wp-block-file__button" href="https://a.example/a.pdf">Download</a></div>',
      ),
      ['normal The plan'],
    ],
    [
      'what is between others',
      `${wp('more', '<!--more-->')}${wp('separator', '<hr/>')}${wp('spacer', '<div></div>')}`,
      [],
    ],
    [
      'classic text beside blocks',
      `One\n\nTwo\n${wp('paragraph', '<p>Three</p>')}`,
      ['normal One', 'normal Two', 'normal Three'],
    ],
    [
      'attributes with braces',
      wp('paragraph', '<p>A</p>', '{"style":{"a":{"b":"}"}}}'),
      ['normal A'],
    ],
    ['a block that is never closed', '<!-- wp:paragraph --><p>A</p>', ['normal A']],
    ['a reusable block', '<!-- wp:block {"ref":7} /-->', ['normal Shared']],
  ])('%s', async (_name, content, blocks) => {
    const reusable = new Map([['7', wp('paragraph', '<p>Shared</p>')]])
    expect(await blocksOf(content, {reusable})).toEqual(blocks)
  })

  test('unknown ones keep their text and are named', async () => {
    const content = wp('jetpack/odd', `<p>${TEXT}</p>`) + '<!-- wp:latest-posts /-->'
    expect(await blocksOf(content)).toEqual([`normal ${TEXT}`])
    expect(await unknownIn(content)).toEqual(['jetpack/odd', 'latest-posts'])
  })

  test('a reusable block that shows itself ends', async () => {
    const reusable = new Map([['7', '<!-- wp:block {"ref":7} /-->']])
    expect(await blocksOf('<!-- wp:block {"ref":7} /-->', {reusable})).toEqual([])
  })
})

describe('classic text', () => {
  test.each<[name: string, content: string, blocks: string[]]>([
    ['paragraphs and lines', 'One\ntwo\r\n\r\nThree', ['normal One\ntwo', 'normal Three']],
    [
      'marks and links',
      'A <b>bold</b> <a href="https://a.example/">link</a>',
      ['normal A bold link'],
    ],
    [
      'a list among paragraphs',
      'One\n<ul>\n<li>A</li>\n<li>B</li>\n</ul>\nTwo',
      ['normal One', 'bullet A', 'bullet B', 'normal Two'],
    ],
    [
      'a block quotation',
      'One\n<blockquote>Said.\n\nTwice.</blockquote>\nTwo',
      ['normal One', 'blockquote Said.\nTwice.', 'normal Two'],
    ],
    [
      'a block quotation with its name',
      '<blockquote>Said in <cite>Tides</cite>. <cite>Ada</cite></blockquote>\n<blockquote><p>Twice. — <cite>Ida</cite></p></blockquote>',
      ['blockquote Said in Tides.\nAda', 'blockquote Twice.\n— Ida'],
    ],
    ['the line that ends an excerpt', 'One<!--more-->Two', ['normal One', 'normal Two']],
    [
      'an address on a line of its own',
      'One\n\nhttps://www.youtube.com/watch?v=a\n\nTwo',
      ['normal One', 'embed https://www.youtube.com/watch?v=a', 'normal Two'],
    ],
    ['an address of another site', 'https://other.example/a', ['normal https://other.example/a']],
    ['[embed]', '[embed width="3"]https://vimeo.com/1[/embed]', ['embed https://vimeo.com/1']],
    ['[video]', '[video src="https://a.example/a.mp4"]', ['normal https://a.example/a.mp4']],
    [
      'words in brackets',
      'He said [sic] and [Note: later] left.',
      ['normal He said [sic] and [Note: later] left.'],
    ],
    ['a shortcode shown to readers', 'Write [[gallery]] here', ['normal Write [gallery] here']],
    ['an unknown shortcode around words', '[box]Kept words[/box]', ['normal Kept words']],
    ['an unknown shortcode', 'One [contact-form id="3"] two', ['normal One two']],
    ['preformatted text', '<pre>a\n\nb</pre>', ['normal a', 'normal b']],
    ['a script', 'One<script>alert(1)</script>', ['normal One']],
  ])('%s', async (_name, content, blocks) => {
    expect(await blocksOf(content)).toEqual(blocks)
  })

  test('names unknown shortcodes and elements', async () => {
    expect(
      await unknownIn(
        '[box]a[/box] [contact-form id="3"] [sic] <table><tr><td>a</td></tr></table>',
      ),
    ).toEqual(['[box]', '[contact-form]', '<table>'])
  })
})

describe('pictures', () => {
  const blank = {attachment: null, address: null, alt: null, caption: '', creditLine: null}
  const printed = {captionWithCredit: expect.any(String)}

  test.each<[name: string, content: string, picture: object]>([
    [
      'of a block',
      wp(
        'image',
        `<figure class="wp-block-image"><img src="https://holm.example/a.jpg?x=1&amp;y=2" alt="A &quot;dog&quot;"/><figcaption>The dog.</figcaption></figure>`,
        '{"id":12}',
      ),
      {
        attachment: '12',
        address: 'https://holm.example/a.jpg?x=1&y=2',
        alt: 'A "dog"',
        caption: 'The dog.',
      },
    ],
    [
      'with a credit of its own',
      `<figure><img src="https://holm.example/a.jpg"/><figcaption>The dog. <span class="image-credit">Ines Falk</span></figcaption></figure>`,
      {address: 'https://holm.example/a.jpg', caption: 'The dog.', creditLine: 'Ines Falk'},
    ],
    [
      'of [caption]',
      '[caption id="attachment_12" align="left"]<a href="x"><img src="https://holm.example/a.jpg"/></a> The bay. (Photo: Ines Falk)[/caption]',
      {
        attachment: '12',
        address: 'https://holm.example/a.jpg',
        caption: 'The bay.',
        creditLine: 'Ines Falk',
      },
    ],
    [
      'of an old [caption]',
      `[caption id="attachment_12" caption="The bay"]${IMG(12)}[/caption]`,
      {attachment: '12', address: 'https://holm.example/u/12.jpg', caption: 'The bay'},
    ],
    [
      'of [media-credit]',
      `[media-credit name="Tom Reed" align="left"]${IMG(5)}[/media-credit]`,
      {attachment: '5', address: 'https://holm.example/u/5.jpg', creditLine: 'Tom Reed'},
    ],
    [
      'of both',
      `[caption id="attachment_5"][media-credit name="Tom Reed"]${IMG(5)}[/media-credit] The bay[/caption]`,
      {
        attachment: '5',
        address: 'https://holm.example/u/5.jpg',
        caption: 'The bay',
        creditLine: 'Tom Reed',
      },
    ],
    ['with an address that runs a script', '<img src="javascript:alert(1)">', {}],
  ])('%s', async (_name, content, picture) => {
    expect(await picturesOf(content)).toEqual([{...blank, ...printed, ...picture}])
  })

  test.each<[name: string, content: string, creditLine: string, captionWithCredit: string]>([
    [
      'in brackets',
      `[caption id="attachment_5"]${IMG(5)} The crane. (Photo: Ada Reed)[/caption]`,
      'Ada Reed',
      'The crane. (Photo: Ada Reed)',
    ],
    [
      'of an element',
      `<figure>${IMG(5)}<figcaption>The crane. <cite>Ada Reed</cite></figcaption></figure>`,
      'Ada Reed',
      'The crane. (Ada Reed)',
    ],
    [
      'of a shortcode',
      `[caption id="attachment_5"][media-credit name="Ada Reed"]${IMG(5)}[/media-credit] The crane.[/caption]`,
      'Ada Reed',
      'The crane. (Ada Reed)',
    ],
    [
      'of a shortcode and an element',
      `[media-credit name="Ada Reed"]<figure>${IMG(5)}<figcaption>The crane. <cite>Holm Press</cite></figcaption></figure>[/media-credit]`,
      'Ada Reed / Holm Press',
      'The crane. (Ada Reed / Holm Press)',
    ],
    [
      'with words before its label',
      `[caption id="attachment_5"]${IMG(5)} The crane. AP photo by Ada Reed[/caption]`,
      'AP photo by Ada Reed',
      'The crane. AP photo by Ada Reed',
    ],
  ])('keep the words of a credit %s', async (_name, content, creditLine, captionWithCredit) => {
    expect(await picturesOf(content)).toMatchObject([
      {caption: 'The crane.', creditLine, captionWithCredit},
    ])
  })

  test('of a gallery keep their captions', async () => {
    const image = (id: number, caption: string) =>
      wp(
        'image',
        `<figure class="wp-block-image">${IMG(id)}<figcaption>${caption}</figcaption></figure>`,
        `{"id":${id}}`,
      )
    const gallery = wp(
      'gallery',
      `<figure class="wp-block-gallery">${image(1, 'One')}${image(2, 'Two')}<figcaption class="blocks-gallery-caption">Both</figcaption></figure>`,
    )
    expect(
      (await picturesOf(gallery)).map(({attachment, caption}) => [attachment, caption]),
    ).toEqual([
      ['1', 'One'],
      ['2', 'Two'],
    ])
    expect(await blocksOf(gallery)).toEqual(['photo 0', 'photo 1', 'normal Both'])
  })

  test.each([
    ['[gallery ids="4,5"]', ['4', '5']],
    ['[gallery]', ['8', '9']],
  ])('of %s are those of the list, or those of the post', async (content, attachments) => {
    const pictures = await picturesOf(content, {children: ['8', '9']})
    expect(pictures.map(({attachment}) => attachment)).toEqual(attachments)
  })

  test('may be more than another file has', async () => {
    const ids = Array.from({length: 450}, (_, index) => index)
    const blocks = await blocksOf(`${TEXT}\n\n[gallery ids="${ids.join(',')}"]\n\nAfter`)
    expect(blocks).toEqual([`normal ${TEXT}`, ...ids.map((id) => `photo ${id}`), 'normal After'])
  })
})
