// A Chromium for the browser tests and the screenshots, from npm alone where need be.
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium as playwright, type Browser} from 'playwright-core'

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
 * else an installed Chrome. Close it by `browser.close()`; its temporary folder goes with it.
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

let unpackedInto: string | undefined

async function launchPackaged(quiet: readonly string[]): Promise<Browser> {
  // The package unpacks itself into the temporary folder, and brings the libraries that a bare
  // machine lacks when it takes the machine for a Lambda. It looks at both while it is imported.
  const own = (unpackedInto ??= mkdtempSync(join(tmpdir(), 'copydesk-chromium-')))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = own
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  try {
    const {default: packaged} = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    // Not the package's own arguments: they switch web security off, which is under test here.
    const args = [...quiet, '--font-render-hinting=none', '--disable-gpu']
    const env = {...process.env, TMPDIR: own, FONTCONFIG_FILE: writeFontConfig(own)}
    return await playwright.launch({executablePath, args, env})
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The package's own font configuration looks in /tmp alone, wherever it was unpacked. */
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

process.once('exit', () => {
  if (unpackedInto) rmSync(unpackedInto, {recursive: true, force: true, maxRetries: 5})
})
