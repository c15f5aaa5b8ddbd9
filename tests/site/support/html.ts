// Reads rendered pages. They are our own markup, well-formed and without nested figures or blockquotes.

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  nbsp: '\u00a0',
}

/** What a reader reads: no tags, entities resolved, white space as one space. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<(style|title|script)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * A page without its data for machines, which stand in an element that is called a script and is none.
 * Nothing in them may look like markup: where something does, the element stays and is found.
 */
export function withoutData(html: string): string {
  return html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
}

/** The elements of this name, tags included, whose opening tag contains `marker`. */
export function elements(html: string, name: string, marker = ''): string[] {
  const found = html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>.*?</${name}>`, 'gs')) ?? []
  return found.filter((element) => element.slice(0, element.indexOf('>')).includes(marker))
}

/** The opening tags of this name. */
export function tags(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** An attribute of an opening tag, entities resolved; `undefined` without it. */
export function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(
    tag.slice(0, tag.indexOf('>') + 1),
  )?.[1]
  return value === undefined ? undefined : unescaped(value)
}

/** Every address that the page links to. */
export function links(html: string): string[] {
  return tags(html, 'a').flatMap((tag) => attribute(tag, 'href') ?? [])
}

function unescaped(text: string): string {
  return text.replace(/&(#x27|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
