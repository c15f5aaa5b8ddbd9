// import <file>
import {createReadStream, statSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {newsroomAddress} from './accounts.ts'
import {assertDataset} from './dataset.ts'
import {importDocuments, type ImportOperation} from '../operations/transfer/import-documents.ts'
import {unregisteredTypes} from '../unregistered-types.ts'
import {withPrivateTemp} from './private-temp.ts'
import {createProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'

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
      const {createNewsroomLake, DATASET} = await import('../newsroom-lake.ts')
      const {withLocalClient} = await import('./local-client.ts')
      const dataFolder = dataFolderOf(flags)
      const {origin} = newsroomAddress(dataFolder)
      const lake = createNewsroomLake({dataFolder, origin})
      const {dataset} = flags
      const progress = createProgress()
      // Where a release is refused, the importer does not wait for the documents beside it, and what becomes
      // of these is said to nobody: that must not end the process before its token is revoked.
      process.on('unhandledRejection', () => {})
      try {
        if (dataset !== undefined) assertDataset(lake, dataset)
        const work = withLocalClient(lake, {name: 'copydesk import', dataset}, (local) =>
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
        const {count, failed} = await work
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
      } catch (error) {
        progress.failed()
        throw error
      } finally {
        await lake.close()
      }
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
