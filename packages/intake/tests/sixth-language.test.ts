import {expect, test} from 'vitest'
import {LANGUAGES, languageOf} from '../src/languages/languages.ts'
import {fileOf, found, golds} from './articles.ts'
import {italian} from './fixtures/it.ts'
import {MEASURES, Score} from './score.ts'

test('one file of rules is all that a new language needs', async () => {
  const score = new Score()
  const known = [...LANGUAGES, italian]
  for (const gold of golds.filter(({language}) => language === 'it')) {
    const file = fileOf(gold.id, 'txt') as Uint8Array
    score.add(gold, await found(file, `${gold.id}.txt`, known))
  }
  expect(
    score.mean,
    MEASURES.map((measure) => `${measure} ${score.of(measure)}`).join(),
  ).toBeGreaterThan(0.8)
})

test('a text is taken for the language that it is in', () => {
  const line = {
    text: 'Il consiglio ha detto che non è una questione di soldi',
    startsGroup: true,
    marks: [],
  }
  const reading = {
    format: 'text' as const,
    lines: [line],
    pictures: [],
    language: null,
    title: null,
  }
  expect(languageOf(reading, [...LANGUAGES, italian]).code).toBe('it')
})
