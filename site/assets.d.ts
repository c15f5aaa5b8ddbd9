// Style sheets are read as text and served by the site itself.
declare module '*.css?raw' {
  const text: string
  export default text
}

// Style sheets of a script for browsers, which brings them along.
declare module '*.css' {}

// A script for browsers, bundled, as text.
declare module '*.ts?script' {
  const text: string
  export default text
}

// Pictures of the newsroom's mark in base64, by their paths on the site.
declare module 'copydesk:icons' {
  const files: Record<string, string>
  export default files
}

// The site's typefaces: rules of style sheets, paths, and what loads each file in base64.
declare module 'copydesk:fonts' {
  export const faces: string
  export const japanese: string
  /** Paths of the fonts that most pages need. */
  export const latin: readonly string[]
  export const preloads: readonly string[]
  export const files: Readonly<Record<string, () => Promise<{default: string}>>>
}

declare module 'subset-font' {
  /** Keeps of a font what `text` needs, with some of its variable axes fixed or narrowed. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'woff2' | 'truetype'
      variationAxes?: Record<string, number | {min: number; max: number}>
    },
  ): Promise<Buffer>
}
