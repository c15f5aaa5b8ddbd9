// What the form says about codes and ids: languages, time zones, topics, dates, document ids.
import {describe, expect, it} from 'vitest'
import {
  ARTICLE,
  AUTHOR,
  NEWSROOM,
  reference,
  saysAt,
  SETTINGS,
  SOURCE,
  TOPIC,
  like,
} from '../support.ts'

describe('a language', () => {
  it.each(['en', 'ja', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419'])(
    'may be %s',
    async (language) => {
      expect(await saysAt('language', {...SETTINGS, language})).toEqual([])
    },
  )

  it.each(['English', 'english', 'en_US', 'e', 'en-', '12'])('may not be %s', async (language) => {
    expect(await saysAt('language', {...SETTINGS, language})).toEqual([
      'error: Use a language code such as “en”, “ja” or “pt-BR”.',
    ])
  })

  it('is written as the standard writes it', async () => {
    expect(await saysAt('language', {...SETTINGS, language: 'pt-br'})).toEqual([
      'error: Write it as “pt-BR”.',
    ])
  })

  it('is checked in each entry of a list', async () => {
    const author = {...AUTHOR, languages: ['en', 'Japanese']}
    expect(await saysAt('languages.1', author)).toEqual(like(/^error/))
    expect(await saysAt('languages.0', author)).toEqual([])
  })
})

describe('a time zone', () => {
  it.each(['Asia/Tokyo', 'Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'])(
    'may be %s',
    async (timeZone) => expect(await saysAt('timeZone', {...SETTINGS, timeZone})).toEqual([]),
  )

  it.each(['Tokyo', 'Asia/Edo', 'JST', '+09:00', 'GMT+9'])('may not be %s', async (timeZone) => {
    expect(await saysAt('timeZone', {...SETTINGS, timeZone})).toEqual(like(/^error/))
  })
})

describe('a Media Topic code', () => {
  it.each([
    ['medtop:11000000', []],
    ['medtop:20000639', []],
    ['11000000', [/^error/]],
    ['medtop:1100', [/^error/]],
    ['http://cv.iptc.org/newscodes/mediatopic/11000000', [/^error/]],
  ])('%s', async (mediaTopic, said) => {
    expect(await saysAt('mediaTopic', {...TOPIC, mediaTopic})).toEqual(like(...said))
  })
})

describe('an affiliation', () => {
  it.each([
    ['an organisation', {organization: 'The Institute'}, []],
    ['a title without one', {title: 'baker'}, []],
    ['neither', {organization: ' ', from: '2019'}, ['error: Which organisation, or what title?']],
  ])('has %s', async (_, fields, said) => {
    const affiliations = [{_key: 'a', _type: 'affiliation', ...fields}]
    expect(await saysAt('affiliations.[].organization', {...SOURCE, affiliations})).toEqual(said)
  })

  const about = (from: string, to: string) => {
    const affiliations = [
      {_key: 'a', _type: 'affiliation', organization: 'The Institute', from, to},
    ]
    return saysAt('affiliations.[].to', {...SOURCE, affiliations})
  }

  it('ends after it begins, as far as both dates go', async () => {
    expect(await about('2019', '2019-06')).toEqual([])
    expect(await about('2019-06', '2019')).toEqual([])
    expect(await about('2019-06', '2019-05')).toEqual(['error: The end is before the beginning.'])
    expect(await about('2020', '2019-12')).toEqual(['error: The end is before the beginning.'])
  })
})

describe('a place in a recording', () => {
  it.each([
    ['12:34', []],
    ['1:02:03', []],
    ['0:07', []],
    ['12:60', [/^error/]],
    ['twelve', [/^error/]],
  ])('%s', async (timecode, said) => {
    const quote = {_id: 'private.quote.q', _type: 'privateQuote', quote: reference('q'), timecode}
    expect(await saysAt('timecode', quote)).toEqual(like(...said))
  })
})

describe('the id of a document', () => {
  it('has no dot in public types, apart from draft and version', async () => {
    for (const document of NEWSROOM)
      for (const _id of ['plain', 'drafts.plain', 'versions.r1.plain'])
        expect(await saysAt('', {...document, _id}, NEWSROOM)).toEqual([])
    for (const _id of ['a.b', 'drafts.a.b', 'versions.r1.a.b'])
      expect(await saysAt('', {...ARTICLE, _id}, NEWSROOM)).toEqual(
        like(/^error: .*contains a dot/),
      )
  })

  it.each([
    ['privateSource', 'source', 'source'],
    ['privateQuote', 'quote', 'quote'],
    ['privatePhoto', 'photo', 'photo'],
    ['privateAuthor', 'author', 'author'],
  ])('of a %s is made of the public one’s, and hidden by its dots', async (_type, kind, field) => {
    const about = (_id: string) => saysAt('', {_id, _type, [field]: reference('one')})
    expect(await about(`private.${kind}.one`)).toEqual([])
    expect(await about(`private.${kind}.two`)).toEqual(like(/^error: .*belongs to “two”/))
    expect(await about('one')).toEqual(like(/^error: .*must have an id that begins with/))
  })
})
