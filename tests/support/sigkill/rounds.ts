// Rounds of work, a kill, and a look at what is left: nothing that was acknowledged is lost, nothing is
// half there, and who listened goes on.
import {createHash} from 'node:crypto'
import {expect, vi} from 'vitest'
import {generator} from '../generator.ts'
import {createListener, type Listener} from './reconnecting-listener.ts'
import {readStored, type Stored} from './stored.ts'
import {createVictim, type Victim} from './victim.ts'
import {nothingYet, workUntilKilled, type Acknowledged} from './work.ts'

/** Work goes on for so long before the kill, in milliseconds; when exactly is drawn. */
const SHORTEST = 120
const LONGEST = 900
const UPLOADED = {timeout: 10_000, interval: 5}
const LATER_STAGES = ['inReview', 'approved', 'scheduled', 'published']

export interface Tally extends Record<keyof Acknowledged, number> {
  resumed: number
  reset: number
}

/** @returns how much was acknowledged in all, so that a test can tell that there was something */
export async function killInRounds(rounds: number, seed: number): Promise<Tally> {
  const victim = await createVictim()
  const draw = generator(seed)
  const tally: Tally = {...sizes(nothingYet()), resumed: 0, reset: 0}
  const all = nothingYet()
  const held = new Set<string>()
  try {
    await victim.start()
    const listener = createListener(victim)
    await listener.open()
    for (let round = 0; round < rounds; round++) {
      const done = nothingYet()
      const delay = SHORTEST + draw() * (LONGEST - SHORTEST)
      const killing = new Promise((resolve) => {
        setTimeout(resolve, delay)
      })
        // A first upload takes longer than the rest: every other round waits for one to be through.
        .then(() => round % 2 === 0 || vi.waitUntil(() => done.uploads.length > 0, UPLOADED))
        .finally(() => victim.kill())
      await Promise.all([workUntilKilled(victim, `${seed}-${round}`, done), killing])
      await listener.ended()
      for (const name of Object.keys(all) as (keyof Acknowledged)[]) {
        all[name].push(...done[name])
        tally[name] += done[name].length
      }
      const stored = holdFile(victim, all)

      await victim.start()
      const first = await listener.open()
      expect(['welcomeback', 'reset']).toContain(first.event)
      tally[first.event === 'reset' ? 'reset' : 'resumed'] += 1
      // A listener that has to start again reads all documents.
      if (first.event === 'reset')
        for (const id of stored.documents.keys()) listener.appeared.add(id)
      await checkReceivedEvents(listener, stored, victim, `fence-${round}`)
      await holdTimers(victim, done.scheduled)
      await holdUploads(victim, stored, held)
    }
    listener.close()
    await victim.kill()
    const {births} = holdFile(victim, all)
    // Each plan was performed once, however often the timer was killed.
    expect(all.scheduled.filter((id) => births(id) !== 1)).toEqual([])
    const changes = listener.events.filter(({data}) => Boolean(data.documentId))
    const received = changes.map(({id}) => id)
    expect(received.filter((id, index) => received.indexOf(id) !== index)).toEqual([])
    return tally
  } finally {
    await victim.close()
  }
}

/** Reads the file before the lake runs again: the state after SQLite's recovery only. */
function holdFile(victim: Victim, done: Acknowledged): Stored {
  const stored = readStored(victim.database)
  const {documents} = stored
  expect(stored.integrity).toBe('ok')
  expect(stored.torn).toEqual([])
  expect(stored.broken).toEqual([])
  expect(done.pairs.filter((name) => !documents.has(`left-${name}`))).toEqual([])
  expect(done.uploads.filter((id) => !documents.has(id))).toEqual([])
  const stageOf = (id: string) => String(documents.get(`review.${id}`)?.['stage'])
  expect(done.submitted.filter((id) => !LATER_STAGES.includes(stageOf(id)))).toEqual([])
  expect(done.approved.filter((id) => !LATER_STAGES.slice(1).includes(stageOf(id)))).toEqual([])
  expect(done.scheduled.filter((id) => !LATER_STAGES.slice(2).includes(stageOf(id)))).toEqual([])

  // Of each transaction all or nothing, acknowledged or not.
  const sums = new Map<string, number>()
  for (const id of documents.keys()) {
    const name = /^(?:left|right)-(.*)$/.exec(id)?.[1]
    if (!name) continue
    expect([id, documents.has(`left-${name}`), documents.has(`right-${name}`)]).toEqual([
      id,
      true,
      true,
    ])
    const writer = name.replace(/-\d+$/, '')
    sums.set(writer, (sums.get(writer) ?? 0) + 0.5)
  }
  for (const [writer, count] of sums) {
    expect(documents.get(`sum-${writer}`)).toMatchObject({count})
  }
  // A piece goes out with its photo, quote and source, or not at all.
  for (const id of documents.keys()) {
    const piece = /^(piece-[\d-]+)$/.exec(id)?.[1]
    if (!piece) continue
    for (const part of ['photo', 'quote', 'source']) {
      expect(documents.has(`${piece}-${part}`), `${piece}-${part}`).toBe(true)
      expect(documents.has(`drafts.${piece}-${part}`), `drafts.${piece}-${part}`).toBe(false)
    }
    expect(stageOf(piece)).toBe('published')
  }
  return stored
}

async function holdTimers({origin, editor}: Victim, scheduled: readonly string[]): Promise<void> {
  const query = `count(*[_id in ${JSON.stringify(scheduled)}])`
  const path = `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`
  await expect
    .poll(
      async () => {
        const response = await fetch(origin + path, {headers: editor.headers})
        return ((await response.json()) as {result: number}).result
      },
      {timeout: 10_000, interval: 20},
    )
    .toBe(scheduled.length)
}

/** Each asset document has its file, whole; `held` are those that were checked before. */
async function holdUploads(
  {origin, editor}: Victim,
  {documents}: Stored,
  held: Set<string>,
): Promise<void> {
  for (const [id, {_type, path, sha1hash}] of documents) {
    if (_type !== 'sanity.imageAsset' || typeof path !== 'string' || held.has(id)) continue
    held.add(id)
    const response = await fetch(`${origin}/${path}?dlRaw=true`, {headers: editor.headers})
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(createHash('sha1').update(bytes).digest('hex'), id).toBe(sha1hash)
  }
}

/** After a final change, each earlier one was in an event, or was read again. */
async function checkReceivedEvents(
  listener: Listener,
  {documents}: Stored,
  {origin, importer}: Victim,
  fence: string,
): Promise<void> {
  const mutations = [{create: {_id: fence, _type: 'topic'}}]
  const {status} = await fetch(`${origin}/v2025-02-19/data/mutate/production`, {
    method: 'POST',
    headers: importer.headers,
    body: JSON.stringify({mutations}),
  })
  expect(status).toBe(200)
  await expect.poll(() => listener.appeared.has(fence), {timeout: 5_000, interval: 5}).toBe(true)
  const pairs = [...documents.keys()].filter((id) => /^(?:left|right)-/.test(id))
  expect(pairs.filter((id) => !listener.appeared.has(id))).toEqual([])
}

function sizes({pairs, uploads, submitted, approved, scheduled}: Acknowledged) {
  return {
    pairs: pairs.length,
    uploads: uploads.length,
    submitted: submitted.length,
    approved: approved.length,
    scheduled: scheduled.length,
  }
}
