// Time zones by their IANA names.

/** Whether this platform knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: name}))
  } catch {
    return false
  }
}

/** The zone itself, or UTC for one that this platform does not know. */
export function knownZone(name: string | null | undefined): string {
  return name && isTimeZone(name) ? name : 'UTC'
}
