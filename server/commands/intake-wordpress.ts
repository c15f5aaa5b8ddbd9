// intake wordpress <file>
import {statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {withProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface WordpressFlags extends DataOption {
  uploads?: string
  fetch?: boolean
  report?: string
}

/** A whole site from the file that WordPress exports. */
export function wordpressCommand(): Command {
  return subcommand(
    'wordpress <file>',
    'Imports a WordPress site: posts become articles, categories sections, tags topics. Published posts are published by import.',
    'intake wordpress export.xml --uploads wp-content/uploads',
  )
    .option('--uploads <folder>', 'a copy of wp-content/uploads, for the pictures')
    .option('--fetch', 'get pictures from the site, from public addresses only')
    .option('--report <file>', 'where to write what found no place (default: in the data folder)')
    .action(async (file: string, flags: WordpressFlags) => {
      const path = existing(file, 'file')
      const uploads = flags.uploads === undefined ? undefined : existing(flags.uploads, 'folder')
      if (uploads && flags.fetch) throw new OperatorError('Choose one of --uploads and --fetch.')
      const folder = dataFolderOf(flags)
      const reportFile = flags.report ? typedPath(flags.report) : join(folder, 'intake-report.json')
      const {importSite} = await import('../operations/wordpress/import-site.ts')
      const {picturesIn} = await import('../operations/wordpress/pictures.ts')
      const {picturesFromSite} = await import('../operations/wordpress/fetch-picture.ts')
      const {withLocalClient} = await import('./local-client.ts')
      const pictures = uploads ? picturesIn(uploads) : flags.fetch ? picturesFromSite() : undefined
      await withProgress(async (progress) => {
        const {report, address} = await withLake(folder, (lake) =>
          withLocalClient(lake, {name: 'copydesk intake wordpress'}, (local) =>
            importSite(local, {
              file: path,
              ...(pictures ? {pictures} : {}),
              refreshesPictures: uploads !== undefined,
              onStep: progress.step,
            }),
          ),
        )
        const found = {site: address, at: new Date().toISOString(), found: report.asJson()}
        writeFileSync(reportFile, `${JSON.stringify(found, null, 2)}\n`)
        progress.done(`Imported ${address}.`)
        console.log(`${report.asText()}\nMore in ${reportFile}`)
      })
    })
}

function existing(typed: string, kind: 'file' | 'folder'): string {
  const path = typedPath(typed)
  const found = statSync(path, {throwIfNoEntry: false})
  if (!found || found.isDirectory() !== (kind === 'folder'))
    throw new OperatorError(`There is no ${kind} ${path}.`)
  return path
}
