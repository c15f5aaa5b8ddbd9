// What an evaluation costs. It is counted for every query, so these are only a few numbers.

/** Why documents were read one by one. */
export type ScanReason =
  /** The query asks for all of them. */
  | 'all'
  /** No condition of the filter can use an index. */
  | 'noLookUp'
  /** It asks for the first few of an order that no index has. */
  | 'noOrder'

/** Documents that were read one by one: all, or all of some types. */
export interface Scan {
  /** Null for documents of any type. */
  types: readonly string[] | null
  why: ScanReason
  times: number
  /** The sum of all times. */
  documents: number
}

export interface QueryStats {
  /** Documents that were read; a document that was read again counts again. */
  documents: number
  scans: Map<string, Scan>
  /** Documents that were read from the database for their long fields. */
  reads: number
}

export const createQueryStats = (): QueryStats => ({documents: 0, scans: new Map(), reads: 0})

export function countScan(
  {scans}: QueryStats,
  types: readonly string[] | null,
  why: ScanReason,
  documents: number,
): void {
  const key = `${why} ${types?.join() ?? '*'}`
  const scan = scans.get(key)
  if (!scan) {
    scans.set(key, {types, why, times: 1, documents})
    return
  }
  scan.times += 1
  scan.documents += documents
}

/** Reading all documents of a type with fewer is as fast as a look-up. */
const MIN_SCAN_DOCUMENTS = 300

/** The scans that are worth reporting, the largest first. */
export function largeScans({scans}: QueryStats): Scan[] {
  return [...scans.values()]
    .filter(({types, documents}) => types === null || documents >= MIN_SCAN_DOCUMENTS)
    .toSorted((a, b) => b.documents - a.documents)
}

const number = new Intl.NumberFormat('en')

/** For people: `reads the long texts of 12,000 documents`. */
export const describeReads = (reads: number): string =>
  `reads the long texts of ${number.format(reads)} ${reads === 1 ? 'document' : 'documents'}`

/** For people: `goes through 12,000 documents of type post: …`. */
export function describeScan({types, why, times, documents}: Scan): string {
  const each = number.format(Math.round(documents / times))
  const of = types === null ? '' : ` of type ${types.join(' or ')}`
  const often = times > 1 ? `, ${number.format(times)} times` : ''
  return `goes through ${each} documents${of}${often}: ${REASON_TEXTS[why]}`
}

const REASON_TEXTS: Record<ScanReason, string> = {
  all: 'the query asks for each of them',
  noLookUp: 'no condition finds fewer by an index',
  noOrder: 'the order is one that no index has',
}
