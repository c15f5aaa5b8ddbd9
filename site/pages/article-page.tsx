import {amountOf, minutesToRead} from '../../model/reading.ts'
import {ArticleBody} from '../body/article-body.tsx'
import {KeyPoints} from '../body/key-points.tsx'
import {plainText} from '../body/plain-text.ts'
import type {Article} from '../body/types.ts'
import {Byline} from '../components/byline.tsx'
import {Kicker} from '../components/card.tsx'
import {Photo} from '../components/photo.tsx'
import {Time} from '../components/time.tsx'
import {ShareLine, ShareLinks} from '../components/share-links.tsx'
import {SeriesLines, SeriesLinks} from '../components/series-line.tsx'
import {useEditable} from '../editing/editable.ts'
import {direction, languageName} from '../display/language.ts'
import {translationsOf} from '../display/translations.ts'
import {useSite} from '../site-context.ts'
import {PieceCorrections, CorrectedLine, RetractedNotice} from './piece-corrections.tsx'
import {ArticleFoot} from './article-foot.tsx'

/** An article from kicker to related pieces. */
export function ArticlePage({article}: {article: Article}) {
  const {headline, dek, leadPhoto, keyPoints, body, updatedNote, corrections} = article
  const {language} = useSite()
  const document = {id: article._id, type: article._type}
  const headlinePlace = useEditable({...document, path: 'headline'})
  return (
    <>
      <article className="article" data-hue={article.section?.hue ?? undefined}>
        <header className="article__head">
          <Kicker article={article} />
          <SeriesLines piece={article} />
          <h1>
            {headline ?? (
              <span className="gap" {...headlinePlace}>
                No headline yet
              </span>
            )}
          </h1>
          {dek && <p className="dek">{dek}</p>}
          <Meta article={article} />
        </header>
        <RetractedNotice piece={article} />
        <Photo use={leadPhoto} layout="lead" captioned first />
        {updatedNote && (
          <p className="update">
            <strong lang={language}>Note</strong> {updatedNote}
          </p>
        )}
        <KeyPoints points={keyPoints} />
        <ArticleBody body={body ?? []} place={{...document, path: 'body'}} />
        <PieceCorrections corrections={corrections} />
        <SeriesLinks piece={article} />
        <ShareLinks piece={article} />
      </article>
      <ArticleFoot article={article} />
    </>
  )
}

function Meta({article}: {article: Article}) {
  const {bylines, dateline, date, body, corrections} = article
  const {language} = useSite()
  const minutes = minutesToRead(amountOf(plainText(body ?? []))) || 1
  return (
    <div className="article__meta">
      <Portrait authors={article.authors ?? []} />
      <p className="article__byline" lang={language}>
        <Byline entries={bylines} linked />
      </p>
      <p className="article__date" lang={language}>
        {dateline && <span className="dateline">{dateline}</span>}
        {/* The dot between them follows the article's direction. */}
        <span>
          <Time at={date} exact dir={direction(language)} />
        </span>
        <span>
          <bdi dir={direction(language)}>
            {minutes === 1 ? '1 minute' : `${minutes} minutes`} to read
          </bdi>
        </span>
      </p>
      <CorrectedLine corrections={corrections} />
      <OtherLanguages article={article} />
      <ShareLine piece={article} />
    </div>
  )
}

/** The portrait of the author, if there is only one. */
function Portrait({authors}: {authors: NonNullable<Article['authors']>}) {
  const [author, ...others] = authors
  return others.length > 0 ? null : <Photo use={author?.portrait} layout="byline" first />
}

/** The translations of the article, each named in its own language. */
function OtherLanguages({article}: {article: Article}) {
  const {language: ours, preview} = useSite()
  const [, ...others] = translationsOf(article)
  if (others.length === 0 || preview) return null
  return (
    <nav className="article__languages" aria-label="Other languages" lang={ours}>
      <ul>
        {others.map(({language, path}) => (
          <li key={language}>
            <a href={path} lang={language} hrefLang={language} dir={direction(language)}>
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
