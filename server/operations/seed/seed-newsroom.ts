// Fills a newsroom with the demonstration content of seed/newsroom.ndjson.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {SanityDocument} from '@sanity/client'
import type {Lake} from '@copydesk/lake'
import {publishedIdOf} from '../../../model/ids.ts'
import {OperatorError} from '@copydesk/lake/errors'
import {DATASET} from '../../newsroom-lake.ts'
import {ROOT} from '../../paths.ts'
import {importDocuments} from '../transfer/import-documents.ts'
import {withLocalClient} from '../../commands/local-client.ts'
import {createLineSteps, type Step} from '../../commands/progress.ts'
import {isUnfinished, setUnfinished} from './unfinished.ts'

export interface SeedOptions {
  lake: Lake
  /** One line per step. */
  onProgress?: (line: string) => void
  /** Every report, for a spinner; in place of `onProgress`. */
  onStep?: (step: Step) => void
  /** Overwrites seed documents that somebody may have edited since. */
  replace?: boolean
}

export interface Seeded {
  written: number
  /** Documents of the seed that existed already and were left as they are. */
  existing: number
}

/** Writes what is missing; if an earlier run was interrupted, everything again. */
export async function seedNewsroom(options: SeedOptions): Promise<Seeded> {
  const {lake, onProgress, onStep, replace = false} = options
  const {access} = lake.services
  const folder = join(ROOT, 'seed')
  const all = await readDocuments(join(folder, 'newsroom.ndjson'))
  const rewrite = replace || isUnfinished(access, 'seed')
  const source = rewrite ? all : all.filter(({_id}) => !isThere(_id, lake))
  const existing = all.length - source.length
  if (source.length === 0) return {written: 0, existing}

  onProgress?.('Filling the newsroom with its demonstration content …')
  setUnfinished(access, 'seed', true)
  const {count: written} = await withLocalClient(lake, {name: 'Demonstration content'}, (local) =>
    importDocuments(local, {
      source,
      operation: rewrite ? 'createOrReplace' : 'create',
      assetsBase: folder,
      onStep: onStep ?? createLineSteps((line) => onProgress?.(`  ${line}`)),
    }),
  )
  setUnfinished(access, 'seed', false)
  return {written, existing}
}

/** A draft that was published since is there as well. */
function isThere(id: string, {services}: Lake): boolean {
  const ids = new Set([id, publishedIdOf(id)])
  return [...ids].some((one) => services.documents.get(DATASET, one) !== null)
}

async function readDocuments(file: string): Promise<SanityDocument[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`The demonstration content ${file} is missing.`)
  })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as SanityDocument)
}
