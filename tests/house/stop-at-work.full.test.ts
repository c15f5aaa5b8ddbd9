// SIGTERM ends the newsroom soon, whatever it is doing.
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {HOSTILE_DRAWINGS} from '@copydesk/lake/tests/assets/hostile-pictures.ts'
import {onFolder} from '../server/support.ts'
import {start, temporaryFolder} from './support.ts'

/** Signs in by the link of a new newsroom, and answers the session's cookie. */
async function signIn(output: string, origin: string): Promise<string> {
  const [link = ''] = /\/sign-in\/\S+/.exec(output) ?? []
  const password = 'a long enough password'
  const answer = await fetch(origin + link, {
    method: 'POST',
    body: new URLSearchParams({password, again: password}),
    redirect: 'manual',
  })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** Complete uploads are here while they are decoded or wait for it. */
async function untilDecoding(folder: string, count: number): Promise<void> {
  const sizes = Object.values(HOSTILE_DRAWINGS).map(({length}) => length)
  const isWhole = async (name: string) => sizes.includes((await stat(join(folder, name))).size)
  for (;;) {
    const whole = await Promise.all((await readdir(folder)).map(isWhole))
    if (whole.length === count && whole.every(Boolean)) return
  }
}

test('ends by SIGTERM within ten seconds while hostile drawings are decoded', async () => {
  const folder = temporaryFolder()
  // Without demonstration content it starts at once.
  const made = await onFolder(folder)('init', '--name', 'The Courier', '--admin', 'a@example.org')
  const newsroom = await start({COPYDESK_DATA: folder, PORT: '0'})
  const {origin} = new URL(newsroom.addresses.site)
  const cookie = await signIn(made.stdout + made.stderr, origin)
  const upload = (body: string | Buffer) =>
    fetch(`${origin}/v2025-02-19/assets/images/production`, {
      method: 'POST',
      headers: {cookie, origin},
      body: new Uint8Array(Buffer.from(body)),
    }).catch(() => null)
  const plain = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  expect((await upload(plain))?.status).toBe(200)

  const uploads = Object.values(HOSTILE_DRAWINGS).map(upload)
  await untilDecoding(join(folder, 'assets', 'incoming'), uploads.length)
  // Each is tried small first, which is soon done: the long work comes after that.
  for (let n = 0; n < 1500; n++) await (await fetch(`${origin}/healthz`)).text()
  const begun = performance.now()
  expect(await newsroom.stop('SIGTERM')).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
  await Promise.all(uploads)
}, 120_000)
