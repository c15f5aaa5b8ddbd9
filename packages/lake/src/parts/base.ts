// Needed by every part of a lake: options with their defaults, and counters.
import {randomBytes} from 'node:crypto'
import type {Logger} from 'pino'
import type {LakeOptions} from '../lake-options.ts'
import {productOf, type Product} from '../product.ts'
import type {Clock} from '../types.ts'

export interface Base {
  options: LakeOptions
  product: Product
  /** The first dataset. Settings and abilities belong to it. */
  mainDataset: string
  clock: Clock
  logger: Logger | undefined
  /** Since the start, for metrics. */
  counts: {commits: number; answersKept: number; answersMade: number; slowQueries: number}
  state: {isReady: boolean; isStopping: boolean}
  randomId(): string
  /** Logs errors in the background, for which no caller waits. */
  report(message: string): (error: unknown) => void
}

export function createBase(options: LakeOptions): Base {
  const {clock = Date.now, logger} = options
  return {
    options,
    product: productOf(options.product),
    mainDataset: options.datasets[0] ?? 'production',
    clock,
    logger,
    counts: {commits: 0, answersKept: 0, answersMade: 0, slowQueries: 0},
    state: {isReady: false, isStopping: false},
    randomId: () => randomBytes(16).toString('base64url').replace(/[-_]/g, '0'),
    report: (message) => (error) => logger?.error({err: error}, message),
  }
}
