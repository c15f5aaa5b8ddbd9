// What intake must reach in sum over the corpus, by format. Japanese quotations are found elsewhere.
import {expect, test} from 'vitest'
import {fileOf, FORMATS, found, golds} from './articles.ts'
import {type Measure, Score} from './score.ts'

const AIMS: Record<(typeof FORMATS)[number], Record<Measure, number>> = {
  txt: {
    headline: 0.95,
    dek: 0.95,
    kicker: 0.9,
    dateline: 0.85,
    byline: 0.85,
    subhead: 0.95,
    caption: 0.93,
    credit: 0.93,
    creatorHolder: 0.88,
    quote: 0.9,
    form: 0.86,
    speaker: 0.78,
    title: 0.5,
    block: 0.95,
    order: 0.93,
    furniture: 0.95,
  },
  html: {
    headline: 0.95,
    dek: 0.95,
    kicker: 0.95,
    dateline: 0.95,
    byline: 0.95,
    subhead: 0.95,
    caption: 0.95,
    credit: 0.95,
    creatorHolder: 0.85,
    quote: 0.9,
    form: 0.88,
    speaker: 0.78,
    title: 0.55,
    block: 0.95,
    order: 0.95,
    furniture: 0.88,
  },
  eml: {
    headline: 0.95,
    dek: 0.95,
    kicker: 0.95,
    dateline: 0.95,
    byline: 0.95,
    subhead: 0.95,
    caption: 0.95,
    credit: 0.95,
    creatorHolder: 0.95,
    quote: 0.9,
    form: 0.85,
    speaker: 0.6,
    title: 0.4,
    block: 0.95,
    order: 0.95,
    furniture: 0.95,
  },
}

test.for(FORMATS)('%s articles of the corpus reach every aim', async (format) => {
  const score = new Score()
  for (const gold of golds) {
    if (/^(?:ja|it|pt)/.test(gold.language)) continue
    const file = fileOf(gold.id, format)
    if (file) score.add(gold, await found(file, `${gold.id}.${format}`))
  }
  for (const [measure, aim] of Object.entries(AIMS[format]) as [Measure, number][])
    expect(score.of(measure), measure).toBeGreaterThanOrEqual(aim)
})
