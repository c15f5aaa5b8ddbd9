// The two event-stream routes behind a port, mounted as in the app, with a stub for sign-in.
import {serve, type ServerType} from '@hono/node-server'
import {Hono} from 'hono'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {SessionEnded} from '../../src/errors.ts'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import type {LakeEnv} from '../../src/http/context.ts'
import {parseQuery} from '@copydesk/groq'
import {answerError} from '../../src/http/errors.ts'
import {listenRoutes} from '../../src/http/routes/listen.ts'
import {liveRoutes} from '../../src/http/routes/live.ts'
import {createHub, type Hub} from '../../src/listen/hub.ts'
import {collector, type Collector} from './collect.ts'
import {clock, EDITOR, openTestLake, type TestLake} from './lake.ts'

export interface TestServer {
  lake: TestLake
  hub: Hub
  app: Hono<LakeEnv>
  server: Server
  port: number
  /** The queries of anonymous clients that were parsed on another thread. */
  readElsewhere: string[]
  /** The callers whose streams were closed, in order. */
  closedStreams: Collector<string>
  /** Ends the editor's session: streams now, requests with 401 from here on. */
  endSession(): void
  /** Breaks every connection, as a lost network does. */
  dropConnections(): void
  close(): Promise<void>
}

const hasDataset = (name: string): boolean => name === 'production'

/** The editor has the token or the cookie `editor`. Everybody else is anonymous. */
export async function startTestServer(): Promise<TestServer> {
  const lake = openTestLake()
  const hub = createHub({
    log: lake.log,
    documents: lake.documents,
    grantsOf: () => lake.grants,
    clock,
  })
  let ended = false

  const app = new Hono<LakeEnv>()
  app.onError((error, c) => answerError(error, c))
  const api = new Hono<LakeEnv>()
  api.onError((error, c) => answerError(error, c))
  api.use(async (c, next) => {
    const isEditor =
      c.req.header('authorization') === 'Bearer editor' ||
      c.req.header('cookie') === 'copydesk_session=editor'
    if (isEditor && ended) throw new SessionEnded()
    c.set('actor', isEditor ? EDITOR : ANONYMOUS_ACTOR)
    await next()
  })
  const closedStreams = collector<string>()
  const readElsewhere: string[] = []
  const watched: Pick<Hub, 'listen'> = {
    listen(request, sink) {
      const unsubscribe = hub.listen(request, sink)
      return () => {
        unsubscribe()
        closedStreams.add(request.actor.id)
      }
    },
  }
  api.route(
    '/',
    listenRoutes({
      hub: watched,
      engine: {
        parse: async ({query, params}) => {
          readElsewhere.push(query)
          return parseQuery(query, params)
        },
      },
      hasDataset,
    }),
  )
  api.route('/', liveRoutes({hub, hasDataset}))
  app.route('/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}', api)

  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, () =>
      resolve(started),
    )
  })
  return {
    lake,
    hub,
    app,
    closedStreams,
    readElsewhere,
    server: server as Server,
    port: (server.address() as AddressInfo).port,
    endSession() {
      ended = true
      hub.endCredential(EDITOR.credential ?? '')
    },
    dropConnections: () => (server as Server).closeAllConnections(),
    async close() {
      hub.close()
      const closed = new Promise((resolve) => server.close(resolve))
      ;(server as Server).closeAllConnections()
      await closed
      lake.close()
    },
  }
}
