// Follows the log, and queues messages for each webhook. Messages and the position in the log are stored in one
// transaction, so that no message is lost or sent twice.
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as turn} from 'node:timers/promises'
import {ANONYMOUS_ACTOR} from '../grants.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable, LoggedEntry} from '../store/log.ts'
import {positionSetting, type PositionSetting} from '../store/position-setting.ts'
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
  /** Called with the error of a filter or projection that could not be evaluated. */
  report: (error: unknown) => void
  /** True stops it between two batches. The rest is followed the next time. */
  isOver: () => boolean
}

const BATCH = 50
/**
 * Without messages, the position is stored only after this many entries, because a write delays
 * keystrokes.
 */
const STORE_POSITION_EVERY = 500
const SETTING = 'webhooks.position'

/** Follows the log for all hooks together, and by itself for each hook that catches up. */
export class Follower {
  readonly #options: FollowerOptions
  readonly #waiting: WaitingTable
  readonly #position: PositionSetting
  readonly #compiled = new Map<string, {text: string; trigger: Trigger}>()
  #stored: number
  #followed: number

  /** Prepares the statements once. */
  constructor(options: FollowerOptions) {
    const {database} = options
    this.#options = options
    this.#waiting = waitingTable(database)
    this.#position = positionSetting(database, SETTING)
    this.#stored = this.#position.get()
    this.#followed = this.#stored
  }

  /** Call it for a new hook: finds the documents of the dataset that readers will see later. */
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

  /** Queues messages for all new entries of the log. Resolves when they are stored. */
  async follow(): Promise<void> {
    const {hooks} = this.#options
    // Another node of the cluster may have followed meanwhile.
    this.#stored = this.#position.get()
    this.#followed = Math.max(this.#followed, this.#stored)
    for (const hook of hooks.all()) {
      if (isOff(hook)) continue
      await this.#queueDue(hook)
      await this.#catchUp(hook.id)
    }
    await this.#followLog()
    await this.#followClock()
  }

  /** The hooks that are on, except those that catch up. */
  #activeHooks(): Webhook[] {
    return this.#options.hooks.all().filter((hook) => !isOff(hook) && !hook.catchUp)
  }

  /** The first position that concerns any of them. */
  #begunAt(active: readonly Webhook[]): number {
    return Math.max(this.#followed, Math.min(...active.map(({since}) => since)))
  }

  async #followLog(): Promise<void> {
    const {log, isOver} = this.#options
    for (;;) {
      const active = this.#activeHooks()
      if (active.length === 0 || isOver()) return
      const entries = log.since(this.#begunAt(active), BATCH)
      const last = entries.at(-1)?.position
      if (last === undefined) return
      const round = this.#round()
      for (const entry of entries) {
        for (const hook of active) this.#queueEntry(round, hook, entry)
        // An import has many entries: others can save meanwhile.
        await turn()
      }
      const opening = entries.filter((entry) => this.#opensLater(entry))
      if (!round.isEmpty || opening.length > 0 || last - this.#stored >= STORE_POSITION_EVERY) {
        await this.#store(round, last, () => {
          for (const entry of opening) this.#note(entry)
        })
      }
      this.#followed = last
    }
  }

  /** Queues single changes that were too costly before the hook was enabled again. */
  async #queueDue(hook: Webhook): Promise<void> {
    const {log, missed, isOver} = this.#options
    const due = missed.due(hook.id).filter(({byClock}) => !byClock)
    if (due.length === 0 || isOver()) return
    const round = this.#round(hook.catchUp?.after ?? this.#followed)
    for (const {position, documentId} of due) {
      const [entry] = log.since(position - 1, 1)
      if (entry?.position === position) {
        this.#queueEntry(round, hook, entry, (id) => id === documentId)
      }
      await turn()
    }
    await this.#store(round, this.#followed, () => {
      for (const {id} of due) missed.remove(id)
    })
  }

  /**
   * Queues the changes that the hook missed while it was off. At the end of the log it joins the
   * others.
   */
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
        while (left[0] && left[0].position < entry.position) this.#queueOpened(round, hook, left)
        this.#queueEntry(round, hook, entry)
        await turn()
      }
      while (left.length > 0) this.#queueOpened(round, hook, left)
      await this.#store(round, this.#followed, () => {
        for (const one of opened) missed.remove(one.id)
        if (round.switchedOff.has(id)) return
        if (last === undefined) hooks.endCatchUp(id, begun)
        else hooks.setCatchUp(id, {...catchUp, after: last})
      })
    }
  }

  #queueOpened(round: Round, hook: Webhook, left: Missed[]): void {
    const opened = left.shift()
    if (!opened) return
    const {dataset, documentId, at, position} = opened
    this.#queueOpening(round, hook, {dataset, documentId, transactionTime: at, position})
  }

  /** Queues documents that have become visible with time: the log has no entry for that. */
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
        if (behind === undefined) this.#queueOpening(round, hook, opening)
        // For a document that was written since, the log has an entry.
        else if (document && (log.find(dataset, document._rev)?.position ?? 0) <= behind) {
          const event = {...opening, transactionId: document._rev, byClock: true}
          round.miss(hook.id, event, hook.catchUp !== null)
        }
      }
      await this.#store(round, this.#followed, () => this.#waiting.remove(dataset, documentId))
    }
  }

  #queueOpening(
    round: Round,
    hook: Webhook,
    opening: {dataset: string; documentId: string; transactionTime: string; position: number},
  ): void {
    const {documents, visibility} = this.#options
    const {dataset, documentId} = opening
    const document = documents.get(dataset, documentId)
    if (!document || !visibility.reads(dataset, actorOf(hook, this.#options.staffRole), document))
      return
    const event = {...opening, transactionId: document._rev, byClock: true}
    round.queue(hook, {before: null, after: document}, event)
  }

  /** @param wanted selects documents of the entry; by default all */
  #queueEntry(
    round: Round,
    hook: Webhook,
    entry: LoggedEntry,
    wanted = (_id: string) => true,
  ): void {
    const {visibility, staffRole} = this.#options
    const {dataset, position, transactionId, timestamp: transactionTime} = entry
    if (hook.dataset !== dataset || hook.since >= position) return
    if (!round.reaches(hook.id, position)) return
    const seen = visibility.changes(entry, actorOf(hook, staffRole))
    for (const [index, {id: documentId}] of entry.changes.entries()) {
      if (!concerns(hook, documentId) || !wanted(documentId)) continue
      const {previous = null, result = null} = seen[index] ?? {}
      const event = {dataset, documentId, transactionId, transactionTime, position}
      round.queue(hook, {before: previous, after: result}, {...event, byClock: false})
    }
  }

  /** @param position the position in the log of a hook for which single changes are queued */
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

  /** Stores the result of a round and the position in the log, and runs `also`, in one transaction. */
  async #store(round: Round, position: number, also: () => void): Promise<void> {
    const {database, hooks, messages, missed, clock} = this.#options
    const begun = this.#stored
    await inTransactionWhenFree(database, () => {
      // Another node has queued these already.
      if (this.#position.get() !== begun) return
      for (const message of round.messages) {
        if (hooks.get(message.hook)) messages.add(message, clock())
      }
      for (const one of round.missed) if (hooks.get(one.hook)) missed.add(one)
      for (const [id, off] of round.switchedOff) hooks.switchOff(id, off)
      also()
      this.#position.set(position)
    })
    this.#stored = this.#position.get()
  }

  /** Whether readers will see a document of the entry later, or were to see its former content later. */
  #opensLater({dataset, changes}: LoggedEntry): boolean {
    const {visibility} = this.#options
    return changes.some(
      ({id, result}) =>
        !id.includes('.') &&
        (this.#waiting.has(dataset, id) ||
          (result !== null && visibility.opensLater(dataset, ANONYMOUS_ACTOR, result))),
    )
  }

  /** Records which published documents of the entry readers will see later. */
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
