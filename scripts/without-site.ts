// SITE=off: the newsroom's readers have a front end of their own. The studio stays, and the pages on
// which articles are looked at before they are published.

type Pages = (request: Request) => Response | Promise<Response>

/** The studio, previews and what their pages load. */
const KEPT = /^\/(?:studio|preview|_site)(?:\/|$)/

/** Answers as `pages` does what is the newsroom's own, leads `/` to the studio, and has nothing else. */
export function withoutSite(pages: Pages): Pages {
  return (request) => {
    const {pathname} = new URL(request.url)
    if (KEPT.test(pathname)) return pages(request)
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
