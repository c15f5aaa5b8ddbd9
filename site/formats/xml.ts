// Writes XML. Text and attributes are escaped here and nowhere else, so that no content becomes markup.
import {cleanText} from './clean-text.ts'

/** Finished markup; plain text is a string. */
export interface Xml {
  xml: string
}

type Child = Xml | string | null | undefined | false

/** Attributes; those without a value are left out. */
type Attributes = Record<string, string | number | null | undefined>

/**
 * An element. Children that are nothing are left out.
 *
 * @example element('title', {type: 'text'}, 'Q&A') // <title type="text">Q&amp;A</title>
 */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join('')
  const inside = children.map((child) => writtenChild(child)).join('')
  return {xml: inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`}
}

/** An element that is there only where it has something to say. */
export function textElement(
  name: string,
  text: string | null | undefined,
  attributes: Attributes = {},
): Xml | undefined {
  return text?.trim() ? element(name, attributes, text) : undefined
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

function writtenChild(child: Child): string {
  if (!child) return ''
  return typeof child === 'string' ? escaped(child) : child.xml
}

const ENTITIES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Text as markup that says the same words: what is HTML by its format is written twice over. */
export const escaped = (text: string) =>
  cleanText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
