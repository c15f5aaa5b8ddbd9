import {stegaClean} from '@sanity/client/stega'
import type {ReactNode} from 'react'
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

/** How, when and where it was said, in sentences, with the addresses where readers can check it. */
export function QuoteOrigin({quote}: {quote: Quote}) {
  const {language} = useSite()
  const occasion = useOccasion(quote)
  const source = <Source quote={quote} />
  const {provenance} = quote
  const hasSource =
    provenance?.publication || safeHref(provenance?.url) || safeHref(provenance?.archivedUrl)
  if (!occasion && !hasSource) return null
  return (
    <span className="quote__origin" lang={language}>
      {occasion}
      {occasion && hasSource && ' '}
      {hasSource && source}
    </span>
  )
}

/** `Said in a statement on 4 March 2024, as reported by Martin Wolf.` */
function useOccasion({medium, saidOn, kind, reportedBy, provenance}: Quote): ReactNode {
  const {dates} = useSite()
  const day = dates.partial(saidOn)
  const when = day && `${/^\d{4}-\d{2}-\d{2}/.test(saidOn ?? '') ? 'on' : 'in'} ${day}`
  const circumstances = [SAID_IN[medium ?? ''], when].filter(Boolean).join(' ')
  // `JAPAN Forward, …, March 2024` names the reporter already.
  const name = reportedBy?.name
  const reporter = name && !provenance?.publication?.includes(stegaClean(name)) ? name : undefined
  if (!circumstances) return reporter ? <>Reported by {reporter}.</> : undefined
  return (
    <>
      {kind === 'document' ? 'Published' : 'Said'} {circumstances}
      {reporter && <>, as reported by {reporter}</>}.
    </>
  )
}

/** `Source: The Report (archived copy).` */
function Source({quote}: {quote: Quote}) {
  const {language} = useSite()
  const {publication, url, archivedUrl} = quote.provenance ?? {}
  const [href, archived] = [safeHref(url), safeHref(archivedUrl)]
  const copy = archived && (
    <a
      href={archived}
      rel="noopener"
      dir={direction(language)}
      aria-label={labelled('archived copy', quote)}
    >
      archived copy
    </a>
  )
  if (!publication && !href) return <>Source: {copy}.</>
  return (
    <>
      {publication && 'Source: '}
      {href ? (
        <a
          href={href}
          rel="noopener"
          dir="auto"
          aria-label={labelled(publication ?? 'source', quote)}
        >
          {publication ?? 'Source'}
        </a>
      ) : (
        <cite>{publication}</cite>
      )}
      {copy && <> ({copy})</>}.
    </>
  )
}
