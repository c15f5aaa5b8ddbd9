// Performs scheduled actions when they are due: each once, also after a restart.
import type {Clock} from '../types.ts'
import {perform, type PerformOptions} from './perform.ts'
import {Schedule, type ScheduleOptions} from './schedule.ts'

export interface Timer {
  /** Starts the timer. Actions that became due earlier are performed immediately. */
  start(): void
  /**
   * Call it after a commit, because an action may have been scheduled or moved to an earlier time.
   */
  notify(): void
  /** Performs all due actions. Resolves when they are done. */
  check(): Promise<void>
  /** How many actions are scheduled, and how long the oldest has been due, in milliseconds. */
  backlog(): {scheduled: number; overdueMs: number}
  close(): Promise<void>
}

export interface TimerOptions extends ScheduleOptions, Pick<PerformOptions, 'actorOf'> {
  /**
   * While it returns true, nothing is performed. Actions that become due meanwhile are performed
   * later.
   */
  isPaused?: () => boolean
  clock: Clock
  report: (error: unknown) => void
}

/** Another process can schedule actions too, so the log is read at least this often. */
const LONGEST_WAIT_MS = 30_000
/** Each keystroke is a commit, and few commits schedule anything. */
const AFTER_COMMIT_MS = 250
/** After a temporary fault an action is still due. Without a wait it would be tried endlessly. */
const SHORTEST_WAIT_MS = 1_000

/** Builds the timer. It does nothing before `start`. */
export function createTimer(options: TimerOptions): Timer {
  const {isPaused = () => false, clock, report} = options
  const schedule = new Schedule(options)
  let closed = false
  let running: Promise<void> = Promise.resolve()

  const performDue = async (): Promise<void> => {
    schedule.follow()
    if (isPaused()) return
    const now = clock()
    for (const key of schedule.due(now)) {
      if (closed) return
      // A person may have removed it from the schedule while earlier ones were performed.
      schedule.follow()
      const entry = schedule.takeDue(key, now)
      if (!entry) continue
      try {
        await perform(entry, options)
        schedule.succeeded(key)
      } catch (error) {
        schedule.failed(key, clock())
        report(error)
      }
    }
    schedule.follow()
  }
  const check = (): Promise<void> => {
    // A check that failed does not keep later ones from running.
    running = running.catch(() => {}).then(performDue)
    return running
  }
  const alarm = createAlarm(async () => {
    await check().catch(report)
    const wait = Math.min(LONGEST_WAIT_MS, schedule.earliest() - clock())
    alarm.ringWithin(Math.max(SHORTEST_WAIT_MS, wait))
  })

  return {
    start() {
      schedule.follow()
      alarm.start()
    },
    notify: () => alarm.ringWithin(AFTER_COMMIT_MS),
    check,
    backlog: () => ({
      scheduled: schedule.size,
      overdueMs: Math.max(0, clock() - schedule.earliest()),
    }),
    async close() {
      closed = true
      alarm.stop()
      // The caller of `check` gets its error.
      await running.catch(() => {})
    },
  }
}

/** Calls `onRing` once, at the earliest of the requested times. */
function createAlarm(onRing: () => Promise<void>) {
  let isOn = false
  let timeout: NodeJS.Timeout | undefined
  let ringsAt = Infinity
  const ringWithin = (ms: number): void => {
    const at = Date.now() + ms
    if (!isOn || at >= ringsAt) return
    clearTimeout(timeout)
    ringsAt = at
    timeout = setTimeout(() => {
      ringsAt = Infinity
      void onRing()
    }, ms)
    timeout.unref()
  }
  return {
    ringWithin,
    start() {
      if (isOn) return
      isOn = true
      ringWithin(0)
    },
    stop() {
      isOn = false
      clearTimeout(timeout)
    },
  }
}
