// Scripts and the type generator load the schemas without a bundler: no JSX, no browser.
import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {expect, it} from 'vitest'

it(
  'the schemas load in plain Node, which then ends by itself',
  {tags: ['full'], timeout: 60_000},
  async () => {
    const index = new URL('../../schemas/index.ts', import.meta.url)
    const script = `import {schemaTypes} from ${JSON.stringify(index.href)}
    console.log(schemaTypes.map(({name}) => name).join())`
    const {stdout} = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      script,
    ])
    expect(stdout.trim().split(',')).toContain('photoWithCredit')
  },
)
