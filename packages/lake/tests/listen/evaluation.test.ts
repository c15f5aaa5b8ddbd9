// Which streams are evaluated under a deadline, whose thread takes longer to start than a keystroke to evaluate.
import {expect, it} from 'vitest'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import {createEvaluation} from '../../src/listen/evaluation.ts'
import {createMutationFeed, type ListenRequest} from '../../src/listen/mutation-feed.ts'
import {createView} from '../../src/listen/view.ts'
import type {Feed} from '../../src/listen/feed.ts'
import {storedIn} from '../../src/visibility.ts'
import {clock, openTestLake, request, type Content} from './lake.ts'

const LOOP = {query: '*[count([1][@ > 1]) == 0]'}
const LONG: Record<string, Content> = {a: {text: 'x'.repeat(64 * 1024)}}
const MANY: Record<string, Content> = Object.fromEntries(
  Array.from({length: 9}, (_, n) => [`a${n}`, {}]),
)

it.each<[string, Partial<ListenRequest>[], Record<string, Content>, string[][]]>([
  ['no stream of staff without loops', [{}, {query: '*[_id == "a"]'}], {a: {}}, []],
  ['streams of staff with loops', [LOOP, {}], {a: {}}, [['loop']]],
  ['streams of anonymous readers', [{}, {actor: ANONYMOUS_ACTOR}], {a: {}}, [['anonymous']]],
  ['all streams, for a long document', [{}], LONG, [['quick']]],
  ['all streams, for many changes', [{}], MANY, [['quick']]],
])('limits the time of %s', (_what, requests, written, expected) => {
  using lake = closing(openTestLake())
  lake.write(written)
  const [entry] = lake.log.since(0, 1)
  if (!entry) throw new Error('Nothing was written.')
  const limited: string[][] = []
  const evaluation = createEvaluation(
    () => 0,
    (_milliseconds, work) => {
      limited.push([])
      work()
      return true
    },
  )
  const feeds = requests.map((given) => {
    const feed = createMutationFeed(request(given), clock)
    const name = given.actor ? 'anonymous' : given.query === LOOP.query ? 'loop' : 'quick'
    const events: Feed['events'] = (...all) => {
      limited.at(-1)?.push(name)
      return feed.events(...all)
    }
    return {...feed, events}
  })
  const settled: number[] = []
  const view = createView(entry, lake.grants, storedIn(lake.documents, 'production'))
  const groups = feeds.map((feed) => [feed] as const)
  evaluation.all(groups, entry, view, (_feed, {events}) => void settled.push(events.length))
  expect(limited).toEqual(expected)
  expect(settled).toEqual(feeds.map(() => entry.changes.length))
})

const closing = <T extends {close(): void}>(lake: T): T & Disposable => ({
  ...lake,
  [Symbol.dispose]: () => lake.close(),
})
