// Logo, colour and icon of the newsroom, as its settings have them.
import {describe, expect, it, test} from 'vitest'
import {brandCss} from '../../site/styles/brand-css.ts'
import type {Document} from './support/client.ts'
import {article, newsroom, reference} from './support/fixtures.ts'
import {attribute, elements, tags, textOf} from './support/html.ts'
import {imageAsset} from './support/seed.ts'
import {siteOver, visit} from './support/visit.ts'

const [logo, onDark, icon] = ['logo', 'logo on dark', 'icon'].map((name) => imageAsset(name))
const image = (asset: Document | undefined) => ({
  _type: 'image',
  asset: reference(asset?._id ?? ''),
})

function branded(settings: Record<string, unknown>): Document[] {
  const documents = newsroom(article('piece')).map((one) =>
    one._type === 'siteSettings' ? {...one, ...settings} : one,
  )
  return [...documents, ...[logo, onDark, icon].flatMap((asset) => asset ?? [])]
}

describe('the colour', () => {
  it.each([
    {colour: null, rules: ''},
    {colour: 'red', rules: ''},
    {colour: '#00f;}body{display:none', rules: ''},
  ])('$colour has the rules “$rules”', ({colour, rules}) => {
    expect(brandCss(colour)).toBe(rules)
  })

  it('is lighter on dark paper, and admitted by the policy', async () => {
    const {html, response} = await visit(siteOver(branded({colour: '#14508c'})), '/')
    const [style = ''] = elements(html, 'style')
    expect(style).toMatch(/^<style>:root\{--accent:#14508c\}@media .*dark.*--accent:#(?!14508c)/)
    expect(response.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/)
    const {html: manifest} = await visit(
      siteOver(branded({colour: '#14508c'})),
      '/manifest.webmanifest',
    )
    expect(JSON.parse(manifest)).toMatchObject({theme_color: '#14508c'})
  })
})

test('the logo is in the place of the name, and says it', async () => {
  const site = siteOver(branded({logo: image(logo), logoOnDark: image(onDark)}))
  for (const path of ['/', '/article/piece']) {
    const {html} = await visit(site, path)
    const [masthead = ''] = elements(html, 'header', 'masthead')
    const [picture = ''] = elements(masthead, 'picture')
    expect(attribute(tags(picture, 'img')[0] ?? '', 'alt')).toBe('The Test Post')
    expect(attribute(tags(picture, 'source')[0] ?? '', 'media')).toContain('dark')
    expect(textOf(masthead)).not.toContain('The Test Post')
  }
})

test('the icon is that of tabs, phones and the manifest', async () => {
  const site = siteOver(branded({icon: image(icon)}))
  const {html} = await visit(site, '/')
  const address = expect.stringMatching(/\/images\/.*w=\d+.*/)
  for (const rel of ['icon', 'apple-touch-icon']) {
    const link = tags(html, 'link').find((tag) => attribute(tag, 'rel') === rel)
    expect(attribute(link ?? '', 'href'), rel).toEqual(address)
  }
  const {html: manifest} = await visit(site, '/manifest.webmanifest')
  const {icons} = JSON.parse(manifest) as {icons: {src: string}[]}
  expect(icons.map(({src}) => src)).toEqual([address, address])
})

test('a newsroom without them has its name in type and the product’s icon', async () => {
  const {html} = await visit(siteOver(branded({})), '/')
  expect(textOf(elements(html, 'h1')[0] ?? '')).toBe('The Test Post')
  expect(html).toContain('href="/icon.svg"')
})
