import {pathOf} from '../display/paths.ts'
import {safeHref} from '../display/safe-href.ts'
import type {Member} from './types.ts'

/** What readers are asked to do next. Without a usable target, only the text is shown. */
export function CallToAction({value: {text, label, url, target}}: {value: Member<'callToAction'>}) {
  const href = pathOf(target) ?? safeHref(url)
  if (!text && !(label && href)) return null
  return (
    <aside className="call">
      {text && <p>{text}</p>}
      {label && href && (
        <a className="call__link" href={href} rel="noopener">
          {label}
        </a>
      )}
    </aside>
  )
}
