// `intake`: how long an article takes, held against the limit for one; and whether a text of a whole
// supplement takes as long for each of its bytes as one of a page.
import {readdirSync, readFileSync} from 'node:fs'
import {intake} from '@copydesk/intake'
import {median, time, type Bench} from './row.ts'

const ARTICLES = new URL('../../packages/intake/tests/corpus/', import.meta.url)
/** What an article may take, in milliseconds. */
const LIMIT_MS = 500
const SHORT = 80
const LONG = 1_600
const ROUNDS = 5

export const intakeOfArticles: Bench = async (say) => {
  const files = readdirSync(ARTICLES).filter((name) => /\.(?:txt|html|eml)$/.test(name))
  const each: number[] = []
  for (const [index, fileName] of files.entries()) {
    say('Articles', index, files.length)
    const file = readFileSync(new URL(fileName, ARTICLES))
    each.push(await time(() => intake(file, {fileName})))
  }
  say('Long texts')
  const [short, long]: number[][] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    short?.push(await timeOfKilobyte(SHORT))
    long?.push(await timeOfKilobyte(LONG))
  }
  return [
    {
      what: `one of ${files.length} articles`,
      reference: 'what it may take',
      ours: median(each),
      theirs: LIMIT_MS,
    },
    {
      what: `1 kB of ${LONG} paragraphs`,
      reference: `1 kB of ${SHORT} paragraphs`,
      ours: median(long ?? []),
      theirs: median(short ?? []),
    },
  ]
}

async function timeOfKilobyte(paragraphs: number): Promise<number> {
  const text = `A long night\n\n${Array.from({length: paragraphs / 2}, (_, at) => night(at)).join('')}`
  const file = new TextEncoder().encode(text)
  return (await time(() => intake(file, {fileName: 'long.txt'}))) / (file.length / 1000)
}

const night = (at: number): string =>
  `In night ${at} the keepers met again in the old hall, and the harbour master spoke for ten minutes about the bridge.\n\n“We will not close the bridge in week ${at},” said Anna Keller, the harbour master. She added that the money was there.\n\n`
