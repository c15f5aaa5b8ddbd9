// @sanity/import and @sanity/export unpack into the system's temporary folder, readable to every
// user of the machine, and leave it there when they fail. Private documents are in it.
import {rmSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Runs `work` with a temporary folder that only this user may open and that is removed after it. */
export async function withPrivateTemp<T>(work: () => Promise<T>): Promise<T> {
  // Created with mode 0700.
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-'))
  const names = ['TMPDIR', 'TEMP', 'TMP']
  const former = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = folder
  // Ctrl-C ends the process without a word to anybody.
  const forget = (): void => rmSync(folder, {recursive: true, force: true})
  process.once('exit', forget)
  try {
    return await work()
  } finally {
    for (const [index, name] of names.entries()) {
      const value = former[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    await rm(folder, {recursive: true, force: true})
    process.removeListener('exit', forget)
  }
}
