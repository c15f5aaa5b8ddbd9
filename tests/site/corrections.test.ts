// What readers are told: corrections on the article and on a page of their own, notices of what is gone.
import {describe, expect, test} from 'vitest'
import {article, block, correction, newsroom, notice} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf, withoutData} from './support/html.ts'
import {ORIGIN, siteOver, visit} from './support/visit.ts'

const headOf = (html: string) => textOf(elements(html, 'header', 'article__head')[0] ?? '')
const listOf = (html: string) => elements(html, 'section', 'corrections')[0] ?? ''

describe('an article that was changed', () => {
  const page = (...corrections: Parameters<typeof newsroom>) =>
    visit(siteOver(newsroom(article('piece'), ...corrections)), '/article/piece')

  test('says so by its byline, and leads down to what was changed', async () => {
    const {html} = await page(correction('piece', 1))
    expect(headOf(html)).toContain('Corrected on 2 April 2026')
    expect(links(html)).toContain('#correction-piece-1')
    const target = tags(html, 'li').find((tag) => attribute(tag, 'id') === 'correction-piece-1')
    expect(target).toBeDefined()
    expect(textOf(listOf(html))).toMatch(/Correction 2 April 2026, 00:30 GMT\+9 Note 1 on piece\.$/)
  })

  test('shows the words before and after where they are given', async () => {
    const words = {wrongText: 'The dam is old.', rightText: 'The dam is new.'}
    const {html} = await page(correction('piece', 1, words))
    expect(textOf(listOf(html))).toContain('It said The dam is old. It now says The dam is new.')
    const {html: half} = await page(correction('piece', 1, {wrongText: 'The dam is old.'}))
    expect(textOf(listOf(half))).toContain('It said The dam is old.')
    expect(textOf(listOf(half))).not.toContain('It now says')
  })

  test('names each kind in words, newest first', async () => {
    const {html} = await page(
      correction('piece', 1),
      correction('piece', 2, {type: 'clarification'}),
      correction('piece', 3, {type: 'update'}),
      correction('piece', 4, {type: 'editorsNote'}),
      correction('piece', 5, {type: 'correction'}),
    )
    const kinds = elements(listOf(html), 'strong').map(textOf)
    expect(kinds).toEqual(['Correction', 'Editor’s note', 'Update', 'Clarification', 'Correction'])
    expect(textOf(elements(html, 'p', 'article__corrected')[0] ?? '')).toBe(
      'Corrected on 6 April 2026 Editor’s note of 5 April 2026 Updated on 4 April 2026 Clarified on 3 April 2026',
    )
    const all = tags(elements(html, 'p', 'article__corrected')[0] ?? '', 'a')
    expect(all.map((tag) => attribute(tag, 'href'))[0]).toBe('#correction-piece-5')
  })

  test('says before everything else that it was retracted', async () => {
    const {html} = await page(
      correction('piece', 1, {type: 'retraction', readerNote: 'The figures were invented.'}),
      correction('piece', 2, {type: 'update'}),
    )
    const text = textOf(html)
    const band =
      'We have retracted this article Retracted on 2 April 2026 The figures were invented.'
    expect(text).toContain(band)
    expect(text.indexOf(band)).toBeLessThan(text.indexOf('Text of piece.'))
    expect(headOf(html)).not.toContain('Retract')
    expect(elements(listOf(html), 'strong').map(textOf)).toEqual(['Update', 'Retraction'])
    expect(html).toContain('correction--retraction')
  })

  test('shows what came as markup in a note as words', async () => {
    const {html} = await page(correction('piece', 1, {readerNote: '<script>alert(1)</script>'}))
    expect(withoutData(html)).not.toContain('<script')
    expect(textOf(listOf(html).replaceAll('&lt;', '‹'))).toContain('‹script')
  })

  test('and one that was not says nothing of corrections', async () => {
    const {html} = await page(correction('other', 1))
    expect(listOf(html)).toBe('')
    expect(html).not.toContain('article__corrected')
  })
})

describe('the page of corrections', () => {
  test('lists all of them, newest first, each with its article', async () => {
    const site = siteOver(
      newsroom(
        article('piece'),
        correction('piece', 1),
        correction('piece', 3, {type: 'update'}),
        correction('gone', 2),
        notice('gone', 1),
        correction('nameless', 4),
      ),
    )
    const {html, response} = await visit(site, '/corrections')
    expect(response.status).toBe(200)
    expect(elements(html, 'h1').map(textOf)).toEqual(['Corrections'])
    const main = elements(html, 'main')[0] ?? ''
    expect(elements(main, 'h2').map(textOf)).toEqual([
      'Untitled',
      'Headline of piece',
      'Headline of gone',
      'Headline of piece',
    ])
    expect(links(main)).toEqual([
      '/article/piece#correction-piece-3',
      '/article/piece#correction-piece-1',
    ])
    expect(textOf(main)).toContain('Headline of gone No longer published Correction 3 April 2026')
  })

  test('has pages as every list has', async () => {
    const many = Array.from({length: 45}, (_, index) =>
      correction('piece', index + 1, {
        publishedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      }),
    )
    const site = siteOver(newsroom(article('piece'), ...many))
    const first = await visit(site, '/corrections')
    expect(elements(first.html, 'h2').filter((h2) => h2.includes('/article/'))).toHaveLength(20)
    expect(textOf(first.html)).toContain('Page 1 of 3 Older')
    const last = await visit(site, '/corrections?page=3')
    expect(textOf(last.html)).toContain('Note 1 on piece.')
    expect(last.html).toContain(`<link rel="canonical" href="${ORIGIN}/corrections?page=3"/>`)
    expect((await visit(site, '/corrections?page=4')).response.status).toBe(404)
  })

  test('is there before anything was corrected, and the foot of every page leads to it', async () => {
    const site = siteOver(newsroom(article('piece')))
    const {html, response} = await visit(site, '/corrections')
    expect(response.status).toBe(200)
    expect(textOf(html)).toContain('Nothing has been corrected yet.')
    for (const path of ['/', '/article/piece', '/section/politics', '/nowhere'])
      expect(links((await visit(site, path)).html), path).toContain('/corrections')
  })

  test.each(['ethics', 'corrections'])(
    'is linked from the policies, be there only %s',
    async (key) => {
      const documents = newsroom().map((one) =>
        one._id === 'siteSettings' ? {...one, policies: {[key]: [block('We promise.')]}} : one,
      )
      const site = siteOver(documents)
      const main = elements((await visit(site, '/policies')).html, 'main')[0] ?? ''
      expect(links(main)).toEqual(['/corrections'])
      const back = links(elements((await visit(site, '/corrections')).html, 'main')[0] ?? '')
      expect(back).toEqual(key === 'corrections' ? ['/policies#corrections'] : [])
    },
  )
})

describe('where an article was taken away', () => {
  test('answers 410 and says what was there, what happened, when and why', async () => {
    const site = siteOver(newsroom(notice('piece', 1)))
    const {html, response} = await visit(site, '/article/piece')
    expect(response.status).toBe(410)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toContain('rel="canonical"')
    expect(elements(html, 'title').join()).toContain('Withdrawn: Headline of piece – The Test Post')
    expect(textOf(elements(html, 'main')[0] ?? '')).toBe(
      'Article withdrawn Headline of piece We withdrew this article on 2 May 2026 . It is no longer published. Why piece is gone. To the front page All corrections',
    )
  })

  test('says of a killed one that it will not come back', async () => {
    const {html, response} = await visit(
      siteOver(newsroom(notice('piece', 1, {kind: 'killed'}))),
      '/article/piece',
    )
    expect(response.status).toBe(410)
    expect(textOf(html)).toContain(
      'We removed this article on 2 May 2026 . It will not be published again.',
    )
  })

  test('shows the newest of several notices, also at the addresses that it had before', async () => {
    const site = siteOver(
      newsroom(
        notice('piece', 1, {slug: 'first', readerNote: 'Early words.'}),
        notice('piece', 2, {previousSlugs: ['even-before'], readerNote: 'Late words.'}),
      ),
    )
    for (const slug of ['piece', 'first', 'even-before']) {
      const {html, response} = await visit(site, `/article/${slug}`)
      expect(response.status, slug).toBe(410)
      expect(textOf(html)).toContain('Late words.')
      expect(textOf(html)).not.toContain('Early words.')
    }
  })

  test('gives way to an article that has the address now', async () => {
    const site = siteOver(newsroom(notice('gone', 1, {slug: 'piece'}), article('piece')))
    const {html, response} = await visit(site, '/article/piece')
    expect(response.status).toBe(200)
    expect(textOf(html)).toContain('Headline of piece')
  })

  test('leads on where the article came back under another address', async () => {
    const back = article('piece', {slug: {current: 'now-here'}})
    for (const documents of [
      newsroom(notice('piece', 1), back),
      newsroom(notice('other', 1), article('piece', {previousSlugs: ['other']})),
    ]) {
      const slug = documents.some(({_id}) => _id === 'notice-piece-1') ? 'piece' : 'other'
      const {response} = await visit(siteOver(documents), `/article/${slug}`)
      expect(response.status).toBe(301)
      expect(response.headers.get('location')).toMatch(/^\/article\/(now-here|piece)$/)
    }
  })

  test('is only at that address: others stay 404', async () => {
    const site = siteOver(newsroom(notice('piece', 1)))
    for (const path of ['/article/other', '/section/piece', '/piece'])
      expect((await visit(site, path)).response.status, path).toBe(404)
  })

  test('HEAD says 410 as well', async () => {
    const site = siteOver(newsroom(notice('piece', 1)))
    const head = await site.fetch(new Request(`${ORIGIN}/article/piece`, {method: 'HEAD'}))
    expect(head.status).toBe(410)
    expect(await head.text()).toBe('')
  })
})
