// The credit of an attachment, from the fields of plugins or from its caption.
import {expect, test} from 'vitest'
import {languageNamed, photoCredit, plainText} from '../../src/wordpress/index.ts'

const NONE = {
  caption: 'The bay.',
  creditLine: null,
  holder: null,
  licenseUrl: null,
  usageTerms: null,
}

test.each<[name: string, meta: [string, string][], credit: object]>([
  ['no field', [], {}],
  [
    'Newspack and Navis',
    [
      ['_media_credit', 'Ines Falk'],
      ['_navis_media_credit_org', 'Holm Press'],
    ],
    {creditLine: 'Ines Falk / Holm Press', holder: 'Holm Press'},
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
    {creditLine: 'Ines Falk', usageTerms: 'CC BY 4.0'},
  ],
  [
    'Image Credits',
    [
      ['_wp_attachment_source_name', 'Ines Falk'],
      ['_wp_attachment_license_url', 'https://cc.example/by'],
    ],
    {creditLine: 'Ines Falk', licenseUrl: 'https://cc.example/by'},
  ],
  ['a field by hand', [['media_credit', ' Ines Falk ']], {creditLine: 'Ines Falk'}],
  [
    'an empty field before another',
    [
      ['_media_credit', ''],
      ['credit', 'Ines Falk'],
    ],
    {creditLine: 'Ines Falk'},
  ],
  ['a value of PHP', [['_media_credit', 'a:1:{i:0;s:1:"x";}']], {}],
])('%s', (_name, meta, credit) => {
  expect(photoCredit('The bay.', meta, languageNamed('en'))).toEqual({...NONE, ...credit})
})

test('a credit at the end of the caption is taken from it, unless a field has one', () => {
  const caption = 'The bay. (Photo: Ines Falk)'
  expect(photoCredit(caption, [], languageNamed('en'))).toMatchObject({
    caption: 'The bay.',
    creditLine: 'Ines Falk',
  })
  expect(photoCredit(caption, [['credit', 'HP']], languageNamed('en'))).toMatchObject({
    caption,
    creditLine: 'HP',
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
