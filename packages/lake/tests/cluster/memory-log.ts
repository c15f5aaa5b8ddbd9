// A shared log in memory, with faults: answers are lost, entries arrive late, a node cannot reach it.
import {LogFull, LogUnavailable} from '../../src/errors.ts'
import {
  isSameChain,
  NO_CHAIN,
  type Head,
  type SharedEntry,
  type SharedLog,
} from '../../src/cluster/shared-log.ts'

/**
 * What happens to an entry on its way. `late`: it arrives after the node has stopped waiting. `has no room`: the log says
 * that it is not stored.
 */
export type Fate = 'arrives' | 'has no room' | 'is lost' | 'answer is lost' | 'late'

export interface MemoryLogOptions {
  /** Called while a node waits: others go on meanwhile. */
  meanwhile?: (node: string) => void
  /** What happens to the next entry of a node. */
  fateOf?: (node: string) => Fate
  isReachable?: (node: string) => boolean
  /** How many entries `after` returns at most. */
  batch?: number
}

export class MemoryLog {
  readonly entries: SharedEntry[] = []
  agreement = ''
  /** Entries under way that no node waits for any more. */
  readonly late: (() => void)[] = []
  readonly #options: Required<MemoryLogOptions>

  constructor(options: MemoryLogOptions = {}) {
    this.#options = {
      meanwhile: () => {},
      fateOf: () => 'arrives',
      isReachable: () => true,
      batch: 10,
      ...options,
    }
  }

  head(): Head {
    return this.entries.at(-1) ?? {position: 0, chain: NO_CHAIN}
  }

  /**
   * As a node sees it.
   * @param agreed what the node has in common with the others
   */
  of(node: string, agreed = () => ''): SharedLog {
    const {meanwhile, fateOf, isReachable, batch} = this.#options
    const reach = (): void => {
      meanwhile(node)
      if (!isReachable(node)) throw new LogUnavailable('cut off')
    }
    return {
      append: (entry, before) => {
        reach()
        const store = () => this.#append(entry, before, agreed())
        const fate = fateOf(node)
        if (fate === 'has no room') throw new LogFull()
        if (fate === 'is lost') throw new LogUnavailable('lost')
        if (fate === 'late') {
          this.late.push(store)
          throw new LogUnavailable('late')
        }
        const isStored = store()
        meanwhile(node)
        if (fate === 'answer is lost') throw new LogUnavailable('the answer was lost')
        return isStored
      },
      after: (position) => {
        reach()
        return {
          entries: this.entries.slice(position, position + batch),
          head: this.head(),
        }
      },
      setPosition: () => {},
      isAway: () => null,
    }
  }

  #append(entry: SharedEntry, before: Uint8Array, agreed: string): boolean {
    const {position, chain} = this.head()
    if (entry.position !== position + 1 || !isSameChain(before, chain)) return false
    if (entry.agreement === null && agreed !== this.agreement) return false
    this.agreement = entry.agreement ?? agreed
    this.entries.push(entry)
    return true
  }
}
