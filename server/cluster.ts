// The cluster that the settings name, and what its nodes must have in common.
import {hostname} from 'node:os'
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ClusterSettings} from '@copydesk/lake/cluster'
import {CONTENT_TYPES} from '../model/content-types.ts'
import {readEnvironment, type Environment} from './environment.ts'
import {ROOT} from './paths.ts'
import {sourceFiles} from './source-files.ts'

const NOT_SET = 'not set'
/** The code that judges content. A newsroom changes it without another version number. */
const RULES = '{model,schemas,workflow}/**/*'
const IS_CODE = /\.(?:[cm]?[jt]sx?|json)$/

/** The same for the same files, wherever they are and whichever ends their lines have. */
export function digestOfRules(root = ROOT): string {
  const digest = createHash('sha256')
  for (const name of sourceFiles(RULES, root).filter((file) => IS_CODE.test(file)))
    digest.update(`${name}\n${readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n')}`)
  return digest.digest('hex').slice(0, 12)
}

/** Needed by everything that writes: the same content would be judged by different rules, or files would be lost. */
function rulesOf({fourEyes, publicUrl, files}: Environment) {
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    version,
    'content types': Object.keys(CONTENT_TYPES).join(', '),
    'digest of model, schemas and workflow': digestOfRules(),
    COPYDESK_FOUR_EYES: fourEyes ?? 'enforced',
    PUBLIC_URL: publicUrl?.origin ?? NOT_SET,
    COPYDESK_FILES: files?.url.replace(/\/+$/, '') ?? NOT_SET,
  }
}

/**
 * Needed by servers: how people sign in, and what the one that works in the background does. All of it is stored in the
 * cluster's database, so it has no secrets. With some services the name of the mail server's user is one.
 */
function serviceOf({sso, passwordSignIn, mail, historyDays, webhooksPrivate}: Environment) {
  return {
    OIDC_ISSUER: sso?.issuer.href ?? NOT_SET,
    OIDC_CLIENT_ID: sso?.clientId ?? NOT_SET,
    OIDC_TRUST_EMAIL: sso?.trustEmail ? 'on' : 'off',
    PASSWORD_SIGN_IN: passwordSignIn ?? 'on',
    SMTP_URL: mail ? `${mail.url.protocol}//${mail.url.host}` : NOT_SET,
    SMTP_FROM: mail ? `${mail.from.name} <${mail.from.address}>`.trim() : NOT_SET,
    COPYDESK_HISTORY_DAYS: String(historyDays ?? NOT_SET),
    COPYDESK_WEBHOOKS_PRIVATE: webhooksPrivate ?? 'refuse',
  }
}

/** The settings of a server; undefined for a newsroom of its own. */
export function clusterOf(environment: Environment): ClusterSettings | undefined {
  const {cluster} = environment
  if (!cluster) return undefined
  const {url, node = hostname()} = cluster
  return {url, node, agreement: {...rulesOf(environment), ...serviceOf(environment)}}
}

/** As `clusterOf`, for a command beside the server of the folder: it may not know the server's mail settings. */
export function clusterOfCommand(environment = readEnvironment()): ClusterSettings | undefined {
  const cluster = clusterOf(environment)
  if (!cluster) return undefined
  const node = `${cluster.node} ${process.pid}`
  return {...cluster, node, agreement: rulesOf(environment), isCommand: true}
}
