// The embedded newsroom as one running thing: lake, studio and site on one port. `npm start` and the
// browser tests start it here.
import {flushCompileCache} from 'node:module'
import {ANONYMOUS_ACTOR} from '@copydesk/lake/access'
import type {Lake, Metric} from '@copydesk/lake'
import {isDemonstrationAuthor} from './operations/seed/demonstration-staff.ts'
import {seedIsUnfinished, seedNewsroom} from './operations/seed/seed-newsroom.ts'
import {commandHint} from './commands/hint.ts'
import {resting} from './commands/rest.ts'
import {settleStaff, staffIsUnsettled} from './operations/seed/settle-staff.ts'
import {keepPrivate} from './data-access.ts'
import {listensOnNetwork, originOf, type Environment} from './environment.ts'
import {lockFolder, type FolderLock} from '@copydesk/lake/data-folder'
import {builtFront, type Front, type FrontMaker} from './front.ts'
import {listen} from '@copydesk/lake/serve'
import {createLogger} from './logger.ts'
import {createMailNotifications, type MailNotifications} from './mail/mail-notifications.ts'
import {createMailer} from './mail/mailer.ts'
import {createNewsroomLake, DATASET, PROJECT_ID, type NewsroomLakeOptions} from './newsroom-lake.ts'
import {createRightsReporter, type RightsReporter} from './report-rights.ts'
import {createTellLoading} from './log-loading.ts'
import {createTellTexts} from './log-text-index.ts'
import {createTellUpdate} from './log-update.ts'
import {createTellColleagues, type TellColleagues} from './notify-colleagues.ts'
import {withoutSite} from './without-site.ts'
import {writable} from './writable.ts'
import {unregisteredTypes} from './unregistered-types.ts'

export interface Running {
  origin: string
  lake: Lake
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

/** Files that no document names are looked for this often. */
const SWEEP_MS = 60 * 60_000

const reportSweep = (error: unknown): void =>
  console.error('Tidying the data folder failed:', error)

/**
 * Starts the newsroom and resolves once it answers. Progress goes to `say`, a line at a time.
 *
 * @throws OperatorError for a taken port, an unwritable folder, or one that another server has
 */
export async function startNewsroom(
  environment: Environment,
  say: Say,
  {
    demonstration = true,
    frontMaker = builtFront,
    onListening = () => {},
    queryThreads,
  }: {
    demonstration?: boolean
    frontMaker?: FrontMaker
    /** Told the port, which PORT=0 leaves open. */
    onListening?: (port: number) => void
    /** How many threads answer queries, where it is not for the lake to say. */
    queryThreads?: QueryThreads
  } = {},
): Promise<Running> {
  const logger = createLogger(environment.logLevel ?? 'warn')
  let pages: Pages = () => STARTING.clone()
  // The port is opened before anything long begins: a taken one is told at once.
  let answer: Pages = pages
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
  let mail: MailNotifications | undefined
  let lake: Lake
  let lock: FolderLock | undefined
  try {
    writable(environment.dataFolder)
    closeToOthers(environment, say)
    lock = lockFolder(environment.dataFolder, {address: {origin, local: apiHost}})
    lake = openLake(running, {
      origin,
      queryThreads,
      logger,
      onUpdate: createTellUpdate(),
      moreMetrics: () => (mail ? [mailQueue(mail)] : []),
    })
  } catch (error) {
    lock?.release()
    await listening.close()
    throw error
  }
  lake.app.all('*', (c) => pages(c.req.raw))
  answer = lake.fetch
  lake.attach(frontMaker.beforeLake?.(listening.server) ?? listening.server)
  let front: Front | undefined
  let sweeping: NodeJS.Timeout | undefined
  let rights: RightsReporter | undefined
  let talk: TellColleagues | undefined
  const close = async (): Promise<void> => {
    clearInterval(sweeping)
    rights?.close()
    lake.hangUp()
    await listening.close()
    await front?.close()
    await talk?.close()
    await mail?.close()
    await lake.close()
    lock.release()
  }
  try {
    const fresh = lake.services.access.users.list().length === 0 && demonstration
    // The staff come last: while there is nobody, an interrupted first start is taken up again.
    if (fresh && (isEmpty(lake) || seedIsUnfinished(lake.services.access))) {
      await seedNewsroom({lake, onProgress: say})
    }
    // Content that somebody imported is looked after by people of its own.
    const theirs =
      staffIsUnsettled(lake.services.access) ||
      (fresh && lake.services.documents.ofType(DATASET, 'author').some(isDemonstrationAuthor))
    const staff = theirs ? await settleStaff(lake, origin) : []
    await lake.tidy()
    sweeping = setInterval(() => void lake.tidy().catch(reportSweep), SWEEP_MS)
    sweeping.unref()
    rights = createRightsReporter({lake})
    talk = createTellColleagues({lake})
    const site = {projectId: PROJECT_ID, dataset: DATASET, lake, origin}
    front = await frontMaker.open(site, say)
    pages = environment.site === 'off' ? withoutSite(front.pages) : front.pages
    lake.markReady()
    warmUp(lake)
    // For the next start, also after a power cut.
    flushCompileCache()
    if (environment.mail) {
      const mailer = createMailer(environment.mail)
      mail = createMailNotifications({lake, mailer, origin, logger})
    }
    const hasSite = environment.site !== 'off'
    const rests = lake.services.rest.since() !== null
    const {dataFolder} = environment
    const unregistered = unregisteredTypes(lake.services.documents.typeCounts(DATASET))
    const lonely = fresh && !theirs
    announce({origin, dataFolder, staff, hasSite, lonely, rests, unregistered}, say)
  } catch (error) {
    await close()
    throw error
  }
  return {origin, lake, close}
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

/** So that no reader waits for an archive to be read into memory, and gone through for readers. */
function warmUp({services}: Lake): void {
  const question = {dataset: DATASET, query: 'null', perspective: 'published'}
  // What stands in the way of this one, the next one will be told.
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
    ...(historyDays ? {historyDays} : {}),
    ...(fourEyes ? {fourEyes} : {}),
    signIn: {sso, passwords: passwordSignIn},
    metrics: {token: metricsToken, more: moreMetrics},
    queries: {
      onLoading: createTellLoading(),
      onTexts: createTellTexts(),
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

const isEmpty = (lake: Lake): boolean => lake.services.documents.count(DATASET) === 0

interface Announcement {
  origin: string
  dataFolder: string
  staff: {name: string; role: string; link: string}[]
  hasSite: boolean
  /** There is content, and nobody who may sign in. */
  lonely: boolean
  /** It is a copy, and tells nobody of anything. */
  rests: boolean
  /** Types that the registry does not name. */
  unregistered: string | undefined
}

function announce(
  {origin, dataFolder, staff, hasSite, lonely, rests, unregistered}: Announcement,
  say: Say,
): void {
  const hint = (words: string): string => commandHint(words, dataFolder)
  say('')
  say('Copydesk is running.')
  if (hasSite) say(`  Site    ${origin}/`)
  say(`  Studio  ${origin}/studio`)
  say(`  API     ${origin}/v2025-02-19/data/query/${DATASET}?query=*[_type=="article"]{headline}`)
  if (staff.length > 0) {
    say('')
    say('The demonstration staff sign in by these links: each works once, for 24 hours.')
    const width = Math.max(...staff.map(({name, role}) => name.length + role.length + 3))
    for (const {name, role, link} of staff) say(`  ${`${name} (${role})`.padEnd(width)}  ${link}`)
    say(`A new link: ${hint('sign-in-link <e-mail>')}`)
  }
  if (lonely) {
    say('')
    say('Nobody can sign in yet. An account, and a link for its person:')
    say(`  ${hint('user add <e-mail> --name <name> --role administrator')}`)
  }
  if (unregistered) {
    say('')
    say(unregistered)
  }
  if (rests) {
    say('')
    say(resting(dataFolder))
  }
  say('')
  say('Ctrl-C stops it.')
}
