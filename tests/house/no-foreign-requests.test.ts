// Built pages name no host that a browser would ask by itself, and their policy forbids other
// hosts. tests/e2e/no-gap.full.test.ts shows that none is asked.
import {createHash} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {createPages} from '../../server/pages.ts'
import {SITE_BUILD, STUDIO_BUILD} from '../../server/paths.ts'
import {studioPolicy} from '../../server/studio-policy.ts'

/** Names that nothing opens: XML namespaces, and examples in messages. */
const NAMES = [
  'www.w3.org',
  'ns.adobe.com',
  'purl.org',
  'fallback.namespace',
  'aomedia.org',
  'example.com',
  'acme.com',
]
/** Links that a person may press, and addresses in messages for developers. */
const LINKS = [
  'www.sanity.io',
  'sanity.io',
  'www.sanity.work',
  'sanity.work',
  'status.sanity.io',
  'snty.link',
  'github.com',
  'react.dev',
  'react.i18next.com',
  'www.mux.com',
  'www.enable-javascript.com',
  'stackoverflow.com',
  'codepen.io',
  'docs.sentry.io',
]
/**
 * Named by code that never runs here: the transport answers these requests, and the policy forbids
 * them.
 */
const SHUT_OUT = [
  // The client's default address.
  'api.sanity.io',
  'api.sanity.work',
  'cdn.sanity.io',
  // The check for a newer version (`packages/lake/src/browser/lake-fetch.ts`).
  'sanity-cdn.com',
  'sanity-cdn.work',
  // The media library, which is off, and its video player.
  'media.sanity.io',
  'media.sanity.work',
  'img.litix.io',
  'www.gstatic.com',
]

const files = globSync('**/*.{js,css,html}', {cwd: STUDIO_BUILD})
const built = new Map(files.map((file) => [file, readFileSync(join(STUDIO_BUILD, file), 'utf8')]))
const hostsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:https?|wss?):\/\/([a-z][a-z\d-]*(?:\.[a-z\d-]+)*\.[a-z]+)(?![\w.$@-])/gi,
    ),
  ].map(([, host = '']) => host)

describe('the built studio', () => {
  test('names other hosts only where it never opens them', () => {
    expect(files.length).toBeGreaterThan(50)
    const found = new Set([...built.values()].flatMap(hostsIn))
    expect(found).toContain('www.w3.org')
    const known = [...NAMES, ...LINKS, ...SHUT_OUT]
    expect([...found].filter((host) => !known.includes(host))).toEqual([])
  })

  test.each([
    ['the bridge to the dashboard', 'bridge.js'],
    ['the picture of the author "system"', 'public.sanity.io'],
    ['fonts', 'static.sanity.io'],
    ['feedback and reports of errors', '/vX/intake/feedback'],
    ['pictures of what is for sale', 'cdn.sanity.io/images/'],
  ])('has lost %s', (_, address) => {
    const outside = new RegExp(`https?://[\\w.-]*${RegExp.escape(address)}`)
    const left = [...built].filter(([, text]) => outside.test(text))
    expect(left.map(([file]) => file)).toEqual([])
  })

  test('has no element in its page that loads from another host', () => {
    const page = built.get('index.html') ?? ''
    expect(page).toContain('<script')
    expect(page).not.toMatch(/<(?:link|script|img|iframe|form)\b[^>]*="(?:https?:)?\/\//)
    expect(page).not.toMatch(/rel="(?:preconnect|dns-prefetch)"/)
  })
})

describe('the policy of the studio', () => {
  const sourcesOf = (policy: string): string[] =>
    policy.split('; ').flatMap((directive) => directive.split(' ').slice(1))
  const LOCAL = /^('[\w-]+'|'sha256-[\w+/]+='|data:|blob:)$/

  test('allows only this server, under the requested name', async () => {
    const pages = createPages({site: async () => new Response('')})
    const response = await pages(new Request('http://newsroom.example:3333/studio/desk'))
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(sourcesOf(policy).filter((source) => !LOCAL.test(source))).toEqual([
      'ws://newsroom.example:3333',
      'wss://newsroom.example:3333',
    ])
    for (const name of ['connect-src', 'form-action', 'frame-src', 'font-src', 'img-src']) {
      expect(policy).toContain(`; ${name} 'self'`)
    }
  })

  test('allows the scripts in the built page, and no other inline script', async () => {
    const pages = createPages({site: async () => new Response('')})
    const response = await pages(new Request('http://newsroom.example:3333/studio'))
    const page = await response.text()
    const policy = response.headers.get('content-security-policy') ?? ''
    const inline = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text)
    // Sanity's own, and those of studio/build/{kept-styles,load-again}.ts.
    expect(inline).toEqual([
      expect.stringContaining('__sanityErrorChannel'),
      expect.stringContaining('restoreStyles'),
      expect.stringContaining('loadAgain'),
    ])
    const hashes = inline.map((text) => createHash('sha256').update(text).digest('base64'))
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(
      `'self' 'wasm-unsafe-eval' 'sha256-${hashes[0]}' 'sha256-${hashes[1]}' 'sha256-${hashes[2]}'`,
    )
  })

  test('names each inline script once, and none with an address', () => {
    const html = `<SCRIPT type="module">a</SCRIPT><script src="/x.js"></script><script>b</script>`
    const hashes = ['a', 'b'].map((text) => createHash('sha256').update(text).digest('base64'))
    expect(studioPolicy({html, hosted: false, host: 'localhost'})).toContain(
      `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hashes[0]}' 'sha256-${hashes[1]}';`,
    )
  })

  test('does not contain an invalid host', () => {
    expect(studioPolicy({html: '', hosted: false, host: 'a; script-src *'})).not.toContain('*')
  })

  test('allows Sanity’s own hosts only in hosted mode', () => {
    expect(studioPolicy({html: '', hosted: true, host: 'localhost'})).toContain(
      'https://*.api.sanity.io',
    )
    expect(studioPolicy({html: '', hosted: false, host: 'localhost'})).not.toContain('sanity')
  })
})

test('the built site fetches from no other host', () => {
  const server = readFileSync(join(SITE_BUILD, 'server.js'), 'utf8')
  expect(server.length).toBeGreaterThan(10_000)
  expect(server).not.toMatch(/\b(?:src|action)=\\?["'](?:https?:)?\/\//)
  // The overlays of previews contain a parser of CSS, which contains the word.
  expect(server).not.toMatch(/@import\s*(?:url|\\?["'])|rel:\s*["'](?:preconnect|dns-prefetch)/)
})
