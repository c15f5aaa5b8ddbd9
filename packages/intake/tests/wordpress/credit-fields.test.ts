// The credit of an attachment, from the fields of plugins or from its caption.
import {expect, test} from 'vitest'
import {creditFields, languageNamed, photoCredit, plainText} from '../../src/wordpress/index.ts'

const NONE = {
  caption: 'The bay.',
  creditLine: null,
  creator: null,
  holder: null,
  copyrightNotice: null,
  licenseUrl: null,
  usageTerms: null,
}

/** As PHP serialises it: lengths are in bytes. */
const metadata = (credit: string, copyright: string): [string, string] => {
  const texts = Object.entries({caption: 's:6:"credit";', credit, copyright}).flat()
  const written = texts.map((text) => `s:${Buffer.byteLength(text)}:"${text}";`).join('')
  return [
    '_wp_attachment_metadata',
    `a:3:{s:5:"width";i:640;s:5:"sizes";a:0:{}s:10:"image_meta";a:3:{${written}}}`,
  ]
}

const creditOf = (caption: string, meta: [string, string][], shown: string | null = null) =>
  photoCredit({caption, fields: creditFields(meta), shown}, languageNamed('en'))

test.each<[name: string, meta: [string, string][], credit: object]>([
  ['no field', [], {}],
  [
    'Newspack and Navis',
    [
      ['_media_credit', 'Ines Falk'],
      ['_navis_media_credit_org', 'Holm Press'],
    ],
    {creditLine: 'Ines Falk / Holm Press', creator: 'Ines Falk', holder: 'Holm Press'},
  ],
  [
    'only an organisation',
    [['_navis_media_credit_org', 'Holm Press']],
    {creditLine: 'Holm Press', holder: 'Holm Press'},
  ],
  [
    'Image Source Control',
    [
      ['isc_image_source', 'Ines Falk'],
      ['isc_image_licence', 'CC BY 4.0'],
    ],
    {creditLine: 'Ines Falk', creator: 'Ines Falk', usageTerms: 'CC BY 4.0'},
  ],
  [
    'Image Credits',
    [
      ['_wp_attachment_source_name', 'Ines Falk'],
      ['_wp_attachment_license_url', 'https://cc.example/by'],
    ],
    {creditLine: 'Ines Falk', creator: 'Ines Falk', licenseUrl: 'https://cc.example/by'},
  ],
  [
    'a field by hand',
    [['media_credit', ' Ines Falk ']],
    {creditLine: 'Ines Falk', creator: 'Ines Falk'},
  ],
  [
    'an empty field before another',
    [
      ['_media_credit', ''],
      ['credit', 'Ines Falk'],
    ],
    {creditLine: 'Ines Falk', creator: 'Ines Falk'},
  ],
  [
    'a creator and a holder in one field',
    [['_media_credit', 'Ida Ruiz / Crane Photos']],
    {creditLine: 'Ida Ruiz / Crane Photos', creator: 'Ida Ruiz', holder: 'Crane Photos'},
  ],
  [
    'an organisation that both fields name',
    [
      ['_media_credit', 'Ines Falk/Holm Press'],
      ['_navis_media_credit_org', 'Holm Press'],
    ],
    {creditLine: 'Ines Falk/Holm Press', creator: 'Ines Falk', holder: 'Holm Press'},
  ],
  [
    'a licence',
    [['credit', 'Ines Falk (CC BY-SA 4.0)']],
    {creditLine: 'Ines Falk (CC BY-SA 4.0)', creator: 'Ines Falk'},
  ],
  ['only a licence', [['credit', 'CC BY 4.0']], {creditLine: 'CC BY 4.0'}],
  ['an address', [['credit', 'https://a.example/b']], {creditLine: 'https://a.example/b'}],
  [
    'what the file has',
    [metadata('Zoë Falk', '© 2019 Dock Agency')],
    {
      creditLine: 'Zoë Falk',
      creator: 'Zoë Falk',
      holder: 'Dock Agency',
      copyrightNotice: '© 2019 Dock Agency',
    },
  ],
  [
    'a field and a file',
    [metadata('Zoë Falk', ''), ['credit', 'Ida Ruiz/Crane Photos']],
    {creditLine: 'Ida Ruiz/Crane Photos', creator: 'Ida Ruiz', holder: 'Crane Photos'},
  ],
  [
    'only a copyright: its owner need not have made the picture',
    [metadata('', '© Zoë Falk')],
    {creditLine: '© Zoë Falk', holder: 'Zoë Falk', copyrightNotice: '© Zoë Falk'},
  ],
  [
    'damaged metadata',
    [['_wp_attachment_metadata', 'a:1:{s:10:"image_meta";a:1:{s:99:"credit']],
    {},
  ],
  ['a value of PHP', [['_media_credit', 'a:1:{i:0;s:1:"x";}']], {}],
])('%s', (_name, meta, credit) => {
  expect(creditOf('The bay.', meta)).toEqual({...NONE, ...credit})
})

test('a credit at the end of the caption is taken from it, unless a field has one', () => {
  const caption = 'The bay. (Photo: Ines Falk)'
  expect(creditOf(caption, [])).toMatchObject({
    caption: 'The bay.',
    creditLine: 'Ines Falk',
  })
  expect(creditOf(caption, [['credit', 'HP']])).toMatchObject({
    caption,
    creditLine: 'HP',
  })
})

test('the credit of a text is used where the attachment has none', () => {
  expect(creditOf('', [metadata('', '© Dock Agency')], 'Ina Berg')).toMatchObject({
    creditLine: 'Ina Berg',
    creator: 'Ina Berg',
    holder: 'Dock Agency',
  })
  expect(
    creditOf('The bay. (Photo: Ida Ruiz)', [metadata('Zoë Falk', '')], 'Ina Berg'),
  ).toMatchObject({
    caption: 'The bay.',
    creditLine: 'Ida Ruiz',
    creator: 'Ida Ruiz',
  })
})

test.each([
  ['de-DE', 'de'],
  ['pt_BR', 'en'],
  ['ja', 'ja'],
  [null, 'en'],
])('the language %s is read by the rules of %s', (code, rules) => {
  expect(languageNamed(code).code.split('-')[0]).toBe(rules)
})

test.each([
  ['Tide &amp; <em>time</em>', 'Tide & time'],
  ['  a \n b ', 'a b'],
  ['5 &lt; 6', '5 < 6'],
  ['One<br>two', 'One two'],
])('%s is %s without markup', (html, text) => {
  expect(plainText(html)).toBe(text)
})
