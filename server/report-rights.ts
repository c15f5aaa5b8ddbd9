// Tells editors and photo editors of photos' rights that end or block a schedule: at start, then hourly.
import {isPieceType} from '../model/registry.ts'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import type {Clock, DocumentInput, LakeDocument} from '@copydesk/lake/types'
import {textAt} from '../workflow/checks/reading.ts'
import {draftIdOf, publishedIdOf} from '../model/ids.ts'
import {asReview, reviewIdOf} from '../model/records.ts'
import {rightsReport} from '../workflow/rights-report.ts'
import {every} from './every.ts'
import {DATASET} from './newsroom-lake.ts'

export interface RightsReporter {
  /** Checks all rights once and writes the new notifications; returns how many. */
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
  repeat = (run) => every(EVERY_MS, run),
  onError = (error) => console.error('Looking after the rights of photos failed:', error),
}: RightsReporterOptions): RightsReporter {
  const {access, commit, documents} = lake.services

  const report = async (): Promise<number> => {
    if (!lake.services.worksInBackground()) return 0
    const recipients = access.users
      .list()
      .filter(({disabled, roles}) => !disabled && roles.some((role) => RECIPIENTS.includes(role)))
      .map(({id}) => id)
    if (recipients.length === 0) return 0
    const notifications = rightsReport(await gather(lake.services), recipients, clock()).filter(
      ({_id}) => !documents.get(DATASET, _id),
    )
    if (notifications.length === 0) return 0
    const mutations = notifications.map((notification) => ({
      createIfNotExists: {...notification} as DocumentInput & {_id: string},
    }))
    await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
    return notifications.length
  }

  let closed = false
  const round = (): void =>
    void report().catch((error: unknown) => {
      // The lake may close while one is under way.
      if (!closed) onError(error)
    })
  round()
  const stop = repeat(round)
  return {
    report,
    close() {
      closed = true
      stop()
    },
  }
}

/** Of an archive only the photos with limits, and what uses them: the rest is left where it is. */
const WITH_LIMITS = `*[_type == "photoWithCredit" && (
  defined(rights.validUntil) || defined(rights.validFrom) || rights.clearance == "denied"
)]._id`

async function gather({
  documents,
  engine,
}: Pick<Lake['services'], 'documents' | 'engine'>): Promise<Parameters<typeof rightsReport>[0]> {
  const {result} = await engine.query({dataset: DATASET, query: WITH_LIMITS, actor: SYSTEM_ACTOR})
  const get = (id: string): LakeDocument[] => {
    const document = documents.get(DATASET, id)
    return document ? [document] : []
  }
  const photoIds = [...new Set((result as string[]).map(publishedIdOf))]
  const users = new Set(photoIds.flatMap((id) => documents.referencing(DATASET, id)))
  const articles = [...users].flatMap(get).filter(({_type}) => isPieceType(_type))
  const articleIds = new Set(articles.map(({_id}) => publishedIdOf(_id)))
  const timeZone = textAt(documents.get(DATASET, 'siteSettings') ?? undefined, 'timeZone')
  return {
    // A draft replaces what is published also where it uses another photo.
    articles: [...articleIds].flatMap((id) => [...get(id), ...get(draftIdOf(id))]),
    photos: photoIds.flatMap((id) => [...get(id), ...get(draftIdOf(id))]),
    reviews: [...articleIds].flatMap(
      (id) => asReview(documents.get(DATASET, reviewIdOf(id))) ?? [],
    ),
    ...(timeZone && {timeZone}),
  }
}
