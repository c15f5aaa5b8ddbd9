// A copy of the project to change: all files that git does not ignore, with the installed packages linked in.
import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../../server/paths.ts'

/** The workspaces: in the copy they are those of the copy. */
const OWN_SCOPE = '@copydesk'

export function copyProject(copy: string): void {
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: Infinity,
  })
  for (const file of list.split('\0')) {
    const from = join(ROOT, file)
    if (file !== '' && existsSync(from)) cpSync(from, join(copy, file))
  }
  const packages = join(copy, 'node_modules')
  mkdirSync(join(packages, OWN_SCOPE), {recursive: true})
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const isCache = name.startsWith('.') && name !== '.bin'
    if (name === OWN_SCOPE || isCache) continue
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name))
  }
  for (const name of readdirSync(join(copy, 'packages'))) {
    symlinkSync(join(copy, 'packages', name), join(packages, OWN_SCOPE, name))
  }
}
