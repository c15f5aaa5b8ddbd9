// Programs that write on all nodes of a cluster, and what must be true of it afterwards.
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import type {SanityClient} from '@sanity/client'
import {expect} from 'vitest'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {contentOf, type Cluster, type ClusterNode} from './cluster.ts'
import {newsroomClient} from './newsroom-client.ts'

const PATIENT = {timeout: 20_000, interval: 50}

export const topic = (id: string, title = id) => ({_id: id, _type: 'topic', title})

export const clientOf = ({token}: Cluster, {origin}: ClusterNode): SanityClient =>
  newsroomClient(origin, token)

/** The status of its `/healthz`; 0 without an answer. */
export const healthOf = ({origin}: ClusterNode): Promise<number> =>
  fetch(`${origin}/healthz`).then(
    ({status}) => status,
    () => 0,
  )

/** A program writes on each node, one document after the other, until `during` is over. Returns what was acknowledged. */
export async function writing(
  cluster: Cluster,
  name: string,
  during: (acknowledged: readonly string[]) => Promise<void>,
): Promise<string[]> {
  const over = new AbortController()
  const acknowledged: string[] = []
  const write = async (node: ClusterNode): Promise<void> => {
    for (let n = 0; !over.signal.aborted; n++) {
      const id = `${name}-${node.name}-${n}`
      const isStored = await clientOf(cluster, node)
        .create(topic(id))
        .then(
          () => true,
          () => false,
        )
      if (isStored) acknowledged.push(id)
      else await sleep(50)
    }
  }
  const writers = cluster.nodes.map(write)
  await during(acknowledged).finally(() => over.abort())
  await Promise.all(writers)
  return acknowledged
}

/** All nodes have each of these documents, whose IDs begin with `name`, and all files are the same. */
export async function expectAll(
  cluster: Cluster,
  acknowledged: readonly string[],
  name: string,
): Promise<void> {
  expect(acknowledged.length).toBeGreaterThan(10)
  const query = '*[_type == "topic" && string::startsWith(_id, $prefix)]._id'
  const missingOn = async (node: ClusterNode): Promise<string[]> => {
    const ids = new Set(await clientOf(cluster, node).fetch<string[]>(query, {prefix: `${name}-`}))
    return acknowledged.filter((id) => !ids.has(id))
  }
  await expect.poll(() => Promise.all(cluster.nodes.map(missingOn)), PATIENT).toEqual([[], [], []])
  await expectEqual(cluster)
  for (const {folder} of cluster.nodes) expect(storedTwice(folder, name)).toEqual([])
}

/** All tables of all nodes are the same. */
export async function expectEqual({nodes}: Cluster): Promise<void> {
  await expect
    .poll(() => {
      const [first, ...others] = nodes.map(({folder}) => JSON.stringify(contentOf(folder)))
      return others.every((other) => other === first)
    }, PATIENT)
    .toBe(true)
}

/** Documents that were written once, and have more than one change in the history. */
function storedTwice(folder: string, name: string): string[] {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  try {
    return database
      .prepare(
        `SELECT document_id FROM log_changes WHERE document_id LIKE ?
         GROUP BY document_id HAVING count(*) > 1`,
      )
      .all(`${name}-%`)
      .map((row) => String(row['document_id']))
  } finally {
    database.close()
  }
}

/** Adds a webhook as an administrator. */
export async function addWebhook(
  {administratorToken}: Cluster,
  {origin}: ClusterNode,
  {url, rule}: {url: string; rule: {on: string[]; filter: string}},
): Promise<void> {
  const made = await fetch(`${origin}/v2021-10-04/hooks/projects/${PROJECT_ID}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${administratorToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({type: 'document', name: 'Rebuild', url, dataset: DATASET, rule}),
  })
  expect(made.status).toBe(201)
}
