// The rights as docs/security.md prints them: a line for each set of roles, with what it may do.
import {ROWS} from './rows.ts'
import {READING_WAYS, ROLE_NAMES, type RoleColumn, type Row} from './table.ts'

const STAFF: readonly RoleColumn[] = [
  'journalist',
  'photo editor',
  'editor',
  'developer',
  'administrator',
]

/** Names of a set of roles; the five of the staff together have one name. */
function printRoles(who: readonly RoleColumn[]): string {
  if (who.length === 0) return 'nobody'
  if (who.length === ROLE_NAMES.length) return 'everybody'
  const isStaff = STAFF.every((name) => who.includes(name))
  const names = isStaff ? ['staff', ...who.filter((name) => !STAFF.includes(name))] : who
  return names.map((name) => (name === 'guest' ? 'preview link' : name)).join(', ')
}

/** Operations and endpoints: `create, update *mutate*`. */
function printOperations(rows: readonly Row[]): string {
  const ways = rows[0]?.ways ?? []
  const isReading = READING_WAYS.every((way) => ways.includes(way))
  const operations = rows.map(({operation}) => operation).join(', ')
  return `${operations} *${isReading ? 'all ways' : ways.join(', ')}*`
}

/** Markdown: operations and endpoints, then the things. */
export function printTable(): string {
  const sets = Map.groupBy(ROWS, ({who}) => printRoles(who))
  const lines = [...sets].map(([who, rows]) => {
    const things = Map.groupBy(rows, ({ways, of}) => JSON.stringify([ways, of]))
    const rights = Map.groupBy(things.values(), printOperations)
    const printed = [...rights].map(
      ([operations, found]) => `${operations}: ${found.map(([row]) => row?.of).join('; ')}`,
    )
    return `| ${who} | ${printed.join('. ')} |`
  })
  return ['| who | may |', '| --- | --- |', ...lines].join('\n')
}
