// Converts pasted HTML to the styles that an article's body has, before the editor reads it. Pure.
//
// The editor itself understands lists, bold, italic and links of Word and Google Docs. It drops styles that the body does
// not have: titles and headings of the first and fourth level become plain text.

/** Word's styles that are paragraphs in HTML, with the elements that they mean. */
const WORD_STYLES: Record<string, string> = {
  MsoTitle: 'h2',
  MsoSubtitle: 'h3',
  MsoQuote: 'blockquote',
  MsoIntenseQuote: 'blockquote',
}

/** The same HTML with headings of two levels, no smart tags, no empty paragraphs, no unsafe links. */
export function tidyPastedHtml(html: string): string {
  return (
    html
      .replaceAll(/<(\/?)h1(?=[\s>])/gi, '<$1h2')
      .replaceAll(/<(\/?)h[456](?=[\s>])/gi, '<$1h3')
      // `st1:City`, `st1:place` and so on mark words; the words stay.
      .replaceAll(/<\/?st\d+:[^>]*>/gi, '')
      .replaceAll(
        /<p\b([^>]*?\bclass=["']?(\w+)[^>]*)>([\s\S]*?)<\/p>/gi,
        (paragraph: string, attributes: string, style: string, text: string) => {
          const element = WORD_STYLES[style]
          return element ? `<${element}${attributes}>${text}</${element}>` : paragraph
        },
      )
      // One link that the editor refuses makes it drop the good ones of the paragraph as well.
      .replaceAll(
        /<a\b[^>]*\bhref\s*=\s*["']?\s*(?:javascript|vbscript|data|file):[^>]*>([\s\S]*?)<\/a>/gi,
        '$1',
      )
      .replaceAll(
        /<p\b[^>]*>(?:\s|&nbsp;|\u00a0|<\/?(?:o:p|span|b|i|font)\b[^>]*>|<br\s*\/?>)*<\/p>/gi,
        '',
      )
  )
}
