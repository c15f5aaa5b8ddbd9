// `fronts`: a front of ten containers and forty stories, held against the front page of 0.4.0. Each answer is
// computed again, and finished as the site does it.
import type {LakeDocument} from '@copydesk/lake/types'
import {finishFront} from '../../queries/finish-front.ts'
import {archive} from './articles.ts'
import {withFolder} from './folder.ts'
import {FRONTS_ASKED, frontOfForty} from './fronts-asked.ts'
import {startEngine} from './query-engines.ts'
import {median, quantile, time, type Bench, type Row} from './row.ts'

const COUNT = 10_000
const LARGE = 100_000
const ROUNDS = 6
const TIMES = 60

export const fronts: Bench = async (say, {isLarge} = {isLarge: false}) => {
  const count = isLarge ? LARGE : COUNT
  say('Writing documents')
  return withFolder(withFront(count), async (folder) => {
    say('Reading documents')
    const engine = await startEngine('ours', folder, count)
    try {
      const times: number[][] = [[], []]
      let finishing = 0
      for (let round = 0; round < ROUNDS; round++) {
        say('Asking', round, ROUNDS)
        for (const [at, {name}] of FRONTS_ASKED.entries()) {
          const report = await engine.ask({name, from: 0, times: TIMES, enoughMs: 2_000})
          // The first round is to warm up.
          if (round > 0) times[at]?.push(...report.times)
          if (at === 1) finishing = await finished(report.answer)
        }
      }
      const [home = [], front = []] = times
      return [
        rowOf(
          count,
          home,
          front.map((took) => took + finishing),
        ),
      ]
    } finally {
      engine.close()
    }
  })
}

function* withFront(count: number): Iterable<LakeDocument> {
  yield* archive(count)
  yield frontOfForty()
}

/** Milliseconds of the last step, which is the site's. */
async function finished(answer: string): Promise<number> {
  const front = JSON.parse(answer) as Parameters<typeof finishFront>[0]
  const {containers} = finishFront(front)
  const stories = containers.flatMap((container) => container.stories.map(({_id}) => _id))
  if (stories.length !== 40 || new Set(stories).size !== 40) {
    throw new Error(`The front has ${stories.length} stories, not forty different ones.`)
  }
  const took: number[] = []
  for (let n = 0; n < TIMES; n++) took.push(await time(() => finishFront(front)))
  return median(took)
}

const rowOf = (count: number, home: readonly number[], front: readonly number[]): Row => ({
  what: `a front of ten containers, ${count.toLocaleString('en')} articles`,
  reference: 'front page of 0.4.0',
  ours: median(front),
  theirs: median(home),
  tails: {ours: quantile(front, 0.95), theirs: quantile(home, 0.95)},
})
