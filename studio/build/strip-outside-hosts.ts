// Takes the addresses of other hosts out of the built studio, so that a browser opens none of them.

/** The mark as an inline picture, in place of icons that the build puts outside the base path. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 25"><rect width="25" height="25" rx="4" fill="#1f1c1a"/><path d="M5 6h15M5 9h15" stroke="#faf8f4" stroke-width="1.8"/><path d="M5 13h6M5 16h6M5 19h6M14 19h6" stroke="#faf8f4" stroke-width="1.2" opacity=".75"/><rect x="14" y="12.4" width="6" height="4.4" fill="#b3261e"/></svg>',
)}`

/**
 * For the built `index.html`: removes scripts of other hosts and remote fonts, and sets the
 * studio's own name and icon. Parts that are not found are left as they are.
 */
export function stripOutsideHosts(html: string): string {
  return stripRemoteFonts(html)
    .replaceAll(/<script\b[^>]*\bsrc="https?:\/\/[^"]*"[^>]*>\s*<\/script>\s*/g, '')
    .replaceAll(/<link\b[^>]*\bhref="\/static\/[^"]*"[^>]*>\s*/g, '')
    .replace(
      /<title>[^<]*<\/title>/,
      `<title>Copydesk</title><link href="${ICON}" rel="icon" type="image/svg+xml"/>`,
    )
}

/** For the built style sheets: drops each `@font-face` whose file another host would serve. */
export function stripRemoteFonts(css: string): string {
  return css.replaceAll(/@font-face\s*\{[^}]*\}\s*/g, (rule) =>
    /url\(\s*["']?https?:/.test(rule) ? '' : rule,
  )
}

/** URLs that the studio's scripts would load, and their replacements. */
const IN_SCRIPTS: [address: RegExp, instead: string][] = [
  // Loaded inside of Sanity's dashboard.
  [/https:\/\/core\.sanity-cdn\.(?:com|work)\/bridge\.js/g, 'data:text/javascript,'],
  // The picture of the author "system", and that of a feature that is missing here.
  [/https:\/\/public\.sanity\.io\/logos\/[\w.-]+/g, ICON],
  [/https:\/\/cdn\.sanity\.io\/images\/[\w./-]+/g, ICON],
  // Feedback and error reports. This server refuses them.
  [/https:\/\/api\.sanity\.(?:io|work)(?=\/vX\/intake\/)/g, ''],
]

/** For the built scripts: pictures, scripts and reports that would go to Sanity's own hosts. */
export function stripHostedAddresses(script: string): string {
  return IN_SCRIPTS.reduce((text, [address, instead]) => text.replaceAll(address, instead), script)
}
