import {useSite} from '../site-context.ts'

/**
 * When something happened. The element says it exactly; on the first day a script adds how long ago that is, which a page that
 * is cached cannot know.
 */
export function Time({
  at,
  exact = false,
  dir,
}: {
  at: string | null | undefined
  /** Shows the time and its zone, not only the day. */
  exact?: boolean
  dir?: 'ltr' | 'rtl' | undefined
}) {
  const {dates} = useSite()
  const moment = dates.moment(at)
  if (!at || !moment) return null
  return (
    <time className="time" dateTime={at} dir={dir} title={exact ? undefined : moment}>
      {exact ? moment : dates.day(at)}
    </time>
  )
}
