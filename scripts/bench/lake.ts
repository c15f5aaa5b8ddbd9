// `lake`: whole studios on one lake, with all that they hold open. How long what somebody types takes to
// reach a colleague in the same article, held against a bare server under the same load.
import {setTimeout as rest} from 'node:timers/promises'
import {withLake} from './bench-lake.ts'
import {desksIn, documentsFor, type Desk} from './lake-desks.ts'
import {withFloor} from './lake-floor.ts'
import {createPeople, type People} from './lake-people.ts'
import {openOnFloor, openOnLake, type OnEvent, type Studio} from './lake-studio.ts'
import {createWatch, type Watch} from './lake-watch.ts'
import {median, quantile, type Bench, type Row, type Say} from './row.ts'
import type {Usage} from './usage.ts'

/** How many studios, and what share of those people types at a time. */
const NEWSROOMS = [
  {size: 2, share: 0.5},
  {size: 20, share: 0.25},
  {size: 200, share: 0.25},
]
const WARM_UP_SECONDS = 4
const LAKE_SECONDS = 15
const FLOOR_SECONDS = 8

interface Measured {
  /** Milliseconds until a colleague had it, one for each colleague. */
  edits: number[]
  moves: number[]
  /** Milliseconds between two transactions, of everybody together. */
  between: number
  /** Milliseconds that the server's threads worked in a second. */
  worked: number
  memory: number
}

interface Newsroom {
  share: number
  desks: readonly Desk[]
  open(who: number, desk: Desk, onEvent: OnEvent): Promise<Studio>
  usage(): Promise<Usage>
}

export const lake: Bench = async (say) => {
  const rows: Row[] = []
  for (const {size, share} of NEWSROOMS) {
    const documents = documentsFor(size)
    const desks = () => desksIn(documents, size)
    const ours = await withLake({documents, colleagues: size}, (lake) => {
      const open: Newsroom['open'] = (...studio) => openOnLake(lake, ...studio)
      return measure(
        {share, desks: desks(), open, usage: lake.usage},
        LAKE_SECONDS,
        (step, ...at) => say(`${size} studios: ${step}`, ...at),
      )
    })
    const theirs = await withFloor((floor) => {
      const open: Newsroom['open'] = (...studio) => openOnFloor(floor, ...studio)
      return measure(
        {share, desks: desks(), open, usage: floor.usage},
        FLOOR_SECONDS,
        (step, ...at) => say(`${size} studios on the bare server: ${step}`, ...at),
      )
    })
    rows.push(...compare(size, ours, theirs))
  }
  return rows
}

function compare(size: number, ours: Measured, theirs: Measured): Row[] {
  const row = (what: string, of: (measured: Measured) => number, as?: Row['as']): Row => ({
    what: `${size} studios: ${what}`,
    reference: 'bare server, same load',
    ours: of(ours),
    theirs: of(theirs),
    ...(as ? {as} : {}),
  })
  return [
    row('an edit reaches a colleague, median', ({edits}) => median(edits)),
    row('the same, 95th of 100', ({edits}) => quantile(edits, 0.95)),
    row('the same, 99th of 100', ({edits}) => quantile(edits, 0.99)),
    row('the same, slowest', ({edits}) => Math.max(...edits)),
    row('a caret moves, median', ({moves}) => median(moves)),
    row('the same, 99th of 100', ({moves}) => quantile(moves, 0.99)),
    row('edits', ({between}) => between, 'rate'),
    row('processor time for an edit', ({worked, between}) => (worked * between) / 1000),
    row('processor time in a second', ({worked}) => worked),
    row('memory', ({memory}) => memory, 'bytes'),
  ]
}

/** Everybody comes in, and works for a while. */
async function measure(newsroom: Newsroom, seconds: number, say: Say): Promise<Measured> {
  const {share, desks, open} = newsroom
  const colleagues = (who: number): number =>
    desks.filter(({article}) => article === desks[who]?.article).length - 1
  const watches = {edits: createWatch(colleagues), moves: createWatch(colleagues)}
  const studios: Studio[] = []
  try {
    for (const [who, desk] of desks.entries()) {
      if (who % 20 === 0) say('opening', who, desks.length)
      const onEvent: OnEvent = (name) =>
        (name.startsWith('e') ? watches.edits : watches.moves).received(name, who)
      studios.push(await open(who, desk, onEvent))
    }
    return await new Promise<Measured>((resolve, reject) => {
      const people = createPeople(studios, share, {...watches, failed: reject})
      watch({newsroom, people, ...watches}, seconds, say).then(resolve, reject)
    })
  } finally {
    for (const studio of studios) studio.close()
  }
}

interface Watched {
  newsroom: Newsroom
  people: People
  edits: Watch
  moves: Watch
}

async function watch(
  {newsroom: {usage}, people, edits, moves}: Watched,
  seconds: number,
  say: Say,
): Promise<Measured> {
  say('warming up')
  await rest(WARM_UP_SECONDS * 1000)
  edits.begin()
  moves.begin()
  const [before, committed, begun] = [await usage(), people.committed(), performance.now()]
  for (let at = 0; at < seconds; at++) {
    say('typing', at, seconds)
    await rest(1000)
  }
  const [after, took] = [await usage(), performance.now() - begun]
  const between = took / (people.committed() - committed)
  await people.stop()
  return {
    edits: await edits.over(),
    moves: await moves.over(),
    between,
    worked: ((after.worked - before.worked) / took) * 1000,
    memory: after.memory,
  }
}
