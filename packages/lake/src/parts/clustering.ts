// A node among others: follows the cluster's log, takes over work in the background, and refuses requests when it is cut
// off.
import type {ClusterNode} from '../cluster/open-node.ts'
import {LakeError} from '../errors.ts'
import type {Hub} from '../listen/hub.ts'
import type {PresenceChange, PresenceRoom} from '../presence/room.ts'
import type {Timer} from '../scheduled-actions/timer.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import type {Base} from './base.ts'
import type {Storage} from './storage.ts'

export interface Clustering {
  /** False if this node may be behind others: a load balancer sends requests elsewhere. */
  isInTouch(): boolean
  /** Why a request gets no answer; null to answer it. */
  refusal(isSignedIn: boolean): LakeError | null
  /** The last entry of the cluster's log that this node has. */
  position(): number
  /** Tells clusters apart, in a cookie. */
  readonly shortId: string
  /**
   * Applies what others have written if a caller has seen more than this node. A position that cannot be is ignored.
   * @throws LogUnavailable
   */
  reach(position: number): void
  /** Applies what others have written, unless that was tried a moment ago. It does not throw. */
  refresh(): void
  /** For metrics. */
  figures(): {
    position: number
    /** Entries that this node has not applied yet. */
    behind: number
    conflicts: number
    holdsLease: boolean
    /** Milliseconds since PostgreSQL answered last. */
    silence: number
    hasDiverged: boolean
  }
  /** Where people at other nodes are. */
  shareRoom(room: PresenceRoom): void
  announce(change: PresenceChange): void
  stop(): Promise<void>
}

interface Needs {
  hub: Pick<Hub, 'notify' | 'checkCredentials'>
  timer: Pick<Timer, 'notify'>
  webhooks: Pick<Webhooks, 'notify'>
}

const CHECK_MS = 500
/** Longer than this without PostgreSQL, and a node is out of touch. Milliseconds. */
const IN_TOUCH_MS = 2_000
/** Entries that others may have written since this node looked last. */
const MOST_AHEAD = 1_000
/** Strangers can ask for it, and each time costs a question to the database. */
const REFRESH_MS = 20
/** A session may have ended meanwhile. */
const SIGNED_IN_MS = 10_000
/** A document may have been withdrawn meanwhile. */
const ANYBODY_MS = 60_000

/** Null for a lake of its own. */
export function createClustering(
  {report}: Base,
  {node, ...followers}: Pick<Storage, 'node'> & Needs,
): Clustering | null {
  return node && clusteringOf(node, followers, report('The cluster’s log could not be followed'))
}

function clusteringOf(
  {log, member}: ClusterNode,
  {hub, timer, webhooks}: Needs,
  report: (error: unknown) => void,
): Clustering {
  let hasApplied = false
  let refreshedAt = 0
  let heldLease = false
  member.onApplied(() => {
    hasApplied = true
    hub.notify()
    timer.notify()
    webhooks.notify()
  })
  const catchUp = (): void => {
    try {
      if (!member.divergence()) member.catchUp()
    } catch (error) {
      report(error)
    }
  }
  const isWell = (): boolean =>
    !member.divergence() && log.isAway() === null && log.silence() < IN_TOUCH_MS
  let room: PresenceRoom | undefined
  log.onAside((aside) => {
    if ('moved' in aside) catchUp()
    else if ('liveNodes' in aside) room?.keepNodes(aside.liveNodes)
    else if ('announced' in aside) {
      for (const {change, node} of aside.announced) room?.applyRemote(change, node)
    }
  })
  const checks = setInterval(() => {
    if (isWell()) log.noteWell()
    // A session or token may have ended on another node.
    if (hasApplied) hub.checkCredentials()
    hasApplied = false
    const holdsLease = log.holdsLease()
    if (holdsLease && !heldLease) {
      timer.notify()
      webhooks.notify()
    }
    heldLease = holdsLease
  }, CHECK_MS)
  checks.unref()
  return {
    isInTouch: () => member.divergence() === null && log.silence() < IN_TOUCH_MS,
    refusal(isSignedIn) {
      const silence = member.divergence() ? Infinity : log.silence()
      if (silence < (isSignedIn ? SIGNED_IN_MS : ANYBODY_MS)) return null
      const description =
        'This server has no connection to the others of its cluster, so it may not know what changed. Try again.'
      return new LakeError(503, 'unavailable', description, {}, {retryAfter: 2})
    },
    position: () => member.head().position,
    shortId: log.joined.cluster.slice(0, 8),
    reach(position) {
      const isPossible = position <= log.headPosition() + MOST_AHEAD
      if (isPossible && position > member.head().position) member.catchUp()
    },
    refresh() {
      if (performance.now() - refreshedAt < REFRESH_MS || log.isAway() !== null) return
      refreshedAt = performance.now()
      catchUp()
    },
    figures() {
      const {position} = member.head()
      return {
        position,
        behind: Math.max(0, log.headPosition() - position),
        conflicts: member.conflicts(),
        holdsLease: log.holdsLease(),
        silence: log.silence(),
        hasDiverged: member.divergence() !== null,
      }
    },
    shareRoom: (shared) => void (room = shared),
    announce: log.announce,
    async stop() {
      clearInterval(checks)
      await log.close()
    },
  }
}
