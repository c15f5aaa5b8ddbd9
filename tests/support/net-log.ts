// Chromium's own record of what it did on the network, extensions, workers and services of its own
// included: `--log-net-log=<file>`, complete once the browser has ended.
import {readFileSync} from 'node:fs'

interface NetEvent {
  type: number
  params?: {host?: string; address?: string; url?: string; address_list?: string[]}
}

interface NetLog {
  constants: {logEventTypes: Record<string, number>}
  events: NetEvent[]
}

export interface Reached {
  /** Names that were looked up. */
  names: string[]
  /** Addresses to which a TCP connection was opened. */
  connections: string[]
  /** What was asked of the network stack. */
  urls: string[]
}

/** Reads the file; each list without doubles. */
export function readNetLog(file: string): Reached {
  const {constants, events} = parse(readFileSync(file, 'utf8'))
  const all = (type: string, read: (params: NonNullable<NetEvent['params']>) => string[]) => {
    const number = constants.logEventTypes[type]
    if (number === undefined) throw new Error(`The browser's record knows no ${type}.`)
    const found = events.flatMap((event) =>
      event.type === number && event.params ? read(event.params) : [],
    )
    return [...new Set(found)]
  }
  const one = (text?: string): string[] => (text === undefined ? [] : [text])
  return {
    names: all('HOST_RESOLVER_MANAGER_REQUEST', ({host}) => one(host)),
    connections: all('TCP_CONNECT_ATTEMPT', ({address}) => one(address)),
    urls: all('URL_REQUEST_START_JOB', ({url}) => one(url)),
  }
}

/** A browser that ended in a hurry leaves the last bracket out. */
function parse(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog
  }
}
