import {runInNewContext} from 'node:vm'
import {createElement} from 'react'
import {renderToString} from 'react-dom/server'
import {createGlobalStyle, ServerStyleSheet, styled} from 'styled-components'
import {describe, expect, test} from 'vitest'
import {buildNameOf} from '../../../studio/build/build-name.ts'
import {addKeptStyles, KEPT_STYLES} from '../../../studio/build/kept-styles.ts'
import {withoutGlobalRules} from '../../../studio/plugins/frame/keep-styles.ts'

const BUILT = `<html><head><title>Copydesk</title></head><body>
<script src="/studio/static/sanity-C4c1vq53.js" type="module"></script></body></html>`
const BUILD = 'sanity-C4c1vq53.js'

/** Runs the script of the page, and answers the elements that it puts into the page's head. */
function run(html: string, kept: string | null): Record<string, unknown>[] {
  const added: Record<string, unknown>[] = []
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? []
  runInNewContext(script, {
    localStorage: {getItem: (key: string) => (key === KEPT_STYLES ? kept : null)},
    document: {
      createElement: (name: string) => ({name, dataset: {}}),
      head: {append: (element: Record<string, unknown>) => added.push({...element})},
    },
  })
  return added
}

describe('the page of a build', () => {
  const page = addKeptStyles(BUILT, BUILD)
  const kept = {build: BUILD, version: '6.6.0', css: '.a{color:red;}/*!sc*/\n'}

  test('names its build', () => {
    expect(buildNameOf(page)).toBe(BUILD)
    expect(buildNameOf('<script src="/src/main.ts" type="module"></script>')).toBeUndefined()
  })

  test('gets the rules of an earlier window where styled-components looks for them', () => {
    expect(run(page, JSON.stringify(kept))).toEqual([
      {
        name: 'style',
        type: 'text/plain',
        dataset: {styled: 'true', styledVersion: '6.6.0'},
        textContent: kept.css,
      },
    ])
  })

  test.each([
    ['nothing was kept', null],
    ['another build kept them', JSON.stringify({...kept, build: 'sanity-AAAAAAAA.js'})],
    ['they cannot be read', '{"build": '],
  ])('is as it was where %s', (_, value) => {
    expect(run(page, value)).toEqual([])
  })

  test('keeps the script that it begins with', () => {
    expect(page.replace(/<script>[^]*?<\/script>/, '')).toBe(BUILT)
  })
})

test('rules of the whole page are not kept, those of components are', () => {
  const Whole = createGlobalStyle`body { margin: 0 }`
  const Red = styled.p`
    color: red;
    @media print {
      color: black;
    }
  `
  const sheet = new ServerStyleSheet()
  renderToString(
    sheet.collectStyles(createElement('main', {}, createElement(Whole), createElement(Red))),
  )
  const all = sheet.getStyleTags().replace(/^<style[^>]*>|<\/style>$/g, '')
  expect(all).toContain('margin:0')
  const kept = withoutGlobalRules(all)
  expect(kept).not.toContain('margin:0')
  expect(kept).toContain('color:red')
  expect(kept).toContain('@media print')
  expect(kept).toMatch(
    /data-styled\.g\d+\[id="sc-(?!global)[^"]+"\]\{content:"[^"]+"\}\/\*!sc\*\/\n$/,
  )
})
