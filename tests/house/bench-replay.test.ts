// `npm run bench -- write` compares with the rows that a lake writes, so it must know the current
// tables.
import {DatabaseSync} from 'node:sqlite'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {openReplay} from '../../scripts/bench/replay.ts'
import {startLake} from '../support/lake.ts'

it('replays each transaction of a lake into a database of its own', async () => {
  const {lake, folder, close} = await startLake({serve: false})
  const replay = openReplay(folder, 'reference.sqlite')
  replay.read()
  await lake.services.commit({
    dataset: 'production',
    actor: SYSTEM_ACTOR,
    steps: [
      () => ({mutations: [{create: {_id: 'topic-rivers', _type: 'topic', title: 'Rivers'}}]}),
    ],
  })
  const transactions = replay.read()
  expect(transactions).toHaveLength(1)
  for (const write of transactions) write()
  replay.close()
  const reference = new DatabaseSync(join(folder, 'reference.sqlite'))
  expect(reference.prepare('SELECT id FROM documents').all()).toEqual([{id: 'topic-rivers'}])
  reference.close()
  await close()
})
