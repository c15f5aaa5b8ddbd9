import {useSite} from '../site-context.ts'
import {RichText} from './text-components.tsx'
import type {Member} from './types.ts'

/** Background beside the story: a note and no landmark, as an article may have several. */
export function FactBox({value: {title, body}}: {value: Member<'factBox'>}) {
  const {language} = useSite()
  if (!body?.length) return null
  return (
    <aside className="fact-box" role="note" aria-label={title ?? 'Background'}>
      <p className="box-title" lang={title ? undefined : language}>
        {title ?? 'Background'}
      </p>
      <RichText value={body} />
    </aside>
  )
}
