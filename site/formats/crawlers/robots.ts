/** What robots may read, and where the lists of addresses are; `origin` is the site's own address. */
export function robots(origin: string): string {
  const sitemaps = ['/sitemap.xml', '/sitemap-news.xml'].map(
    (path) => `Sitemap: ${new URL(path, origin).href}`,
  )
  return [
    'User-agent: *',
    'Disallow: /preview/',
    'Disallow: /studio',
    'Disallow: /login',
    'Disallow: /sign-in/',
    '',
    ...sitemaps,
    '',
  ].join('\n')
}
