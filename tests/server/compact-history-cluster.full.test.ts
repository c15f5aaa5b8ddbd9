// Old edits that are merged on one node of a cluster are merged on the others, through its log.
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createCluster, joinCluster, openNode} from '@copydesk/lake/cluster'
import {openDatabase} from '@copydesk/lake/store'
import {clusterOf} from '../../server/cluster.ts'
import {readEnvironment} from '../../server/environment.ts'
import {contentOf} from '../support/cluster.ts'
import {startLake} from '../support/lake.ts'
import {HAS_POSTGRES, startPostgres, type Postgres} from '../support/postgres.ts'
import {copydesk, temporaryFolder} from './support.ts'

const LONG_AGO = Date.parse('2025-01-01T10:00:00.000Z')

let postgres: Postgres

/** A newsroom with old edits. */
async function write(folder: string): Promise<void> {
  const lake = await startLake({dataFolder: folder, time: LONG_AGO})
  const importer = lake.client('importer')
  await importer.create({_id: 'drafts.a', _type: 'topic', title: ''})
  for (const title of ['T', 'Ti', 'Tid', 'Tide'])
    await importer.patch('drafts.a').set({title}).commit()
  await lake.close()
}

async function makeCluster(folder: string): Promise<void> {
  const databaseFile = join(folder, 'lake.sqlite')
  const database = openDatabase(databaseFile)
  await createCluster(postgres.url, {database, databaseFile})
  database.close()
}

describe.runIf(HAS_POSTGRES)('compact-history on a node', () => {
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop())

  it('merges old edits on all nodes', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()]
    await write(folder)
    await makeCluster(folder)
    await joinCluster({url: postgres.url, node: 'two'}, other)
    const settings = {
      COPYDESK_DATABASE: postgres.url,
      COPYDESK_NODE: 'one',
      COPYDESK_FILES: 's3://newsroom/pictures',
      PUBLIC_URL: 'http://newsroom.example',
    }
    const run = async () => (await copydesk(['compact-history', '--data', folder], settings)).stdout
    // A command takes what the nodes agree on from them.
    const {database, node} = openNode(join(other, 'lake.sqlite'), {
      cluster: {...clusterOf(readEnvironment(settings)), url: postgres.url, node: 'two'},
    })
    expect(await run()).toBe('Merged: 4 edits of one draft into 1.\n')
    node?.member.catchUp()
    expect(database.prepare('SELECT 1 FROM log_changes').all()).toHaveLength(2)
    expect(await run()).toMatch(/^Nothing is to be merged/)
    node?.member.catchUp()
    await node?.log.close()
    database.close()
    expect(contentOf(other)).toEqual(contentOf(folder))
  })
})
