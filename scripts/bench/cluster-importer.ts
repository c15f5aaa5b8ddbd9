// Another node of the cluster, in a process of its own: imports articles when it is told to, and says when it is done.
import {once} from 'node:events'
import {createNewsroomLake, DATASET} from '../../server/newsroom-lake.ts'
import type {Actor} from '@copydesk/lake/types'
import {articles} from './articles.ts'

const [folder = '', url = '', count = '0'] = process.argv.slice(2)
/** As many as Sanity's importer puts into one transaction. */
const TOGETHER = 100

const lake = createNewsroomLake({
  dataFolder: folder,
  origin: 'http://127.0.0.1',
  cluster: {url, node: 'importer'},
})
const actor: Actor = {id: 'importer', kind: 'token', roles: ['importer'], name: 'Import'}
// What they refer to comes first.
const documents = articles(Number(count)).toSorted(
  (a, b) => Number(a._type === 'article') - Number(b._type === 'article'),
)
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
await once(process, 'message')
for (let at = 0; at < documents.length; at += TOGETHER) {
  const mutations = documents.slice(at, at + TOGETHER).map((create) => ({createOrReplace: create}))
  await lake.services.commit({dataset: DATASET, actor, steps: [() => ({mutations})]})
  // Other requests of the node get their turn between two transactions.
  await new Promise((resolve) => setImmediate(resolve))
}
process.send?.('done')
