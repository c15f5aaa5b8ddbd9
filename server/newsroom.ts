// Starts the embedded newsroom: lake, studio and site on one port. `npm start` and the browser tests use it.
import {existsSync} from 'node:fs'
import {flushCompileCache} from 'node:module'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Logger} from 'pino'
import {ANONYMOUS_ACTOR} from '@copydesk/lake/access'
import type {Lake, Metric} from '@copydesk/lake'
import {LakeError} from '@copydesk/lake/errors'
import {isUnfinished} from './operations/seed/unfinished.ts'
import {clusterOf} from './cluster.ts'
import {keepPrivate} from './data-access.ts'
import {listensOnNetwork, originOf, type Environment} from './environment.ts'
import {lockFolder, type FolderLock} from '@copydesk/lake/data-folder'
import {announce, type Announcement} from './announce.ts'
import {builtFront, type Front, type FrontMaker} from './front.ts'
import {listen, type Listening} from '@copydesk/lake/serve'
import {createLogger} from './logger.ts'
import {createMailNotifications, type MailNotifications} from './mail/mail-notifications.ts'
import {createNewsroomLake, DATASET, PROJECT_ID, type NewsroomLakeOptions} from './newsroom-lake.ts'
import {createRightsReporter, type RightsReporter} from './report-rights.ts'
import {logLoading, logTextIndex, logUpdate} from './log-progress.ts'
import {createColleagueNotifier, type ColleagueNotifier} from './notify-colleagues.ts'
import type {SiteOptions} from './site.ts'
import {withoutSite} from './without-site.ts'
import {writable} from './writable.ts'

export interface Running {
  origin: string
  lake: Lake
  /** Says that it is about to stop, and goes on serving for as long as the settings say. */
  drain(): Promise<void>
  close(): Promise<void>
}

type Say = (line: string) => void
type QueryThreads = NonNullable<NewsroomLakeOptions['queries']>['threads']
type Pages = (request: Request, bindings?: object) => Response | Promise<Response>

const STARTING = new Response(
  '<!doctype html><meta http-equiv="refresh" content="2"><title>Starting</title><p>Copydesk is starting …',
  {status: 503, headers: {'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '2'}},
)

const IGNORED_PROXY =
  'Requests come through a proxy that is not trusted: limits on guessing passwords take all people for one. Set TRUST_PROXY, for a proxy on this machine to "loopback".'

/** How often files that no document refers to are looked for. */
const SWEEP_MS = 60 * 60_000

/** How long requests that have begun may take after that. */
const FINISH_MS = 2_000

const reportSweep = (error: unknown): void =>
  console.error('Tidying the data folder failed:', error)

interface StartOptions {
  demonstration?: boolean
  frontMaker?: FrontMaker
  /** Called with the port, which PORT=0 leaves open. */
  onListening?: (port: number) => void
  /** How many threads answer queries; by default the lake decides. */
  queryThreads?: QueryThreads
}

/** What works beside the lake: it starts after the lake and ends before it. */
interface Parts {
  /** Answers what the lake has no route for. */
  pages: Pages
  front?: Front
  sweeping?: NodeJS.Timeout
  rights?: RightsReporter
  notifier?: ColleagueNotifier
  mail?: MailNotifications
}

/**
 * Starts the newsroom and resolves once it answers. Progress goes to `say`, a line at a time.
 *
 * @throws OperatorError for a taken port, an unwritable folder, or one that another server uses
 */
export async function startNewsroom(
  environment: Environment,
  say: Say,
  {
    demonstration = true,
    frontMaker = builtFront,
    onListening = () => {},
    queryThreads,
  }: StartOptions = {},
): Promise<Running> {
  const logger = createLogger(environment.logLevel ?? 'warn')
  const parts: Parts = {pages: () => STARTING.clone()}
  // The port is opened before anything that takes long: a taken one is reported at once.
  let answer = parts.pages
  const listening = await listen({
    ...environment,
    otherPort: 'PORT=3334 npm start',
    fetch: (request, bindings) => answer(request, bindings),
    onIgnoredProxy: () => logger.warn(IGNORED_PROXY),
  })
  onListening(listening.port)
  const running: Environment = {...environment, port: listening.port}
  const origin = originOf(running)
  // Past any proxy: the address that this process listens on.
  const apiHost = originOf({host: running.host, port: running.port})
  let lake: Lake
  let lock: FolderLock | undefined
  try {
    writable(environment.dataFolder)
    closeToOthers(environment, say)
    lock = lockFolder(environment.dataFolder, {address: {origin, local: apiHost}})
    // As soon as a node with a newer version has joined, the older ones write nothing.
    if (environment.cluster) await frontMaker.prepare?.(say)
    await joinIfEmpty(environment, say)
    lake = openLake(running, {
      origin,
      queryThreads,
      logger,
      onUpdate: logUpdate(),
      moreMetrics: () => (parts.mail ? [mailQueue(parts.mail)] : []),
    })
  } catch (error) {
    lock?.release()
    await listening.close()
    throw error
  }
  lake.app.all('*', (c) => parts.pages(c.req.raw))
  answer = lake.fetch
  lake.attach(frontMaker.beforeLake?.(listening.server) ?? listening.server)
  const server = {lake, listening, lock}
  const close = (): Promise<void> => closeNewsroom(parts, server)
  try {
    const content = await settleContent(lake, {demonstration, origin, say})
    const site: SiteOptions = {projectId: PROJECT_ID, dataset: DATASET, lake, origin}
    await startParts(parts, {lake, environment, origin, logger}, () => frontMaker.open(site, say))
    announce({...content, origin, environment, lake}, say)
  } catch (error) {
    await close()
    throw error
  }
  return {origin, lake, drain: () => drain(server, environment), close}
}

type Server = {lake: Lake; listening: Listening; lock: FolderLock}

/** Work in the background ends, too: a different node of a cluster takes it over. */
async function drain({lake, listening}: Server, {drainSeconds = 0}: Environment): Promise<void> {
  lake.announceStop()
  if (drainSeconds === 0) return
  listening.endConnections()
  await sleep(drainSeconds * 1000)
  await listening.finish(FINISH_MS)
}

async function closeNewsroom(
  {sweeping, rights, front, notifier, mail}: Parts,
  {lake, listening, lock}: Server,
): Promise<void> {
  clearInterval(sweeping)
  rights?.close()
  lake.hangUp()
  await listening.close()
  await front?.close()
  await notifier?.close()
  await mail?.close()
  await lake.close()
  lock.release()
}

/** Seeds an empty newsroom, and gives the demonstration's staff their sign-in links. */
async function settleContent(
  lake: Lake,
  {demonstration, origin, say}: {demonstration: boolean; origin: string; say: Say},
): Promise<Pick<Announcement, 'staff' | 'lonely'>> {
  const {access, documents} = lake.services
  const fresh = access.users.list().length === 0 && demonstration
  // The staff are created last: as long as there are none, an interrupted first start is resumed.
  if (fresh && (documents.count(DATASET) === 0 || isUnfinished(access, 'seed'))) {
    const {seedNewsroom} = await import('./operations/seed/seed-newsroom.ts')
    await seedNewsroom({lake, onProgress: say})
  }
  const isBegun = isUnfinished(access, 'demonstrationStaff')
  if (!fresh && !isBegun) return {staff: [], lonely: false}
  // Loaded here, because most starts do without.
  const {isDemonstrationAuthor, seedStaff} = await import('./operations/seed/seed-staff.ts')
  // Imported content gets no demonstration staff.
  const isDemonstration = isBegun || documents.ofType(DATASET, 'author').some(isDemonstrationAuthor)
  return isDemonstration
    ? {staff: await seedStaff(lake, origin), lonely: false}
    : {staff: [], lonely: true}
}

/** Fills `parts` one by one: after a failure, those that have started are closed. */
async function startParts(
  parts: Parts,
  {
    lake,
    environment,
    origin,
    logger,
  }: {lake: Lake; environment: Environment; origin: string; logger: Logger},
  openFront: () => Promise<Front>,
): Promise<void> {
  await openFiles(lake, logger)
  parts.sweeping = setInterval(() => void lake.tidy().catch(reportSweep), SWEEP_MS)
  parts.sweeping.unref()
  parts.rights = createRightsReporter({lake})
  parts.notifier = createColleagueNotifier({lake})
  const front = await openFront()
  parts.front = front
  parts.pages = environment.site === 'off' ? withoutSite(front.pages) : front.pages
  lake.markReady()
  warmUp(lake)
  // For the next start, also after a power cut.
  flushCompileCache()
  if (environment.mail) {
    const {createMailer} = await import('./mail/mailer.ts')
    const mailer = createMailer(environment.mail)
    parts.mail = createMailNotifications({lake, mailer, origin, logger})
  }
}

/**
 * A store of files that is away stops nobody from starting: what was shown before is here.
 * @throws OperatorError if it refuses the bucket
 */
async function openFiles(lake: Lake, logger: Logger): Promise<void> {
  try {
    await lake.openFiles((done, of) => {
      if (done % 100 === 0 || done === of) logger.info({done, of}, 'Copied files to the bucket')
    })
    await lake.tidy()
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    logger.error({err: error}, 'The files could not be tidied')
  }
}

/** A new node needs nothing but the settings. */
async function joinIfEmpty(environment: Environment, say: Say): Promise<void> {
  const {dataFolder} = environment
  const cluster = clusterOf(environment)
  if (!cluster || existsSync(join(dataFolder, 'lake.sqlite'))) return
  const {joinCluster} = await import('@copydesk/lake/cluster')
  const onPart = (done: number, of: number): void =>
    say(`Copying the newsroom: part ${done} of ${of}.`)
  await joinCluster({...cluster, onPart}, dataFolder)
}

function closeToOthers({dataFolder, dataAccess}: Environment, say: Say): void {
  const {closed, open} = keepPrivate(dataFolder, dataAccess ?? 'owner')
  if (closed.length > 0) {
    say(
      `Other accounts of this machine could open the newsroom's files. They are closed now: ${closed.join(', ')}. To share ${dataFolder} with a group, set COPYDESK_DATA_ACCESS=group.`,
    )
  }
  if (open.length > 0) {
    say(
      `Other accounts of this machine can open the newsroom's files in ${dataFolder}, and this account cannot close them: ${open.join(', ')}.`,
    )
  }
}

/** Loads the dataset into memory before the first reader asks for it. */
function warmUp({services}: Lake): void {
  const question = {dataset: DATASET, query: 'null', perspective: 'published'}
  // If this query fails, the next one reports the reason.
  services.engine.query({...question, actor: ANONYMOUS_ACTOR}).catch(() => {})
}

const mailQueue = (mail: MailNotifications): Metric => ({
  name: 'copydesk_mail_queue',
  help: 'E-mails that wait to be sent.',
  type: 'gauge',
  values: [{value: mail.waiting()}],
})

function openLake(
  environment: Environment,
  {
    queryThreads,
    moreMetrics,
    ...within
  }: Pick<NewsroomLakeOptions, 'origin' | 'logger' | 'onUpdate'> & {
    queryThreads: QueryThreads | undefined
    moreMetrics: () => readonly Metric[]
  },
): Lake {
  const {host, publicUrl, dataFolder, fourEyes, historyDays, webhooksPrivate} = environment
  const {sso, passwordSignIn, metricsToken, slowQueryMs, queryMemoryMb} = environment
  return createNewsroomLake({
    ...within,
    dataFolder,
    cluster: clusterOf(environment),
    files: environment.files,
    ...(historyDays ? {historyDays} : {}),
    ...(fourEyes ? {fourEyes} : {}),
    signIn: {sso, passwords: passwordSignIn},
    metrics: {token: metricsToken, more: moreMetrics},
    queries: {
      warm: [DATASET],
      onLoading: logLoading(),
      onTexts: logTextIndex(),
      ...(slowQueryMs ? {slowMs: slowQueryMs} : {}),
      ...(queryMemoryMb ? {memoryMb: queryMemoryMb} : {}),
      ...(queryThreads ? {threads: queryThreads} : {}),
    },
    ...(webhooksPrivate ? {webhooksPrivate} : {}),
    hostNames: [host.toLowerCase(), ...(publicUrl ? [publicUrl.hostname] : [])],
    onNetwork: listensOnNetwork(environment),
    ...(publicUrl ? {publicOrigin: publicUrl.origin} : {}),
  })
}
