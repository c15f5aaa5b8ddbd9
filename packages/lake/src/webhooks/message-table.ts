// Tables `webhook_messages` and `webhook_attempts`: the messages that wait for delivery, and the latest attempts.
import type {DatabaseSync} from 'node:sqlite'
import type {Operation} from './operation.ts'
import {prepareWrite} from '../store/database.ts'

export interface NewMessage {
  hook: string
  dataset: string
  documentId: string
  operation: Operation
  transactionId: string
  /** ISO 8601 */
  transactionTime: string
  /** JSON, the body of the request. */
  payload: string
}

export interface Message extends NewMessage {
  id: number
  status: 'queued' | 'success' | 'failure'
  failures: number
  resultCode: number | null
  /** Milliseconds since the epoch. */
  createdAt: number
  /** When it is sent at the earliest. Milliseconds since the epoch. */
  nextAt: number
}

export interface NewAttempt {
  message: number
  /** Milliseconds since the epoch. */
  at: number
  /** Milliseconds. */
  duration: number
  resultCode: number | null
  failure: 'http' | 'network' | 'timeout' | 'refused' | null
  detail: string | null
}

export interface Attempt extends NewAttempt {
  id: number
  hook: string
}

export interface MessageTable {
  add(message: NewMessage, now: number): void
  /** The oldest message that waits for a hook. Messages are sent in order. */
  first(hook: string): Message | null
  /** Records an attempt, and the new state of its message. */
  settle(attempt: NewAttempt, message: Pick<Message, 'hook' | 'status' | 'nextAt'>): void
  /** Cancels messages that wait: all, or those that were created before `before`. */
  cancel(hook: string, before?: number): void
  /** Newest first. */
  messages(hook: string, limit: number): Message[]
  /** Newest first. */
  attempts(hook: string, limit: number): Attempt[]
  attempt(id: number): Attempt | null
  waiting(hook: string): number
}

/** For each hook: finished messages, and attempts at one that waits. */
const KEPT_MESSAGES = 200
const KEPT_ATTEMPTS = 50

/** Prepares the statements once. */
export function messageTable(database: DatabaseSync): MessageTable {
  const statements = prepareStatements(database)
  return {
    add(message, now) {
      const {hook, dataset, documentId, operation, transactionId, transactionTime} = message
      const named = [hook, dataset, documentId, operation, transactionId, transactionTime]
      statements.add.run(...named, message.payload, now, now)
    },
    first(hook) {
      const row = statements.first.get(hook)
      return row ? toMessage(row) : null
    },
    settle({message, at, duration, resultCode, failure, detail}, {hook, status, nextAt}) {
      statements.addAttempt.run(at, duration, resultCode, failure, detail, message)
      statements.settle.run(status, nextAt, resultCode, failure === null ? 0 : 1, message)
      statements.forgetAttempts.run(message, message)
      if (status !== 'queued') statements.forget.run(hook, hook)
    },
    cancel(hook, before = Number.MAX_SAFE_INTEGER) {
      statements.cancel.run(hook, before)
      statements.forget.run(hook, hook)
    },
    messages: (hook, limit) => statements.messages.all(hook, limit).map(toMessage),
    attempts: (hook, limit) => statements.attempts.all(hook, limit).map(toAttempt),
    attempt(id) {
      const row = statements.attempt.get(id)
      return row ? toAttempt(row) : null
    },
    waiting: (hook) => Number(statements.waiting.get(hook)?.['n'] ?? 0),
  }
}

const SELECT_ATTEMPTS =
  'SELECT a.*, m.hook FROM webhook_attempts a JOIN webhook_messages m ON m.id = a.message'

const prepareStatements = (database: DatabaseSync) => ({
  add: prepareWrite(
    database,
    `INSERT INTO webhook_messages (hook, dataset, document_id, operation, transaction_id,
       transaction_time, payload, created_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  first: database.prepare(
    `SELECT * FROM webhook_messages WHERE hook = ? AND status = 'queued' ORDER BY id LIMIT 1`,
  ),
  addAttempt: prepareWrite(
    database,
    `INSERT INTO webhook_attempts (message, at, duration, result_code, failure, detail)
     SELECT id, ?, ?, ?, ?, ? FROM webhook_messages WHERE id = ?`,
  ),
  settle: prepareWrite(
    database,
    `UPDATE webhook_messages SET status = ?, next_at = ?, result_code = ?, failures = failures + ?
     WHERE id = ?`,
  ),
  cancel: prepareWrite(
    database,
    `UPDATE webhook_messages SET status = 'failure' WHERE hook = ? AND status = 'queued'
     AND created_at < ?`,
  ),
  forget: prepareWrite(
    database,
    `DELETE FROM webhook_messages WHERE hook = ? AND status <> 'queued' AND id <= (
       SELECT id FROM webhook_messages WHERE hook = ? AND status <> 'queued'
       ORDER BY id DESC LIMIT 1 OFFSET ${KEPT_MESSAGES})`,
  ),
  forgetAttempts: prepareWrite(
    database,
    `DELETE FROM webhook_attempts WHERE message = ? AND id <= (
       SELECT id FROM webhook_attempts WHERE message = ?
       ORDER BY id DESC LIMIT 1 OFFSET ${KEPT_ATTEMPTS})`,
  ),
  messages: database.prepare(
    'SELECT * FROM webhook_messages WHERE hook = ? ORDER BY id DESC LIMIT ?',
  ),
  attempts: database.prepare(`${SELECT_ATTEMPTS} WHERE m.hook = ? ORDER BY a.id DESC LIMIT ?`),
  attempt: database.prepare(`${SELECT_ATTEMPTS} WHERE a.id = ?`),
  waiting: database.prepare(
    `SELECT count(*) AS n FROM webhook_messages WHERE hook = ? AND status = 'queued'`,
  ),
})

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))

function toMessage(row: Record<string, unknown>): Message {
  return {
    id: Number(row['id']),
    hook: String(row['hook']),
    dataset: String(row['dataset']),
    documentId: String(row['document_id']),
    operation: row['operation'] as Operation,
    transactionId: String(row['transaction_id']),
    transactionTime: String(row['transaction_time']),
    payload: String(row['payload']),
    status: row['status'] as Message['status'],
    failures: Number(row['failures']),
    resultCode: numberOrNull(row['result_code']),
    createdAt: Number(row['created_at']),
    nextAt: Number(row['next_at']),
  }
}

function toAttempt(row: Record<string, unknown>): Attempt {
  return {
    id: Number(row['id']),
    message: Number(row['message']),
    hook: String(row['hook']),
    at: Number(row['at']),
    duration: Number(row['duration']),
    resultCode: numberOrNull(row['result_code']),
    failure: row['failure'] as Attempt['failure'],
    detail: typeof row['detail'] === 'string' ? row['detail'] : null,
  }
}
