// What somebody said, on the page: verbatim, with who said it and where it can be looked up.
import {Fragment} from 'react'
import {useEditable} from '../editing/editable.ts'
import {languageName, languageTag, direction, quotationMarks} from '../display/language.ts'
import {sourcePath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'
import {QuoteOrigin} from './quote-origin.tsx'
import {speakersOf, type Speaker} from './speakers.ts'
import type {Member, Quote} from './types.ts'

/** A quote as a block of its own, or large beside the text. */
export function QuoteBlock({use: {quote, display}}: {use: Member<'quoteUse'>}) {
  return quote && <QuoteFigure quote={quote} shape={display === 'pull' ? 'pull' : 'block'} />
}

/** The same without its place in an article; `here` is the source whose page it is. */
export function QuoteFigure({
  quote,
  shape = 'block',
  here,
}: {
  quote: Quote
  shape?: 'pull' | 'block'
  here?: string
}) {
  if (!quote.text?.trim()) return null
  return (
    <figure className={`quote quote--${shape} quote--${quote.kind ?? 'direct'}`}>
      <blockquote lang={languageTag(quote.language)} dir={direction(quote.language)}>
        <p>{inMarks(quote)}</p>
      </blockquote>
      <figcaption>
        <Speakers quote={quote} here={here} />
        <QuoteOrigin quote={quote} />
      </figcaption>
      <Original quote={quote} />
    </figure>
  )
}

/** A quote that finishes a sentence of the running text. */
export function InlineQuote({quote}: {quote: Quote | null}) {
  if (!quote?.text?.trim()) return null
  const {names, attribution} = speakersOf(quote)
  return (
    <>
      {' '}
      <span className="quote quote--inline">
        <span lang={languageTag(quote.language)} dir={direction(quote.language)}>
          {inMarks(quote)}
        </span>
        {names.length > 0 && (
          <span className="quote__by">
            {' ('}
            {names.map((speaker, index) => (
              <Fragment key={speaker.key}>
                {index > 0 && '; '}
                <SpeakerName speaker={speaker} />
                {speaker.role && `, ${speaker.role}`}
              </Fragment>
            ))}
            )
          </span>
        )}
        {names.length === 0 && attribution && <span className="quote__by"> ({attribution})</span>}
      </span>
    </>
  )
}

/** The name, which leads to all that we quoted of them. Previews have no such page to lead to. */
function SpeakerName({speaker: {name, source}, here}: {speaker: Speaker; here?: string}) {
  const {preview} = useSite()
  if (!source || source === here || preview) return name
  return <a href={sourcePath(source)}>{name}</a>
}

/** The page adds quotation marks: the document has only the words. Reported speech has none. */
function inMarks({text, kind, language}: Quote): string {
  if (kind === 'paraphrase') return text ?? ''
  const [open, close] = quotationMarks(language)
  return `${open}${text?.trim()}${close}`
}

function Speakers({quote, here}: {quote: Quote; here: string | undefined}) {
  const {preview} = useSite()
  const place = useEditable({id: quote._id, type: 'expertQuote', path: 'speakers'})
  const {names, attribution} = speakersOf(quote)
  if (names.length === 0 && !attribution)
    return preview ? (
      <strong className="gap" {...place}>
        Speaker missing
      </strong>
    ) : null
  return (
    <>
      {names.map((speaker) => (
        <span className="quote__speaker" key={speaker.key}>
          <cite>
            <SpeakerName speaker={speaker} here={here} />
          </cite>
          {speaker.role && <span className="quote__role">, {speaker.role}</span>}
        </span>
      ))}
      {attribution && <span className="quote__speaker">{attribution}</span>}
      {quote.anonymityReason && (
        <span className="quote__note" dir="auto">
          {quote.anonymityReason}
        </span>
      )}
    </>
  )
}

function Original({quote: {original}}: {quote: Quote}) {
  const {language: ours} = useSite()
  if (!original?.text) return null
  const [open, close] = quotationMarks(original.language)
  const language = languageName(original.language)
  return (
    <details className="quote__original">
      <summary lang={ours}>{language ? `In the original: ${language}` : 'In the original'}</summary>
      <p lang={languageTag(original.language)} dir={direction(original.language)}>
        {open}
        {original.text}
        {close}
      </p>
      {original.translatedBy?.name && <p lang={ours}>Translated by {original.translatedBy.name}</p>}
    </details>
  )
}
