// The full-text index follows a deletion: no word of the dataset stays, even if it was created again.
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, it, onTestFinished} from 'vitest'
import {clearDataset} from '../../src/datasets/clear-dataset.ts'
import {createTextIndexer} from '../../src/query/text-indexer.ts'
import {textFileOf} from '../../src/query/text-index.ts'
import {openDatabase} from '../../src/store/database.ts'
import {logTable} from '../../src/store/log.ts'
import {NOW, openTestLake} from '../listen/lake.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

it('drops a deleted dataset, and indexes a new one with its name', async () => {
  const file = join(temporaryFolder(), 'lake.sqlite')
  const lake = openTestLake(file)
  const database = openDatabase(file)
  const indexer = createTextIndexer({database, textFile: textFileOf(file)})
  onTestFinished(() => {
    indexer.close()
    database.close()
    lake.close()
  })
  const follow = (): void => {
    while (indexer.step(1_000)) continue
  }
  /** Pairs of dataset and document. */
  const indexed = (): string[] => {
    using index = new DatabaseSync(textFileOf(file), {readOnly: true})
    const rows = index
      .prepare(
        'SELECT name, document FROM docs JOIN datasets ON datasets.id = dataset ORDER BY 1, 2',
      )
      .all()
    return rows.map(({name, document}) => `${String(name)} ${String(document)}`)
  }

  lake.write({old: {title: 'Harbour'}}, {dataset: 'staging'})
  lake.write({other: {title: 'Harbour'}})
  follow()
  expect(indexed()).toEqual(['production other', 'staging old'])

  const by = {machineUser: 'operator'}
  const event = {dataset: 'staging', author: 'system', timestamp: NOW}
  const deleted = {event: 'deleted', documents: 1, by} as const
  logTable(database).appendDatasetEvent({...event, transactionId: 'd1', datasetEvent: deleted})
  await clearDataset(database, 'staging', () => true)
  const created = {event: 'created', aclMode: 'public', by} as const
  logTable(database).appendDatasetEvent({...event, transactionId: 'c1', datasetEvent: created})
  lake.write({new: {title: 'Harbour'}}, {dataset: 'staging'})
  follow()
  expect(indexed()).toEqual(['production other', 'staging new'])
})
