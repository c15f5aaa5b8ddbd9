// A data folder with the demonstration content, and without accounts.
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import {seedNewsroom} from '../../server/operations/seed/seed-newsroom.ts'
import {START} from './lake.ts'

/** Importing the pictures takes seconds: the files of a worker copy one folder. */
let made: Promise<string> | undefined

async function make(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-seeded-'))
  process.once('exit', () => rmSync(dataFolder, {recursive: true, force: true}))
  const lake = createNewsroomLake({
    dataFolder,
    origin: 'http://127.0.0.1:3333',
    clock: () => START,
  })
  await seedNewsroom({lake})
  await lake.close()
  return dataFolder
}

/** Fills an empty folder. */
export async function copySeededFolder(to: string): Promise<void> {
  cpSync(await (made ??= make()), to, {recursive: true})
}
