// How a person left the desk: its filters, what is folded, and on which row they were.

export interface DeskMemory {
  section: string
  words: string
  onlyMine: boolean
  /** Queues that stand otherwise than they do by default. */
  toggled: string[]
  current: string | null
}

const KEY = 'copydesk.desk'
const FRESH: DeskMemory = {section: '', words: '', onlyMine: false, toggled: [], current: null}

/** As this tab left it; a browser without storage begins anew. */
export function recall(): DeskMemory {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<DeskMemory>
    return {...FRESH, ...kept}
  } catch {
    return FRESH
  }
}

export function remember(memory: DeskMemory): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // Without storage the desk works all the same.
  }
}
