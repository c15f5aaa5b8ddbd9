// From a page's parts to the document that is sent.
import {renderToStaticMarkup} from 'react-dom/server'
import {Footer} from './components/footer.tsx'
import {Masthead} from './components/masthead.tsx'
import {direction, languageTag} from './format/language.ts'
import {digest} from './http/digest.ts'
import type {Page} from './page.ts'
import {SiteContext, type Site} from './site-context.ts'

export interface Rendered {
  html: string
  /** The hash under which the Content-Security-Policy admits the page's own style sheet. */
  styleHash: string | undefined
}

/** Renders `page`; `origin` is the site's address and `stylesheet` the path of its style sheet. */
export async function renderPage(
  page: Page,
  site: Site,
  {origin, stylesheet}: {origin: string; stylesheet: string},
): Promise<Rendered> {
  // The body first: rendering it collects the placeholders that the head declares.
  const body = renderToStaticMarkup(
    <SiteContext value={site}>
      <a className="skip" href="#content">
        Skip to the text
      </a>
      {page.notice}
      <Masthead path={page.path} />
      <main id="content" tabIndex={-1}>
        {page.main}
      </main>
      <Footer />
    </SiteContext>,
  )
  const css = site.placeholders.css()
  const head = renderToStaticMarkup(
    <Head page={page} site={site} origin={origin} stylesheet={stylesheet} css={css} />,
  )
  const language = languageTag(page.language) ?? site.language
  return {
    html: `<!doctype html><html lang="${language}" dir="${direction(language)}"><head>${head}</head><body>${body}</body></html>`,
    styleHash: css ? await digest(css) : undefined,
  }
}

function Head({
  page,
  site,
  origin,
  stylesheet,
  css,
}: {
  page: Page
  site: Site
  origin: string
  stylesheet: string
  css: string
}) {
  const title = page.path === '/' ? page.title : `${page.title} – ${site.name}`
  const address = page.canonical ?? new URL(page.path, origin).href
  const description = page.description?.trim()
  return (
    <>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {page.noIndex && <meta name="robots" content="noindex" />}
      {!page.noIndex && <link rel="canonical" href={address} />}
      <meta property="og:title" content={page.title} />
      <meta property="og:type" content={page.kind ?? 'website'} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={site.name} />
      {description && <meta property="og:description" content={description} />}
      {page.picture && <meta property="og:image" content={new URL(page.picture, origin).href} />}
      <link rel="icon" href={FAVICON} />
      <link rel="stylesheet" href={stylesheet} />
      {css && <style dangerouslySetInnerHTML={{__html: css}} />}
    </>
  )
}

/** A drawn favicon: the policy allows data addresses for pictures, and it costs no request. */
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="2" fill="#8c1d2f"/><path d="M4 4.5h8M4 8h8M4 11.5h5" stroke="#fff" stroke-width="1.6"/></svg>',
)}`
