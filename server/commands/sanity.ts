// sanity <command…>
import {Command} from 'commander'
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {constants} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {ROOT, SOURCES} from '../paths.ts'
import {dataFolderOf, type DataOption} from './subcommand.ts'

/** Sanity's own command line on this newsroom, as an importer; the server may run or not. */
export function sanityCommand(): Command {
  return new Command('sanity')
    .description(
      'Runs Sanity’s own command line on this newsroom: datasets, documents, migrations. It runs where a sanity.cli file is: in the folder that you are in, or else in the project’s.',
    )
    .option('--data <folder>', 'the data folder, before the command (default: COPYDESK_DATA)')
    .argument('<command...>', 'what follows "sanity"')
    .passThroughOptions()
    .allowUnknownOption()
    .addHelpText(
      'after',
      '\nExample:\n  npm run copydesk -- sanity datasets export production all.tar.gz',
    )
    .action(async (args: string[], flags: DataOption) => {
      const {localAssets} = await import('../operations/transfer/local-assets.ts')
      const {withLocalClient, withToken} = await import('./local-client.ts')
      const {withPrivateTemp} = await import('./private-temp.ts')
      const {withLake} = await import('./with-lake.ts')
      await withLake(dataFolderOf(flags), async (lake) => {
        const answer = localAssets(lake)
        const name = 'sanity'
        process.exitCode = await withToken(lake, {name, role: 'administrator'}, (administrator) =>
          withLocalClient(
            lake,
            {
              name,
              intercept: (request, local) =>
                answer(isOnDatasets(request) ? sentWith(administrator, request) : request, local),
            },
            (local) => withPrivateTemp(() => runSanity(args, local)),
          ),
        )
      })
    })
}

/** What an importer may not do: creating, changing and deleting datasets. */
const isOnDatasets = ({method, url}: Request): boolean =>
  method !== 'GET' && /^\/v[^/]+\/datasets\/[^/]+$/.test(new URL(url).pathname)

function sentWith(token: string, request: Request): Request {
  const changed = new Request(request)
  changed.headers.set('authorization', `Bearer ${token}`)
  return changed
}

/** Migrations of another studio are beside its own `sanity.cli.ts`. */
function projectFolder(): string {
  const here = process.env['INIT_CWD'] ?? ''
  const isProject = ['ts', 'js'].some((ending) => existsSync(join(here, `sanity.cli.${ending}`)))
  return here && isProject ? here : ROOT
}

/** Answers its exit code. */
async function runSanity(
  args: readonly string[],
  {address, token}: {address: string; token: string},
): Promise<number> {
  const hook = pathToFileURL(join(ROOT, 'server/operations/sync/sanity-cli-hook.mjs')).href
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/@sanity/cli/bin/run.js'), ...args],
    {
      cwd: projectFolder(),
      stdio: 'inherit',
      env: {
        ...process.env,
        // Whatever is neither staging nor production it takes for the API's address.
        SANITY_INTERNAL_ENV: `http://localhost:${new URL(address).port}`,
        SANITY_AUTH_TOKEN: token,
        // This newsroom, also beside an `.env` that names a hosted project.
        SANITY_STUDIO_PROJECT_ID: '',
        SANITY_STUDIO_DATASET: '',
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${SOURCES} --import ${hook}`.trim(),
        NO_UPDATE_NOTIFIER: '1',
        DO_NOT_TRACK: '1',
      },
    },
  )
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    )
  })
}
