// The cluster that the settings name, and what its nodes must have in common.
import {hostname} from 'node:os'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ClusterSettings} from '@copydesk/lake/cluster'
import {CONTENT_TYPES} from '../model/content-types.ts'
import {readEnvironment, type Environment} from './environment.ts'
import {ROOT} from './paths.ts'

/** What the nodes of a cluster must have in common: the same content would be judged by different rules. */
function agreementOf({fourEyes, publicUrl, sso, passwordSignIn}: Environment) {
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    version,
    'content types': Object.keys(CONTENT_TYPES).join(', '),
    COPYDESK_FOUR_EYES: fourEyes ?? 'enforced',
    PUBLIC_URL: publicUrl?.origin ?? 'not set',
    OIDC_ISSUER: sso?.issuer.href ?? 'not set',
    PASSWORD_SIGN_IN: passwordSignIn ?? 'on',
  }
}

/** The settings of a server; undefined for a newsroom of its own. */
export function clusterOf(environment: Environment): ClusterSettings | undefined {
  const {cluster} = environment
  if (!cluster) return undefined
  const {url, node = hostname()} = cluster
  return {url, node, agreement: agreementOf(environment)}
}

/** As `clusterOf`, for a command beside the server of the folder. */
export function clusterOfCommand(): ClusterSettings | undefined {
  const cluster = clusterOf(readEnvironment())
  return cluster && {...cluster, node: `${cluster.node} ${process.pid}`, isCommand: true}
}
