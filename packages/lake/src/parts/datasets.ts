// Creates, changes, deletes and tidies datasets.
import {createDatasetAdmin} from '../datasets/dataset-admin.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import type {Files} from './files.ts'
import type {Followers} from './followers.ts'
import type {Reading} from './reading.ts'
import type {Storage} from './storage.ts'

export type DatasetsPart = ReturnType<typeof createDatasets>

export function createDatasets(
  {options, clock, randomId}: Base,
  lake: Storage & AccessPart & Reading & Files & Followers,
) {
  const {database, documents, log, access, datasetList, engine, assets, hub} = lake
  hub.onDatasetEvent(({dataset, datasetEvent}) => {
    if (datasetEvent.event === 'deleted') engine.forget(dataset)
  })
  const datasets = createDatasetAdmin({
    database,
    table: access.datasets,
    list: datasetList,
    opened: options.datasets,
    log,
    documents,
    onLogged: () => hub.notify(),
    deleteFiles: assets.deleteDataset,
    clock,
    randomId,
  })
  return {
    datasets,
    /** See `Lake.tidy`. */
    async tidy(): Promise<void> {
      await assets.sweepCopies()
      if (!lake.worksInBackground()) return
      await datasets.finishDeletions()
      await lake.tidyFiles()
    },
  }
}
