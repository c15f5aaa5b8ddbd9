const TINY_PICTURE = /^data:image\/(?:jpeg|png|webp|gif);base64,[A-Za-z0-9+/=]+$/

/** Blurred previews (LQIP) that stand behind pictures until these have arrived. */
export interface Placeholders {
  /** The class of an element with this picture behind it; `undefined` if it is not a tiny picture. */
  classFor(lqip: string | null | undefined): string | undefined
  /** The rules for all classes given out. */
  css(): string
}

/** Collects the placeholders of one page for one style sheet: style attributes would need a laxer CSP. */
export function createPlaceholders(): Placeholders {
  const classes = new Map<string, string>()
  return {
    classFor(lqip) {
      if (!lqip || !TINY_PICTURE.test(lqip)) return undefined
      const name = classes.get(lqip) ?? `lqip-${classes.size}`
      classes.set(lqip, name)
      return name
    },
    css: () =>
      [...classes].map(([lqip, name]) => `.${name}{background-image:url("${lqip}")}`).join(''),
  }
}
