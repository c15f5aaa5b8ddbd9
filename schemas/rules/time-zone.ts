import type {CustomValidator} from 'sanity'

/** A time zone by its name in the IANA database, which knows about summer time; offsets do not. */
export const timeZone: CustomValidator<string | undefined> = (zone) => {
  if (!zone) return true
  const message = 'Use the name of a time zone such as “Asia/Tokyo” or “Europe/London”.'
  if (zone !== 'UTC' && !zone.includes('/')) return message
  try {
    Intl.DateTimeFormat('en', {timeZone: zone})
    return true
  } catch {
    return message
  }
}
