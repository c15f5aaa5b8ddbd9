/**
 * Names the build of the studio that a page belongs to: the file of the script that it begins with, which has a hash of the
 * build in its name.
 *
 * @param html the page, or the element of that script
 * @returns undefined for a page that was not built, as under development
 */
export const buildNameOf = (html: string): string | undefined =>
  /\/static\/([\w.-]+\.js)/.exec(html)?.[1]

/** The name of the build that this window has. */
export const ownBuildName = (document: Document): string | undefined =>
  buildNameOf(document.querySelector('script[type="module"][src]')?.outerHTML ?? '')
