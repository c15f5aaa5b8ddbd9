// What the nodes of a cluster must have in common. It is stored in their database, and errors show it.
import {expect, it} from 'vitest'
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {clusterOf, clusterOfCommand, digestOfRules} from '../../server/cluster.ts'
import {readEnvironment} from '../../server/environment.ts'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const CLUSTER = {
  COPYDESK_DATABASE: 'postgres://courier:hidden-1@db.example/courier',
  PUBLIC_URL: 'https://courier.example',
  COPYDESK_FILES: 's3://courier/pictures/',
}
const SETTINGS = {
  ...CLUSTER,
  COPYDESK_HISTORY_DAYS: '90',
  COPYDESK_WEBHOOKS_PRIVATE: 'allow',
  OIDC_ISSUER: 'https://id.example/',
  OIDC_CLIENT_ID: 'courier',
  OIDC_CLIENT_SECRET: 'hidden-2',
  SMTP_URL: 'smtps://hidden-3:hidden-4@mail.example:465/?pass=hidden-5',
  SMTP_FROM: 'The Courier <desk@courier.example>',
}
const agreed = (settings: Record<string, string>) =>
  clusterOf(readEnvironment(settings))?.agreement ?? {}

it('has each setting that changes what the cluster does, under its name', () => {
  expect(agreed(SETTINGS)).toMatchObject({
    COPYDESK_FILES: 's3://courier/pictures',
    COPYDESK_FOUR_EYES: 'enforced',
    COPYDESK_HISTORY_DAYS: '90',
    COPYDESK_WEBHOOKS_PRIVATE: 'allow',
    OIDC_CLIENT_ID: 'courier',
    OIDC_ISSUER: 'https://id.example/',
    OIDC_TRUST_EMAIL: 'off',
    PASSWORD_SIGN_IN: 'on',
    PUBLIC_URL: 'https://courier.example',
    SMTP_FROM: 'The Courier <desk@courier.example>',
    SMTP_URL: 'smtps://mail.example:465',
  })
  expect(agreed(CLUSTER)).toMatchObject({OIDC_ISSUER: 'not set', SMTP_URL: 'not set'})
})

it.each(['PUBLIC_URL', 'COPYDESK_FILES'])('needs %s', (name) => {
  expect(() => readEnvironment({...CLUSTER, [name]: ''})).toThrow(`COPYDESK_DATABASE needs ${name}`)
})

it('has no secrets', () => {
  expect(JSON.stringify(agreed(SETTINGS))).not.toContain('hidden')
})

it('has less for a command: its shell may not know the secrets of the server', () => {
  const {agreement = {}} = clusterOfCommand(readEnvironment(SETTINGS)) ?? {}
  const {SMTP_URL, COPYDESK_FILES} = agreement
  expect([SMTP_URL, COPYDESK_FILES]).toEqual([undefined, 's3://courier/pictures'])
})

it('has the code of its rules: a newsroom that changes one keeps the version', () => {
  const folder = temporaryFolder()
  for (const part of ['model', 'schemas', 'workflow'])
    cpSync(join(ROOT, part), join(folder, part), {recursive: true})
  const rule = join(folder, 'workflow/rules/hold-publication.ts')
  const code = readFileSync(rule, 'utf8')
  const own = Object.entries(agreed(CLUSTER)).find(([name]) => name.startsWith('digest'))
  expect(digestOfRules(folder)).toBe(own?.[1])
  writeFileSync(rule, code.replaceAll('\n', '\r\n'))
  expect(digestOfRules(folder)).toBe(own?.[1])
  writeFileSync(rule, `${code}export const nothing = 0\n`)
  expect(digestOfRules(folder)).not.toBe(own?.[1])
})
