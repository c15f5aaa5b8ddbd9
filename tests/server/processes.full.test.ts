// Each command once as people run it: a process of its own, which says what it did and ends. All other tests of
// commands run them in the test's own process. "sanity" has sanity-cli.full.test.ts, "push" and "pull" have push-pull.
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {copydeskProcess, temporaryFolder} from './support.ts'

const folder = temporaryFolder()
const newsroom = join(folder, 'newsroom')
const file = join(folder, 'content.ndjson')
const backups = join(folder, 'backups')
const newestBackup = () => join(backups, readdirSync(backups).at(-1) ?? '')

const CALLS: [string, () => string[], RegExp][] = [
  ['init', () => ['--name', 'Courier', '--admin', 'a@example.org'], /\/sign-in\//],
  ['sign-in-link', () => ['a@example.org'], /\/sign-in\//],
  ['user', () => ['add', 'b@example.org', '--name', 'B', '--role', 'editor'], /\/sign-in\//],
  ['token', () => ['create', '--role', 'editor', '--name', 'bot'], /^cd_/],
  ['cors', () => ['add', 'https://studio.example.org'], /is listed/],
  ['webhook', () => ['list'], /NAME/],
  ['dataset', () => ['list'], /production/],
  ['seed', () => [], /added|demonstration/i],
  ['explain', () => ['*[_type == "article"]'], /article/],
  ['export', () => [file], /documents/],
  ['import', () => [file, '--missing'], /documents/],
  ['backup', () => [backups], /backed up/],
  ['restore', () => [newestBackup(), '--force'], /is back/],
  ['pause', () => [], /paused/i],
  ['resume', () => [], /It is the newsroom now/],
  ['compact-history', () => ['--dry-run'], /merged/i],
  ['purge', () => ['--account', 'b@example.org', '--yes'], /has neither name nor address/],
  ['doctor', () => [], /documents/],
]

it.each(CALLS)('%s', async (command, args, says) => {
  const outcome = await copydeskProcess([command, ...args(), '--data', newsroom])
  expect(`${outcome.stdout}${outcome.stderr}`).toMatch(says)
  expect(outcome.code, outcome.stderr).toBe(0)
})

it('perform-scheduled, which is for hosted projects', async () => {
  const {code, stderr} = await copydeskProcess(['perform-scheduled'])
  expect(stderr).toMatch(/SANITY_STUDIO_PROJECT_ID/)
  expect(code).toBe(1)
})
