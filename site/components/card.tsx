// A piece in a list.
import {pagePath, sectionPath} from '../display/paths.ts'
import {direction, languageTag} from '../display/language.ts'
import {hasPhotograph, hasPicture} from '../fronts/photographs.ts'
import type {FrontStory} from '../fronts/front-view.ts'
import type {CardPiece} from '../piece.ts'
import {useSite} from '../site-context.ts'
import {Byline} from './byline.tsx'
import {Photo, type PhotoLayout} from './photo.tsx'
import {Time} from './time.tsx'

export type CardVariant =
  | 'lead'
  | 'feature'
  | 'second'
  | 'standard'
  | 'row'
  | 'brief'
  /** As `standard`, always without a picture. */
  | 'words'
  | 'picture'
  | 'opinion'
  | 'ranked'

const PHOTO_OF: Record<CardVariant, PhotoLayout | undefined> = {
  lead: 'hero',
  feature: 'feature',
  second: 'second',
  standard: 'card',
  row: 'row',
  brief: undefined,
  words: undefined,
  picture: 'picture',
  opinion: 'face',
  ranked: undefined,
}

/** They say when, and nothing else. */
const SHORT: ReadonlySet<CardVariant> = new Set(['brief', 'ranked'])

interface CardProps {
  article: FrontStory | null | undefined
  variant?: CardVariant
  /** The rank of its headline on the page. */
  level?: 'h2' | 'h3'
  /** Names the section; not where the page is the section. */
  sectioned?: boolean
  /** Its place in a ranked list. */
  number?: number | undefined
  /** Has a standfirst where its kind has none. */
  withDek?: boolean
  /** Its picture is loaded before everything else. */
  first?: boolean
}

/** A card; nothing for a piece without an address. */
export function Card({
  article,
  variant = 'standard',
  level: Heading = 'h3',
  sectioned = true,
  number,
  first = variant === 'lead',
  withDek = false,
}: CardProps) {
  const {language} = useSite()
  if (!article?.slug || !article.headline) return null
  const foreign = article.language && article.language !== language ? article.language : undefined
  const isShort = SHORT.has(variant)
  const form = formOf(article, variant)
  const picture = form !== 'type' && <Picture article={article} variant={variant} first={first} />
  return (
    <article
      className={`card card--${variant} card--${form}`}
      data-story={article._id}
      data-hue={article.section?.hue ?? undefined}
      lang={languageTag(foreign)}
      dir={foreign && direction(foreign)}
    >
      {form === 'photo' && picture}
      {number !== undefined && (
        <span className="card__number" aria-hidden="true">
          {number}
        </span>
      )}
      <div className="card__text">
        {variant === 'opinion' ? (
          <Opinionated article={article} foreign={foreign} />
        ) : (
          <Kicker article={shownOf(article, sectioned, variant)} />
        )}
        <Heading className="card__headline">
          <a href={pagePath(article._type, article.slug)}>{article.headline}</a>
        </Heading>
        {!(isShort && !withDek) && article.dek && <p className="card__dek">{article.dek}</p>}
        <Meta article={article} foreign={foreign} named={variant !== 'opinion' && !isShort} />
        <Sides of={article} />
      </div>
      {form === 'graphic' && picture}
    </article>
  )
}

/** Nothing twice, and in a ranked list the section only. */
function shownOf(article: CardPiece, sectioned: boolean, variant: CardVariant): CardPiece {
  const isShort = variant === 'ranked' && article.section && article.articleType !== 'sponsored'
  const kind = isShort ? {articleType: null} : {}
  return {...article, ...kind, ...(!sectioned && {section: null})}
}

/**
 * A photograph, a map or a chart that is shown whole, or words only. Maps and charts need the room of a lead: smaller, their
 * words could not be read.
 */
function formOf(article: CardPiece, variant: CardVariant): 'photo' | 'graphic' | 'type' {
  if (variant === 'opinion') return hasPicture({leadPhoto: article.portrait}) ? 'photo' : 'type'
  if (!PHOTO_OF[variant]) return 'type'
  if (hasPhotograph(article)) return 'photo'
  return variant === 'lead' && hasPicture(article) ? 'graphic' : 'type'
}

function Picture({
  article,
  variant,
  first,
}: Pick<Required<CardProps>, 'variant' | 'first'> & {article: CardPiece}) {
  const layout = PHOTO_OF[variant]
  const use = variant === 'opinion' ? article.portrait : article.leadPhoto
  return layout ? <Photo use={use} layout={layout} first={first} /> : null
}

/** Who says it is what readers look for first. */
function Opinionated({article, foreign}: {article: CardPiece; foreign: string | undefined}) {
  const {language} = useSite()
  const names = (article.bylines ?? []).flatMap(({author}) => author?.name ?? [])
  // Any other kind of piece is named.
  if (names.length === 0 || article.articleType !== 'opinion') return <Kicker article={article} />
  return (
    <p className="kicker card__voice" lang={foreign && language}>
      {new Intl.ListFormat(language, {type: 'conjunction'}).format(names)}
    </p>
  )
}

function Meta({
  article: {bylines, date, isUpdated},
  foreign,
  named,
}: {
  article: CardPiece
  foreign: string | undefined
  named: boolean
}) {
  const {language} = useSite()
  return (
    <p className="card__meta" lang={foreign && language}>
      {named && <Byline entries={bylines} isShort />}
      <span className="card__time">
        {isUpdated && <span className="card__label">Updated</span>}
        <Time at={date} dir={foreign ? direction(language) : undefined} />
      </span>
    </p>
  )
}

/** The side stories of a package. */
function Sides({of: {sides}}: {of: Pick<FrontStory, 'sides'>}) {
  const linked = (sides ?? []).filter(({slug, headline}) => slug && headline)
  if (linked.length === 0) return null
  return (
    <ul className="card__sides">
      {linked.map(({_id, _type, slug, headline, language}) => (
        <li key={_id} data-story={_id}>
          <a href={pagePath(_type, slug ?? '')} lang={languageTag(language)}>
            {headline}
          </a>
        </li>
      ))}
    </ul>
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
        // A kicker of its own does not say where a link would lead.
        (section?.slug && !own ? (
          <a href={sectionPath(section.slug)} lang={language}>
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
