// doctor
import type {Command} from 'commander'
import {dataAccessOf} from '../data-access.ts'
import {OperatorError, readEnvironment} from '../environment.ts'
import {assertNewsroom} from './data-folder.ts'
import {
  checkAccess,
  checkDatabase,
  checkDisk,
  checkServer,
  checkVersions,
  type Finding,
} from './examinations.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

const MARKS = {ok: 'ok     ', note: 'note   ', problem: 'PROBLEM'}

/** Reads and reports; changes nothing. Exit code 1 where something needs a person. */
export function doctorCommand(): Command {
  return subcommand(
    'doctor',
    'Examines versions, port, disk, who can open the files, and the database’s integrity, and counts what is there.',
    'doctor',
  ).action(async (options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    assertNewsroom(dataFolder)
    const findings: Finding[] = [
      ...checkVersions(),
      await checkServer(dataFolder, readEnvironment()),
      ...checkDisk(dataFolder),
      ...checkAccess(dataFolder, dataAccessOf(process.env)),
      ...checkDatabase(dataFolder),
    ]
    for (const {kind, text} of findings) console.log(`${MARKS[kind]}  ${text}`)
    const problems = findings.filter(({kind}) => kind === 'problem').length
    if (problems > 0) {
      throw new OperatorError(`${problems} ${problems === 1 ? 'problem' : 'problems'} found.`)
    }
  })
}
