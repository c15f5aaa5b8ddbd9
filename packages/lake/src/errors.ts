// All errors that the lake sends. http/errors.ts turns them into `{"error": {"type",
// "description"}}`, the shape that Sanity's client formats.
import type {Reason} from './types.ts'

export {OperatorError} from './operator-error.ts'

/** HTTP status, Sanity's error type, a sentence for a person, and further members of `error`. */
export class LakeError extends Error {
  readonly status: number
  readonly type: string
  readonly details: Readonly<Record<string, unknown>>
  /** Members beside `error`, such as `errorCode`, which the studio reads on a 401. */
  readonly beside: Record<string, unknown>

  constructor(
    status: number,
    type: string,
    description: string,
    details: Readonly<Record<string, unknown>> = {},
    beside: Record<string, unknown> = {},
  ) {
    super(description)
    this.name = 'LakeError'
    this.status = status
    this.type = type
    this.details = details
    this.beside = beside
  }

  /** The body of its HTTP response. */
  get body(): Record<string, unknown> {
    const {status, type, message, details, beside} = this
    return {...beside, statusCode: status, error: {type, description: message, ...details}}
  }
}

/** 400: the request itself is wrong. */
export class BadRequest extends LakeError {
  constructor(
    description: string,
    type = 'badRequest',
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(400, type, description, details)
    this.name = 'BadRequest'
  }
}

/** 401 without a credential where one is needed. The studio shows its sign-in page. */
export class Unauthenticated extends LakeError {
  constructor(description = 'Sign in, or send a token.') {
    super(401, 'unauthorized', description, {}, {errorCode: 'SIO-401-ANF', statusCode: 401})
    this.name = 'Unauthenticated'
  }
}

/**
 * 401 for a session or token that has ended. The studio keeps unsaved text only if `errorCode` is
 * SIO-401-AEX (or -ANF). After a plain 401 it discards the text.
 */
export class SessionEnded extends LakeError {
  constructor(description = 'Your session has ended. Sign in again; nothing you typed is lost.') {
    super(401, 'sessionEnded', description, {}, {errorCode: 'SIO-401-AEX', statusCode: 401})
    this.name = 'SessionEnded'
  }
}

/** 403: known, but not allowed. */
export class Forbidden extends LakeError {
  constructor(
    description: string,
    type = 'insufficientPermissionsError',
    details: Record<string, unknown> = {},
  ) {
    super(403, type, description, details)
    this.name = 'Forbidden'
  }
}

/** 404 */
export class NotFound extends LakeError {
  constructor(description: string, type = 'notFound', details: Record<string, unknown> = {}) {
    super(404, type, description, details)
    this.name = 'NotFound'
  }
}

/** 413 */
export class TooLarge extends LakeError {
  constructor(description: string) {
    super(413, 'payloadTooLarge', description)
    this.name = 'TooLarge'
  }
}

/** One failed mutation of a transaction, in the shape `@sanity/client` formats. */
export interface MutationErrorItem {
  index: number
  error: {type: string; description: string; id?: string; [member: string]: unknown}
}

/** 403, 404 or 409: single mutations of a transaction were refused. */
export class MutationFailed extends LakeError {
  constructor(status: 403 | 404 | 409, items: MutationErrorItem[]) {
    const first = items[0]?.error.description ?? 'The transaction failed.'
    const more = items.length > 1 ? ` (and ${items.length - 1} more)` : ''
    super(status, 'mutationError', `The mutation(s) failed: ${first}${more}`, {items})
    this.name = 'MutationFailed'
  }
}

/** 403: an editorial rule refused the change. */
export class RuleRefused extends LakeError {
  constructor(reasons: Reason[]) {
    super(403, 'editorialRule', reasons.map((reason) => reason.message).join(' '), {reasons})
    this.name = 'RuleRefused'
  }
}

/**
 * Thrown to callers inside the process only: the dataset has changed since a selection was made.
 */
export class StalePosition extends LakeError {
  constructor() {
    super(503, 'conflict', 'The dataset changed meanwhile. Try again.')
    this.name = 'StalePosition'
  }
}

/** 503: the shared log does not answer. Whether an entry that was sent is stored, shows when it does again. */
export class LogUnavailable extends LakeError {
  /** @param cause for operators; callers are not told */
  constructor(cause = 'it does not answer') {
    super(
      503,
      'unavailable',
      'The database of the cluster does not answer. Try again.',
      {},
      {retryAfter: 1},
    )
    this.cause = cause
    this.name = 'LogUnavailable'
  }
}

/** 503: the store of pictures and files does not answer. */
export class StoreUnavailable extends LakeError {
  /** @param cause for operators; callers are not told where the store is */
  constructor(cause: string) {
    const description = 'The store of pictures does not answer. Try again.'
    super(503, 'unavailable', description, {}, {retryAfter: 5})
    this.cause = cause
    this.name = 'StoreUnavailable'
  }

  /** For operators. */
  get reason(): string {
    return `${this.message} (${String(this.cause)})`
  }
}

/** 503: the database of the shared log has no room. The entry is not stored, so trying again at once is of no use. */
export class LogFull extends LakeError {
  constructor() {
    const description =
      'The disk of the cluster’s database is full. Nothing was saved; tell an administrator.'
    super(503, 'unavailable', description, {}, {retryAfter: 5})
    this.name = 'LogFull'
  }
}

/** 503: other nodes have entries that the shared log has lost. What is written now would contradict them. */
export class LogBehind extends LakeError {
  /** @param entries the last entry of the node that has most, and of the log */
  constructor(entries: {furthest: number; head: number}) {
    const description = `The database of the cluster has lost entries: a server has ${entries.furthest}, the database only ${entries.head}. Nothing was saved; tell an administrator.`
    super(503, 'clusterDiverged', description, {}, {retryAfter: 5})
    this.name = 'LogBehind'
  }
}

/** 503 until a person decides: this node has what the log has not, or has it otherwise. */
export class LogDiverged extends LakeError {
  constructor(description: string) {
    super(503, 'clusterDiverged', description)
    this.name = 'LogDiverged'
  }
}

/** The nodes have agreed on what this one does not have. What it has stored is right, and it gets nothing new. */
export class LogOutdated extends LogDiverged {
  constructor(description: string) {
    super(description)
    this.name = 'LogOutdated'
  }
}

/** A database could not be opened. The message is one sentence for the person who tried. */
export class DatabaseRefused extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'DatabaseRefused'
  }
}
