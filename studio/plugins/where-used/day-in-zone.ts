// A moment as the day that the newsroom's calendar shows.

/** @param timeZone IANA name; one that the browser does not know is taken for UTC */
export function dayInZone(timeZone: string): (iso: string) => string {
  const format = formatFor(timeZone) ?? formatFor('UTC')
  return (iso) => {
    const time = Date.parse(iso)
    return Number.isNaN(time) || !format ? iso : format.format(time)
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone})
  } catch {
    return null
  }
}
