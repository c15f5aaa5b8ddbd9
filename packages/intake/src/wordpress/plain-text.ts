import {Parser} from 'htmlparser2'

/** The words of a title or an excerpt: WordPress stores them as HTML. White space is single. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return tidied(html)
  let text = ''
  const parser = new Parser({
    ontext: (part) => {
      text += part
    },
    onopentag: (name) => {
      if (/^(?:br|p|div|li)$/.test(name)) text += ' '
    },
  })
  parser.end(html)
  return tidied(text)
}

const tidied = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
