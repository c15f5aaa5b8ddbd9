// What the form says about articles: lengths, the web address, connections, headings.
import {describe, expect, it} from 'vitest'
import {ARTICLE, block, NEWSROOM, others, reference, saysAt, stored, like} from '../support.ts'

const article = (changes: Record<string, unknown>) => ({...ARTICLE, ...changes})
const about = (path: string, changes: Record<string, unknown>) =>
  saysAt(path, article(changes), others(ARTICLE))
const slug = (current: string) => ({slug: {_type: 'slug', current}})

describe('the headline', () => {
  it('is warned about at 111 characters and refused at 201', async () => {
    expect(await about('headline', {headline: 'x'.repeat(110)})).toEqual([])
    expect(await about('headline', {headline: 'x'.repeat(111)})).toEqual([
      'warning: A headline has at most 110 characters; this has 111.',
    ])
    expect(await about('headline', {headline: 'x'.repeat(201)})).toEqual(
      like(/^warning/, 'error: A headline has at most 200 characters; this has 201.'),
    )
  })

  it('is counted as readers count', async () => {
    expect(await about('headline', {headline: '𠮷'.repeat(110)})).toEqual([])
  })

  it('is more than spaces', async () => {
    expect(await about('headline', {headline: '  '})).toEqual([
      'error: An article needs a headline.',
    ])
    expect(await about('dek', {dek: ' '})).toEqual(['error: An article needs a standfirst.'])
  })
})

describe('the web address', () => {
  it.each(['two-sessions-2024', 'g7', '全人代-2024'])('may be %s', async (current) => {
    expect(await about('slug', slug(current))).toEqual([])
  })

  it.each(['Two-Sessions', 'two sessions', 'two--sessions', '-two', 'two/sessions', 'two?x=1'])(
    'may not be %s',
    async (current) =>
      expect(await about('slug', slug(current))).toEqual(like(/^error: Use small/)),
  )

  describe('is unique in its language', () => {
    const other = (changes: Record<string, unknown>) =>
      stored({...article({_id: 'another', ...changes})})
    const about = (others: ReturnType<typeof other>[], changes = {}) =>
      saysAt('slug', article(changes), [...NEWSROOM, ...others])

    it('among published articles and drafts', async () => {
      expect(await about([other({})])).toEqual(['error: Slug is already in use'])
      expect(await about([other({_id: 'drafts.another'})])).toEqual([
        'error: Slug is already in use',
      ])
    })

    it('but a translation may keep it', async () => {
      expect(await about([other({language: 'ja'})])).toEqual([])
    })

    it('and its own draft and versions have it too', async () => {
      const own = [other({_id: 'drafts.article-1'}), other({_id: 'versions.r1.article-1'})]
      expect(await about(own)).toEqual([])
      expect(await about(own, {_id: 'drafts.article-1'})).toEqual([])
    })
  })
})

describe('connections', () => {
  it('a section or topic must be published first, and the form says which', async () => {
    expect(await about('section', {section: reference('new')})).toEqual([
      'error: This section is not published yet. An editor publishes it first.',
    ])
    expect(await about('topics.[]', {topics: [{_key: 't', ...reference('new')}]})).toEqual([
      'error: This topic is not published yet. An editor publishes it first.',
    ])
  })

  it('a photo, quote or author that is not published goes out with the article', async () => {
    const OUT = ['info: Not published yet: it goes out together with the article.']
    const leadPhoto = {_type: 'photoUse', photo: reference('new')}
    expect(await about('leadPhoto.photo', {leadPhoto})).toEqual(OUT)
    const body = [{_key: 'q', _type: 'quoteUse', quote: reference('new'), display: 'block'}]
    expect(await about('body.[].quote', {body})).toEqual(OUT)
    const bylines = [{_key: 'b', _type: 'byline', author: reference('new'), role: 'writer'}]
    expect(await about('bylines.[].author', {bylines})).toEqual(OUT)
  })

  it('a related article may be gone', async () => {
    expect(await about('related.[]', {related: [{_key: 'r', ...reference('gone')}]})).toEqual([])
  })

  it('an author named twice, a topic named twice', async () => {
    const byline = (_key: string, role: string) => ({
      _key,
      _type: 'byline',
      author: reference('author-d'),
      role,
    })
    const bylines = [byline('a', 'writer'), byline('b', 'photographer')]
    expect(await about('bylines.[]', {bylines})).toEqual(['warning: This author is already named.'])
    const topics = ['a', 'b'].map((_key) => ({_key, ...reference('topic-diplomacy')}))
    expect(await about('topics.[]', {topics})).toEqual(like(/^error/, /^error/))
  })

  it('are missed with a warning only', async () => {
    expect(await about('topics', {topics: []})).toEqual(like(/^warning/))
    expect(await about('related', {related: []})).toEqual(like(/^warning/))
    expect(await about('leadPhoto', {leadPhoto: undefined})).toEqual(like(/^warning/))
    expect(await about('leadPhoto', {leadPhoto: {_type: 'photoUse'}})).toEqual(like(/^warning/))
  })
})

describe('headings', () => {
  it('begin with a big one', async () => {
    const small = [block('Text'), block('Small', 'h3'), block('Big', 'h2')]
    expect(await about('body.[]', {body: small})).toEqual(like(/^warning: Begin with a subheading/))
    const right = [block('Text'), block('Big', 'h2'), block('Small', 'h3')]
    expect(await about('body.[]', {body: right})).toEqual([])
  })
})

it('a kind of article is one that readers know', async () => {
  expect(await about('articleType', {articleType: 'advertorial'})).toEqual(like(/^error/))
})
