// Metrics of a running lake in the text format of Prometheus (0.0.4).
import type {ObservedRequest} from './middleware/observe.ts'

export interface Metric {
  /** With its unit, as Prometheus expects it: `lake_database_bytes`. */
  name: string
  help: string
  type: 'counter' | 'gauge'
  values: {labels?: Record<string, string>; value: number}[]
}

export interface Metrics {
  request(request: Pick<ObservedRequest, 'route' | 'method' | 'status' | 'ms'>): void
  /** @param read metrics that are read at this moment */
  text(read: readonly Metric[]): string
}

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** A client can send any method. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

interface Durations {
  /** Number of requests between each bound and the one before. The last is for longer ones. */
  between: number[]
  sum: number
}

/** @param prefix of the metrics' names, as `Product.prefix` */
export function createMetrics(prefix: string): Metrics {
  const requests = new Map<string, {labels: Record<string, string>; value: number}>()
  const durations = new Map<string, Durations>()

  return {
    request({route, method, status, ms}) {
      const known = METHODS.has(method) ? method : 'other'
      const key = `${route} ${known} ${status}`
      let counted = requests.get(key)
      if (!counted) {
        counted = {labels: {route, method: known, status: String(status)}, value: 0}
        requests.set(key, counted)
      }
      counted.value += 1
      let taken = durations.get(route)
      if (!taken) {
        taken = {between: [...BUCKETS, Infinity].map(() => 0), sum: 0}
        durations.set(route, taken)
      }
      const seconds = ms / 1000
      let index = 0
      while (seconds > (BUCKETS[index] ?? Infinity)) index += 1
      taken.between[index] = (taken.between[index] ?? 0) + 1
      taken.sum += seconds
    },
    text(read) {
      const counted: Metric = {
        name: `${prefix}_http_requests_total`,
        help: 'Requests answered, by route, method and status.',
        type: 'counter',
        values: [...requests.values()],
      }
      return [
        ...[counted, ...read].map(linesOf),
        histogram(`${prefix}_http_request_duration_seconds`, durations),
      ].join('')
    },
  }
}

const header = (name: string, help: string, type: string): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

const linesOf = ({name, help, type, values}: Metric): string =>
  header(name, help, type) +
  values.map(({labels = {}, value}) => `${name}${labelText(labels)} ${value}\n`).join('')

function histogram(name: string, durations: ReadonlyMap<string, Durations>): string {
  const lines = [...durations].map(([route, {between, sum}]) => {
    let count = 0
    const upTo = between.map((value, index) => {
      count += value
      return bucket({route, le: String(BUCKETS[index] ?? '+Inf')}, count)
    })
    const total = `${name}_sum${labelText({route})} ${sum}\n${name}_count${labelText({route})} ${count}\n`
    return upTo.join('') + total
  })
  return header(name, 'Time until an answer began, by route.', 'histogram') + lines.join('')

  function bucket(labels: Record<string, string>, value: number): string {
    return `${name}_bucket${labelText(labels)} ${value}\n`
  }
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
