// What the form says about addresses: in the text, in embeds, in calls to action.
import {describe, expect, it} from 'vitest'
import {ARTICLE, AUTHOR, block, others, reference, saysAt, like} from '../support.ts'

const inBody = (path: string, item: Record<string, unknown>) =>
  saysAt(`body.[]${path}`, {...ARTICLE, body: [{_key: 'x', ...item}]}, others(ARTICLE))

describe('a link', () => {
  const about = (href: string) =>
    inBody(
      '.markDefs.[].href',
      block('Read on', 'normal', {markDefs: [{_key: 'l', _type: 'link', href}]}),
    )

  it.each([
    'https://example.org/page?q=1#part',
    'http://example.org',
    'mailto:desk@example.org',
    'https://例え.jp/',
  ])('may lead to %s', async (href) => expect(await about(href)).toEqual([]))

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
  ])('may not lead to %j', async (href) => {
    expect(await about(href)).toEqual(like(/^error: A link that begins with/))
  })

  it.each(['example.org', '/politics', '//example.org'])(
    'is a whole address, unlike %s',
    async (href) => {
      expect(await about(href)).toEqual(like(/^error: Copy the whole address/))
    },
  )

  it('carries no password', async () => {
    expect(await about('https://me:secret@example.org')).toEqual(like(/^error: .*password/))
  })

  it('is checked in every field with an address', async () => {
    const links = [{_key: 'l', _type: 'webLink', label: 'Home', url: 'javascript:alert(1)'}]
    expect(await saysAt('links.[].url', {...AUTHOR, links})).toEqual(like(/^error/))
    const citations = [{_key: 'c', _type: 'citation', title: 'Report', url: 'data:,x'}]
    const article = {...ARTICLE, citations}
    expect(await saysAt('citations.[].url', article, others(ARTICLE))).toEqual(like(/^error/))
  })
})

describe('an embed', () => {
  const about = (url: string) => inBody('.url', {_type: 'embed', url, title: 'A film'})

  it.each([
    'https://www.youtube.com/watch?v=1',
    'https://youtu.be/1',
    'https://player.vimeo.com/video/1',
    'https://datawrapper.dwcdn.net/abc/1/',
  ])('comes from an allowed host: %s', async (url) => expect(await about(url)).toEqual([]))

  it.each([
    'https://youtube.com.evil.example/',
    'https://evil.example/?youtube.com',
    'https://notyoutube.com/',
    'https://youtube.com@evil.example/',
  ])('comes from no other: %s', async (url) => {
    expect(await about(url)).toEqual(like(/^error: Content from .* cannot be embedded/))
  })

  it.each(['http://youtube.com/watch?v=1', 'javascript:alert(1)', 'youtube.com'])(
    'is fetched over https: %s',
    async (url) => expect(await about(url)).toEqual(like(/^error: Copy the whole address/)),
  )

  it('says what it shows', async () => {
    const said = await inBody('.title', {_type: 'embed', url: 'https://youtu.be/1'})
    expect(said).toEqual(like(/^error: Say what it shows/))
  })
})

describe('a call to action', () => {
  const about = (path: string, target: Record<string, unknown>) =>
    inBody(path, {_type: 'callToAction', text: 'Follow us for updates.', ...target})
  const url = 'https://example.org/follow'
  const link = reference('section-politics')

  it('leads to one place, or is only said', async () => {
    for (const target of [{}, {label: 'Follow', url}, {label: 'Follow', link}])
      for (const path of ['', '.label', '.url', '.link'])
        expect(await about(path, target)).toEqual([])
  })

  it('does not lead to two', async () => {
    expect(await about('.url', {label: 'Follow', url, link})).toEqual(like(/^error: Choose one/))
  })

  it('has words to click on, and somewhere to go', async () => {
    expect(await about('.label', {url})).toEqual(like(/^error: What do readers click on/))
    expect(await about('.label', {label: 'Follow'})).toEqual(like(/^error: Where does the link/))
  })

  it('is safe', async () => {
    const target = {label: 'Follow', url: 'javascript:alert(1)'}
    expect(await about('.url', target)).toEqual(like(/^error/))
  })
})
