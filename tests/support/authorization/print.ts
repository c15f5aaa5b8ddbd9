// The table as docs/security.md prints it.
import {ROWS} from './rows.ts'
import {ROLE_NAMES} from './table.ts'

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Markdown, one line for each row. */
export function printTable(): string {
  const head = ['', 'endpoint', 'of what', ...ROLE_NAMES]
  const rows = ROWS.map(({operation, ways, of, who}) =>
    line([
      operation,
      ways.join(', '),
      of,
      ...ROLE_NAMES.map((name) => (who.includes(name) ? 'yes' : '–')),
    ]),
  )
  return [line(head), line(head.map(() => '---')), ...rows].join('\n')
}
