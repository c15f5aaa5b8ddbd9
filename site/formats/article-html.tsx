// The whole text of a piece as HTML without the page around it: for feed readers, and customers of
// agencies.
import type {ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {ArticleBody} from '../body/article-body.tsx'
import {KeyPoints} from '../body/key-points.tsx'
import {Photo} from '../components/photo.tsx'
import {direction, languageTag} from '../display/language.ts'
import {PieceCorrections, CorrectedLine, RetractedNotice} from '../pages/piece-corrections.tsx'
import type {Piece} from '../piece.ts'
import {SiteContext, useSite, type Site} from '../site-context.ts'
import {cleanText} from './clean-text.ts'
import {pieceAddress, type FeedArticle} from './feed-article.ts'
import type {Publisher} from './publisher.ts'

const NO_PLACEHOLDERS: Site['placeholders'] = {classFor: () => undefined, css: () => ''}

/** The text of an article as HTML, from its lead picture to its corrections. */
export const articleHtml = (article: FeedArticle, publisher: Publisher): string =>
  pieceHtml(article, <ArticleText piece={article} />, publisher)

/** The whole text of an article without its headline. */
export function ArticleText({piece}: {piece: FeedArticle}) {
  const {leadPhoto, updatedNote, keyPoints, body} = piece
  const {language} = useSite()
  return (
    <>
      <Photo use={leadPhoto} layout="lead" captioned />
      {updatedNote && (
        <p>
          <strong lang={language}>Note</strong> {updatedNote}
        </p>
      )}
      <KeyPoints points={keyPoints} />
      <ArticleBody body={body ?? []} />
    </>
  )
}

/**
 * The text of a piece with its corrections, well-formed as XML, too. All addresses are absolute; classes,
 * which nobody else's style sheet knows, are gone, and so are the links to the photos' own pages. Language
 * and direction are the piece's, whatever it is shown in.
 */
export function pieceHtml(piece: Piece, text: ReactNode, publisher: Publisher): string {
  const language = languageTag(piece.language) ?? publisher.language
  const site: Site = {...publisher, placeholders: NO_PLACEHOLDERS, preview: false, isEdited: false}
  const markup = renderToStaticMarkup(
    <SiteContext value={site}>
      <div lang={language} dir={direction(language)}>
        <RetractedNotice piece={piece} />
        <CorrectedLine corrections={piece.corrections} />
        {text}
        <PieceCorrections corrections={piece.corrections} />
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
      .replace(/ href="#/g, ` href="${pieceAddress(publisher, piece)}#`)
  )
}

const escapedOrigin = ({origin}: Publisher) => origin.replaceAll('&', '&amp;')

/** The same as plain text, one line for each paragraph. Links to licences are left out. */
export function articleText(html: string): string {
  return html
    .replace(/ <a [^>]*rel="license noopener"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<\/(p|h\d|li|figcaption|dd|dt|blockquote|summary)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => CHARACTERS[name] ?? whole)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const CHARACTERS: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"}
