// The followers of the log: streams, webhooks, the timer of scheduled actions, compaction of old
// edits.
import {createActorOf} from '../access/actor-of.ts'
import {scheduledCustomActions} from '../scheduled-actions/schedule-source.ts'
import {scheduledReleases} from '../scheduled-actions/scheduled-releases.ts'
import {createTimer} from '../scheduled-actions/timer.ts'
import {createHourlyCompaction} from '../history/hourly-compaction.ts'
import {createHub} from '../listen/hub.ts'
import {createView} from '../listen/view.ts'
import {storedIn} from '../visibility.ts'
import {compactionTable} from '../store/compaction-table.ts'
import type {HookVisibility} from '../webhooks/hook-visibility.ts'
import {createWebhooks} from '../webhooks/webhooks.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import {createClustering} from './clustering.ts'
import type {Storage} from './storage.ts'
import type {Writing} from './writing.ts'

export type Followers = ReturnType<typeof createFollowers>
type Needs = Storage & AccessPart & Writing

export function createFollowers(base: Base, lake: Needs) {
  const {options, clock, report} = base
  const {log, grantsOf, documents, access, onCommitted} = lake
  const webhooks = webhooksOf(base, lake)
  const timer = timerOf(base, lake)
  const hub = createHub({
    log,
    grantsOf,
    clock,
    documents,
    credentialLives: (credential, roles) => access.liveCredential(credential, roles),
    report: report('The hub could not follow the log'),
  })
  const compaction = createHourlyCompaction({
    database: lake.database,
    documents,
    history: lake.historyTable,
    table: compactionTable(lake.database),
    days: options.historyDays,
    mayWork: lake.worksInBackground,
    clock,
    report: report('Old edits could not be merged'),
  })
  const clustering = createClustering(base, {...lake, hub, timer, webhooks})
  access.onRevoked((credential) => hub.endCredential(credential))
  hub.onDatasetEvent(lake.datasetList.refresh)
  // Streams come first: somebody looks at them.
  onCommitted((entries) => void hub.notify(entries))
  onCommitted(() => timer.notify())
  onCommitted(() => webhooks.notify())
  return {
    hub,
    timer,
    webhooks,
    clustering,
    /** Starts scheduled actions, webhooks and compaction. */
    start() {
      timer.start()
      webhooks.start()
      compaction.start()
    },
    /** Stops these. Streams stay open until `hub.close`. */
    async stop(): Promise<void> {
      await timer.close()
      await webhooks.close()
      await compaction.close()
    },
  }
}

function webhooksOf({options, product, clock, report}: Base, lake: Needs) {
  const {projectId, webhooks: {role = 'none', allowPrivate = false} = {}} = options
  return createWebhooks({
    database: lake.database,
    log: lake.log,
    documents: lake.documents,
    visibility: hookVisibilityOf(lake),
    staffRole: role,
    allowPrivate,
    projectId,
    product,
    hasDataset: lake.hasDataset,
    isForStaff: (dataset) => !lake.hasContent(dataset) || lake.datasetList.isPrivate(dataset),
    isPaused: isIdle(lake),
    clock,
    report: report('Webhooks could not be sent'),
  })
}

function timerOf({options, clock, report}: Base, lake: Needs) {
  const {documents, log, access, datasetList, runCustomAction, runActions, commit} = lake
  const {schedules = []} = options.customActions ?? {}
  return createTimer({
    documents,
    log,
    datasets: datasetList.content,
    sources: [
      ...schedules.map((schedule) => scheduledCustomActions(schedule, runCustomAction)),
      scheduledReleases({runActions, commit}),
    ],
    actorOf: createActorOf(access.users, access.tokens),
    isPaused: isIdle(lake),
    clock,
    report: report('The timer could not perform a scheduled action'),
  })
}

/** While a copy is paused, and on a node that does not work in the background. */
const isIdle =
  ({isPaused, worksInBackground}: Storage) =>
  (): boolean =>
    isPaused() || !worksInBackground()

/** Webhooks use the same views and grants as streams and queries. */
function hookVisibilityOf({grantsOf, documents, holdsFor}: Needs): HookVisibility {
  return {
    changes(entry, actor) {
      const {dataset} = entry
      return createView(entry, grantsOf(dataset), storedIn(documents, dataset)).changes(actor)
    },
    reads: (dataset, actor, document) =>
      grantsOf(dataset).permits(actor, 'read', document, holdsFor(dataset, actor)),
    opensLater(dataset, actor, document) {
      const {permitted, dependsOnTime} = grantsOf(dataset).decide(actor, 'read', document)
      return !permitted && dependsOnTime
    },
  }
}
