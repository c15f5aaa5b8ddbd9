import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {withBuildLock} from '../../server/build-lock.ts'
import {ROOT, SOURCES} from '../../server/paths.ts'
import {temporaryFolder} from './support.ts'

it('lets one build at a time run, and says once that it waits', async () => {
  const file = join(temporaryFolder(), 'build.lock')
  const steps: string[] = []
  const gate = Promise.withResolvers<undefined>()
  const first = withBuildLock(file, async () => {
    steps.push('first begins')
    await gate.promise
    steps.push('first ends')
  })
  const second = withBuildLock(
    file,
    async () => void steps.push('second'),
    () => {
      steps.push('second waits')
      gate.resolve(undefined)
    },
  )
  await Promise.all([first, second])
  expect(steps).toEqual(['first begins', 'second waits', 'first ends', 'second'])
})

it('is free after a build that failed', async () => {
  const file = join(temporaryFolder(), 'build.lock')
  await expect(withBuildLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow()
  expect(await withBuildLock(file, async () => 'built')).toBe('built')
})

it('is free after its process was killed', async () => {
  const file = join(temporaryFolder(), 'build.lock')
  const script = `
    import {withBuildLock} from ${JSON.stringify(join(ROOT, 'server/build-lock.ts'))}
    setInterval(() => {}, 1000)
    await withBuildLock(${JSON.stringify(file)}, () => {
      console.log('building')
      return new Promise(() => {})
    })`
  const options = [SOURCES, '--input-type=module-typescript', '--eval', script]
  const child = spawn(process.execPath, options, {stdio: ['ignore', 'pipe', 'inherit']})
  await once(child.stdout, 'data')
  let hasWaited = false
  const built = withBuildLock(
    file,
    async () => 'built',
    () => {
      hasWaited = true
      child.kill('SIGKILL')
    },
  )
  expect(await built).toBe('built')
  expect(hasWaited).toBe(true)
})
