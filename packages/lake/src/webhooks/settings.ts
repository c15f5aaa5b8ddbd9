// The settings of a webhook, checked before they are stored. Each mistake is refused in a sentence.
import {BadRequest} from '../errors.ts'
import {OPERATIONS, type Operation} from './operation.ts'
import {isPrivateHost} from './private-address.ts'
import {compileTrigger} from './trigger.ts'

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'] as const

/** The names of Sanity's webhook API. */
export interface WebhookSettings {
  name: string
  description: string | null
  url: string
  dataset: string
  httpMethod: (typeof METHODS)[number]
  headers: Readonly<Record<string, string>>
  rule: {
    on: readonly Operation[]
    /** GROQ, the part between `*[` and `]`; empty for every document. */
    filter: string
    /** GROQ; empty for the whole document. */
    projection: string
  }
  apiVersion: string
  /** Sends changes of drafts too, and reads as staff do. */
  includeDrafts: boolean
  /** Sends changes of versions in releases too, and reads as staff do. */
  includeAllVersions: boolean
  isDisabledByUser: boolean
}

export interface Limits {
  hasDataset: (name: string) => boolean
  /** Permits addresses of this machine and its network. */
  allowPrivate: boolean
  /** How an operator permits them, as `Product.hints.allowPrivateWebhooks`. */
  hint: string
}

const MAX_TEXT = 1024
const MAX_HEADERS = 32
/** Headers that a delivery sets itself. */
const RESERVED =
  /^(?:sanity-.*|idempotency-key|host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*)$/i

/**
 * Checks settings and fills in defaults.
 * @param given not validated; a change is merged into the current settings
 * @throws BadRequest `invalidWebhook`, or `queryParseError` for filter and projection
 */
export function parseSettings(
  given: Readonly<Record<string, unknown>>,
  limits: Limits,
): WebhookSettings {
  const rule = record(given, 'rule')
  const settings: WebhookSettings = {
    name: text(given, 'name', 200).trim(),
    description: text(given, 'description') || null,
    url: addressOf(text(given, 'url', 2048), limits),
    dataset: text(given, 'dataset'),
    httpMethod: oneOf(given, 'httpMethod', METHODS),
    headers: headersOf(record(given, 'headers')),
    rule: {
      on: operationsOf(rule['on']),
      filter: text(rule, 'filter', 8_000),
      projection: text(rule, 'projection', 8_000),
    },
    apiVersion: text(given, 'apiVersion') || 'v2021-03-25',
    includeDrafts: flag(given, 'includeDrafts'),
    includeAllVersions: flag(given, 'includeAllVersions'),
    isDisabledByUser: flag(given, 'isDisabledByUser'),
  }
  if ((given['type'] ?? 'document') !== 'document') {
    throw invalid('A webhook must have the type "document".')
  }
  if (settings.name === '') throw invalid('A webhook needs a name.')
  if (!limits.hasDataset(settings.dataset))
    throw invalid(`There is no dataset "${settings.dataset}".`)
  if (!/^v(?:1|X|\d{4}-\d{2}-\d{2})$/.test(settings.apiVersion)) {
    throw invalid('The API version is written as in v2021-03-25.')
  }
  compileTrigger(settings.rule)
  return settings
}

/** The secret signs every request: null for none, undefined to leave it unchanged. */
export function parseSecret(given: Readonly<Record<string, unknown>>): string | null | undefined {
  const secret = given['secret']
  if (secret === undefined) return undefined
  if (secret === null || secret === '') return null
  if (typeof secret !== 'string' || secret.length > MAX_TEXT) {
    throw invalid(`A secret is a text of at most ${MAX_TEXT} characters.`)
  }
  return secret
}

function addressOf(given: string, {allowPrivate, hint}: Limits): string {
  const url = URL.parse(given)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw invalid('A webhook needs an http or https address.')
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid('The address must not contain a password. Send it in a header.')
  }
  if (!allowPrivate && isPrivateHost(url.hostname)) {
    throw invalid(`${url.hostname} is an address of this machine or its network. ${hint}`)
  }
  url.hash = ''
  return url.href
}

function headersOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(given)
  if (entries.length > MAX_HEADERS) throw invalid(`At most ${MAX_HEADERS} headers can be added.`)
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name) || RESERVED.test(name)) {
        throw invalid(`The header "${name}" cannot be added.`)
      }
      if (typeof value !== 'string' || value.length > 4096 || !/^[\t\x20-\x7e]*$/.test(value)) {
        throw invalid(`The header "${name}" needs a value of printable ASCII characters.`)
      }
      return [name, value]
    }),
  )
}

function operationsOf(given: unknown): readonly Operation[] {
  if (given === undefined) return OPERATIONS
  const chosen = OPERATIONS.filter((name) => Array.isArray(given) && given.includes(name))
  if (!Array.isArray(given) || chosen.length === 0 || chosen.length !== new Set(given).size) {
    throw invalid('A webhook is sent "create", "update", "delete", or some of them.')
  }
  return chosen
}

function record(given: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  const value = given[name] ?? {}
  if (typeof value === 'object' && !Array.isArray(value)) return {...value}
  throw invalid(`"${name}" must be an object.`)
}

function text(given: Readonly<Record<string, unknown>>, name: string, most = MAX_TEXT): string {
  const value = given[name] ?? ''
  if (typeof value === 'string' && value.length <= most) return value
  throw invalid(`"${name}" must be a text of at most ${most} characters.`)
}

function flag(given: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = given[name] ?? false
  if (typeof value === 'boolean') return value
  throw invalid(`"${name}" must be true or false.`)
}

function oneOf<T extends string>(
  given: Readonly<Record<string, unknown>>,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const wanted = given[name] ?? values[0]
  const found = values.find((value) => value === wanted)
  if (found !== undefined) return found
  throw invalid(`"${name}" must be one of ${values.join(', ')}.`)
}

const invalid = (description: string): BadRequest => new BadRequest(description, 'invalidWebhook')
