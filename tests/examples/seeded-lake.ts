// A lake with the demonstration content, as the examples expect one at their address.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {startLake, type TestLake} from '../support/lake.ts'
import {copySeededFolder} from '../support/seeded-folder.ts'

/** Starts it on a copy of the content; `close` ends it. */
export async function startSeededLake(): Promise<TestLake> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-lake-'))
  await copySeededFolder(dataFolder)
  const lake = await startLake({dataFolder})
  // Its pictures get its address.
  await lake.lake.tidy()
  return {
    ...lake,
    async close() {
      await lake.close()
      rmSync(dataFolder, {recursive: true, force: true})
    },
  }
}
