/** The main points in a box. */
export function KeyPoints({
  title,
  points,
}: {
  title?: string | null
  points: readonly string[] | null | undefined
}) {
  if (!points?.length) return null
  return (
    <aside className="key-points" aria-label={title ?? 'Key points'}>
      <p className="box-title">{title ?? 'Key points'}</p>
      <ul>
        {points.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
    </aside>
  )
}
