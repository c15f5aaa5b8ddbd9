// Addresses that "Generate" makes.
import {expect, test} from 'vitest'
import {slugOf} from '../../../schemas/rules/make-slug.ts'
import {slugShape} from '../../../schemas/rules/slug.ts'

const first = () => 0

test.each([
  [
    'China Starts its ‘Two Sessions’: Why They Matter',
    'en',
    'china-starts-its-two-sessions-why-they-matter',
  ],
  ["Don't look", 'en', 'dont-look'],
  ['À Saint-Orban, l’eau s’en va', 'fr', 'a-saint-orban-leau-sen-va'],
  ['Größe und Übermaß', 'de', 'grosse-und-ubermass'],
  ['¿Dónde está el niño?', 'es', 'donde-esta-el-nino'],
  ['Привет, мир', 'ru', 'privet-mir'],
  ['リーナ・オルセグ', 'ja', 'rina-orusegu'],
  ['沿岸連合「二つの会議」あす開幕', 'ja', '22222222'],
  ['槙村修一', 'ja', '22222222'],
  ['汀町のKelp&Co.が挑むデータ経済', 'ja', '22222222'],
  ['Kelp & Company Data 海の経済', 'ja', 'kelp-company-data'],
  ['…', 'en', '22222222'],
])('%s (%s) becomes %s', async (text, language, expected) => {
  expect(await slugOf(text, language, 96, first)).toBe(expected)
})

test('a long headline ends with a whole word', async () => {
  const slug = await slugOf('a long word '.repeat(20))
  expect(slug.length).toBeLessThanOrEqual(96)
  expect(slug).toMatch(/(?:long|word|a)$/u)
})

test('an ID is an address, too', async () => {
  const slug = await slugOf('。')
  expect(slugShape({_type: 'slug', current: slug}, {} as never)).toBe(true)
  expect(slug).toHaveLength(8)
})
