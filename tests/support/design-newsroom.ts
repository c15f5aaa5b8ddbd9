// A newsroom whose content never changes, to compare pictures of its pages: stories with a photograph, with a map, with
// words only, opinions with and without a face, in five sections.
import type {Document} from '../site/support/client.ts'
import {
  article,
  block,
  newsroom,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from '../site/support/fixtures.ts'
import {imageAsset} from '../site/support/seed.ts'

/** When the newest story was published. */
const NEWEST = Date.UTC(2026, 10, 24, 6)
const HOUR_MS = 3_600_000

const SECTIONS = [
  ['politics', 'Politics & Security', 'blue'],
  ['economy', 'Economy', 'ochre'],
  ['environment', 'Environment & Science', 'green'],
  ['culture', 'Culture & Society', 'plum'],
  ['sport', 'Sport', 'rust'],
] as const

const HEADLINES = [
  'The night the ferry waited for nobody',
  'Council votes to open the old customs house',
  'A bridge too low for the new trams',
  'What eleven winters did to the sea wall',
  'The choir that rehearses in a grain store',
  'Rowers ask for their river back',
  'Who pays for the lamps on the north quay',
  'Rents fall on the hill and rise by the water',
  'Snow came late, and the reservoir noticed',
  'A museum of tickets finds its visitors',
  'The last wooden goalposts of the league',
]

const DEKS = [
  'Nobody gave the order, and nobody has said so. The harbour office counts three calls that were never answered.',
  'The plan is forty years old. What is new about it is the money, and that it comes with a date.',
  'It sounds like bookkeeping. For the people who live there it decides about a staircase and a door.',
]

const TEXT = [
  'The first to hear it was the man who sweeps the landing stage. He had been there since five, and he knew the sound of each boat before it came round the point.',
  'By noon the council had put three sentences on its door. They said what had happened, that it would be looked into, and that the market would be held as always.',
  'Two of the engineers had warned of it in writing. Their letter is dated the ninth of May, and it has a stamp of the day after, and a number.',
]

/** Every third has a photograph, some a map; every sixth is an opinion. */
function story(number: number): Document[] {
  const [section] = SECTIONS[number % SECTIONS.length] ?? SECTIONS[0]
  const isOpinion = number % 6 === 5
  const picture = `picture-${number}`
  const hasPicture = number % 3 === 0 || number % 10 === 4
  const isGraphic = number % 10 === 4
  const headline = HEADLINES[number % HEADLINES.length]
  return [
    article(`story-${number}`, {
      headline: number < HEADLINES.length ? headline : `${headline}, part ${number}`,
      dek: DEKS[number % DEKS.length],
      articleType: isOpinion ? 'opinion' : number % 4 === 1 ? 'analysis' : 'reportage',
      section: reference(`section-${section}`),
      bylines: [{_key: 'a', author: reference(isOpinion ? 'author-vera' : 'author-ada')}],
      firstPublishedAt: new Date(NEWEST - number * HOUR_MS * 7).toISOString(),
      ...(number === 2 && {updatedNote: 'With the answer of the council.'}),
      ...(hasPicture && {leadPhoto: photoUse(picture)}),
      body: [
        ...TEXT.map((text, place) => ({...block(text), _key: `p${place}`})),
        quoteUse('said', 'pull'),
        block('Three calls', {style: 'h2'}),
        ...TEXT.map((text, place) => ({...block(text), _key: `q${place}`})),
        quoteUse('said'),
        ...(number === 0 ? [photoUse('picture-4')] : []),
      ],
    }),
    ...(hasPicture
      ? photo(picture, {
          ...(isGraphic && {digitalSourceType: 'dataDrivenMedia'}),
          ...(number === 3 && {licenseUrl: 'https://creativecommons.org/licenses/by/4.0/'}),
        })
      : []),
  ]
}

/** @param first the number of the story that leads: 0 has a photograph, 4 a map, 1 words only */
export function designNewsroom(first = 0): Document[] {
  const stories = Array.from({length: 40}, (_, index) => story(index + first)).flat()
  const face = imageAsset('face', 800, 800)
  const author = {_type: 'author', slug: {current: 'vera-lindqvist'}, bio: 'Vera Lindqvist rows.'}
  return newsroom(
    ...stories,
    ...SECTIONS.map(([name, title, hue], order) => ({
      _id: `section-${name}`,
      _type: 'section',
      title,
      hue,
      order,
      slug: {current: name},
      description: 'What happens, who decides it, and what it costs.',
    })),
    {...author, _id: 'author-vera', name: 'Vera Lindqvist', portrait: {photo: reference('face')}},
    ...photo('face')
      .slice(0, 1)
      .map((one) => ({
        ...one,
        image: {_type: 'image', asset: reference(face._id)},
        digitalSourceType: 'digitalCapture',
      })),
    face,
    quote('said', {text: 'You can hear a boat that is late. It has another voice.'}),
    article('in-japanese', {
      headline: '港の最後の夜、船は誰も待たなかった',
      dek: '三度の電話に、誰も答えなかった。',
      language: 'ja',
      firstPublishedAt: '2026-01-01T00:00:00Z',
      body: [block('最初に聞いたのは、桟橋を掃く男だった。')],
    }),
  )
    .toReversed()
    .filter(({_id}, index, all) => all.findIndex((one) => one._id === _id) === index)
}

/** A picture as large as it is asked for, in place of the lake's. */
export function drawnPicture(address: URL): string {
  const [, width = '1600', height = '1066'] = /-(\d+)x(\d+)\./.exec(address.pathname) ?? []
  const w = Number(address.searchParams.get('w') ?? width)
  const h = Number(address.searchParams.get('h') ?? (w * Number(height)) / Number(width))
  const hue = Number.parseInt(address.pathname.split('/').at(-1)?.slice(0, 3) ?? '0', 16) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 3 2" preserveAspectRatio="none"><rect width="3" height="2" fill="hsl(${hue} 30% 62%)"/><path d="M0 1.4 1 .8l.8.5L3 .6V2H0Z" fill="hsl(${hue} 30% 38%)"/></svg>`
}
