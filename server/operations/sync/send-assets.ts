// Pictures and files on their way: downloaded, compared with their checksum, uploaded once.
import {createHash} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import {rm} from 'node:fs/promises'
import type {ReadableStream} from 'node:stream/web'
import {pipeline} from 'node:stream/promises'
import {OperatorError} from '@copydesk/lake/errors'
import type {Step} from '../../commands/progress.ts'
import type {LakeConnection, SyncDocument, SyncMutation} from './lake-connection.ts'
import {assetKey, type Source, type Target} from './read-sides.ts'
import type {Spool} from './spool.ts'

export interface AssetPlan {
  /** Ids there by ids here, of those that are there. */
  known: Map<string, string>
  missing: SyncDocument[]
}

export function planAssets(source: Source, target: Target): AssetPlan {
  const plan: AssetPlan = {known: new Map(), missing: []}
  for (const asset of source.assets.values()) {
    const there = target.assets.get(assetKey(asset))
    if (there) plan.known.set(asset._id, there._id)
    else plan.missing.push(asset)
  }
  return plan
}

/** At the same time: most of the time goes by waiting. */
const AT_ONCE = 3

/** Adds what was uploaded to the plan's `known` and to the target's assets. */
export async function sendAssets(
  {
    from,
    to,
    spool,
    onStep,
  }: {
    from: LakeConnection
    to: LakeConnection
    spool: Spool
    onStep: (step: Step) => void
  },
  {known, missing}: AssetPlan,
  target: Target,
): Promise<void> {
  // Two documents here may stand for the same bytes.
  const waiting = [...Map.groupBy(missing, assetKey).values()]
  const total = waiting.length
  let current = 0
  const work = async (worker: number): Promise<void> => {
    for (let same = waiting.shift(); same; same = waiting.shift()) {
      const [asset] = same
      if (!asset) continue
      const file = spool.path(`asset-${worker}`)
      await download(from, asset, file)
      const uploaded = await to.upload(asset, file)
      await rm(file, {force: true})
      target.assets.set(assetKey(asset), uploaded)
      for (const {_id} of same) known.set(_id, uploaded._id)
      onStep({step: 'Sending pictures and files', current: ++current, total})
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, (_, worker) => work(worker)))
}

/** How often bytes that came damaged are asked for again. */
const DOWNLOADS = 3

async function download(from: LakeConnection, asset: SyncDocument, file: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const problem = await downloadOnce(from, asset, file)
    if (problem === null) return
    if (attempt === DOWNLOADS) {
      throw new OperatorError(`The file of ${asset._id} ${problem} at ${from.title}.`)
    }
  }
}

async function downloadOnce(
  from: LakeConnection,
  asset: SyncDocument,
  file: string,
): Promise<string | null> {
  const {body} = await from.original(asset)
  const hash = createHash('sha1')
  try {
    await pipeline(
      (body ?? []) as ReadableStream<Uint8Array>,
      async function* hashed(chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(file, {mode: 0o600}),
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    return 'cannot be downloaded whole'
  }
  return hash.digest('hex') === asset['sha1hash'] ? null : 'is not what was uploaded'
}

const TEXTS = [
  'title',
  'description',
  'altText',
  'creditLine',
  'label',
  'originalFilename',
  'source',
]

/** What people say about a file here, where it is another thing there. */
export function assetTexts(source: Source, target: Target): SyncMutation[] {
  return [...source.assets.values()].flatMap((asset) => {
    const there = target.assets.get(assetKey(asset))
    if (!there) return []
    const differing = TEXTS.filter(
      (name) =>
        asset[name] !== undefined && JSON.stringify(asset[name]) !== JSON.stringify(there[name]),
    )
    if (differing.length === 0) return []
    const set = Object.fromEntries(differing.map((name) => [name, asset[name]]))
    return [{patch: {id: there._id, set}}]
  })
}
