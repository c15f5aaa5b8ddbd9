// From a page's parts to the document that is sent.
import {stegaClean} from '@sanity/client/stega'
import type {ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {nounOf} from '../model/registry.ts'
import {Footer} from './components/footer.tsx'
import {Masthead} from './components/masthead.tsx'
import {direction, languageTag} from './display/language.ts'
import {linksToPreviews} from './editing/links-to-previews.ts'
import {stripStegaFromTags} from './editing/strip-stega-from-tags.ts'
import {taggedBody, type TaggedBody} from './http/conditional.ts'
import {digest} from './http/digest.ts'
import {MetadataTags} from './formats/head/metadata-tags.tsx'
import {chosenIcon} from './formats/icons/chosen-icon.ts'
import {DRAWN_ICON_PATH, iconPath} from './formats/icons/icon-path.ts'
import {addressOf, type Publisher} from './formats/publisher.ts'
import type {Page} from './page.ts'
import type {SiteFiles} from './site-files.ts'
import {brandCss} from './styles/brand-css.ts'
import {SiteContext, type Site} from './site-context.ts'

/** What an open page needs to follow published changes. */
export interface Live {
  /** The path of the site's script. */
  script: string
  /** The event stream of the lake. */
  events: string
  /** The tags of those changes that concern the page. */
  tags: string[]
}

export interface Rendered extends TaggedBody {
  /** The hash under which the Content-Security-Policy admits the page's own style sheet. */
  styleHash: string | undefined
}

/** What the studio's tool needs in a preview. */
export interface Edited {
  /** The path of the script for it. */
  script: string
  /** Where the preview is shown. */
  address: URL
}

/**
 * Renders `page`; `publisher` is the site as machines see it, `files` its style sheets and fonts,
 * `live` absent where nothing follows, `edited` absent where the studio's tool does not ask.
 */
export async function renderPage(
  page: Page,
  site: Site,
  {
    publisher,
    files,
    live,
    edited,
  }: {
    publisher: Publisher
    files: SiteFiles
    live?: Live | undefined
    edited?: Edited | undefined
  },
): Promise<Rendered> {
  // The body first: rendering it collects the placeholders that the head declares.
  const marked = renderToStaticMarkup(
    <SiteContext value={site}>
      <a className="skip" href="#content" lang={site.language} dir={direction(site.language)}>
        Skip to the text
      </a>
      {page.notice}
      <Masthead path={page.path} edition={page.edition} />
      <main id="content" tabIndex={-1}>
        {page.main}
      </main>
      <Footer />
    </SiteContext>,
  )
  const body = edited ? linksToPreviews(stripStegaFromTags(marked), edited.address) : marked
  const css = brandCss(site.settings?.colour) + site.placeholders.css()
  const markedHead = renderToStaticMarkup(
    <Head
      page={page}
      publisher={publisher}
      stylesheets={stylesheetsFor(body, files)}
      preloads={files.preloads}
      css={css}
      isPreview={site.preview}
    >
      {live && <LiveTags {...live} type={page.type} version={await digest(page.title + body)} />}
      {edited && <script src={edited.script} defer />}
    </Head>,
  )
  // Nothing of the head is for reading, not even the title.
  const head = edited ? stegaClean(markedHead) : markedHead
  const language = languageTag(page.language) ?? site.language
  const html = `<!doctype html><html lang="${language}" dir="${direction(language)}"><head>${head}</head><body>${body}</body></html>`
  return {
    ...(await taggedBody(html)),
    styleHash: css ? await digest(css) : undefined,
  }
}

/** Kana and kanji: the rules of their typeface are long, and most pages do without. */
const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/

const stylesheetsFor = (html: string, files: SiteFiles): string[] =>
  JAPANESE.test(html) ? [files.japaneseStylesheet, files.stylesheet] : [files.stylesheet]

function Head({
  page,
  publisher,
  stylesheets,
  preloads,
  css,
  isPreview,
  children,
}: {
  page: Page
  publisher: Publisher
  stylesheets: readonly string[]
  preloads: readonly string[]
  css: string
  isPreview: boolean
  children: ReactNode
}) {
  const title = page.path === '/' ? page.title : `${page.title} – ${publisher.name}`
  const address = page.canonical ?? addressOf(publisher, page.path)
  const description = page.description?.trim()
  return (
    <>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && !isPreview && <meta name="description" content={description} />}
      {page.noIndex && <meta name="robots" content="noindex" />}
      {!page.noIndex && <link rel="canonical" href={address} />}
      {page.translations?.map(({language, path}) => (
        <link
          key={language}
          rel="alternate"
          hrefLang={language}
          href={addressOf(publisher, path)}
        />
      ))}
      {/* What unfolds links in chats shall not tell all of a chat what was shown to one. */}
      {!isPreview && (
        <>
          <meta property="og:title" content={page.title} />
          <meta property="og:type" content={page.type ? 'article' : 'website'} />
          <meta property="og:url" content={address} />
          <meta property="og:site_name" content={publisher.name} />
          {description && <meta property="og:description" content={description} />}
        </>
      )}
      {page.head && <MetadataTags {...page.head(publisher)} />}
      <Icons publisher={publisher} />
      {preloads.map((path) => (
        <link key={path} rel="preload" href={path} as="font" type="font/woff2" crossOrigin="" />
      ))}
      {stylesheets.map((path) => (
        <link key={path} rel="stylesheet" href={path} />
      ))}
      {css && <style dangerouslySetInnerHTML={{__html: css}} />}
      {children}
    </>
  )
}

/** The newsroom's own icon, or the product's. */
function Icons({publisher}: {publisher: Publisher}) {
  const chosen = chosenIcon(publisher, 192)
  return (
    <>
      {chosen ? (
        <link rel="icon" href={chosen} />
      ) : (
        <link rel="icon" href={DRAWN_ICON_PATH} type="image/svg+xml" />
      )}
      <link rel="apple-touch-icon" href={chosenIcon(publisher, 180) ?? iconPath(180)} />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  )
}

/** The script, and what it has to know; `version` changes with what readers see. */
function LiveTags({
  script,
  events,
  tags,
  type,
  version,
}: Live & {type: Page['type']; version: string}) {
  return (
    <>
      <meta
        name="copydesk-live"
        content={tags.join(' ')}
        data-events={events}
        data-version={version}
        data-subject={type ? '.article' : 'main'}
        data-words={`This ${type ? nounOf(type) : 'page'} was updated`}
      />
      <script src={script} defer />
    </>
  )
}
