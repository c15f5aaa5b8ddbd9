// What intake must find on short pages whose heads all differ: running heads, menus, slugs, mails.
import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {found} from './articles.ts'
import {type Gold, type Measure, Score} from './score.ts'

const FOLDER = new URL('pages/', import.meta.url)

const AIMS: Partial<Record<Measure, number>> = {
  headline: 0.95,
  kicker: 0.9,
  furniture: 0.9,
}

test('the heads of unlike pages are found', {timeout: 60_000, tags: ['full']}, async () => {
  const score = new Score()
  for (const name of readdirSync(FOLDER)) {
    const [id = '', format = ''] = name.split('.')
    if (format !== 'txt' && format !== 'html') continue
    const gold = JSON.parse(readFileSync(new URL(`${id}.gold.json`, FOLDER), 'utf8')) as Gold
    score.add(gold, await found(readFileSync(new URL(name, FOLDER)), name))
  }
  for (const [measure, aim] of Object.entries(AIMS) as [Measure, number][])
    expect(score.of(measure), measure).toBeGreaterThanOrEqual(aim)
})
