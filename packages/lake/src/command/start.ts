// Starts a lake for a studio that is served elsewhere.
import {resolve} from 'node:path'
import pino from 'pino'
import {createLake, type Lake} from '../index.ts'
import {lockFolder, type FolderLock} from '../serve/folder-lock.ts'
import {listen} from '../serve/listen.ts'
import {stopOnSignal} from '../serve/stop-on-signal.ts'
import {writable} from '../serve/writable.ts'
import {STUDIO_ORIGINS, type Settings} from './arguments.ts'
import {isLoopback, machineUser, originOf} from './lake-folder.ts'
import {ADMINISTRATOR, COMMENT_ROLES, ROLES, STAFF_ROLES} from './roles.ts'

type Fetch = Lake['fetch']

/** How often files that no document names are deleted. */
const SWEEP_MS = 60 * 60_000

const STARTING = (): Response =>
  new Response('The lake is starting.', {status: 503, headers: {'Retry-After': '1'}})

/**
 * Resolves when the lake answers requests and its addresses are printed.
 * @throws OperatorError for a taken port, a folder that cannot be written, or a folder that another
 * server uses
 */
export async function start(settings: Settings): Promise<void> {
  const say = (line: string): void => console.log(line)
  const stopRunning = stopOnSignal(say)
  const {host} = settings
  // The database holds sessions and unpublished content.
  process.umask(0o077)
  let answer: Fetch = STARTING
  // The port is opened before the folder is created, so that a taken port is reported immediately.
  const listening = await listen({
    host,
    port: settings.port,
    otherPort: '--port',
    fetch: (request, bindings) => answer(request, bindings),
  })
  const origin = originOf(host, listening.port)
  const data = resolve(settings.data)
  let lock: FolderLock | undefined
  let lake: Lake
  try {
    writable(data, '--data')
    lock = lockFolder(data, {address: {origin, local: origin}})
    lake = openLake({...settings, data}, origin)
  } catch (error) {
    lock?.release()
    await listening.close()
    throw error
  }
  answer = lake.fetch
  lake.attach(listening.server)
  const sweeping = setInterval(() => void lake.tidy().catch(console.error), SWEEP_MS)
  const close = async (): Promise<void> => {
    clearInterval(sweeping)
    lake.hangUp()
    await listening.close()
    await lake.close()
    lock.release()
  }
  try {
    allowOrigins(lake, [...STUDIO_ORIGINS, ...settings.allowOrigin])
    const link = await firstLink(lake, origin)
    await lake.tidy()
    lake.markReady()
    announce(settings, {origin, link}, say)
  } catch (error) {
    await close()
    throw error
  }
  stopRunning({close})
}

const homeOf = ({allowOrigin}: Settings): string => allowOrigin[0] ?? STUDIO_ORIGINS[0] ?? ''

function openLake(settings: Settings, origin: string): Lake {
  const {data, host, projectId, dataset} = settings
  const home = homeOf(settings)
  const lake = createLake({
    dataFolder: data,
    projectId,
    datasets: [dataset],
    roles: ROLES,
    staffRoles: STAFF_ROLES,
    addons: [
      {
        name: `${dataset}-comments`,
        addonFor: dataset,
        profile: 'comments',
        roles: COMMENT_ROLES,
      },
    ],
    webhooks: {role: 'developer'},
    origin,
    hostNames: [host.toLowerCase()],
    onNetwork: !isLoopback(host),
    product: {
      home,
      hints: {
        allowOrigin: (origin) => `Start the lake with this option, too: --allow-origin ${origin}`,
        allowPrivateWebhooks: 'copydesk-lake has no option for those.',
        hostName: 'Start the lake with the host name in the option --host.',
      },
    },
    logger: pino({level: 'warn'}, pino.destination({fd: 2, sync: true})),
  })
  lake.app.get('/', (c) => c.redirect(home))
  return lake
}

/** Removes origins that an earlier start allowed and that are not among `origins`. */
function allowOrigins({services: {access}}: Lake, origins: readonly string[]): void {
  const allowed = origins.map((origin) => access.cors.add(origin, {credentials: true}).origin)
  for (const {origin} of access.cors.list()) {
    if (!allowed.includes(origin)) access.cors.remove(origin)
  }
}

/** Creates the first administrator if there is no account. Returns their sign-in link. */
async function firstLink({services: {access}}: Lake, origin: string): Promise<string | null> {
  if (access.users.list().length > 0) return null
  const person = {
    email: 'administrator@localhost',
    name: 'Administrator',
    roles: [ADMINISTRATOR],
  }
  const {secret} = await access.people.invite(person, machineUser())
  return `${origin}/sign-in/${secret}`
}

function announce(
  settings: Settings,
  {origin, link}: {origin: string; link: string | null},
  say: (line: string) => void,
): void {
  const {data, projectId, dataset} = settings
  say(`The lake runs at ${origin} (project ID "${projectId}", dataset "${dataset}").`)
  say(`A studio at ${homeOf(settings)} can use it.`)
  if (link) {
    say('')
    say('Set a password by this link. It works once, for 24 hours:')
    say(`  ${link}`)
  }
  say('')
  say(`A new sign-in link: npx copydesk-lake sign-in --data ${data}`)
  say('Ctrl+C stops it.')
}
