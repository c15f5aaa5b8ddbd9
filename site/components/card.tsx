// A piece in a list.
import {pagePath, sectionPath} from '../display/paths.ts'
import {direction, languageTag} from '../display/language.ts'
import type {CardPiece} from '../piece.ts'
import {useSite} from '../site-context.ts'
import {Byline} from './byline.tsx'
import {Photo, type PhotoLayout} from './photo.tsx'

export type CardVariant = 'lead' | 'feature' | 'standard' | 'row' | 'brief'

const PHOTO_OF: Record<CardVariant, PhotoLayout | undefined> = {
  lead: 'hero',
  feature: 'feature',
  standard: 'card',
  row: 'row',
  brief: undefined,
}

/** A card; `level` is the rank of its headline on the page. Nothing for a piece without an address. */
export function Card({
  article,
  variant = 'standard',
  level: Heading = 'h3',
  sectioned = true,
}: {
  article: CardPiece | null | undefined
  variant?: CardVariant
  level?: 'h2' | 'h3'
  /** Names the section; not where the page is the section. */
  sectioned?: boolean
}) {
  const {dates, language} = useSite()
  if (!article?.slug || !article.headline) return null
  const layout = PHOTO_OF[variant]
  const foreign = article.language && article.language !== language ? article.language : undefined
  return (
    <article
      className={`card card--${variant}`}
      lang={languageTag(foreign)}
      dir={foreign && direction(foreign)}
    >
      {layout && <Photo use={article.leadPhoto} layout={layout} first={variant === 'lead'} />}
      <div className="card__text">
        <Kicker article={sectioned ? article : {...article, section: null}} />
        <Heading className="card__headline">
          <a href={pagePath(article._type, article.slug)}>{article.headline}</a>
        </Heading>
        {variant !== 'brief' && article.dek && <p className="card__dek">{article.dek}</p>}
        <p className="card__meta" lang={foreign && language}>
          <Byline entries={article.bylines} />
          <time dateTime={article.date} dir={foreign && direction(language)}>
            {dates.day(article.date)}
          </time>
        </p>
      </div>
    </article>
  )
}

const SPOKEN_TYPES: Record<string, string> = {
  analysis: 'Analysis',
  background: 'Background',
  explainer: 'Explainer',
  interview: 'Interview',
  opinion: 'Opinion',
  review: 'Review',
  sponsored: 'Sponsored',
}

/** The line above a headline: the section or the article's own kicker, and what kind of text it is. */
export function Kicker({
  article: {kicker, section, articleType},
}: {
  article: Pick<CardPiece, 'kicker' | 'section' | 'articleType'>
}) {
  const {language} = useSite()
  const own = kicker?.trim()
  const label = own || section?.title
  const spoken = SPOKEN_TYPES[articleType ?? '']
  // “The interview / Interview” says it twice; “Sponsored” is never left out.
  const repeated = spoken && label?.toLowerCase().includes(spoken.toLowerCase())
  const kind = repeated && articleType !== 'sponsored' ? undefined : spoken
  if (!label && !kind) return null
  return (
    <p className="kicker">
      {label &&
        (section?.slug ? (
          <a href={sectionPath(section.slug)} lang={own ? undefined : language}>
            {label}
          </a>
        ) : (
          <span className="kicker__words">{label}</span>
        ))}
      {kind && (
        <span
          className={`kicker__kind${articleType === 'sponsored' ? ' kicker__kind--sponsored' : ''}`}
          lang={language}
        >
          {kind}
        </span>
      )}
    </p>
  )
}
