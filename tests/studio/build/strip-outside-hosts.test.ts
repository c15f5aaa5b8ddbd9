import {describe, expect, test} from 'vitest'
import {
  stripHostedAddresses,
  stripOutsideHosts,
  stripRemoteFonts,
} from '../../../studio/build/strip-outside-hosts.ts'

const BUILT = `<!DOCTYPE html><html><head><link href="/static/favicon.ico" rel="icon" sizes="any"/>
<link href="/studio/static/sanity.css" rel="stylesheet"/><title>Sanity Studio</title><style>
@font-face { font-family: Inter; src: url("https://studio-static.sanity.io/Inter.woff2") format("woff2"); }
html { height: 100% }
</style><script src="https://core.sanity-cdn.com/bridge.js" async type="module" data-sanity-core></script>
</head><body><script src="/studio/static/sanity.js" type="module"></script></body></html>`

describe('the built page', () => {
  const page = stripOutsideHosts(BUILT)

  test('names no other host', () => {
    expect(BUILT).toMatch(/https:\/\/core\.sanity-cdn/)
    expect(page).not.toMatch(/(src|href)="https?:/)
    expect(page).not.toContain('sanity.io')
  })

  test('keeps its own script and styles', () => {
    expect(page).toContain('<script src="/studio/static/sanity.js" type="module"></script>')
    expect(page).toContain('href="/studio/static/sanity.css"')
    expect(page).toContain('html { height: 100% }')
  })

  test('has the name and the icon of the product', () => {
    expect(page).toContain('<title>Copydesk</title>')
    expect(page).toContain('href="data:image/svg+xml')
    expect(page).not.toContain('/static/favicon.ico')
  })
})

test('a font that is served here stays', () => {
  const own = '@font-face{font-family:A;src:url(/studio/static/a.woff2)}'
  const foreign = '@font-face{font-family:B;src:url(https://x.example/b.woff2)}'
  expect(stripRemoteFonts(`a{}${foreign}${own}b{}`)).toBe(`a{}${own}b{}`)
})

describe('a built script', () => {
  test('loads neither the dashboard’s bridge nor pictures of other hosts', () => {
    const script = [
      'n.src=t?`https://core.sanity-cdn.work/bridge.js`:`https://core.sanity-cdn.com/bridge.js`;',
      'a={imageUrl:`https://public.sanity.io/logos/favicon-192.png`,',
      'b:"https://cdn.sanity.io/images/pyrmmpch/production/b472-632x376.png"}',
    ].join('')
    const stripped = stripHostedAddresses(script)
    expect(stripped).not.toMatch(/https?:\/\//)
    expect(stripped).toContain('n.src=t?`data:text/javascript,`:`data:text/javascript,`;')
    expect(stripped).toContain('imageUrl:`data:image/svg+xml,')
  })

  test('sends feedback to its own server, and keeps where a client goes by default', () => {
    const script = 'a=`https://api.sanity.io/vX/intake/feedback`;b=`https://api.sanity.io`'
    expect(stripHostedAddresses(script)).toBe('a=`/vX/intake/feedback`;b=`https://api.sanity.io`')
  })
})
