// The whole text of an article as HTML that stands alone: in feed readers, and at agencies' customers.
import {renderToStaticMarkup} from 'react-dom/server'
import {ArticleBody} from '../body/article-body.tsx'
import {KeyPoints} from '../body/key-points.tsx'
import {Photo} from '../components/photo.tsx'
import {direction, languageTag} from '../format/language.ts'
import {ArticleCorrections, CorrectedLine, RetractedNotice} from '../pages/article-corrections.tsx'
import {SiteContext, type Site} from '../site-context.ts'
import {cleanText} from './clean-text.ts'
import {articleAddress, type FeedArticle} from './feed-article.ts'
import type {Publisher} from './publisher.ts'

const NO_PLACEHOLDERS: Site['placeholders'] = {classFor: () => undefined, css: () => ''}

/**
 * An article from its lead picture to its corrections, well-formed as XML, too. All addresses are
 * absolute; classes, which nobody else's style sheet knows, are gone, and so are the links to the photos'
 * own pages. Language and direction are the article's, whatever it is shown in.
 */
export function articleHtml(article: FeedArticle, publisher: Publisher): string {
  const {leadPhoto, updatedNote, keyPoints, body, corrections} = article
  const language = languageTag(article.language) ?? publisher.language
  const site: Site = {...publisher, placeholders: NO_PLACEHOLDERS, preview: false, isEdited: false}
  const markup = renderToStaticMarkup(
    <SiteContext value={site}>
      <div lang={language} dir={direction(language)}>
        <RetractedNotice corrections={corrections} />
        <CorrectedLine corrections={corrections} />
        <Photo use={leadPhoto} layout="lead" captioned />
        {updatedNote && (
          <p>
            <strong lang={publisher.language}>Note</strong> {updatedNote}
          </p>
        )}
        <KeyPoints points={keyPoints} />
        <ArticleBody body={body ?? []} />
        <ArticleCorrections corrections={corrections} />
      </div>
    </SiteContext>,
  )
  // React writes each attribute in double quotes, and a quote in text or in a value as `&quot;`.
  return (
    cleanText(markup)
      .replace(/ <a class="photo__page"[^>]*>[^<]*<\/a>/g, '')
      .replace(/ class="[^"]*"/g, '')
      // HTML does not mind capitals in names; XHTML does.
      .replace(/ (?:srcSet|dateTime|fetchPriority)="/g, (name) => name.toLowerCase())
      .replace(/ href="\/(?!\/)/g, ` href="${escapedOrigin(publisher)}/`)
      .replace(/ href="#/g, ` href="${articleAddress(publisher, article)}#`)
  )
}

const escapedOrigin = ({origin}: Publisher) => origin.replaceAll('&', '&amp;')

/** The same as words alone, paragraph by paragraph. The way to a licence is none of them. */
export function articleWords(html: string): string {
  return html
    .replace(/ <a [^>]*rel="license noopener"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<\/(p|h\d|li|figcaption|dd|dt|blockquote|summary)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => CHARACTERS[name] ?? whole)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const CHARACTERS: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}
