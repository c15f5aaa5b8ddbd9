// The desk's filters, folded queues and current row, stored for this tab.

export interface DeskMemory {
  section: string
  words: string
  onlyMine: boolean
  /** Queues that are folded or unfolded against their default. */
  toggled: string[]
  current: string | null
}

const KEY = 'copydesk.desk'
const FRESH: DeskMemory = {section: '', words: '', onlyMine: false, toggled: [], current: null}

/** As this tab left it; the defaults without storage. */
export function recall(): DeskMemory {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<DeskMemory>
    return {...FRESH, ...stored}
  } catch {
    return FRESH
  }
}

export function remember(memory: DeskMemory): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // The desk works without storage too.
  }
}
