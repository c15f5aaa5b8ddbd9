// What intake must reach in sum over the corpus, by format.
import {expect, test} from 'vitest'
import {fileOf, FORMATS, found, golds} from './articles.ts'
import {type Measure, Score} from './score.ts'

/** The lines around a text are as sure in one format as in another. */
const PARTS = {
  headline: 0.98,
  dek: 0.98,
  kicker: 0.98,
  dateline: 0.98,
  byline: 0.98,
  subhead: 0.98,
  caption: 0.98,
  credit: 0.98,
  block: 0.98,
  order: 0.98,
  furniture: 0.98,
}

const AIMS: Record<(typeof FORMATS)[number], Record<Measure, number>> = {
  txt: {...PARTS, creatorHolder: 0.98, quote: 0.98, form: 0.94, speaker: 0.91, title: 0.85},
  html: {...PARTS, creatorHolder: 0.97, quote: 0.97, form: 0.94, speaker: 0.89, title: 0.81},
  eml: {...PARTS, creatorHolder: 0.98, quote: 0.98, form: 0.94, speaker: 0.9, title: 0.78},
}

test.for(FORMATS)(
  '%s articles of the corpus reach every aim',
  {timeout: 180_000},
  async (format) => {
    const score = new Score()
    for (const gold of golds) {
      // Italian and Portuguese have no rules: `sixth-language.test.ts` brings them.
      if (/^(?:it|pt)/.test(gold.language)) continue
      const file = fileOf(gold.id, format)
      if (file) score.add(gold, await found(file, `${gold.id}.${format}`))
    }
    for (const [measure, aim] of Object.entries(AIMS[format]) as [Measure, number][])
      expect(score.of(measure), measure).toBeGreaterThanOrEqual(aim)
  },
)
