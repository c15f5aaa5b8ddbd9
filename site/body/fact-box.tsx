import {RichText} from './text-components.tsx'
import type {Member} from './types.ts'

/** Background beside the story. */
export function FactBox({value: {title, body}}: {value: Member<'factBox'>}) {
  if (!body?.length) return null
  return (
    <aside className="fact-box" aria-label={title ?? 'Background'}>
      <p className="box-title">{title ?? 'Background'}</p>
      <RichText value={body} />
    </aside>
  )
}
