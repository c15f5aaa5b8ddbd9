import {stegaClean} from '@sanity/client/stega'
import {direction} from '../display/language.ts'
import {safeHref} from '../display/safe-href.ts'
import {shortened} from '../display/shortened.ts'
import {useSite} from '../site-context.ts'
import type {Quote} from './types.ts'

const SAID_IN: Record<string, string> = {
  pressConference: 'at a press conference',
  statement: 'in a statement',
  broadcast: 'in a broadcast',
  social: 'on social media',
  email: 'by e-mail',
  court: 'in court',
}

const LONGEST_LABEL = 60

/** Adds the start of the quote: links with the same text need different labels. */
const labelled = (label: string, {text}: Quote) =>
  `${label}: ${shortened(stegaClean(text ?? ''), LONGEST_LABEL)}`

/** How, when and where it was said, with the addresses where readers can check it. */
export function QuoteOrigin({quote}: {quote: Quote}) {
  const {dates, language} = useSite()
  const {medium, saidOn, reportedBy, provenance} = quote
  const circumstances = [SAID_IN[medium ?? ''], dates.partial(saidOn)].filter(Boolean).join(', ')
  const href = safeHref(provenance?.url)
  const archived = safeHref(provenance?.archivedUrl)
  const publication = provenance?.publication
  // `JAPAN Forward, …, March 2024` names the reporter already.
  const reporter = publication?.includes(stegaClean(reportedBy?.name) ?? '')
    ? undefined
    : reportedBy?.name
  if (!circumstances && !reportedBy?.name && !publication && !href && !archived) return null
  return (
    <span className="quote__origin" lang={language}>
      {circumstances && <span>{circumstances}</span>}
      {reporter && <span>reported by {reporter}</span>}
      {href ? (
        <span>
          <a
            href={href}
            rel="noopener"
            dir="auto"
            aria-label={labelled(publication ?? 'source', quote)}
          >
            {publication ?? 'source'}
          </a>
        </span>
      ) : (
        publication && <cite>{publication}</cite>
      )}
      {archived && (
        <span>
          <a
            href={archived}
            rel="noopener"
            dir={direction(language)}
            aria-label={labelled('archived copy', quote)}
          >
            archived copy
          </a>
        </span>
      )}
    </span>
  )
}
