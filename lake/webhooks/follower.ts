// From the log to messages: what each transaction means for each hook. Messages and how far the log was
// followed are stored in one transaction, so that nothing is lost and nothing is told twice.
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as turn} from 'node:timers/promises'
import {ANONYMOUS_ACTOR} from '../grants.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable, LoggedEntry} from '../store/log.ts'
import type {Clock, LakeDocument} from '../types.ts'
import type {HookTable, Webhook} from './hook-table.ts'
import type {MessageTable, NewMessage} from './message-table.ts'
import {operationOf, type SeenChange} from './operation.ts'
import {actorOf, concerns, readsAsReader, type Sight} from './sees.ts'
import {compileTrigger, TooCostly, type Trigger} from './trigger.ts'
import {waitingTable} from './waiting-table.ts'

export interface FollowerOptions {
  database: DatabaseSync
  log: Pick<LogTable, 'since' | 'last'>
  documents: Pick<DocumentTable, 'get' | 'texts'>
  hooks: HookTable
  messages: MessageTable
  sight: Sight
  staffRole: string
  projectId: string
  clock: Clock
  /** Told of a filter or projection that could not be evaluated. */
  report: (error: unknown) => void
  /** True ends it between two batches: what is left is followed the next time. */
  isOver: () => boolean
}

export interface Follower {
  /** To be called where a hook begins: looks what readers of the dataset will see later by the clock. */
  begin(dataset: string): void
  /** Makes messages of all that was committed since; resolves when they are stored. */
  follow(): Promise<void>
  /** Whole documents after this position of the log are needed still; null where nobody is told. */
  position(): number | null
}

type Happening = Pick<NewMessage, 'dataset' | 'documentId' | 'transactionId' | 'transactionTime'>

const BATCH = 50
/** Where nothing was to be told, the position is written down this seldom: a write costs a keystroke. */
const REMEMBER_EVERY = 500
const SETTING = 'webhooks.position'

/** Prepares the statements once. */
export function createFollower(options: FollowerOptions): Follower {
  const {database, log, documents, hooks, messages, sight, staffRole, projectId, clock} = options
  const waiting = waitingTable(database)
  const read = database.prepare('SELECT value FROM settings WHERE key = ?')
  const write = database.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  let stored = Number(read.get(SETTING)?.['value'] ?? 0)
  let followed = stored
  const compiled = new Map<string, {updatedAt: string; trigger: Trigger}>()

  const active = (): Webhook[] => hooks.all().filter((hook) => !hook.isDisabledByUser)
  /** Nothing before it concerns any of them. */
  const begunAt = (told: readonly Webhook[]): number =>
    Math.max(followed, Math.min(...told.map(({since}) => since)))

  const triggerOf = ({id, updatedAt, rule}: Webhook): Trigger => {
    const known = compiled.get(id)
    if (known?.updatedAt === updatedAt) return known.trigger
    const trigger = compileTrigger(rule)
    compiled.set(id, {updatedAt, trigger})
    return trigger
  }

  const messageFor = async (
    hook: Webhook,
    change: SeenChange,
    happening: Happening,
  ): Promise<NewMessage[]> => {
    const operation = operationOf(change)
    if (!operation) return []
    const {dataset} = happening
    const actor = actorOf(hook, staffRole)
    try {
      const payload = triggerOf(hook).payload(change, {
        projectId,
        dataset,
        now: new Date(clock()),
        identity: actor.id,
        dereference(id) {
          const document = documents.get(dataset, id)
          return document && sight.reads(dataset, actor, document) ? document : null
        },
      })
      if (payload === undefined) return []
      return [{hook: hook.id, ...happening, operation, payload: JSON.stringify(payload)}]
    } catch (error) {
      options.report(error)
      // It would take as long with each change to come.
      if (error instanceof TooCostly) hooks.switchOff(hook.id)
      return []
    }
  }

  const messagesOf = async (entry: LoggedEntry, told: readonly Webhook[]) => {
    const {dataset, transactionId, timestamp: transactionTime} = entry
    const found: NewMessage[] = []
    for (const hook of told) {
      if (hook.dataset !== dataset || hook.since >= entry.position) continue
      const seen = sight.changes(entry, actorOf(hook, staffRole))
      for (const [index, {id: documentId}] of entry.changes.entries()) {
        if (!concerns(hook, documentId)) continue
        const {previous = null, result = null} = seen[index] ?? {}
        const happening = {dataset, documentId, transactionId, transactionTime}
        found.push(...(await messageFor(hook, {before: previous, after: result}, happening)))
      }
    }
    return found
  }

  /** Published documents of the entry that readers will see later, and those that they will not. */
  const note = (entry: LoggedEntry): void => {
    const {dataset} = entry
    for (const {id, result} of entry.changes) {
      if (id.includes('.')) continue
      if (result && sight.opensLater(dataset, ANONYMOUS_ACTOR, result)) waiting.add(dataset, id)
      else waiting.remove(dataset, id)
    }
  }

  const followLog = async (): Promise<void> => {
    for (;;) {
      const told = active()
      if (told.length === 0 || options.isOver()) return
      const entries = log.since(begunAt(told), BATCH)
      const last = entries.at(-1)?.position
      if (last === undefined) return
      const found: NewMessage[] = []
      for (const entry of entries) {
        found.push(...(await messagesOf(entry, told)))
        // An import is many entries: whoever saves meanwhile is let through.
        await turn()
      }
      const embargoed = entries.filter(({dataset, changes}) =>
        changes.some(({id, result}) => {
          if (id.includes('.')) return false
          return (
            waiting.has(dataset, id) ||
            (result !== null && sight.opensLater(dataset, ANONYMOUS_ACTOR, result))
          )
        }),
      )
      if (found.length > 0 || embargoed.length > 0 || last - stored >= REMEMBER_EVERY) {
        await inTransactionWhenFree(database, () => {
          for (const message of found) if (hooks.get(message.hook)) messages.add(message, clock())
          for (const entry of embargoed) note(entry)
          write.run(SETTING, String(last))
        })
        stored = last
      }
      followed = last
    }
  }

  /** The clock alone opens what was under embargo: nothing is written then that could be followed. */
  const followClock = async (): Promise<void> => {
    const readers = active().filter(readsAsReader)
    for (const {dataset, id} of waiting.all()) {
      const document = documents.get(dataset, id)
      if (document && !sight.reads(dataset, ANONYMOUS_ACTOR, document)) continue
      const found: NewMessage[] = []
      for (const hook of readers) {
        if (!document || hook.dataset !== dataset) continue
        const transactionTime = new Date(clock()).toISOString()
        const happening = {dataset, documentId: id, transactionId: document._rev, transactionTime}
        found.push(...(await messageFor(hook, {before: null, after: document}, happening)))
      }
      await inTransactionWhenFree(database, () => {
        for (const message of found) if (hooks.get(message.hook)) messages.add(message, clock())
        waiting.remove(dataset, id)
      })
    }
  }

  return {
    begin(dataset) {
      for (const text of documents.texts(dataset)) {
        const document = JSON.parse(text) as LakeDocument
        if (document._id.includes('.')) continue
        if (sight.opensLater(dataset, ANONYMOUS_ACTOR, document)) {
          waiting.add(dataset, document._id)
        }
      }
    },
    async follow() {
      await followLog()
      await followClock()
    },
    position() {
      const told = active()
      return told.length === 0 ? null : begunAt(told)
    },
  }
}
