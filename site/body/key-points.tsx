import {useSite} from '../site-context.ts'

/** The main points in a box: a note and no landmark, as an article may have several. */
export function KeyPoints({
  title,
  points,
}: {
  title?: string | null
  points: readonly string[] | null | undefined
}) {
  const {language} = useSite()
  if (!points?.length) return null
  return (
    <aside className="key-points" role="note" aria-label={title ?? 'Key points'}>
      <p className="box-title" lang={title ? undefined : language}>
        {title ?? 'Key points'}
      </p>
      <ul>
        {points.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
    </aside>
  )
}
