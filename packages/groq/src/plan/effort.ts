// What an evaluation cost: counted for every query, so it is a handful of numbers.

/** Why documents were gone through one by one. */
export type Why =
  /** The query asks for each of them. */
  | 'all'
  /** It has conditions, of which none finds fewer by an index. */
  | 'noLookUp'
  /** It wants the first of an order that no index has. */
  | 'noOrder'

/** Documents, or those of some types, were gone through one by one. */
export interface Scan {
  /** Null for documents of any type. */
  types: readonly string[] | null
  why: Why
  times: number
  /** All times together. */
  documents: number
}

export interface Effort {
  /** Documents that were gone through, each as often as it was. */
  documents: number
  scans: Map<string, Scan>
  /** Documents that were read from the database for their long texts. */
  reads: number
}

export const noEffort = (): Effort => ({documents: 0, scans: new Map(), reads: 0})

export function addScan(
  {scans}: Effort,
  types: readonly string[] | null,
  why: Why,
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

/** All of a type that has fewer are gone through as fast as they are looked up. */
const MANY = 300

/** Scans that are worth a word, the longest first. */
export function scansOf({scans}: Effort): Scan[] {
  return [...scans.values()]
    .filter(({types, documents}) => types === null || documents >= MANY)
    .toSorted((a, b) => b.documents - a.documents)
}

const number = new Intl.NumberFormat('en')

/** Of the long texts that were needed: `reads the long texts of 12,000 documents`. */
export const readsInWords = (reads: number): string =>
  `reads the long texts of ${number.format(reads)} ${reads === 1 ? 'document' : 'documents'}`

/** A scan in one sentence: `goes through 12,000 documents of type post: …`. */
export function scanInWords({types, why, times, documents}: Scan): string {
  const each = number.format(Math.round(documents / times))
  const of = types === null ? '' : ` of type ${types.join(' or ')}`
  const often = times > 1 ? `, ${number.format(times)} times` : ''
  return `goes through ${each} documents${of}${often}: ${REASONS[why]}`
}

const REASONS: Record<Why, string> = {
  all: 'the query asks for each of them',
  noLookUp: 'no condition finds fewer by an index',
  noOrder: 'the order is one that no index has',
}
