// From the log to messages: what each transaction means for each hook. Messages and how far the log was
// followed are stored in one transaction, so that nothing is lost and nothing is told twice.
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as turn} from 'node:timers/promises'
import {ANONYMOUS_ACTOR} from '../grants.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable, LoggedEntry} from '../store/log.ts'
import type {Clock, LakeDocument} from '../types.ts'
import {isOff, type HookTable, type Webhook} from './hook-table.ts'
import type {MessageTable} from './message-table.ts'
import type {Missed, MissedTable} from './missed-table.ts'
import type {SeenChange} from './operation.ts'
import {Round} from './round.ts'
import {actorOf, concerns, readsAsReader, type HookVisibility} from './hook-visibility.ts'
import {compileTrigger, type Trigger} from './trigger.ts'
import {waitingTable, type WaitingTable} from './waiting-table.ts'

export interface FollowerOptions {
  database: DatabaseSync
  log: Pick<LogTable, 'since' | 'last' | 'find'>
  documents: Pick<DocumentTable, 'get' | 'texts'>
  hooks: HookTable
  messages: MessageTable
  missed: MissedTable
  visibility: HookVisibility
  staffRole: string
  projectId: string
  clock: Clock
  /** Told of a filter or projection that could not be evaluated. */
  report: (error: unknown) => void
  /** True ends it between two batches: what is left is followed the next time. */
  isOver: () => boolean
}

const BATCH = 50
/** Where nothing was to be told, the position is written down this seldom: a write costs a keystroke. */
const REMEMBER_EVERY = 500
const SETTING = 'webhooks.position'

/** Follows the log for all hooks together, and behind that for each that catches up. */
export class Follower {
  readonly #options: FollowerOptions
  readonly #waiting: WaitingTable
  readonly #writePosition: (position: number) => void
  readonly #compiled = new Map<string, {text: string; trigger: Trigger}>()
  #stored: number
  #followed: number

  /** Prepares the statements once. */
  constructor(options: FollowerOptions) {
    const {database} = options
    this.#options = options
    this.#waiting = waitingTable(database)
    const read = database.prepare('SELECT value FROM settings WHERE key = ?')
    const write = database.prepare(
      `INSERT INTO settings (key, value) VALUES (?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    this.#writePosition = (position) => void write.run(SETTING, String(position))
    this.#stored = Number(read.get(SETTING)?.['value'] ?? 0)
    this.#followed = this.#stored
  }

  /** To be called where a hook begins: looks what readers of the dataset will see later by the clock. */
  begin(dataset: string): void {
    const {documents, visibility} = this.#options
    for (const text of documents.texts(dataset)) {
      const document = JSON.parse(text) as LakeDocument
      if (document._id.includes('.')) continue
      if (visibility.opensLater(dataset, ANONYMOUS_ACTOR, document)) {
        this.#waiting.add(dataset, document._id)
      }
    }
  }

  /** Makes messages of all that was committed since; resolves when they are stored. */
  async follow(): Promise<void> {
    const {hooks} = this.#options
    for (const hook of hooks.all()) {
      if (isOff(hook)) continue
      await this.#tellDue(hook)
      await this.#catchUp(hook.id)
    }
    await this.#followLog()
    await this.#followClock()
  }

  /** Whole documents after this position of the log are needed still; null where nobody is told. */
  position(): number | null {
    const {hooks, missed} = this.#options
    const on = hooks.all().filter((hook) => !isOff(hook))
    if (on.length === 0) return null
    const belated = on.flatMap(({id, catchUp}) => {
      const first = missed.due(id)[0]
      return [...(first ? [first.position - 1] : []), ...(catchUp ? [catchUp.after] : [])]
    })
    return Math.min(this.#begunAt(on), ...belated)
  }

  /** On, and not behind the others. */
  #current(): Webhook[] {
    return this.#options.hooks.all().filter((hook) => !isOff(hook) && !hook.catchUp)
  }

  /** Nothing before it concerns any of them. */
  #begunAt(told: readonly Webhook[]): number {
    return Math.max(this.#followed, Math.min(...told.map(({since}) => since)))
  }

  async #followLog(): Promise<void> {
    const {log, isOver} = this.#options
    for (;;) {
      const told = this.#current()
      if (told.length === 0 || isOver()) return
      const entries = log.since(this.#begunAt(told), BATCH)
      const last = entries.at(-1)?.position
      if (last === undefined) return
      const round = this.#round()
      for (const entry of entries) {
        for (const hook of told) this.#tell(round, hook, entry)
        // An import is many entries: whoever saves meanwhile is let through.
        await turn()
      }
      const opening = entries.filter((entry) => this.#opensLater(entry))
      if (!round.isEmpty || opening.length > 0 || last - this.#stored >= REMEMBER_EVERY) {
        await this.#store(round, last, () => {
          for (const entry of opening) this.#note(entry)
        })
      }
      this.#followed = last
    }
  }

  /** What was too costly before the hook was enabled again: single changes, wherever they are. */
  async #tellDue(hook: Webhook): Promise<void> {
    const {log, missed, isOver} = this.#options
    const due = missed.due(hook.id).filter(({byClock}) => !byClock)
    if (due.length === 0 || isOver()) return
    const round = this.#round(hook.catchUp?.after ?? this.#followed)
    for (const {position, documentId} of due) {
      const [entry] = log.since(position - 1, 1)
      if (entry?.position === position) {
        this.#tell(round, hook, entry, (id) => id === documentId)
      }
      await turn()
    }
    await this.#store(round, this.#followed, () => {
      for (const {id} of due) missed.remove(id)
    })
  }

  /** What the hook missed while it was off. From the end of the log on it is told with the others. */
  async #catchUp(id: string): Promise<void> {
    const {log, hooks, missed, isOver} = this.#options
    for (;;) {
      const hook = hooks.get(id)
      if (!hook?.catchUp || isOff(hook) || isOver()) return
      const {catchUp} = hook
      const begun = Math.max(catchUp.after, hook.since)
      const entries = log.since(begun, BATCH)
      const last = entries.at(-1)?.position
      const opened = missed.due(id).filter(({position}) => last === undefined || position <= last)
      const left = [...opened]
      const round = this.#round()
      for (const entry of entries) {
        while (left[0] && left[0].position < entry.position) this.#tellOpened(round, hook, left)
        this.#tell(round, hook, entry)
        await turn()
      }
      while (left.length > 0) this.#tellOpened(round, hook, left)
      await this.#store(round, this.#followed, () => {
        for (const one of opened) missed.remove(one.id)
        if (round.switchedOff.has(id)) return
        if (last === undefined) hooks.endCatchUp(id, begun)
        else hooks.setCatchUp(id, {...catchUp, after: last})
      })
    }
  }

  #tellOpened(round: Round, hook: Webhook, left: Missed[]): void {
    const opened = left.shift()
    if (!opened) return
    const {dataset, documentId, at, position} = opened
    this.#tellOpening(round, hook, {dataset, documentId, transactionTime: at, position})
  }

  /** The clock makes documents visible: nothing is written then that could be followed. */
  async #followClock(): Promise<void> {
    const {documents, visibility, hooks, log, clock} = this.#options
    for (const {dataset, id: documentId} of this.#waiting.all()) {
      const document = documents.get(dataset, documentId)
      if (document && !visibility.reads(dataset, ANONYMOUS_ACTOR, document)) continue
      const position = log.last()
      const transactionTime = new Date(clock()).toISOString()
      const opening = {dataset, documentId, transactionTime, position}
      const round = this.#round(this.#followed)
      for (const hook of hooks.all()) {
        if (hook.dataset !== dataset || !readsAsReader(hook) || hook.isDisabledByUser) continue
        const behind = hook.switchedOff?.position ?? hook.catchUp?.after
        if (behind === undefined) this.#tellOpening(round, hook, opening)
        // What was written since the log tells, as readers see it by then.
        else if (document && (log.find(dataset, document._rev)?.position ?? 0) <= behind) {
          const happening = {...opening, transactionId: document._rev, byClock: true}
          round.miss(hook.id, happening, hook.catchUp !== null)
        }
      }
      await this.#store(round, this.#followed, () => this.#waiting.remove(dataset, documentId))
    }
  }

  #tellOpening(
    round: Round,
    hook: Webhook,
    opening: {dataset: string; documentId: string; transactionTime: string; position: number},
  ): void {
    const {documents, visibility} = this.#options
    const {dataset, documentId} = opening
    const document = documents.get(dataset, documentId)
    if (!document || !visibility.reads(dataset, actorOf(hook, this.#options.staffRole), document))
      return
    const happening = {...opening, transactionId: document._rev, byClock: true}
    round.tell(hook, {before: null, after: document}, happening)
  }

  /** @param wanted which documents of the entry; all where it is left out */
  #tell(round: Round, hook: Webhook, entry: LoggedEntry, wanted = (_id: string) => true): void {
    const {visibility, staffRole} = this.#options
    const {dataset, position, transactionId, timestamp: transactionTime} = entry
    if (hook.dataset !== dataset || hook.since >= position) return
    if (!round.reaches(hook.id, position)) return
    const seen = visibility.changes(entry, actorOf(hook, staffRole))
    for (const [index, {id: documentId}] of entry.changes.entries()) {
      if (!concerns(hook, documentId) || !wanted(documentId)) continue
      const {previous = null, result = null} = seen[index] ?? {}
      const happening = {dataset, documentId, transactionId, transactionTime, position}
      round.tell(hook, {before: previous, after: result}, {...happening, byClock: false})
    }
  }

  /** @param position where a hook is in the log that is told of single changes */
  #round(position?: number): Round {
    const {missed, report, clock} = this.#options
    return new Round({
      payloadOf: (hook, change, dataset) => this.#payloadOf(hook, change, dataset),
      strikes: (hook) => missed.strikes(hook),
      report,
      now: new Date(clock()).toISOString(),
      ...(position === undefined ? {} : {position}),
    })
  }

  #payloadOf(hook: Webhook, change: SeenChange, dataset: string): unknown {
    const {documents, visibility, staffRole, projectId, clock} = this.#options
    const actor = actorOf(hook, staffRole)
    return this.#triggerOf(hook).payload(change, {
      projectId,
      dataset,
      now: new Date(clock()),
      identity: actor.id,
      dereference(id) {
        const document = documents.get(dataset, id)
        return document && visibility.reads(dataset, actor, document) ? document : null
      },
    })
  }

  #triggerOf({id, rule}: Webhook): Trigger {
    const text = JSON.stringify(rule)
    const known = this.#compiled.get(id)
    if (known?.text === text) return known.trigger
    const trigger = compileTrigger(rule)
    this.#compiled.set(id, {text, trigger})
    return trigger
  }

  /** In one transaction: what a round comes to, how far the log was followed, and `also`. */
  async #store(round: Round, position: number, also: () => void): Promise<void> {
    const {database, hooks, messages, missed, clock} = this.#options
    await inTransactionWhenFree(database, () => {
      for (const message of round.messages) {
        if (hooks.get(message.hook)) messages.add(message, clock())
      }
      for (const one of round.missed) if (hooks.get(one.hook)) missed.add(one)
      for (const [id, off] of round.switchedOff) hooks.switchOff(id, off)
      also()
      this.#writePosition(position)
    })
    this.#stored = position
  }

  /** True where readers will see some of it later, or were to see it later until now. */
  #opensLater({dataset, changes}: LoggedEntry): boolean {
    const {visibility} = this.#options
    return changes.some(
      ({id, result}) =>
        !id.includes('.') &&
        (this.#waiting.has(dataset, id) ||
          (result !== null && visibility.opensLater(dataset, ANONYMOUS_ACTOR, result))),
    )
  }

  /** Published documents of the entry that readers will see later, and those that they will not. */
  #note({dataset, changes}: LoggedEntry): void {
    for (const {id, result} of changes) {
      if (id.includes('.')) continue
      if (result && this.#options.visibility.opensLater(dataset, ANONYMOUS_ACTOR, result)) {
        this.#waiting.add(dataset, id)
      } else {
        this.#waiting.remove(dataset, id)
      }
    }
  }
}
