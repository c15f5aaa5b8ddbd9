// What somebody said, on the page: verbatim, with who said it and where it can be looked up.
import {languageName, languageTag, direction, quotationMarks} from '../format/language.ts'
import {useSite} from '../site-context.ts'
import {QuoteOrigin} from './quote-origin.tsx'
import {speakersOf} from './speakers.ts'
import type {Member, Quote} from './types.ts'

/** A quote as a block of its own, or large beside the text. */
export function QuoteBlock({use: {quote, display}}: {use: Member<'quoteUse'>}) {
  if (!quote?.text?.trim()) return null
  const shape = display === 'pull' ? 'pull' : 'block'
  return (
    <figure className={`quote quote--${shape} quote--${quote.kind ?? 'direct'}`}>
      <blockquote lang={languageTag(quote.language)} dir={direction(quote.language)}>
        <p>{inMarks(quote)}</p>
      </blockquote>
      <figcaption>
        <Speakers quote={quote} />
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
  const said = names.length > 0 ? names.map((one) => one.line).join('; ') : attribution
  return (
    <>
      {' '}
      <span className="quote quote--inline">
        <span lang={languageTag(quote.language)}>{inMarks(quote)}</span>
        {said && <span className="quote__by"> ({said})</span>}
      </span>
    </>
  )
}

/** Quotation marks are the page's: the document holds the words alone, and reported speech has none. */
function inMarks({text, kind, language}: Quote): string {
  if (kind === 'paraphrase') return text ?? ''
  const [open, close] = quotationMarks(language)
  return `${open}${text?.trim()}${close}`
}

function Speakers({quote}: {quote: Quote}) {
  const {preview} = useSite()
  const {names, attribution} = speakersOf(quote)
  if (names.length === 0 && !attribution)
    return preview ? <strong className="gap">Speaker missing</strong> : null
  return (
    <>
      {names.map(({key, name, role}) => (
        <span className="quote__speaker" key={key}>
          <cite>{name}</cite>
          {role && <span className="quote__role">, {role}</span>}
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
  if (!original?.text) return null
  const [open, close] = quotationMarks(original.language)
  const language = languageName(original.language)
  return (
    <details className="quote__original">
      <summary>{language ? `In the original: ${language}` : 'In the original'}</summary>
      <p lang={languageTag(original.language)} dir={direction(original.language)}>
        {open}
        {original.text}
        {close}
      </p>
      {original.translatedBy?.name && <p>Translated by {original.translatedBy.name}</p>}
    </details>
  )
}
