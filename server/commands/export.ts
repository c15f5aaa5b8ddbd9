// export <file>
import {existsSync} from 'node:fs'
import {rename, rm, writeFile} from 'node:fs/promises'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment, type Hosted} from '../environment.ts'
import {hostedError} from '../hosted-error.ts'
import {assertNewsroom} from './data-folder.ts'
import type {Exported} from '../operations/transfer/export-documents.ts'
import {assertDataset} from './dataset.ts'
import {hostedClient} from './hosted-client.ts'
import {withPrivateTemp} from './private-temp.ts'
import {withProgress, type Step} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface ExportFlags extends DataOption {
  overwrite?: boolean
  dataset?: string
}

/** Everything, drafts and private documents too: keep the file as you keep the data folder. */
export function exportCommand(): Command {
  return subcommand(
    'export <file>',
    'Exports every document, drafts and private ones included: .tar.gz with pictures and files (what "sanity dataset import" takes), .ndjson without.',
    'export production.tar.gz',
  )
    .option('--dataset <name>', 'another dataset than that of the content')
    .option('--overwrite', 'replace the file where it exists')
    .action(async (file: string, flags: ExportFlags) => {
      const path = typedPath(file)
      const archive = /\.(tar\.gz|tgz)$/i.test(path)
      if (!archive && !/\.ndjson$/i.test(path)) {
        throw new OperatorError('Name a file that ends in .tar.gz or .ndjson.')
      }
      if (existsSync(path) && !flags.overwrite) {
        throw new OperatorError(`${path} exists. Use --overwrite to replace it.`)
      }
      const {hosted} = readEnvironment()
      const isHosted = hosted !== undefined && flags.data === undefined
      const write = isHosted
        ? await fromHosted({...hosted, dataset: flags.dataset ?? hosted.dataset}, archive)
        : await fromFolder(dataFolderOf(flags), archive, flags.dataset)
      await writeWhole(path, write)
    })
}

type Write = (path: string, onStep: (step: Step) => void) => Promise<Exported>

async function fromFolder(
  dataFolder: string,
  archive: boolean,
  named: string | undefined,
): Promise<Write> {
  assertNewsroom(dataFolder)
  const {DATASET} = await import('../newsroom-lake.ts')
  const {exportArchive, exportLines} = await import('../operations/transfer/export-documents.ts')
  return (path, onStep) =>
    withLake(dataFolder, (lake) => {
      const dataset = named ?? DATASET
      assertDataset(lake, dataset)
      return (archive ? exportArchive : exportLines)(lake, {path, dataset, onStep})
    })
}

async function fromHosted(hosted: Hosted, archive: boolean): Promise<Write> {
  const client = hostedClient(hosted)
  const {exportHostedArchive, exportHostedLines} =
    await import('../operations/transfer/export-hosted.ts')
  const write = archive ? exportHostedArchive : exportHostedLines
  return (path, onStep) =>
    write(client, path, onStep).catch((error: unknown) => {
      throw hostedError(error, hosted, {token: true})
    })
}

/** The file gets its name once it is complete. */
async function writeWhole(path: string, write: Write): Promise<void> {
  const partial = `${path}.partial`
  try {
    await withProgress(async (progress) => {
      await createPrivateFile(partial)
      const {documents, assets} = await withPrivateTemp(() => write(partial, progress.step))
      await rename(partial, path)
      progress.done(`Exported ${documents} documents and ${assets} assets to ${path}.`)
    })
  } finally {
    await rm(partial, {force: true})
  }
}

/** Only its owner can read it, as with the data folder. */
async function createPrivateFile(path: string): Promise<void> {
  await rm(path, {force: true})
  await writeFile(path, '', {mode: 0o600}).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be written (${error.code}).`)
  })
}
