// The front page of a newsroom whose editors have made none.
import {describe, expect, it, test} from 'vitest'
import {editionOf, frontOfHome, topicsOf} from '../../../site/fronts/front-of-home.ts'
import type {FrontView} from '../../../site/fronts/front-view.ts'

type Home = Parameters<typeof frontOfHome>[0]
type Piece = Home['latest'][number]

/** Newer ones have smaller numbers. */
function piece(number: number, more: Partial<Piece> = {}): Piece {
  return {
    _id: `piece-${number}`,
    _type: 'article',
    headline: `Headline ${number}`,
    kicker: null,
    dek: null,
    articleType: null,
    language: 'en',
    slug: `piece-${number}`,
    date: new Date(Date.UTC(2026, 10, 24) - number * 3_600_000).toISOString(),
    section: null,
    bylines: null,
    portrait: null,
    isUpdated: false,
    leadPhoto: null,
    topics: null,
    ...more,
  }
}

const asset = {_id: 'image-a-3x2-jpg', url: null, lqip: null, hasAlpha: null}
const photograph = (isGraphic = false) =>
  ({
    photo: {
      creditLine: 'Ada Byrne',
      isGraphic,
      image: {asset: {...asset, dimensions: {width: 3, height: 2}}},
    },
  }) as unknown as Piece['leadPhoto']

const frontWithout = (home: Pick<Home, 'latest' | 'sections'>) =>
  frontOfHome({...home, packages: []})

const section = (name: string, articles: Piece[], hue: string | null = null) => ({
  _id: `section-${name}`,
  title: name,
  hue: hue as Home['sections'][number]['hue'],
  slug: name,
  articles,
})

/** 40 pieces in five sections of eight. */
function fullHome(more: (number: number) => Partial<Piece> = () => ({})): Home {
  const all = Array.from({length: 40}, (_, index) => piece(index, more(index)))
  const names = ['politics', 'economy', 'science', 'culture', 'sport']
  return {
    latest: all.slice(0, 16),
    sections: names.map((name, place) =>
      section(
        name,
        all.filter((_, index) => index % names.length === place),
        'blue',
      ),
    ),
    packages: [],
  }
}

const idsOf = ({containers}: FrontView) =>
  containers.flatMap(({stories}) => stories.map(({_id}) => _id))
const keysOf = ({containers}: FrontView) => containers.map(({_key}) => _key)

test('an empty newsroom has no container', () => {
  expect(frontWithout({latest: [], sections: []})).toEqual({containers: []})
})

test('a full front page has 25 to 40 stories, none of them twice', () => {
  for (const home of [
    fullHome(),
    fullHome((number) => ({leadPhoto: photograph(), articleType: number % 7 ? null : 'opinion'})),
    fullHome((number) => ({leadPhoto: number % 3 ? null : photograph(number % 2 === 0)})),
  ]) {
    const ids = idsOf(frontOfHome(home))
    expect(ids.length).toBeGreaterThanOrEqual(25)
    expect(ids.length).toBeLessThanOrEqual(40)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('a picture is shown once: a later story with it is set in words', () => {
  const same = {...photograph(), photo: {...photograph()?.photo, _id: 'photo-a'}}
  const leadPhoto = same as Piece['leadPhoto']
  const all = [piece(0, {leadPhoto}), piece(1), piece(2, {leadPhoto})]
  const front = frontWithout({
    latest: all.slice(0, 2),
    sections: [section('politics', all.slice(2))],
  })
  expect(front.containers.flatMap(({stories}) => stories.map((one) => one.leadPhoto))).toEqual([
    leadPhoto,
    null,
    null,
  ])
})

test('the newest leads, and the next ones are beside it and in the list of the newest', () => {
  const [top, latest] = frontOfHome(fullHome()).containers
  expect(top).toMatchObject({_key: 'top', title: null, layout: 'lead'})
  expect(top?.stories.map(({_id}) => _id)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((number) => `piece-${number}`),
  )
  expect(latest).toMatchObject({_key: 'latest', layout: 'ranked'})
  expect(latest?.stories[0]?._id).toBe('piece-7')
})

test('a small newsroom has no list of the newest: its sections need the stories', () => {
  const all = Array.from({length: 12}, (_, index) => piece(index))
  const front = frontWithout({latest: all, sections: [section('politics', all.slice(4))]})
  expect(keysOf(front)).toEqual(['top', 'section-section-politics'])
  expect(idsOf(front)).toHaveLength(12)
})

describe('opinions', () => {
  const opinion = {articleType: 'opinion'} as const

  it('are together where there are two or more', () => {
    const all = [
      piece(0),
      piece(1, opinion),
      piece(2),
      piece(3, opinion),
      piece(4),
      piece(5),
      piece(6),
    ]
    const {containers} = frontWithout({latest: all, sections: []})
    expect(containers.find(({layout}) => layout === 'opinion')?.stories).toEqual([all[1], all[3]])
  })

  it('are where they belong by their section if there is only one', () => {
    const all = [piece(0), piece(1, opinion), piece(2)]
    expect(keysOf(frontWithout({latest: all, sections: []}))).toEqual(['top'])
  })

  it('lead like any other story, and are not repeated', () => {
    const all = [piece(0, opinion), piece(1, opinion), piece(2, opinion)]
    const {containers} = frontWithout({latest: all, sections: []})
    expect(containers.map(({layout, stories}) => [layout, stories.length])).toEqual([
      ['lead', 1],
      ['opinion', 2],
    ])
  })

  it('have the name of the section that holds nothing else, which has no container of its own', () => {
    const voices = [piece(2, opinion), piece(3, opinion)]
    const front = frontWithout({
      latest: [piece(0), piece(1), ...voices],
      sections: [section('voices', voices, 'claret')],
    })
    expect(front.containers.at(-1)).toMatchObject({
      title: 'voices',
      hue: 'claret',
      link: {_type: 'section', slug: 'voices'},
    })
    expect(front.containers).toHaveLength(2)
  })
})

describe('the layout of a section follows its photographs', () => {
  const photo = {leadPhoto: photograph()}
  const graphic = {leadPhoto: photograph(true)}
  const cases = [
    {name: 'none, and the first such section', stories: [{}, {}, {}], layout: 'list'},
    {name: 'maps and charts only', stories: [graphic, graphic, {}], layout: 'list'},
    {name: 'one', stories: [{}, photo, {}], layout: 'lead'},
    {name: 'two, and the most of all sections', stories: [photo, {}, photo], layout: 'pictures'},
  ]

  it.each(cases)('$name: $layout', ({stories, layout}) => {
    const articles = stories.map((more, index) => piece(10 + index, more))
    const front = frontWithout({latest: [piece(0)], sections: [section('science', articles)]})
    expect(front.containers[1]).toMatchObject({layout})
  })

  it('puts those that have one first, but no old one', () => {
    const old = piece(24 * 60, photo)
    const articles = [piece(10), piece(11, photo), old]
    const front = frontWithout({latest: [piece(0)], sections: [section('science', articles)]})
    expect(front.containers[1]?.layout).toBe('lead')
    expect(front.containers[1]?.stories.map(({_id}) => _id)).toEqual([
      'piece-11',
      'piece-10',
      old._id,
    ])
  })

  it('makes one band of pictures on a page', () => {
    const sections = ['a', 'b', 'c'].map((name, place) =>
      section(
        name,
        [1, 2, 3].map((number) => piece(10 * (place + 1) + number, photo)),
      ),
    )
    const layouts = frontWithout({latest: [piece(0)], sections}).containers.map(
      ({layout}) => layout,
    )
    expect(layouts).toEqual(['lead', 'three', 'three', 'pictures'])
  })
})

test('the edition has the date of the newest story', () => {
  expect(editionOf(frontOfHome(fullHome()))).toBe(piece(0).date)
  expect(editionOf({containers: []})).toBeUndefined()
})

test('topics come by how many of the newest stories are about them', () => {
  const topic = (name: string | null) => ({_id: `topic-${name}`, title: name, slug: name})
  const [rare, frequent] = [topic('rare'), topic('frequent')]
  const latest = [
    piece(0, {topics: [rare, frequent]}),
    piece(1, {topics: [frequent, topic(null)]}),
    piece(2),
  ]
  expect(topicsOf({latest})).toMatchObject([{slug: 'frequent'}, {slug: 'rare'}])
})

describe('a package', () => {
  it('shows its side stories beside the main story, and nowhere else', () => {
    const side = piece(2)
    const packages = [{main: 'piece-1', sides: [side]}]
    const {containers} = frontOfHome({latest: [piece(1), side, piece(3)], sections: [], packages})
    expect(containers.flatMap(({stories}) => stories.map(({_id}) => _id))).toEqual([
      'piece-1',
      'piece-3',
    ])
    expect(containers[0]?.stories[0]?.sides?.map(({_id}) => _id)).toEqual(['piece-2'])
  })

  it('leaves out a side story that is above the main story already', () => {
    const side = piece(1)
    const packages = [{main: 'piece-2', sides: [side, piece(9)]}]
    const {containers} = frontOfHome({latest: [side, piece(2)], sections: [], packages})
    expect(containers.flatMap(({stories}) => stories.map(({_id}) => _id))).toEqual([
      'piece-1',
      'piece-2',
    ])
    expect(containers[0]?.stories[1]?.sides?.map(({_id}) => _id)).toEqual(['piece-9'])
  })
})
