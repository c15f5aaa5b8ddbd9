// Documents are in a temporary folder during a sync. No end of the process may leave it behind.
import {readdirSync} from 'node:fs'
import {expect, it, vi} from 'vitest'
import {createSpool} from '../../../../server/operations/sync/spool.ts'
import {temporaryFolder} from '../../support.ts'

it('is removed by an exit from the moment its folder exists', async () => {
  const temporary = temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  const before = process.listenerCount('exit')
  const spool = createSpool()
  // The folder is looked for while this thread does nothing else, so an exit between two steps would be seen.
  let exists = false
  while (!exists) {
    await new Promise(setImmediate)
    for (let looked = 0; looked < 1000 && !exists; looked++) {
      exists = readdirSync(temporary).length > 0
    }
  }
  expect(process.listenerCount('exit')).toBe(before + 1)
  await (await spool).close()
  expect(readdirSync(temporary)).toEqual([])
  expect(process.listenerCount('exit')).toBe(before)
  vi.unstubAllEnvs()
})
