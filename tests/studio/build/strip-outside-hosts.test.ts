import {describe, expect, test} from 'vitest'
import {stripOutsideHosts, stripRemoteFonts} from '../../../studio/build/strip-outside-hosts.ts'

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

  test('carries the name and the icon of the house', () => {
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
