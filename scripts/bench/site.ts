// `site`: pages of the running newsroom, held against their own bytes as a bare file.
import {brotliDecompressSync} from 'node:zlib'
import {articles} from './articles.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {createGetter, type Getter} from './get.ts'
import {median, time, type Bench, type Row, type Say} from './row.ts'

const GENERATED = 1_000
const WARM_UP = 100
const TIMES = 200
const CONNECTIONS = 32
/** Pages of a round with all connections, and rounds. */
const CROWD = 320
const ROUNDS = 5
const PUBLICATIONS = 24
/** As browsers ask. */
const BROWSER = {'accept-encoding': 'gzip, deflate, br'}
const REFERENCE = 'node:http and the bare file'

interface Piece {
  _id: string
  slug: string
  section: string
}

/** The one with the longest text, so that what is said of an article is said of any. */
const LONGEST = `*[_type == "article" && defined(slug.current)]
  | order(length(pt::text(body)) desc)[0]{_id, "slug": slug.current, "section": section->slug.current}`
const NEWEST = `*[_type == "article" && defined(slug.current)]
  | order(firstPublishedAt desc)[0]{_id, "slug": slug.current, "section": section->slug.current}`

export const site: Bench = async (say) => {
  say('Starting the newsroom')
  const rows = await withNewsroom([], (newsroom) =>
    measure(newsroom, LONGEST, 'demonstration', say),
  )
  say(`Starting a newsroom with ${GENERATED.toLocaleString('en')} articles`)
  const name = `${GENERATED.toLocaleString('en')} articles`
  const generated = await withNewsroom(articles(GENERATED), (newsroom) =>
    measure(newsroom, NEWEST, name, say),
  )
  return [...rows, ...generated]
}

const pagesOf = ({slug, section}: Piece): [name: string, path: string][] => [
  ['article', `/article/${slug}`],
  ['front page', '/'],
  ['section', `/section/${section}`],
  ['RSS feed', '/feed.xml'],
]

async function measure(
  newsroom: BenchNewsroom,
  query: string,
  content: string,
  say: Say,
): Promise<Row[]> {
  const piece = await newsroom.ask<Piece>(query)
  const alone = createGetter(1)
  const crowd = createGetter(CONNECTIONS)
  const rows: Row[] = []
  try {
    if (query === LONGEST) rows.push(...(await weigh(newsroom, alone, piece)))
    for (const [name, path] of pagesOf(piece)) {
      const what = `${name}, ${content}`
      say(what)
      const url = newsroom.origin + path
      const file = newsroom.asFile((await alone.get(url, BROWSER)).body)
      rows.push(...(await oneAfterAnother(alone, what, url, file)))
      rows.push(await manyAtOnce(crowd, what, url, file))
      rows.push(await afterPublication(newsroom, alone, piece, what, url, file))
    }
  } finally {
    alone.close()
    crowd.close()
  }
  return rows
}

/** The page, its first byte and its 304, in turns with the file. */
async function oneAfterAnother(
  {get}: Getter,
  what: string,
  url: string,
  file: string,
): Promise<Row[]> {
  const {headers} = await get(url, BROWSER)
  const known = {...BROWSER, 'if-none-match': headers.etag ?? ''}
  const [page, first, again, bare, bareFirst]: number[][] = [[], [], [], [], []]
  for (let n = 0; n < WARM_UP + TIMES; n++) {
    const ours = await get(url, BROWSER)
    const unchanged = await get(url, known)
    const theirs = await get(file, BROWSER)
    if (ours.status !== 200 || unchanged.status !== 304) throw new Error(`${url} is not as it was.`)
    if (n < WARM_UP) continue
    page?.push(ours.ended)
    first?.push(ours.began)
    again?.push(unchanged.ended)
    bare?.push(theirs.ended)
    bareFirst?.push(theirs.began)
  }
  const row = (part: string, ours: number[] = [], theirs: number[] = []): Row => ({
    what: `${what}: ${part}`,
    reference: REFERENCE,
    ours: median(ours),
    theirs: median(theirs),
  })
  return [
    {...row('one after another', page, bare), as: 'rate'},
    row('first byte', first, bareFirst),
    row('the 304', again, bare),
  ]
}

async function manyAtOnce({get}: Getter, what: string, url: string, file: string): Promise<Row> {
  const round = async (address: string): Promise<number> => {
    let left = CROWD
    const reader = async (): Promise<void> => {
      while (left-- > 0) await get(address, BROWSER)
    }
    const readers = () => Promise.all(Array.from({length: CONNECTIONS}, reader))
    return (await time(readers)) / CROWD
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    ours.push(await round(url))
    theirs.push(await round(file))
  }
  return {
    what: `${what}: ${CONNECTIONS} connections`,
    reference: REFERENCE,
    ours: median(ours.slice(1)),
    theirs: median(theirs.slice(1)),
    as: 'rate',
  }
}

/** The first reader after a publication gets the new page, which nobody has made yet. */
async function afterPublication(
  newsroom: BenchNewsroom,
  {get}: Getter,
  {_id}: Piece,
  what: string,
  url: string,
  file: string,
): Promise<Row> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let n = 0; n < PUBLICATIONS; n++) {
    const headline = `Harbour vote, count ${n}`
    await newsroom.publish(_id, {headline})
    const page = await get(url, BROWSER)
    if (!brotliDecompressSync(page.body).includes(headline))
      throw new Error(`${url} is an old one.`)
    ours.push(page.ended)
    theirs.push((await get(file, BROWSER)).ended)
  }
  return {
    what: `${what}: anew after a publication`,
    reference: REFERENCE,
    ours: median(ours.slice(2)),
    theirs: median(theirs.slice(2)),
  }
}

/** Bytes of what a reader loads, as they are sent. */
async function weigh({origin}: BenchNewsroom, {get}: Getter, piece: Piece): Promise<Row[]> {
  const pages = pagesOf(piece)
  const html = (await get(origin + (pages[0]?.[1] ?? '/'))).body.toString()
  const own = (address: RegExp): string => address.exec(html)?.[0] ?? ''
  const files = [
    ...pages,
    ['style sheet', own(/\/_site\/site\.\w+\.css/)],
    ['live script', own(/\/_site\/live\.\w+\.js/)],
  ]
  const rows: Row[] = []
  for (const [name = '', path = ''] of files) {
    const plain = await get(origin + path)
    for (const encoding of ['gzip', 'br']) {
      const packed = await get(origin + path, {'accept-encoding': encoding})
      if (packed.status !== 200 || packed.headers['content-encoding'] !== encoding)
        throw new Error(`${path} is not sent with ${encoding}.`)
      const [ours, theirs] = [packed.body.length, plain.body.length]
      const what = `${name}, demonstration: bytes with ${encoding}`
      rows.push({what, reference: 'plain', ours, theirs, as: 'bytes'})
    }
  }
  return rows
}
