// A real lake on a real port for contract tests: temporary folder, held clock, one token per role.
import {createClient, type SanityClient} from '@sanity/client'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Lake, LakeOptions} from '@copydesk/lake'
import type {Rule} from '@copydesk/lake/types'
import {listen, type TrustProxy} from '@copydesk/lake/serve'
import {createNewsroomLake, DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'

export type Role = 'journalist' | 'photoEditor' | 'editor' | 'developer' | 'administrator'

export interface TestLake {
  origin: string
  folder: string
  lake: Lake
  /** Moves the clock, in milliseconds since the epoch. */
  setTime(milliseconds: number): void
  now(): number
  /** A client of a token with this role; without one, the anonymous reader. */
  client(
    role?: Role | 'importer',
    options?: {apiVersion?: string; perspective?: 'raw'},
  ): SanityClient
  token(role: Role | 'importer'): string
  /** A token without more rights than anonymous readers. */
  readerToken(): string
  /** A person with a session; the cookie as a browser would send it. */
  person(role: Role, name?: string): {id: string; cookie: string; credential: string}
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export const START = Date.parse('2026-11-25T10:00:00.000Z')

/** Starts it on a port that the system chooses. */
export async function startLake(
  options: {
    rules?: Rule[]
    publicOrigin?: string
    fourEyes?: 'enforced' | 'recorded'
    signIn?: LakeOptions['signIn']
    metrics?: LakeOptions['metrics']
    logger?: LakeOptions['logger']
    webhooksPrivate?: 'allow'
    queries?: LakeOptions['queries']
    /** Whose `X-Forwarded-For` is believed. */
    trustProxy?: TrustProxy
    /** A folder that another lake has left or serves still; it is not deleted. */
    dataFolder?: string
    /** The first time of the clock. */
    time?: number
    /** False: as a command opens it, without timers. */
    serve?: boolean
  } = {},
): Promise<TestLake> {
  const {dataFolder, time: first = START, serve = true, trustProxy, ...rest} = options
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'copydesk-lake-'))
  let time = first
  let answer: (request: Request, bindings: object) => Response | Promise<Response> = () =>
    new Response()
  const listening = await listen({
    host: '127.0.0.1',
    port: 0,
    ...(trustProxy && {trustProxy}),
    fetch: (request, bindings) => answer(request, bindings),
  })
  const origin = `http://127.0.0.1:${listening.port}`
  const lake = createNewsroomLake({dataFolder: folder, origin, clock: () => time, ...rest})
  answer = (request, bindings) => lake.fetch(request, bindings)
  lake.attach(listening.server)
  if (serve) lake.markReady()

  const tokens = new Map<string, string>()
  const token = (role: Role | 'importer'): string => {
    const known = tokens.get(role)
    if (known) return known
    const {secret} = lake.services.access.tokens.create({name: role, role})
    tokens.set(role, secret)
    return secret
  }
  let people = 0
  return {
    origin,
    folder,
    lake,
    setTime: (milliseconds) => void (time = milliseconds),
    now: () => time,
    token,
    client: (role, {apiVersion = '2025-02-19', perspective = 'raw'} = {}) =>
      createClient({
        projectId: PROJECT_ID,
        dataset: DATASET,
        apiHost: origin,
        useProjectHostname: false,
        useCdn: false,
        apiVersion,
        maxRetries: 0,
        ...(role ? {token: token(role), perspective} : {}),
      }),
    readerToken: () =>
      lake.services.access.tokens.create({name: 'A front end', role: 'reader'}).secret,
    person(role, name = `A ${role}`) {
      const user = lake.services.access.users.add({
        email: `${role}${++people}@example.org`,
        name,
        roles: [role],
      })
      const session = lake.services.access.sessions.start(user.id)
      return {
        id: user.id,
        cookie: `copydesk_session=${session.secret}`,
        credential: session.credential,
      }
    },
    fetch: (path, init) => fetch(origin + path, init),
    async close() {
      await listening.close()
      await lake.close()
      if (dataFolder === undefined) rmSync(folder, {recursive: true, force: true})
    },
  }
}
