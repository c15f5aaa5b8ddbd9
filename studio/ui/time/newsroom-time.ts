// Times on the newsroom's clock, independent of the person's own time zone.
import {knownZone} from '../../../model/time-zones.ts'

export interface NewsroomTime {
  /** `today 18:00`, `tomorrow 06:00`, `Tue 3 Mar, 06:00`; with the year if it is not the current one. */
  moment(iso: string, now: number): string
  /** `Tuesday 3 March 2026 at 06:00 GMT`. */
  full(iso: string): string
  /** When the newsroom's day began, ISO 8601. */
  startOfDay(now: number): string
  /** `2026-03-03T06:00` on the newsroom's clock, as a field for date and time takes it. */
  wallOf(time: number): string
  /** The moment at which the newsroom's clock shows this; undefined if it is not a time. */
  instantOf(wall: string): string | undefined
  /** `GMT`, or `Europe/London` if the zone has no short name: for the field's label. */
  zoneName(now: number): string
}

/** @param zone IANA name; a name that the browser does not know counts as UTC */
export function createNewsroomTime(zone: string): NewsroomTime {
  const timeZone = knownZone(zone)
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', {...options, timeZone})
  const clock = format({hour: '2-digit', minute: '2-digit'})
  const day = format({weekday: 'short', day: 'numeric', month: 'short'})
  const dayOfYear = format({day: 'numeric', month: 'short', year: 'numeric'})
  const whole = format({dateStyle: 'full', timeStyle: 'short'})
  const named = format({timeZoneName: 'short'})
  const parts = format({
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

  const wallOf = (time: number): string => {
    const found = Object.fromEntries(
      parts.formatToParts(time).map(({type, value}) => [type, value]),
    )
    return `${found['year']}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}`
  }
  const dateOf = (time: number): string => wallOf(time).slice(0, 10)

  const instantOf = (wall: string): string | undefined => {
    const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)
      ? Date.parse(`${wall.slice(0, 16)}Z`)
      : NaN
    if (Number.isNaN(asUtc)) return undefined
    // The offset depends on the time itself. The second iteration corrects it on days when the
    // clocks change.
    let time = asUtc
    for (let turn = 0; turn < 2; turn++) {
      time = asUtc - (Date.parse(`${wallOf(time)}Z`) - time)
    }
    return new Date(time).toISOString()
  }

  const zoneName = (now: number): string =>
    named.formatToParts(now).find(({type}) => type === 'timeZoneName')?.value ?? timeZone

  return {
    wallOf,
    instantOf,
    zoneName,
    moment(iso, now) {
      const time = Date.parse(iso)
      if (Number.isNaN(time)) return ''
      const date = dateOf(time)
      const at = clock.format(time)
      if (date === dateOf(now)) return `today ${at}`
      if (date === shifted(dateOf(now), 1)) return `tomorrow ${at}`
      if (date === shifted(dateOf(now), -1)) return `yesterday ${at}`
      const sameYear = date.slice(0, 4) === dateOf(now).slice(0, 4)
      return `${(sameYear ? day : dayOfYear).format(time).replace(',', '')}, ${at}`
    },
    full(iso) {
      const time = Date.parse(iso)
      return Number.isNaN(time) ? '' : `${whole.format(time)} ${zoneName(time)}`
    },
    startOfDay: (now) => instantOf(`${dateOf(now)}T00:00`) ?? new Date(now).toISOString(),
  }
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
