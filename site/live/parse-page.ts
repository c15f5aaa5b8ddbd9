/** The page's own rules, the pictures' placeholders; they stand in its head. */
const STYLE = /<style>(.*?)<\/style>/s

/**
 * Reads a page that was fetched. Its own rules come apart: even a page that is only parsed has to keep to
 * the policy of the one that parses it, which admits no other inline sheet than its own but takes rules
 * from its script.
 */
export function parsePage(html: string): {page: Document; rules: string} {
  let rules = ''
  const rest = html.replace(STYLE, (_, css: string) => {
    rules = css
    return ''
  })
  return {page: new DOMParser().parseFromString(rest, 'text/html'), rules}
}
