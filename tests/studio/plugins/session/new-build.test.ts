// Whether a window's studio is older than the server's.
import {expect, it} from 'vitest'
import {hasNewBuild} from '../../../../studio/plugins/session/new-build.ts'

const scriptTag = (name: string): string =>
  `<script src="/studio/static/${name}" type="module"></script>`
const OLD = scriptTag('sanity-Aaaaaaa1.js')

function windowOf(outerHTML: string, answer: () => Response | Error) {
  const fetch = async () => {
    const given = answer()
    if (given instanceof Error) throw given
    return given
  }
  const document = {querySelector: () => ({outerHTML})}
  return {document, location: {pathname: '/studio/structure'}, fetch} as unknown as Window
}

it.each([
  ['the same build', OLD, () => new Response(OLD), false],
  ['another build', OLD, () => new Response(scriptTag('sanity-Bbbbbbb2.js')), true],
  ['an error', OLD, () => new Response(scriptTag('sanity-B.js'), {status: 503}), false],
  ['a page without the studio', OLD, () => new Response('Sign in'), false],
  ['no answer', OLD, () => new TypeError('Failed to fetch'), false],
  ['a studio under development', scriptTag('@vite/client'), () => new Response(OLD), false],
])('%s', async (_, html, answer, expected) => {
  expect(await hasNewBuild(windowOf(html, answer))).toBe(expected)
})
