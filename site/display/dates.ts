// Dates in the newsroom's language and time zone, wherever the server runs.
import {knownZone} from '../../model/time-zones.ts'

export interface Dates {
  /** `4 March 2024`. */
  day(iso: string | null | undefined): string | undefined
  /** `Monday 4 March 2024`. */
  weekday(iso: string | null | undefined): string | undefined
  /** `4 March 2024, 16:30 CET`. */
  moment(iso: string | null | undefined): string | undefined
  /** `2024`, `2024-03` or `2024-03-04`, as exact as it was given. */
  partial(date: string | null | undefined): string | undefined
}

/** Formats in `language` (BCP 47) and `timeZone` (IANA); what the platform does not know falls back to en-GB and UTC. */
export function createDates(language?: string | null, timeZone?: string | null): Dates {
  const locale = supported(language) ?? 'en-GB'
  const zone = knownZone(timeZone)
  const day = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: zone})
  const weekday = new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeZone: zone})
  const time = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  })
  return {
    day: (iso) => {
      const date = parsed(iso)
      return date && day.format(date)
    },
    weekday: (iso) => {
      const date = parsed(iso)
      return date && weekday.format(date)
    },
    moment: (iso) => {
      const date = parsed(iso)
      return date && `${day.format(date)}, ${time.format(date)}`
    },
    partial: (text) => {
      if (!text) return undefined
      const [, year, month, dayOfMonth] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text) ?? []
      if (!year) return undefined
      if (!month) return year
      const date = parsed(`${year}-${month}-${dayOfMonth ?? '01'}T00:00:00Z`)
      return date?.toLocaleDateString(locale, {
        year: 'numeric',
        month: 'long',
        ...(dayOfMonth && {day: 'numeric'}),
        timeZone: 'UTC',
      })
    },
  }
}

function parsed(iso: string | null | undefined): Date | undefined {
  const date = new Date(iso ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

function supported(language: string | null | undefined): string | undefined {
  try {
    // `en` without a region prints American dates; a newsroom that wants those sets en-US.
    const wanted = language === 'en' ? 'en-GB' : language
    return wanted ? Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] : undefined
  } catch {
    return undefined
  }
}
