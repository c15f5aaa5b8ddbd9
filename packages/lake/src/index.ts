// The lake's composition root: its parts meet here and in http/, and nowhere else.
import type {Server} from 'node:http'
import type {DatabaseSync} from 'node:sqlite'
import type {Hono} from 'hono'
import type {Access} from './access/access.ts'
import type {RunCustomAction} from './custom-actions/run-custom-action.ts'
import type {Timer} from './scheduled-actions/timer.ts'
import type {Assets} from './assets/assets.ts'
import type {GrantsOf} from './dataset-grants.ts'
import type {DatasetAdmin} from './datasets/dataset-admin.ts'
import type {LakeEnv} from './http/context.ts'
import type {UnknownEndpoints} from './http/unknown-endpoints.ts'
import type {Metric} from './http/metrics.ts'
import type {InProcess} from './http/in-process.ts'
import {createHttp} from './http/server.ts'
import type {LakeOptions} from './lake-options.ts'
import type {Hub} from './listen/hub.ts'
import {openAccess} from './parts/access.ts'
import {createBase} from './parts/base.ts'
import {createDatasets} from './parts/datasets.ts'
import {openFiles} from './parts/files.ts'
import {createFollowers} from './parts/followers.ts'
import {createNewcomers, type Newcomers} from './parts/newcomers.ts'
import {createReading} from './parts/reading.ts'
import {createScrubbing} from './parts/scrubbing.ts'
import {openStorage} from './parts/storage.ts'
import {createWriting} from './parts/writing.ts'
import type {ProductOptions} from './product.ts'
import type {QueryEngine} from './query/engine.ts'
import type {DocumentTable} from './store/documents.ts'
import type {LogTable} from './store/log.ts'
import type {Pause} from './store/pause.ts'
import type {Commit} from './types.ts'
import type {Webhooks} from './webhooks/webhooks.ts'

export type {RenditionCredit} from './assets/metadata/rendition-credit.ts'
export type {PresenceEvent} from './presence/room.ts'
export type {Webhook} from './webhooks/hook-table.ts'
export type {Attempt, Message} from './webhooks/message-table.ts'
export type {TestDelivery} from './webhooks/test-delivery.ts'
export type {InProcess, LakeOptions, Metric, ProductOptions, Webhooks}

export interface Lake {
  /**
   * The routes of the lake. A host adds its own behind them before the first request, such as a site at `*`:
   * the same host check, origins, headers and log hold for those.
   */
  app: Hono<LakeEnv>
  /**
   * Answers a request without a port. `bindings` are those of @hono/node-server: limits on guessing
   * passwords read the socket's address there.
   */
  fetch(request: Request, bindings?: object): Response | Promise<Response>
  /** Takes over the WebSocket upgrades of a server whose requests `fetch` answers. */
  attach(server: Server): void
  /** From now on `/healthz` answers 200, and scheduled actions are performed. */
  markReady(): void
  /**
   * From now on `/healthz` answers 503, so that a load balancer sends requests elsewhere, and a different node of a cluster
   * does the work in the background. Everything else goes on until `close`.
   */
  announceStop(): void
  /** Says goodbye on every WebSocket; to be called before their connections are cut. `close` does, too. */
  hangUp(): void
  /**
   * To be called by the server that owns the folder, at its start: makes sure that the bucket of files is this lake's,
   * and copies files there that it lacks. Does nothing for files in the data folder.
   * @throws OperatorError if the bucket has the files of another lake
   */
  openFiles(onFile: (done: number, of: number) => void): Promise<void>
  /**
   * To be called by the server that owns the folder, at its start and now and then: makes the addresses
   * of pictures those of `origin` (the folder may have been served elsewhere before), deletes files
   * that no document names, and finishes deletions of datasets.
   */
  tidy(): Promise<void>
  services: {
    access: Access
    assets: Assets
    commit: Commit
    /** Of the data folder, for commands. All that writes goes through `inTransaction`. */
    database: DatabaseSync
    datasets: DatasetAdmin
    documents: DocumentTable
    engine: QueryEngine
    grantsOf: GrantsOf
    hub: Hub
    /** For a front end in this process. */
    inProcess: InProcess
    unknownEndpoints: UnknownEndpoints
    log: LogTable
    /** Adds people, with the documents that the product gives them. */
    newcomers: Newcomers
    /** While a copy is paused, nothing is performed and nobody is told. */
    pause: Pause
    /** Every endpoint below `/v…`, as `GET /data/query/:dataset`. */
    routes: readonly string[]
    /** Every endpoint beside those, as `GET /login`. */
    rootRoutes: readonly string[]
    runCustomAction: RunCustomAction
    timer: Timer
    webhooks: Webhooks
    /** False on all nodes of a cluster but one: what is sent or written by itself is that one's work. */
    worksInBackground: () => boolean
  }
  close(): Promise<void>
}

/**
 * Opens a data folder as a Content Lake.
 *
 * @throws DatabaseRefused where the folder cannot be written, or a newer version wrote it
 *
 * @example
 * const lake = createLake({dataFolder: './data', projectId: 'example', datasets: ['production'], …})
 * serve({fetch: lake.fetch, port: 3333})
 */
export function createLake(options: LakeOptions): Lake {
  const base = createBase(options)
  const storage = openStorage(base)
  const people = openAccess(base, storage)
  const reading = createReading(base, {...storage, ...people})
  const writing = createWriting(base, {...storage, ...people, ...reading})
  const files = openFiles(base, {...storage, ...people, ...writing})
  const followers = createFollowers(base, {...storage, ...people, ...writing})
  const newcomers = createNewcomers(base, {...storage, ...people, ...writing})
  const core = {...storage, ...people, ...reading, ...writing, ...files, ...followers, newcomers}
  const parts = {...core, ...createDatasets(base, core)}
  const scrubbing = createScrubbing(base, core)
  const http = createHttp(base, parts)
  return {
    app: http.app,
    fetch: (request, bindings) => http.app.fetch(request, bindings),
    attach: http.attach,
    hangUp: http.hangUp,
    openFiles: parts.openFiles,
    tidy: parts.tidy,
    markReady() {
      base.state.isReady = true
      followers.start()
      scrubbing.start()
    },
    services: {
      ...parts,
      inProcess: http.inProcess,
      unknownEndpoints: http.unknownEndpoints,
      routes: http.routes,
      rootRoutes: http.rootRoutes,
    },
    announceStop() {
      base.state.isStopping = true
      followers.clustering?.giveUpLease()
    },
    async close() {
      base.state.isReady = false
      await followers.stop()
      await scrubbing.close()
      http.hangUp()
      followers.hub.close()
      people.access.close()
      await files.assets.close()
      await reading.engine.close()
      await followers.clustering?.stop()
      storage.database.close()
    },
  }
}
