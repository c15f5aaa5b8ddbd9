// doctor
import type {Command} from 'commander'
import {dataAccessOf} from '../data-access.ts'
import {OperatorError} from '@copydesk/lake/errors'
import {originOf, readEnvironment, type Environment} from '../environment.ts'
import {assertNewsroom} from './data-folder.ts'
import {
  checkAccess,
  checkDatabase,
  checkDisk,
  checkServer,
  checkVersions,
  entryOf,
} from '../operations/doctor/examinations.ts'
import {examineBucket} from '../operations/doctor/examine-bucket.ts'
import {examineCluster} from '../operations/doctor/examine-cluster.ts'
import {examineHosted} from '../operations/doctor/examine-hosted.ts'
import type {Finding} from '../operations/doctor/finding.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

const MARKS = {ok: 'ok     ', note: 'note   ', problem: 'PROBLEM'}

/** Reads and reports; changes nothing. Exit code 1 where something needs a person. */
export function doctorCommand(): Command {
  return subcommand(
    'doctor',
    'Examines versions, server, disk, who can open the files, and the database’s integrity, and counts what is there. In hosted mode: project, CORS origin, dataset and token.',
    'doctor',
  ).action(async (options: DataOption) => {
    const environment = readEnvironment()
    const findings = [
      ...checkVersions(),
      ...(environment.hosted && options.data === undefined
        ? await examineHosted({
            hosted: environment.hosted,
            origin: originOf(environment),
            token: process.env['SANITY_AUTH_TOKEN'],
          })
        : await examineFolder(dataFolderOf(options), environment)),
    ]
    for (const {kind, text} of findings) console.log(`${MARKS[kind]}  ${text}`)
    const problems = findings.filter(({kind}) => kind === 'problem').length
    if (problems > 0) {
      throw new OperatorError(`${problems} ${problems === 1 ? 'problem' : 'problems'} found.`)
    }
  })
}

async function examineFolder(dataFolder: string, environment: Environment): Promise<Finding[]> {
  assertNewsroom(dataFolder)
  return [
    await checkServer(dataFolder, environment),
    ...checkDisk(dataFolder),
    ...checkAccess(dataFolder, dataAccessOf(process.env)),
    ...checkDatabase(dataFolder, environment.files?.url),
    ...(environment.files ? [await examineBucket(environment.files.url, dataFolder)] : []),
    ...(environment.cluster
      ? await examineCluster(environment.cluster.url, entryOf(dataFolder))
      : []),
  ]
}
