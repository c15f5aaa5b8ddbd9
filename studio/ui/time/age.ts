// An age in few characters, for a narrow column.

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `just now`, `12 min`, `3 h`, `2 days`, `5 weeks`. */
export function age(since: string, now: number): string {
  const passed = now - Date.parse(since)
  if (Number.isNaN(passed)) return ''
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`
  if (passed < 14 * DAY) return counted(Math.floor(passed / DAY), 'day')
  if (passed < 365 * DAY) return counted(Math.floor(passed / (7 * DAY)), 'week')
  return counted(Math.floor(passed / (365 * DAY)), 'year')
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
