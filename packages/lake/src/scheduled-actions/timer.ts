// Performs what documents plan, when its time has come: once, also after a restart.
import {backOff} from '../back-off.ts'
import {LakeError, RuleRefused} from '../errors.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor, Clock, LakeDocument, ScheduledAction, Reason} from '../types.ts'
import type {ScheduleSource} from './schedule-source.ts'

export interface Timer {
  /** From now on plans are performed; those whose time passed meanwhile at once. */
  start(): void
  /** Told that something was committed: a plan may be new, or earlier. */
  notify(): void
  /** Performs whatever is due now; resolves when it is done. */
  check(): Promise<void>
  /** How many plans there are, and for how long the oldest has been due. Milliseconds. */
  backlog(): {scheduled: number; overdueMs: number}
  close(): Promise<void>
}

export interface TimerOptions {
  documents: DocumentTable
  log: LogTable
  /** Names of the datasets whose documents can plan. */
  datasets: () => readonly string[]
  /** What documents can plan, each kind in documents of a type of its own. */
  sources: readonly ScheduleSource[]
  /** The person as they are now: their roles may have changed. Null for one who may no longer act. */
  actorOf: (id: string) => Actor | null
  /** While it is true nothing is performed; what falls due then is performed afterwards. */
  isPaused?: () => boolean
  clock: Clock
  report: (error: unknown) => void
}

interface Planned {
  source: ScheduleSource
  dataset: string
  id: string
  plan: ScheduledAction
}

/** Another process may write plans too: looked for at least this often. */
const LONGEST_WAIT_MS = 30_000
/** Commits come by the keystroke; plans do not. */
const AFTER_COMMIT_MS = 250
/** What fails in passing may be what holds up everybody else: it is tried again later and later. */
const PAUSES = {first: 1_000, longest: 60_000}

/** Builds the timer; it does nothing before `start`. */
export function createTimer(options: TimerOptions): Timer {
  const {documents, log, datasets, sources, actorOf, clock, report} = options
  const {isPaused = () => false} = options
  const planned = new Map<string, Planned>()
  /** By plan: how often in a row it failed in passing, and until when it is left alone. */
  const failing = new Map<string, {times: number; until: number}>()
  let position = 0
  let wake: NodeJS.Timeout | undefined
  let wakesAt = Infinity
  let started = false
  let closed = false
  let running: Promise<void> = Promise.resolve()

  const note = (dataset: string, id: string, document: LakeDocument | null): void => {
    const source = sources.find(({type}) => type === document?._type)
    const plan = document && source ? source.read(document) : null
    const key = `${dataset} ${id}`
    const isPlan = source && plan && !Number.isNaN(Date.parse(plan.at))
    if (isPlan) planned.set(key, {source, dataset, id, plan})
    else {
      planned.delete(key)
      failing.delete(key)
    }
  }

  const readAll = (): void => {
    position = log.last()
    for (const dataset of datasets()) {
      for (const {type} of sources) {
        for (const document of documents.ofType(dataset, type)) {
          note(dataset, document._id, document)
        }
      }
    }
  }

  const forget = (dataset: string): void => {
    for (const [key, plan] of planned) {
      if (plan.dataset !== dataset) continue
      planned.delete(key)
      failing.delete(key)
    }
  }

  const follow = (): void => {
    const before = position
    // Deletions come first: a new dataset of the name may have plans already.
    for (const event of log.datasetEventsSince(before)) {
      if (event.datasetEvent.event === 'deleted') forget(event.dataset)
      position = event.position
    }
    // Of a hundred letters in one draft the last one is looked at.
    const changed = new Map<string, {dataset: string; id: string}>()
    for (const change of log.changedSince(before)) {
      position = Math.max(position, change.position)
      changed.set(`${change.dataset} ${change.id}`, change)
    }
    for (const {dataset, id} of changed.values()) note(dataset, id, documents.get(dataset, id))
  }

  const perform = async ({source, dataset, id, plan}: Planned): Promise<void> => {
    const fail = async (reasons: Reason[]): Promise<void> => {
      const document = documents.get(dataset, id)
      if (!document) return
      await source.fail({dataset, document, scheduled: plan, reasons})
    }
    const actor = actorOf(plan.by)
    if (!actor) {
      const message = 'The person who scheduled it no longer has an account that may publish it.'
      return await fail([{code: 'actorMissing', severity: 'error', document: id, message}])
    }
    const {request, transactionId} = plan
    const due = {dataset, request, actor}
    try {
      await source.perform({...due, transactionId}).catch(async (error: unknown) => {
        // Somebody took the plan's own id beforehand: that must not keep it from being performed.
        if (!(error instanceof LakeError) || error.type !== 'transactionError') throw error
        await source.perform(due)
      })
    } catch (error) {
      // What passes by itself (a busy disk) is tried again; what was refused stays refused.
      if (!(error instanceof LakeError) || error.status >= 500) throw error
      const {message} = error
      const reasons =
        error instanceof RuleRefused
          ? (error.details['reasons'] as Reason[])
          : [{code: error.type, severity: 'error' as const, document: id, message}]
      await fail(reasons)
    }
  }

  const checkNow = async (): Promise<void> => {
    follow()
    if (isPaused()) return
    const now = clock()
    const isDue = (key: string, {plan}: Planned): boolean =>
      Math.max(Date.parse(plan.at), failing.get(key)?.until ?? 0) <= now
    const due = [...planned]
      .filter(([key, one]) => isDue(key, one))
      .toSorted(([, a], [, b]) => Date.parse(a.plan.at) - Date.parse(b.plan.at))
    for (const [key] of due) {
      if (closed) return
      try {
        // While those before it were performed, somebody may have taken it off the schedule.
        follow()
        const one = planned.get(key)
        if (!one || !isDue(key, one)) continue
        await perform(one)
        failing.delete(key)
      } catch (error) {
        const times = (failing.get(key)?.times ?? 0) + 1
        failing.set(key, {times, until: clock() + backOff(times, PAUSES)})
        report(error)
      }
    }
    follow()
  }

  const check = (): Promise<void> => {
    // One that could not read the log keeps no later one from looking.
    running = running.catch(() => {}).then(checkNow)
    return running
  }

  const sleepAtMost = (ms: number): void => {
    if (!started || closed) return
    const at = Date.now() + ms
    if (at >= wakesAt) return
    clearTimeout(wake)
    wakesAt = at
    wake = setTimeout(() => {
      wakesAt = Infinity
      void check()
        .catch(report)
        .then(() => {
          const next = Math.min(...[...planned.values()].map(({plan}) => Date.parse(plan.at)))
          // What failed in passing is due still: not at once, it would spin.
          sleepAtMost(Math.max(1_000, Math.min(LONGEST_WAIT_MS, next - clock())))
        })
    }, ms)
    wake.unref()
  }

  return {
    start() {
      if (started) return
      started = true
      readAll()
      sleepAtMost(0)
    },
    notify: () => sleepAtMost(AFTER_COMMIT_MS),
    check() {
      if (position === 0) readAll()
      return check()
    },
    backlog() {
      const oldest = Math.min(...[...planned.values()].map(({plan}) => Date.parse(plan.at)))
      return {scheduled: planned.size, overdueMs: Math.max(0, clock() - oldest)}
    },
    async close() {
      closed = true
      clearTimeout(wake)
      // What it failed by was told to who asked for it.
      await running.catch(() => {})
    },
  }
}
