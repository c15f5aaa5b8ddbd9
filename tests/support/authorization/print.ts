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

function printEndpoint({operation, ways}: Row): string {
  const isReading = READING_WAYS.every((way) => ways.includes(way))
  return `${operation} *${isReading ? 'all ways' : ways.join(', ')}*`
}

/** Markdown: operation and endpoints, then the things. */
export function printTable(): string {
  const sets = Map.groupBy(ROWS, ({who}) => printRoles(who))
  const lines = [...sets].map(([who, rows]) => {
    const things = Map.groupBy(rows, printEndpoint)
    const printed = [...things].map(
      ([endpoint, found]) => `${endpoint}: ${found.map(({of}) => of).join('; ')}`,
    )
    return `| ${who} | ${printed.join('. ')} |`
  })
  return ['| who | may |', '| --- | --- |', ...lines].join('\n')
}
