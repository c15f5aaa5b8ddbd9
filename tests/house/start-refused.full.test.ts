// A start that fails says why in one sentence.
import {existsSync, writeFileSync} from 'node:fs'
import {createServer, type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment} from '../../server/environment.ts'
import {start, temporaryFolder, type Started} from './support.ts'

async function refusal(
  environment: Record<string, string>,
): Promise<{code: number | null; said: string}> {
  const started: Started = await start(environment)
  expect(started.output()).not.toContain('Copydesk is running')
  return {code: await started.ended, said: started.errors().trim()}
}

const isOneSentence = (text: string): boolean => !text.includes('\n') && text.endsWith('.')

describe('npm start', () => {
  test('names a taken port and what to do, and does not touch the data folder', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const {port} = other.address() as AddressInfo
    const folder = join(temporaryFolder(), 'data')
    const {code, said} = await refusal({PORT: String(port), COPYDESK_DATA: folder})
    other.close()
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} is taken`)
    expect(said).toContain('PORT=')
    expect(isOneSentence(said)).toBe(true)
    expect(existsSync(folder)).toBe(false)
  })

  test('names a data folder that cannot be written', async () => {
    // Not even root can create a folder below a file.
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const folder = join(file, 'data')
    const {code, said} = await refusal({PORT: '0', COPYDESK_DATA: folder})
    expect(code).toBe(1)
    expect(said).toContain(folder)
    expect(said).toContain('COPYDESK_DATA')
    expect(said.split('\n')).toHaveLength(1)
  })

  test('names a setting that holds what it cannot, and leaves the data folder alone', async () => {
    const folder = join(temporaryFolder(), 'data')
    const {code, said} = await refusal({COPYDESK_DATA: folder, PORT: 'eighty'})
    expect(code).toBe(1)
    expect(said).toBe('PORT must be a number from 0 to 65535.')
    expect(existsSync(folder)).toBe(false)
  })

  test('names an address that this machine does not have', async () => {
    const folder = join(temporaryFolder(), 'data')
    // Reserved for documentation (RFC 5737): no machine has it.
    const {code, said} = await refusal({PORT: '0', HOST: '192.0.2.1', COPYDESK_DATA: folder})
    expect(code).toBe(1)
    expect(said).toContain('192.0.2.1')
    expect(isOneSentence(said)).toBe(true)
  })
})

// `npm start` prints what is thrown here, as the test above shows of one setting.
test.each([
  ['PORT', {PORT: 'eighty'}],
  ['PORT', {PORT: '65536'}],
  ['PORT', {PORT: '-1'}],
  ['PUBLIC_URL', {PUBLIC_URL: 'news.example'}],
  ['TRUST_PROXY', {TRUST_PROXY: 'everybody'}],
  ['SITE', {SITE: 'none'}],
  ['OIDC_CLIENT_SECRET', {OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'copydesk'}],
  ['PASSWORD_SIGN_IN', {PASSWORD_SIGN_IN: 'off'}],
  ['METRICS_TOKEN', {METRICS_TOKEN: 'short'}],
  ['LOG_LEVEL', {LOG_LEVEL: 'loud'}],
  ['SLOW_QUERY_MS', {SLOW_QUERY_MS: '0.5'}],
  ['COPYDESK_DRAIN_SECONDS', {COPYDESK_DRAIN_SECONDS: '-1'}],
  ['QUERY_MEMORY_MB', {QUERY_MEMORY_MB: '8'}],
  ['SANITY_STUDIO_PROJECT_ID', {SANITY_STUDIO_PROJECT_ID: 'not a project'}],
])('%s is named where it holds what it cannot: %j', (name, environment) => {
  const read = () => readEnvironment(environment)
  expect(read).toThrow(OperatorError)
  expect(read).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`))
})
