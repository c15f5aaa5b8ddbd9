// import <file>
import {createReadStream, statSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Command} from 'commander'
import type {Lake} from '@copydesk/lake'
import {OperatorError} from '@copydesk/lake/errors'
import {assertDataset} from './dataset.ts'
import {importDocuments, type ImportOperation} from '../operations/transfer/import-documents.ts'
import {settleFronts} from '../operations/transfer/settle-fronts.ts'
import {unregisteredTypes} from '../unregistered-types.ts'
import {withPrivateTemp} from './private-temp.ts'
import {withProgress, type Progress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface ImportFlags extends DataOption {
  dataset?: string
  replace?: boolean
  missing?: boolean
  allowFailingAssets?: boolean
  allowRemoteAssets?: boolean
}

/** From this newsroom's exports, from Sanity's, or from NDJSON that somebody wrote. */
export function importCommand(): Command {
  return subcommand(
    'import <file>',
    'Imports NDJSON, a folder, or the .tar.gz that "copydesk export" and "sanity dataset export" write.',
    'import production.tar.gz',
  )
    .option('--dataset <name>', 'into another dataset than that of the content')
    .option('--replace', 'overwrite documents that exist')
    .option('--missing', 'leave documents that exist as they are')
    .option('--allow-failing-assets', 'skip pictures and files that cannot be read')
    .option('--allow-remote-assets', 'fetch pictures and files that documents name by http address')
    .action(async (file: string, flags: ImportFlags) => {
      const path = typedPath(file)
      const isFolder = kindOf(path) === 'folder'
      const {DATASET} = await import('../newsroom-lake.ts')
      const {withLocalClient} = await import('./local-client.ts')
      const {dataset} = flags
      // Where a release is refused, the importer does not wait for the documents beside it, and what becomes
      // of these is said to nobody: that must not end the process before its token is revoked.
      process.on('unhandledRejection', () => {})
      const work = async (lake: Lake, progress: Progress): Promise<void> => {
        if (dataset !== undefined) assertDataset(lake, dataset)
        const imported = withLocalClient(lake, {name: 'copydesk import', dataset}, (local) =>
          withPrivateTemp(() =>
            importDocuments(local, {
              source: isFolder ? path : createReadStream(path),
              operation: operationOf(flags),
              allowFailingAssets: flags.allowFailingAssets === true,
              allowRemoteAssets: flags.allowRemoteAssets === true,
              onStep: progress.step,
              ...(isFolder ? {} : {assetsBase: dirname(path)}),
            }),
          ),
        )
        const {count, failed} = await imported
        await settleFronts(lake, dataset ?? DATASET)
        const unregistered = unregisteredTypes(lake.services.documents.typeCounts(DATASET))
        progress.done(
          [
            flags.missing
              ? `Imported what was missing of ${count} documents.`
              : `Imported ${count} documents.`,
            ...(failed[0]
              ? [`${failed.length} pictures or files are not there: ${failed[0]}`]
              : []),
            ...(unregistered ? [`\n${unregistered}`] : []),
          ].join(' '),
        )
      }
      await withProgress((progress) =>
        withLake(dataFolderOf(flags), (lake) => work(lake, progress), {create: true}),
      )
    })
}

function operationOf({replace, missing}: ImportFlags): ImportOperation {
  if (replace && missing) throw new OperatorError('Choose one of --replace and --missing.')
  return replace ? 'createOrReplace' : missing ? 'createIfNotExists' : 'create'
}

function kindOf(path: string): 'file' | 'folder' {
  const found = statSync(path, {throwIfNoEntry: false})
  if (!found) throw new OperatorError(`There is no file ${path}.`)
  return found.isDirectory() ? 'folder' : 'file'
}
