// SITE=off: the newsroom's readers have a front end of their own. The studio stays, without the tool that
// shows the site, and the pages on which articles are looked at before they are published.

type Pages = (request: Request) => Response | Promise<Response>

/** The studio, previews and what their pages load. */
const SERVED = /^\/(?:studio|preview|_site)(?:\/|$)/
/** Read by the studio (`studio/data/page-address.ts`), whose build is the same everywhere. */
const NO_SITE = '<meta name="copydesk-site" content="off">'

/** Answers as `pages` does what is the newsroom's own, leads `/` to the studio, and has nothing else. */
export function withoutSite(pages: Pages): Pages {
  return async (request) => {
    const {pathname} = new URL(request.url)
    if (SERVED.test(pathname)) return withSiteMarker(await pages(request), pathname)
    if (pathname === '/') {
      return new Response(null, {
        status: 302,
        headers: {Location: '/studio', 'Cache-Control': 'no-store'},
      })
    }
    if (pathname === '/robots.txt') {
      return new Response('User-agent: *\nDisallow: /\n', {
        headers: {'Content-Type': 'text/plain; charset=utf-8'},
      })
    }
    return new Response('There is no page at this address.\n', {
      status: 404,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
  }
}

async function withSiteMarker(response: Response, pathname: string): Promise<Response> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  if (!isPage || !/^\/studio(?:\/|$)/.test(pathname)) return response
  const html = (await response.text()).replace('</head>', `${NO_SITE}</head>`)
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(html, {status: response.status, headers})
}
