// What the environment says: read once, checked, and refused in one sentence.
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseEnv} from 'node:util'
import {z} from 'zod'
import {DatabaseRefused, OperatorError} from '@copydesk/lake/errors'
import {parseTrustProxy, type TrustProxy} from '@copydesk/lake/serve'
import {DATA_ACCESS} from './data-access.ts'
import {LOG_LEVELS} from './logger.ts'
import {defaultSender, isMailServer, parseSender, type MailSettings} from './mail/mail-settings.ts'
import {ROOT} from './paths.ts'

export interface Environment {
  port: number
  /** Address to listen on. */
  host: string
  dataFolder: string
  /** Set: the group of the data folder's files may open them. */
  dataAccess?: 'group'
  /** The address people use, if it differs from HOST and PORT, for example behind a proxy. */
  publicUrl?: URL
  /** Proxies whose `X-Forwarded-…` headers are believed; absent: none. */
  trustProxy?: TrustProxy
  /** Keystrokes in drafts stay one by one for so many days. */
  historyDays?: number
  /** Set: there is no reading site, as the newsroom has one of its own. */
  site?: 'off'
  /** Set: a newsroom of two approves its own, each time with a reason in the ledger. */
  fourEyes?: 'recorded'
  logLevel?: (typeof LOG_LEVELS)[number]
  /** Queries that take so many milliseconds are logged. */
  slowQueryMs?: number
  /** Heap of one query thread, in megabytes. */
  queryMemoryMb?: number
  /** The bearer token for `/metrics`. */
  metricsToken?: string
  /** Set: people sign in by a provider of identities, too. */
  sso?: {issuer: URL; clientId: string; clientSecret: string; trustEmail?: boolean}
  /** Set: only by that provider. */
  passwordSignIn?: 'off'
  /** Set: the inbox goes out by e-mail too. */
  mail?: MailSettings
  /** Set: webhooks may reach addresses of this machine and its network. */
  webhooksPrivate?: 'allow'
  /** Set: the data folder is a node of a cluster. `node`: its name, by default that of the machine. */
  cluster?: {url: string; node?: string}
  /** For so many seconds a server that stops goes on serving, so that a load balancer notices. */
  drainSeconds?: number
  /** Set: pictures and files are in this bucket, `s3://…`. */
  files?: {url: string}
  /** Set: no lake starts, everything addresses Sanity's hosted API. */
  hosted?: Hosted
}

/** A dataset at sanity.io. */
export interface Hosted {
  projectId: string
  dataset: string
}

/** Whether an error says all that there is to say in its message. */
export const isForOperator = (error: unknown): error is Error =>
  error instanceof OperatorError || error instanceof DatabaseRefused

/** A load balancer that asks each second has noticed by then. */
const NODE_DRAIN_SECONDS = 5

const DATA_FOLDER = 'copydesk-data'

const schema = z.object({
  PORT: z
    .string()
    .default('3333')
    .transform(Number)
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65535, {
      error: 'PORT must be a number from 0 to 65535.',
    }),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  COPYDESK_DATA: z.string().trim().min(1).default(DATA_FOLDER),
  COPYDESK_DATA_ACCESS: z
    .enum(DATA_ACCESS, {error: 'COPYDESK_DATA_ACCESS must be "owner" or "group".'})
    .default('owner'),
  PUBLIC_URL: z
    .url({protocol: /^https?$/, error: 'PUBLIC_URL must be an http(s) address.'})
    .refine(isOrigin, {
      error: 'PUBLIC_URL must be an address without a path, such as https://newsroom.example.org.',
    })
    .optional(),
  TRUST_PROXY: z
    .string()
    .default('none')
    .transform(parseTrustProxy)
    .refine((trust) => trust !== undefined, {
      error:
        'TRUST_PROXY must be "none", how many proxies there are, or their addresses, such as "loopback" or "10.0.0.0/8".',
    }),
  COPYDESK_HISTORY_DAYS: z
    .string()
    .default('30')
    .transform(Number)
    .refine((days) => Number.isInteger(days) && days >= 1 && days <= 36_500, {
      error: 'COPYDESK_HISTORY_DAYS must be a whole number of days, 1 or more.',
    }),
  SITE: z.enum(['on', 'off'], {error: 'SITE must be "on" or "off".'}).default('on'),
  COPYDESK_FOUR_EYES: z
    .enum(['enforced', 'recorded'], {
      error: 'COPYDESK_FOUR_EYES must be "enforced" or "recorded".',
    })
    .default('enforced'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`})
    .optional(),
  SLOW_QUERY_MS: z
    .string()
    .default('200')
    .transform(Number)
    .refine((ms) => Number.isInteger(ms) && ms >= 1, {
      error: 'SLOW_QUERY_MS must be a whole number of milliseconds, 1 or more.',
    }),
  QUERY_MEMORY_MB: z
    .string()
    .default('2048')
    .transform(Number)
    .refine((megabytes) => Number.isInteger(megabytes) && megabytes >= 64, {
      error: 'QUERY_MEMORY_MB must be a whole number of megabytes, 64 or more.',
    }),
  METRICS_TOKEN: z
    .string()
    .trim()
    .min(16, {error: 'METRICS_TOKEN must have 16 characters or more.'})
    .optional(),
  OIDC_ISSUER: z
    .url({protocol: /^https?$/, error: 'OIDC_ISSUER must be an https address.'})
    .refine(isConfidential, {error: 'OIDC_ISSUER must be an https address.'})
    .optional(),
  OIDC_CLIENT_ID: z.string().trim().optional(),
  OIDC_CLIENT_SECRET: z.string().trim().optional(),
  OIDC_TRUST_EMAIL: z
    .enum(['on', 'off'], {error: 'OIDC_TRUST_EMAIL must be "on" or "off".'})
    .default('off'),
  PASSWORD_SIGN_IN: z
    .enum(['on', 'off'], {error: 'PASSWORD_SIGN_IN must be "on" or "off".'})
    .default('on'),
  SMTP_URL: z
    .string()
    .trim()
    .refine(isMailServer, {
      error:
        'SMTP_URL must be an smtp:// or smtps:// address, special characters in user and password percent-encoded.',
    })
    .transform((text) => new URL(text))
    .optional(),
  SMTP_FROM: z
    .string()
    .transform(parseSender)
    .refine((sender) => sender !== null, {
      error: 'SMTP_FROM must be an e-mail address, or a name with one: Name <name@domain>.',
    })
    .optional(),
  COPYDESK_WEBHOOKS_PRIVATE: z
    .enum(['refuse', 'allow'], {
      error: 'COPYDESK_WEBHOOKS_PRIVATE must be "refuse" or "allow".',
    })
    .default('refuse'),
  COPYDESK_DATABASE: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'COPYDESK_DATABASE must be the address of a PostgreSQL database: postgres://…',
    })
    .optional(),
  COPYDESK_FILES: z
    .string()
    .trim()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]+(\/[\w./-]*)?$/, {
      error: 'COPYDESK_FILES must be the address of a bucket: s3://bucket or s3://bucket/folder.',
    })
    .optional(),
  COPYDESK_NODE: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,60}$/, {
      error: 'COPYDESK_NODE must be a name of letters, digits, ".", "_" and "-".',
    })
    .optional(),
  COPYDESK_DRAIN_SECONDS: z
    .string()
    .transform(Number)
    .refine((seconds) => Number.isInteger(seconds) && seconds >= 0 && seconds <= 120, {
      error: 'COPYDESK_DRAIN_SECONDS must be a whole number of seconds, 0 to 120.',
    })
    .optional(),
  SANITY_STUDIO_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, {
      error: 'SANITY_STUDIO_PROJECT_ID must be a Sanity project id, such as abc123de.',
    })
    .optional(),
  SANITY_STUDIO_DATASET: z.string().default('production'),
})

/** Secrets and names of people are sent to the provider: without TLS only on this machine. */
function isConfidential(text: string): boolean {
  const url = URL.parse(text)
  return (
    url?.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '')
  )
}

/** Everything is served at the root: a path would be dropped without a word. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.href === `${url.origin}/`
}

/** Loads `.env` where it exists; what is set already wins. */
export function loadEnvFile(): void {
  const file = join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The data folder of a command without `--data`: what `.env` names, or the default. */
export function usualDataFolder(): string {
  const file = join(ROOT, '.env')
  const {COPYDESK_DATA: named} = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return resolve(ROOT, named?.trim() || DATA_FOLDER)
}

/** @throws OperatorError naming the variable that is wrong */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => name in schema.shape && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new OperatorError(parsed.error.issues.map((issue) => issue.message).join(' '))
  }
  const {data} = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.COPYDESK_DATA),
    historyDays: data.COPYDESK_HISTORY_DAYS,
    slowQueryMs: data.SLOW_QUERY_MS,
    queryMemoryMb: data.QUERY_MEMORY_MB,
    drainSeconds: data.COPYDESK_DRAIN_SECONDS ?? (data.COPYDESK_DATABASE ? NODE_DRAIN_SECONDS : 0),
    ...(data.COPYDESK_DATA_ACCESS === 'group' ? {dataAccess: data.COPYDESK_DATA_ACCESS} : {}),
    ...(data.COPYDESK_FOUR_EYES === 'recorded' ? {fourEyes: data.COPYDESK_FOUR_EYES} : {}),
    ...(data.PUBLIC_URL ? {publicUrl: new URL(data.PUBLIC_URL)} : {}),
    ...(data.TRUST_PROXY ? {trustProxy: data.TRUST_PROXY} : {}),
    ...(data.SITE === 'off' ? {site: data.SITE} : {}),
    ...(data.COPYDESK_WEBHOOKS_PRIVATE === 'allow' ? {webhooksPrivate: 'allow' as const} : {}),
    ...(data.LOG_LEVEL ? {logLevel: data.LOG_LEVEL} : {}),
    ...(data.METRICS_TOKEN ? {metricsToken: data.METRICS_TOKEN} : {}),
    ...ssoOf(data),
    ...clusterIn(data),
    ...(data.COPYDESK_FILES ? {files: {url: data.COPYDESK_FILES}} : {}),
    ...(data.SMTP_URL ? {mail: mailOf(data.SMTP_URL, data)} : {}),
    ...(data.SANITY_STUDIO_PROJECT_ID
      ? {hosted: {projectId: data.SANITY_STUDIO_PROJECT_ID, dataset: data.SANITY_STUDIO_DATASET}}
      : {}),
  }
}

function clusterIn({
  COPYDESK_DATABASE: url,
  COPYDESK_NODE: node,
  COPYDESK_FILES,
  PUBLIC_URL,
}: z.infer<typeof schema>): Pick<Environment, 'cluster'> {
  if (!url) return {}
  if (!PUBLIC_URL) {
    throw new OperatorError(
      'COPYDESK_DATABASE needs PUBLIC_URL: the address by which people reach all nodes of the cluster.',
    )
  }
  if (!COPYDESK_FILES) {
    throw new OperatorError(
      'COPYDESK_DATABASE needs COPYDESK_FILES: the bucket in which all nodes of the cluster have their pictures.',
    )
  }
  return {cluster: {url, ...(node ? {node} : {})}}
}

function ssoOf(data: z.infer<typeof schema>): Pick<Environment, 'sso' | 'passwordSignIn'> {
  const {OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret} = data
  const given = [issuer, clientId, clientSecret].filter(Boolean)
  if (given.length > 0 && given.length < 3) {
    throw new OperatorError(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.',
    )
  }
  if (data.PASSWORD_SIGN_IN === 'off' && !issuer) {
    throw new OperatorError(
      'PASSWORD_SIGN_IN=off needs another way in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
    )
  }
  if (!issuer || !clientId || !clientSecret) return {}
  return {
    sso: {
      issuer: new URL(issuer),
      clientId,
      clientSecret,
      ...(data.OIDC_TRUST_EMAIL === 'on' ? {trustEmail: true} : {}),
    },
    ...(data.PASSWORD_SIGN_IN === 'off' ? {passwordSignIn: 'off'} : {}),
  }
}

function mailOf(url: URL, {PUBLIC_URL, SMTP_FROM}: z.infer<typeof schema>): MailSettings {
  const ownHost = PUBLIC_URL && new URL(PUBLIC_URL).hostname
  return {url, from: SMTP_FROM ?? defaultSender([ownHost, url.hostname])}
}

/** The address to show and to store: a wildcard address is reached by loopback. */
export function originOf({
  host,
  port,
  publicUrl,
}: Pick<Environment, 'host' | 'port' | 'publicUrl'>): string {
  if (publicUrl) return publicUrl.origin
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** True where other machines can reach the server. */
export function listensOnNetwork({host, publicUrl}: Environment): boolean {
  return publicUrl !== undefined || !['127.0.0.1', 'localhost', '::1'].includes(host)
}
