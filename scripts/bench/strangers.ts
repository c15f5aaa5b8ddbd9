// `strangers`: an editor's queries and a reader's pages while sixty addresses ask for costly queries, held against
// the same without them.
import {articles} from './articles.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {createGetter, type Getter} from './get.ts'
import {quantile, type Bench, type Row, type Say} from './row.ts'

const NEWSROOMS = [
  {count: 1_000, threads: undefined, name: '1,000 articles'},
  {count: 20_000, threads: 1, name: '20,000 articles, one query thread'},
]
const ADDRESSES = 60
const ASKED = 25
/** Before the first is measured: by then all of them wait. */
const WARM_UP_MS = 3_000

/**
 * Each request differs. The queries are slow in different ways: pairs, long texts, text search, a large
 * response.
 */
const COSTLY: readonly ((n: number) => string)[] = [
  (n) => `count(*[count(*[count(*[_id > ^.^._id && _rev != "${n}"]) > 1]) > 1])`,
  (n) => `[${'1,'.repeat(3_000)}${n}]`,
  (n) => `count(*[pt::text(body) match "${'*w*o*'.repeat(100)}${n}"])`,
  (n) => `*[_type == "article" && _id != "${n}"]{..., "body": body[]{..., "n": ${n}}}`,
]

export const strangers: Bench = async (say) => {
  const rows: Row[] = []
  for (const {count, threads, name} of NEWSROOMS) {
    say(`Starting a newsroom with ${name}`)
    const settings = {trustProxy: 'loopback', ...(threads && {threads})}
    const work = (newsroom: BenchNewsroom) => measure(newsroom, name, say)
    rows.push(...(await withNewsroom(articles(count), work, settings)))
  }
  return rows
}

async function measure(newsroom: BenchNewsroom, name: string, say: Say): Promise<Row[]> {
  const getter = createGetter(2 * ADDRESSES)
  try {
    await reader(newsroom, getter, 0)
    say(`${name}, alone`)
    const calm = await reader(newsroom, getter, 100)
    say(`${name}, beside ${ADDRESSES} addresses`)
    const crowd = createCrowd(newsroom, getter)
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS))
    const beside = await reader(newsroom, getter, 200)
    await crowd.end()
    return [
      ...rowsOf(`an editor's new query, ${name}`, calm.queries, beside.queries),
      ...rowsOf(`a page that nobody has made, ${name}`, calm.pages, beside.pages),
    ]
  } finally {
    getter.close()
  }
}

interface Measured {
  queries: number[]
  pages: number[]
}

/** An editor asks and a reader reads, one after the other. */
async function reader(newsroom: BenchNewsroom, getter: Getter, from: number): Promise<Measured> {
  const measured: Measured = {queries: [], pages: []}
  for (let n = from; n < from + ASKED; n++) {
    const query = `*[_type == "article" && headline match "harbour*"] | order(firstPublishedAt desc)[0...20]{headline, "n": ${n}}`
    const authorization = `Bearer ${newsroom.token}`
    const asked = await getter.get(newsroom.queryAddress(query), {authorization})
    const page = await getter.get(`${newsroom.origin}/article/article-${n}`)
    if (asked.status !== 200 || page.status !== 200) {
      throw new Error(
        `Answered ${asked.status} and ${page.status}: ${page.body.toString().slice(0, 300)}`,
      )
    }
    measured.queries.push(asked.ended)
    measured.pages.push(page.ended)
  }
  return measured
}

/** Each address asks for the next one as soon as it has an answer. */
function createCrowd(newsroom: BenchNewsroom, getter: Getter): {end(): Promise<void>} {
  const state = {goesOn: true}
  let asked = 0
  const one = async (address: number): Promise<void> => {
    const from = {'x-forwarded-for': `10.0.${address}.1`}
    while (state.goesOn) {
      const n = (asked += 1)
      const query = COSTLY[n % COSTLY.length]?.(n) ?? ''
      const {status} = await getter.get(newsroom.queryAddress(query), from)
      if (status === 503) await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const all = Array.from({length: ADDRESSES}, (_, address) => one(address))
  return {
    async end() {
      state.goesOn = false
      getter.close()
      await Promise.allSettled(all)
    },
  }
}

function rowsOf(what: string, calm: readonly number[], beside: readonly number[]): Row[] {
  return [
    {part: 0.5, name: 'median'},
    {part: 1, name: 'slowest'},
  ].map(({part, name}) => ({
    what: `${what}, beside ${ADDRESSES} addresses: ${name} of ${ASKED}`,
    reference: 'without them',
    ours: quantile(beside, part),
    theirs: quantile(calm, part),
  }))
}
