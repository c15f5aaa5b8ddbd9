// The whole text of an article as HTML that stands alone: in feed readers, and at agencies' customers.
import {renderToStaticMarkup} from 'react-dom/server'
import {ArticleBody} from '../body/article-body.tsx'
import {KeyPoints} from '../body/key-points.tsx'
import {Photo} from '../components/photo.tsx'
import {ArticleCorrections, CorrectedLine, RetractedNotice} from '../pages/article-corrections.tsx'
import {SiteContext, type Site} from '../site-context.ts'
import {cleanText} from './clean-text.ts'
import {articleAddress, type FeedArticle} from './feed-article.ts'
import type {Publisher} from './publisher.ts'

const NO_PLACEHOLDERS: Site['placeholders'] = {classFor: () => undefined, css: () => ''}

/**
 * An article from its lead picture to its corrections, well-formed as XML, too. All addresses are
 * absolute; classes, which nobody else's style sheet knows, are gone.
 */
export function articleHtml(article: FeedArticle, publisher: Publisher): string {
  const {leadPhoto, updatedNote, keyPoints, body, corrections} = article
  const site: Site = {...publisher, placeholders: NO_PLACEHOLDERS, preview: false}
  const markup = renderToStaticMarkup(
    <SiteContext value={site}>
      <RetractedNotice corrections={corrections} />
      <CorrectedLine corrections={corrections} />
      <Photo use={leadPhoto} layout="lead" captioned />
      {updatedNote && (
        <p>
          <strong>Note</strong> {updatedNote}
        </p>
      )}
      <KeyPoints points={keyPoints} />
      <ArticleBody body={body ?? []} />
      <ArticleCorrections corrections={corrections} />
    </SiteContext>,
  )
  // React writes each attribute in double quotes, and a quote in text or in a value as `&quot;`.
  return (
    cleanText(markup)
      .replace(/ class="[^"]*"/g, '')
      // HTML does not mind capitals in names; XHTML does.
      .replace(/ (?:srcSet|dateTime|fetchPriority)="/g, (name) => name.toLowerCase())
      .replace(/ href="\/(?!\/)/g, ` href="${escapedOrigin(publisher)}/`)
      .replace(/ href="#/g, ` href="${articleAddress(publisher, article)}#`)
  )
}

const escapedOrigin = ({origin}: Publisher) => origin.replaceAll('&', '&amp;')

/** The same as words alone, paragraph by paragraph. */
export function articleWords(html: string): string {
  return html
    .replace(/<\/(p|h\d|li|figcaption|dd|dt|blockquote|summary)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => CHARACTERS[name] ?? whole)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const CHARACTERS: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}
