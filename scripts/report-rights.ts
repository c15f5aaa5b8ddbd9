// Tells editors and photo editors of photos' rights that end or block a schedule: at start, then hourly.
import {SYSTEM_ACTOR} from '../lake/grants.ts'
import type {Lake} from '../lake/index.ts'
import type {Clock, DocumentInput, LakeDocument} from '../lake/types.ts'
import {textAt} from '../workflow/checks/reading.ts'
import type {Review} from '../workflow/records.ts'
import {rightsReport} from '../workflow/rights-report.ts'
import {DATASET} from './newsroom-lake.ts'

export interface RightsReporter {
  /** Looks once and writes what nobody has been told yet; answers how many notifications. */
  report(): Promise<number>
  close(): void
}

export interface RightsReporterOptions {
  lake: Pick<Lake, 'services'>
  clock?: Clock
  /** Runs something again and again and answers what ends that; without it hourly. */
  repeat?: (run: () => void) => () => void
  /** Takes what went wrong: the next round tries again. */
  onError?: (error: unknown) => void
}

const EVERY_MS = 60 * 60_000
const RECIPIENTS = ['editor', 'photoEditor']

/** Begins to report. The first round is begun at once and not waited for. */
export function createRightsReporter({
  lake,
  clock = Date.now,
  repeat = hourly,
  onError = (error) => console.error('Looking after the rights of photos failed:', error),
}: RightsReporterOptions): RightsReporter {
  const {access, commit, documents} = lake.services

  const report = async (): Promise<number> => {
    const recipients = access.users
      .list()
      .filter(({disabled, roles}) => !disabled && roles.some((role) => RECIPIENTS.includes(role)))
      .map(({id}) => id)
    if (recipients.length === 0) return 0
    const notifications = rightsReport(gather(documents.all(DATASET)), recipients, clock())
    if (notifications.length === 0) return 0
    const mutations = notifications.map((notification) => ({
      createIfNotExists: {...notification} as DocumentInput & {_id: string},
    }))
    await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
    return notifications.length
  }

  const round = (): void => void report().catch(onError)
  round()
  return {report, close: repeat(round)}
}

function gather(all: readonly LakeDocument[]): Parameters<typeof rightsReport>[0] {
  const ofType = (type: string): LakeDocument[] => all.filter(({_type}) => _type === type)
  const timeZone = textAt(
    all.find(({_id}) => _id === 'siteSettings'),
    'timeZone',
  )
  return {
    articles: ofType('article'),
    photos: ofType('photoWithCredit'),
    reviews: ofType('review') as unknown as Review[],
    reported: ofType('notification'),
    ...(timeZone && {timeZone}),
  }
}

function hourly(run: () => void): () => void {
  const timer = setInterval(run, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
