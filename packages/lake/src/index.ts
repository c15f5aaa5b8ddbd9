// The lake's composition root: siblings meet here and nowhere else.
import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import type {IncomingMessage, Server} from 'node:http'
import {join} from 'node:path'
import type {Duplex} from 'node:stream'
import type {Hono} from 'hono'
import type {Logger} from 'pino'
import {createAccess, type Access} from './access/access.ts'
import {createActorOf} from './access/actor-of.ts'
import {createSso, type SsoSettings} from './access/sso.ts'
import {createActions} from './actions/run-actions.ts'
import {createActs, type RunAct} from './acts/run-acts.ts'
import {actPlans} from './acts/plan-source.ts'
import {releasePlans} from './acts/release-plans.ts'
import {createTimer, type Timer} from './acts/timer.ts'
import {createAssets, type Assets} from './assets/assets.ts'
import type {FindCredit} from './assets/credits.ts'
import {assetUrlMutations} from './assets/rebase.ts'
import {createCommit} from './documents/commit.ts'
import {createMutate} from './documents/mutate.ts'
import {createGrantsOf, type GrantsOf} from './dataset-grants.ts'
import {SYSTEM_ACTOR, type Holds} from './grants.ts'
import {authorsOf} from './history/authors-of.ts'
import {createHistory} from './history/history.ts'
import {lastRevision} from './history/last-revision.ts'
import {createKeepShort} from './history/keep-short.ts'
import {createAnswers} from './http/answers.ts'
import {createApp, endpointsOf, rootEndpointsOf} from './http/app.ts'
import type {LakeEnv} from './http/context.ts'
import {createLedger, type Ledger} from './http/ledger.ts'
import {isOwnHost} from './http/middleware/hosts.ts'
import {isOwnOrigin} from './http/middleware/origins.ts'
import {lakeMetrics} from './http/lake-metrics.ts'
import {createMetrics, type Metric} from './http/metrics.ts'
import {createMux, isMuxAddress} from './http/mux.ts'
import {createPresence, isPresenceAddress} from './http/presence.ts'
import {refuseUpgrade} from './http/refuse-upgrade.ts'
import {actionsRoutes} from './http/routes/actions.ts'
import {actsRoutes} from './http/routes/acts.ts'
import {assetsRoutes} from './http/routes/assets.ts'
import {authRoutes} from './http/routes/auth.ts'
import {documentsRoutes} from './http/routes/documents.ts'
import {elsewhereRoutes} from './http/routes/elsewhere.ts'
import {exportRoutes} from './http/routes/export.ts'
import {filesRoutes} from './http/routes/files.ts'
import {historyRoutes} from './http/routes/history.ts'
import {listenRoutes} from './http/routes/listen.ts'
import {liveRoutes} from './http/routes/live.ts'
import {loginRoutes} from './http/routes/login.ts'
import {metricsRoutes} from './http/routes/metrics.ts'
import {mutateRoutes} from './http/routes/mutate.ts'
import {passesRoutes} from './http/routes/passes.ts'
import {peopleRoutes} from './http/routes/people.ts'
import {platformRoutes} from './http/routes/platform.ts'
import {projectsRoutes} from './http/routes/projects.ts'
import {queryRoutes} from './http/routes/query.ts'
import {referencesRoutes} from './http/routes/references.ts'
import {releasesRoutes} from './http/routes/releases.ts'
import {usersRoutes} from './http/routes/users.ts'
import {webhooksRoutes} from './http/routes/webhooks.ts'
import {createHub, type Hub} from './listen/hub.ts'
import {createTouched, type Whose} from './listen/touched.ts'
import {createView, type View} from './listen/view.ts'
import {createMayKnow} from './presence/may-know.ts'
import {createPresenceRoom} from './presence/room.ts'
import {productOf, type ProductOptions} from './product.ts'
import {createQueryEngine, type QueryEngine, type QueryEngineOptions} from './query/engine.ts'
import {createSlowQueries} from './query/slow-queries.ts'
import {createStoredSight, storedIn} from './sight.ts'
import {openDatabase, type OpenOptions} from './store/database.ts'
import {documentTable, type DocumentTable} from './store/documents.ts'
import {historyTable} from './store/history.ts'
import {logTable, type LogTable} from './store/log.ts'
import {createSizes} from './store/sizes.ts'
import {mergeTable} from './store/merging.ts'
import {createRest, type Rest} from './store/rest.ts'
import type {Act, Actor, Addon, Clock, Commit, Passes, Plans, Role, Rule} from './types.ts'
import type {Sight} from './webhooks/sees.ts'
import {createWebhooks, type Webhooks} from './webhooks/webhooks.ts'

export type {RenditionCredit} from './assets/metadata/rendition-credit.ts'
export type {PresenceEvent} from './presence/room.ts'
export type {Webhook} from './webhooks/hook-table.ts'
export type {Attempt, Message} from './webhooks/message-table.ts'
export type {Tried} from './webhooks/try-out.ts'
export type {Metric, ProductOptions, Webhooks}

export interface LakeOptions {
  /** Holds `lake.sqlite` and `assets/`; made where it is missing. */
  dataFolder: string
  projectId: string
  /** Datasets that hold content; the first is the main one. */
  datasets: readonly string[]
  roles: readonly Role[]
  /** Datasets beside those, for what is said about content. */
  addons?: readonly Addon[]
  /** Those that a person may have, and not only a program; by default each. */
  staffRoles?: readonly string[]
  /** Editorial rules, asked in the commit. */
  rules?: readonly Rule[]
  /** What people may do besides editing, by name: recipes of one transaction each. */
  acts?: (services: Pick<Lake['services'], 'access'>) => Readonly<Record<string, Act>>
  /** Acts that documents plan for a later time. */
  plans?: Plans
  /** Documents that open others to people without an account. */
  passes?: Passes
  /** What `GET /acts/:dataset` answers. */
  actPolicy?: Readonly<Record<string, unknown>>
  /** Whose a picture is, by its asset: written into the pictures that readers get. */
  renditionCredit?: FindCredit
  /** The browser's address of this server, e.g. `http://127.0.0.1:3333`: assets' `url` begins so. */
  origin: string
  /** More host names that are this server (HOST, a proxy's name); loopback always is. */
  hostNames?: readonly string[]
  /** True where the server listens beyond loopback. */
  onNetwork?: boolean
  /** PUBLIC_URL's origin, where people come through another address than HOST and PORT. */
  publicOrigin?: string
  /** A provider of identities, for people who have an account here. */
  sso?: SsoSettings
  /** `off`: people sign in by the provider alone. */
  passwordSignIn?: 'on' | 'off'
  /** Opens `/metrics` to who sends it; without it this machine alone may read them. */
  metricsToken?: string
  /** Queries that take so many milliseconds are logged; by default 200. */
  slowQueryMs?: number
  /** Numbers of whoever runs the lake, beside its own. */
  moreMetrics?: () => readonly Metric[]
  /** Edits of drafts that are older than so many days are merged; by default none is. */
  historyDays?: number
  /** The names and hints of the product around the lake; without it, neutral ones. */
  product?: ProductOptions
  /**
   * Webhooks that are told of drafts have the grants of `role`; others see what anonymous readers see.
   * `allowPrivate`: addresses of this machine and its network may be told, too.
   */
  webhooks?: {role: string; allowPrivate?: boolean}
  /** What one query may take, where it is not what `packages/lake/src/query/engine.ts` says. */
  queryLimits?: Pick<
    QueryEngineOptions,
    'budgetMs' | 'maxRows' | 'maxResultBytes' | 'memoryMb' | 'threads'
  >
  /**
   * A secret that the reading site of this process sends with its requests (`x-<prefix>-site`): its queries
   * come before everybody's but the staff's. Nobody else may know it.
   */
  siteKey?: string
  clock?: Clock
  logger?: Logger
  /** Told when a dataset is read into memory, and when it has been. */
  onLoading?: QueryEngineOptions['onLoading']
  /** Told how a database that an older version wrote is brought up to date. */
  onUpdate?: OpenOptions['onUpdate']
  /** Told when the index of texts is built, when it has been, and when it cannot be. */
  onTexts?: QueryEngineOptions['onTexts']
}

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
  /** From now on `/healthz` answers 200, and what is planned is performed. */
  markReady(): void
  /** Says goodbye on every WebSocket; to be called before their connections are cut. `close` does, too. */
  hangUp(): void
  /**
   * To be called by the server that owns the folder, at its start and now and then: makes the addresses
   * of pictures those of `origin` (the folder may have been served elsewhere before) and deletes files
   * that no document names.
   */
  tidy(): Promise<void>
  services: {
    access: Access
    assets: Assets
    commit: Commit
    documents: DocumentTable
    engine: QueryEngine
    grantsOf: GrantsOf
    hub: Hub
    ledger: Ledger
    log: LogTable
    /** Of a copy: nothing is performed and nobody is told. */
    rest: Rest
    /** Every endpoint below `/v…`, as `GET /data/query/:dataset`. */
    routes: readonly string[]
    /** Every endpoint beside those, as `GET /login`. */
    rootRoutes: readonly string[]
    runAct: RunAct
    timer: Timer
    webhooks: Webhooks
  }
  close(): Promise<void>
}

/** Long enough that somebody waits for it. */
const SLOW_QUERY_MS = 200

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset']

/**
 * Opens a data folder as a Content Lake.
 *
 * @throws where the folder cannot be written, or a newer version wrote it
 *
 * @example
 * const lake = createLake({dataFolder: './data', projectId: 'example', datasets: ['production'], …})
 * serve({fetch: lake.fetch, port: 3333})
 */
export function createLake(options: LakeOptions): Lake {
  const {dataFolder, projectId, datasets, roles, rules = [], passes, clock = Date.now} = options
  const {logger, onUpdate, onLoading, onTexts, addons = []} = options
  const product = productOf(options.product)
  mkdirSync(dataFolder, {recursive: true, mode: 0o700})
  const databaseFile = join(dataFolder, 'lake.sqlite')
  const database = openDatabase(databaseFile, {
    productName: product.name,
    ...(onUpdate ? {onUpdate} : {}),
  })
  const documents = documentTable(database)
  const log = logTable(database)
  const history = historyTable(database)
  const rest = createRest(database)
  const isResting = (): boolean => rest.since() !== null
  const grantsOf = createGrantsOf({roles, addons}, clock)
  const access = createAccess({
    database,
    clock,
    product,
    roleNames: roles.map(({name}) => name),
    staffRoles: options.staffRoles,
    managerRoles: roles.flatMap(({name, abilities}) =>
      abilities?.includes('people.manage') ? [name] : [],
    ),
    openPass(dataset, id) {
      const pass = documents.get(dataset, id)
      if (!pass || !passes?.idPrefix || !id.startsWith(passes.idPrefix)) return null
      return passes.read(pass, {
        read: (other) => documents.get(dataset, other),
        referrers: (other) => documents.referencing(dataset, other),
        now: new Date(clock()).toISOString(),
      })
    },
  })
  const names = [...datasets, ...addons.map(({name}) => name)]
  for (const name of names) access.datasets.ensure(name)

  /** For grants that hang on other documents, and for files: what the actor sees of those. */
  const holdsFor = (dataset: string, actor: Actor): Holds =>
    createStoredSight(grantsOf(dataset), actor, storedIn(documents, dataset))
  const hub = createHub({
    log,
    grantsOf,
    clock,
    documents,
    neededAfter: () => webhooks.position(),
    credentialLives: (credential, roles) => access.liveCredential(credential, roles),
    report: (error) => logger?.error({err: error}, 'The hub could not follow the log'),
  })
  access.onEnded((credential) => hub.endCredential(credential))

  const counts = {commits: 0, answersKept: 0, answersMade: 0, slowQueries: 0}
  const randomId = (): string => randomBytes(16).toString('base64url').replace(/[-_]/g, '0')
  let ready = false
  const slowQueries = createSlowQueries({
    log: (line) => logger?.warn(line, 'Slow query'),
    count: () => void (counts.slowQueries += 1),
    clock,
  })
  const engine = createQueryEngine({
    databaseFile,
    roles,
    addons,
    clock,
    projectId,
    ...(onLoading ? {onLoading} : {}),
    ...(onTexts ? {onTexts} : {}),
    onTooLarge: (report) =>
      logger?.error(report, 'A dataset does not fit in the memory of a query thread'),
    slow: {
      ms: options.slowQueryMs ?? SLOW_QUERY_MS,
      queries: {
        // Until it is ready a lake warms up by itself, in cold threads: nobody waits for those queries.
        tell: (query) => void (ready && slowQueries.tell(query)),
      },
    },
    ...options.queryLimits,
  })
  const commit = createCommit({
    database,
    documents,
    log,
    grantsOf,
    rules,
    attached: (dataset) => (type, id) =>
      addons
        .filter(({addonFor}) => addonFor === dataset)
        .flatMap(({name}) => documents.about(name, type, id)),
    holdsFor,
    lastRevision: (dataset, id) => lastRevision(history, dataset, id),
    writtenBy(dataset, transactionId) {
      const found = log.find(dataset, transactionId)
      return found ? history.touchesOf(found.position).map(({id}) => id) : []
    },
    authorsOf: (dataset, id, field) => authorsOf({documents, history}, dataset, {id, field}),
    clock,
    randomId,
    onCommitted(entries) {
      counts.commits += entries.length
      hub.notify(entries)
      timer.notify()
      webhooks.notify()
    },
  })
  const runAct = createActs({commit, acts: options.acts?.({access}) ?? {}})
  const runActions = createActions({commit})
  const timer = createTimer({
    documents,
    log,
    datasets,
    sources: [
      ...(options.plans ? [actPlans(options.plans, runAct)] : []),
      releasePlans({runActions, commit}),
    ],
    actorOf: createActorOf(access.users, access.tokens),
    isResting,
    clock,
    report: (error) => logger?.error({err: error}, 'The timer could not perform a plan'),
  })
  const webhooks = createWebhooks({
    database,
    log,
    documents,
    sight: sightFor({grantsOf, documents, holdsFor}),
    staffRole: options.webhooks?.role ?? 'none',
    allowPrivate: options.webhooks?.allowPrivate ?? false,
    projectId,
    product,
    hasDataset: (name) => names.includes(name),
    isForStaff: (dataset) => addons.some(({name}) => name === dataset),
    isResting,
    clock,
    report: (error) => logger?.error({err: error}, 'Webhooks could not go on'),
  })
  const keepShort = createKeepShort({
    database,
    documents,
    history,
    merging: mergeTable(database),
    days: options.historyDays,
    clock,
    report: (error) => logger?.error({err: error}, 'Old edits could not be merged'),
  })
  const mutate = createMutate({
    commit,
    positionOf: (dataset) => log.lastOf(dataset),
    randomId,
    async select({dataset, query, params, actor}) {
      const atLeast = log.last()
      const request = {dataset, query, params, perspective: 'raw', actor, atLeast}
      const {result} = await engine.query(request)
      return Array.isArray(result) ? result.filter((id) => typeof id === 'string') : []
    },
  })

  const audienceOf = ({dataset, actor}: Whose): string => grantsOf(dataset).audienceOf(actor)
  const hasDataset = (name: string): boolean => names.includes(name)
  const hasContent = (name: string): boolean => datasets.includes(name)
  const ledger = createLedger()
  const {publicOrigin} = options
  const mainDataset = datasets[0] ?? 'production'
  const title = (): string => product.title((id) => documents.get(mainDataset, id))
  const signIn = {access, title, ...(publicOrigin ? {publicOrigin} : {})}
  const sso =
    options.sso &&
    createSso({
      ...options.sso,
      prefix: product.prefix,
      callback: `${options.origin}/login/sso/callback`,
      clock,
      randomBytes,
      report: (reason) => logger?.warn({reason}, 'Single sign-on failed'),
    })
  const assets = createAssets({
    folder: join(dataFolder, 'assets'),
    commit,
    grantsOf,
    documents,
    log,
    projectId,
    origin: () => options.origin,
    clock,
    ...(options.renditionCredit ? {findCredit: options.renditionCredit} : {}),
    report: (error) => logger?.error({err: error}, 'A picture could not be kept'),
  })
  const hosts = {
    projectId,
    hostNames: options.hostNames ?? [],
    onNetwork: options.onNetwork ?? false,
  }
  const lookUpOrigin = (origin: string): {allowed: boolean; credentials: boolean} => {
    // Behind a proxy that does not pass the Host header on, our own pages would look foreign.
    if (origin === publicOrigin) return {allowed: true, credentials: true}
    const listed = access.cors.allows(origin)
    return {allowed: listed !== null, credentials: listed?.credentials === true}
  }
  const metrics = createMetrics(product.prefix)
  const sizes = createSizes(database, databaseFile)
  const app = createApp({
    metrics: metricsRoutes({
      text: () =>
        metrics.text([
          ...lakeMetrics({
            prefix: product.prefix,
            engine,
            hub,
            ledger,
            log,
            sizes,
            timer,
            webhooks,
            counts,
          }),
          ...(options.moreMetrics?.() ?? []),
        ]),
      ...(options.metricsToken ? {token: options.metricsToken} : {}),
      isProxied: publicOrigin !== undefined,
    }),
    onAnswered(request) {
      metrics.request(request)
      logger?.[request.status >= 500 ? 'warn' : 'info'](request, 'Request')
    },
    hosts,
    origins: {lookup: lookUpOrigin, hint: product.hints.allowOrigin},
    access,
    api: [
      queryRoutes({
        answers: createAnswers({
          engine,
          log,
          touched: createTouched(hub, audienceOf),
          audienceOf,
          clock,
          onAsked: (kept) => void (counts[kept ? 'answersKept' : 'answersMade'] += 1),
          ...(logger ? {logger} : {}),
        }),
        engine,
        log,
        hasDataset,
      }),
      documentsRoutes({engine, log, hasDataset}),
      mutateRoutes({mutate, hasDataset}),
      actsRoutes({runAct, hasDataset: hasContent, policy: options.actPolicy ?? {}}),
      actionsRoutes({runActions, hasDataset}),
      listenRoutes({hub, parse: engine.parse, hasDataset}),
      liveRoutes({hub, hasDataset}),
      referencesRoutes({engine, log, hasDataset}),
      exportRoutes({engine, log, hasDataset, prepare: assets.originalGrants.withOpenUrl}),
      historyRoutes({
        history: createHistory({
          documents,
          history,
          log,
          grantsOf,
          holdsFor,
        }),
        grantsOf,
        hasDataset,
      }),
      assetsRoutes({upload: assets.upload, hasDataset}),
      authRoutes({...signIn, provider: product.prefix}),
      passesRoutes({
        passes,
        secrets: access.passes,
        grants: grantsOf(mainDataset),
        documents,
        hasDataset: hasContent,
      }),
      usersRoutes({access, roles, provider: product.prefix}),
      peopleRoutes({
        access,
        place: product.place,
        grants: grantsOf(mainDataset),
        ...(publicOrigin ? {publicOrigin} : {}),
        ...(options.passwordSignIn ? {passwordSignIn: options.passwordSignIn} : {}),
        ...(logger ? {logger} : {}),
      }),
      projectsRoutes({access, grantsOf, roles, addons, projectId, title}),
      elsewhereRoutes(product),
      releasesRoutes({documents, datasets, projectId}),
      webhooksRoutes({webhooks, grants: grantsOf(mainDataset), projectId}),
      platformRoutes({access, addons, ...(publicOrigin ? {publicOrigin} : {})}),
    ],
    files: filesRoutes({...assets, grantsOf, documents, holdsFor, hasDataset, projectId}),
    signIn: loginRoutes({
      ...signIn,
      product,
      roles,
      ...(sso ? {sso} : {}),
      ...(options.passwordSignIn ? {passwordSignIn: options.passwordSignIn} : {}),
    }),
    product,
    https: publicOrigin?.startsWith('https:') ?? false,
    ...(options.siteKey ? {siteKey: options.siteKey} : {}),
    ready: () => ready,
    ledger,
    ...(logger ? {logger} : {}),
  })

  const allowUpgrade = ({headers: {host, origin}}: IncomingMessage): boolean => {
    if (!isOwnHost(host, hosts)) return false
    return !origin || isOwnOrigin(origin, host) || lookUpOrigin(origin).credentials
  }
  const mux = createMux({
    fetch: async (request, incoming) => await app.fetch(request, {incoming}),
    allowUpgrade,
  })
  const presence = createPresence({
    room: createPresenceRoom(createMayKnow({grantsOf, documents, holdsFor})),
    access,
    hasDataset,
    allowUpgrade,
    report: (error) => logger?.error({err: error}, 'Presence could not answer'),
  })
  access.onEnded((credential) => presence.endCredential(credential))
  const hangUp = (): void => {
    mux.close()
    presence.close()
  }

  return {
    app,
    fetch: (request, bindings) => app.fetch(request, bindings),
    attach(server) {
      mux.attach(server)
      presence.attach(server)
      server.on('upgrade', ({url = ''}: IncomingMessage, socket: Duplex) => {
        if (isMuxAddress(url) || isPresenceAddress(url)) return
        ledger.record('UPGRADE', url.replace(/\?.*$/, ''))
        // No connection is left hanging.
        refuseUpgrade(socket, 404)
      })
    },
    markReady() {
      ready = true
      timer.start()
      webhooks.start()
      keepShort.start()
    },
    hangUp,
    async tidy() {
      for (const dataset of datasets) {
        const mutations = ASSET_TYPES.flatMap((type) =>
          assetUrlMutations(documents.eachOfType(dataset, type), options.origin),
        )
        if (mutations.length > 0) {
          await commit({dataset, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
        }
        await assets.sweep(dataset)
      }
    },
    services: {
      access,
      assets,
      commit,
      documents,
      engine,
      grantsOf,
      hub,
      ledger,
      log,
      rest,
      routes: endpointsOf(app),
      rootRoutes: rootEndpointsOf(app),
      runAct,
      timer,
      webhooks,
    },
    async close() {
      ready = false
      await timer.close()
      await webhooks.close()
      await keepShort.close()
      hangUp()
      hub.close()
      access.close()
      await assets.close()
      await engine.close()
      database.close()
    },
  }
}

/** What hooks see, by the same views and grants as streams and queries. */
function sightFor({
  grantsOf,
  documents,
  holdsFor,
}: {
  grantsOf: GrantsOf
  documents: DocumentTable
  holdsFor: (dataset: string, actor: Actor) => Holds
}): Sight {
  const views = new WeakMap<object, View>()
  return {
    changes(entry, actor) {
      const {dataset} = entry
      const view =
        views.get(entry) ?? createView(entry, grantsOf(dataset), storedIn(documents, dataset))
      views.set(entry, view)
      return view.changes(actor)
    },
    reads: (dataset, actor, document) =>
      grantsOf(dataset).permits(actor, 'read', document, holdsFor(dataset, actor)),
    opensLater(dataset, actor, document) {
      const {permitted, dependsOnTime} = grantsOf(dataset).decide(actor, 'read', document)
      return !permitted && dependsOnTime
    },
  }
}
