// A node among others: follows the cluster's log, takes over work in the background, and refuses requests when it is cut
// off.
import type {Aside} from '../cluster/messages.ts'
import {clockProblem} from '../cluster/clock-problem.ts'
import type {ClusterNode} from '../cluster/open-node.ts'
import {LakeError, LogOutdated, LogUnavailable} from '../errors.ts'
import {isBusy, withoutWaiting} from '../store/database.ts'
import type {Health} from '../http/health.ts'
import type {Hub} from '../listen/hub.ts'
import type {PresenceChange, PresenceRoom} from '../presence/room.ts'
import type {Timer} from '../scheduled-actions/timer.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import type {Base} from './base.ts'
import type {LogTable} from '../store/log.ts'
import type {Storage} from './storage.ts'

export interface Clustering {
  /** Why a load balancer should send requests to other nodes; null for a healthy node. */
  trouble(): Health | null
  /**
   * Why a request gets no answer; null to answer it.
   * @param isForReaders nobody is signed in, and the load balancer says that no other node knows more
   */
  refusal(isForReaders?: boolean): LakeError | null
  /** The last entry of the cluster's log that this node has. */
  position(): number
  /** Tells clusters apart, in a cookie. */
  readonly shortId: string
  /**
   * Resolves once this node has what a caller has seen. What nobody can have seen is ignored.
   * @throws LogUnavailable if it has not after a second
   */
  reach(seen: Seen): Promise<void>
  /**
   * Resolves with true once this node has all that the log had when this was called; with false if it has not after a
   * second. Nothing else has to wait meanwhile, and one question to PostgreSQL serves all who ask.
   */
  freshen(): Promise<boolean>
  /** For metrics. */
  figures(): {
    position: number
    /** Entries that this node has not applied yet. */
    behind: number
    conflicts: number
    holdsLease: boolean
    /** Milliseconds since the latest moment whose entries this node has. */
    silence: number
    hasDiverged: boolean
    /** How far this machine’s clock is ahead of PostgreSQL’s. Milliseconds. */
    clockAhead: number
  }
  /** Where people at other nodes are. */
  shareRoom(room: PresenceRoom): void
  announce(change: PresenceChange): void
  /** Calls `listener` when this node can no longer follow: its streams are of no use. */
  onDiverged(listener: () => void): void
  /** Another node does the work in the background from now on. */
  giveUpLease(): void
  stop(): Promise<void>
}

/** What a caller has seen of other nodes. */
export interface Seen {
  /** The last entry of the cluster's log. */
  position: number
  /** The last position of the lake's own log, which counts alike on all nodes: events have it. */
  event: number
}

/** A request that waits until this node has what the log has. */
interface Waiting {
  /** The number of the look at the log that it needs. */
  look: number
  /** What that look has found. */
  head: number | null
  answer: () => void
}

interface Needs {
  hub: Pick<Hub, 'notify' | 'checkCredentials'>
  timer: Pick<Timer, 'notify'>
  webhooks: Pick<Webhooks, 'notify'>
  log: Pick<LogTable, 'last'>
}

const CHECK_MS = 500
/** So far behind the others, also without PostgreSQL, a node is out of touch. Milliseconds. */
const IN_TOUCH_MS = 2_000
/** How long a request waits for what this node lacks. */
const WAIT_MS = 1_000
/** After a failure, for example of a full disk: each attempt takes long, and the log would be full of them. */
const FAILED_MS = 1_000
/** A session may have ended meanwhile, and a document been withdrawn. */
const CUT_OFF_MS = 10_000
/** While no node is in touch, nothing is withdrawn: the log does not take it. */
const NO_NODE_IN_TOUCH_MS = 60_000

/** Null for a lake of its own. */
export function createClustering(
  {report}: Base,
  {node, database, ...followers}: Pick<Storage, 'node' | 'database'> & Needs,
): Clustering | null {
  if (!node) return null
  const reportFailure = report('The cluster’s log could not be followed')
  return new Following({...node, database}, followers, reportFailure)
}

class Following implements Clustering {
  readonly shortId: string
  readonly #database: Storage['database']
  readonly #log: ClusterNode['log']
  readonly #member: ClusterNode['member']
  readonly #followers: Needs
  readonly #report: (error: unknown) => void
  readonly #checks: NodeJS.Timeout
  #room: PresenceRoom | undefined
  #onDiverged: () => void = () => {}
  #hasApplied = false
  #waiting: Waiting[] = []
  #looks = 0
  /** Why others could not be followed, and until when that is not tried again. */
  #failure: {reason: string; until: number} | null = null
  #heldLease = false
  #hasDiverged = false
  #isLeaving = false
  /** What was wrong when this was looked at last, and what an operator knows of. */
  #trouble: string | null = null
  #reported: string | null = null

  constructor(
    {log, member, database}: ClusterNode & Pick<Storage, 'database'>,
    followers: Needs,
    report: (error: unknown) => void,
  ) {
    this.#database = database
    this.#log = log
    this.#member = member
    this.#followers = followers
    this.#report = report
    this.shortId = log.joined.cluster.slice(0, 8)
    member.onApplied(() => {
      this.#hasApplied = true
      followers.hub.notify()
      this.#wake()
      this.#answerWaiting()
    })
    log.onAside((aside) => this.#hear(aside))
    this.#checks = setInterval(() => this.#check(), CHECK_MS)
    this.#checks.unref()
  }

  trouble(): Health | null {
    if (this.#member.divergence()) return {status: 'diverged'}
    const reason = clockProblem(this.#log.clockAhead())
    if (reason) return {status: 'wrong clock', reason}
    return this.#log.silence() < IN_TOUCH_MS ? null : {status: 'out of touch'}
  }

  refusal(isForReaders = false): LakeError | null {
    const divergence = this.#member.divergence()
    // While a newer version starts, older nodes are read as those that are cut off: for a while.
    if (divergence && !(divergence instanceof LogOutdated)) return divergence
    const silence = this.#log.silence()
    if (silence < (isForReaders ? NO_NODE_IN_TOUCH_MS : CUT_OFF_MS)) return null
    const description =
      'This server may not know what changed on the others of its cluster. Try again.'
    return new LakeError(503, 'unavailable', description, {}, {retryAfter: 2})
  }

  position = (): number => this.#member.head().position

  async reach(seen: Seen): Promise<void> {
    if (this.#has(seen) || (await this.freshen()) || this.#has(seen)) return
    throw new LogUnavailable()
  }

  #has = ({position, event}: Seen): boolean =>
    position <= this.position() && event <= this.#followers.log.last()

  freshen(): Promise<boolean> {
    if (this.#member.divergence() || this.#log.isAway() !== null) return Promise.resolve(false)
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting)
        resolve(false)
      }, WAIT_MS)
      const waiting: Waiting = {
        look: ++this.#looks,
        head: null,
        answer: () => {
          clearTimeout(timer)
          // Meanwhile it may have become known that the log has lost entries.
          resolve(this.#log.isAway() === null)
        },
      }
      this.#waiting.push(waiting)
      this.#log.look(waiting.look)
    })
  }

  #noteLook(look: number, head: number): void {
    for (const waiting of this.#waiting) if (waiting.look <= look) waiting.head ??= head
    if (head > this.position()) this.#catchUp()
    this.#answerWaiting()
  }

  #answerWaiting(): void {
    const position = this.position()
    const isThere = ({head}: Waiting): boolean => head !== null && head <= position
    for (const {answer} of this.#waiting.filter(isThere)) answer()
    this.#waiting = this.#waiting.filter((waiting) => !isThere(waiting))
  }

  figures() {
    const position = this.position()
    return {
      position,
      behind: Math.max(0, this.#log.headPosition() - position),
      conflicts: this.#member.conflicts(),
      holdsLease: this.#log.holdsLease(),
      silence: this.#log.silence(),
      hasDiverged: this.#member.divergence() !== null,
      clockAhead: this.#log.clockAhead(),
    }
  }

  shareRoom = (room: PresenceRoom): void => void (this.#room = room)

  announce = (change: PresenceChange): void => this.#log.announce(change)

  onDiverged = (listener: () => void): void => void (this.#onDiverged = listener)

  giveUpLease(): void {
    this.#isLeaving = true
    this.#log.noteUnwell()
  }

  async stop(): Promise<void> {
    clearInterval(this.#checks)
    await this.#log.close()
  }

  #hear(aside: Aside): void {
    if ('moved' in aside) this.#catchUp()
    else if ('looked' in aside) this.#noteLook(aside.looked, aside.head)
    else if ('liveNodes' in aside) this.#room?.keepNodes(aside.liveNodes)
    else if ('announced' in aside) {
      for (const {change, node} of aside.announced) this.#room?.applyRemote(change, node)
    }
  }

  #catchUp(): void {
    if (this.#member.divergence() || performance.now() < (this.#failure?.until ?? 0)) return
    try {
      withoutWaiting(this.#database, () => this.#member.catchUp())
      this.#failure = null
    } catch (error) {
      // If the file is locked, for example while it is rewritten, this is called again soon.
      if (!isBusy(error)) this.#noteFailure(error)
    }
  }

  #noteFailure(error: unknown): void {
    const reason = String(error)
    if (reason !== this.#failure?.reason) this.#report(error)
    // An answer that came too late says nothing of the next one.
    const pause = error instanceof LogUnavailable ? 0 : FAILED_MS
    this.#failure = {reason, until: performance.now() + pause}
  }

  #wake(): void {
    this.#followers.timer.notify()
    this.#followers.webhooks.notify()
  }

  /** Tells an operator once why nothing can be written. A moment is not worth a word. */
  #noteTrouble(): void {
    const trouble = this.#member.trouble()
    const name = trouble?.name ?? null
    const lasts = name === this.#trouble
    this.#trouble = name
    if (!lasts || name === this.#reported) return
    this.#reported = name
    if (trouble) this.#report(trouble)
  }

  #check(): void {
    const isWell = !this.#isLeaving && this.trouble() === null && this.#log.isAway() === null
    if (isWell) this.#log.noteWell()
    this.#noteTrouble()
    // A session or token may have ended on another node.
    if (this.#hasApplied) this.#followers.hub.checkCredentials()
    this.#hasApplied = false
    const holdsLease = this.#log.holdsLease()
    if (holdsLease && !this.#heldLease) this.#wake()
    this.#heldLease = holdsLease
    if (!this.#member.divergence() || this.#hasDiverged) return
    this.#hasDiverged = true
    this.#onDiverged()
  }
}
