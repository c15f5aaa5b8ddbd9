import {ThemeProvider} from '@sanity/ui'
import {renderToStaticMarkup} from 'react-dom/server'
import {describe, expect, test} from 'vitest'
import {diffPieces} from '../../../../studio/ui/diff/piece-diff.ts'
import {PieceDiffView} from '../../../../studio/ui/diff/piece-diff-view.tsx'
import {theme} from '../../../../studio/ui/theme/theme.ts'
import {article, help, paragraph, ref} from './support.ts'

/** What is read out: the page's words without its tags. */
function drawn(before: Record<string, unknown>, after: Record<string, unknown>) {
  const html = renderToStaticMarkup(
    <ThemeProvider theme={theme}>
      <PieceDiffView diff={diffPieces([article(before)], [article(after)], help)} />
    </ThemeProvider>,
  )
  const text = html
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
  return {html, text}
}

describe('changes on the page', () => {
  test('are said in words, for those who do not see colours or anything', () => {
    const {html, text} = drawn({headline: 'A quiet night'}, {headline: 'A loud night'})
    expect(html).toContain('<del>')
    expect(html).toContain('<ins>')
    expect(text).toContain('HeadlineA [removed: quiet] [added: loud] night')
  })

  test('stand under the titles of the form', () => {
    const {text} = drawn({section: ref('world')}, {section: ref('economy'), dek: 'Why it matters'})
    expect(text).toContain('Standfirst [added: Why it matters]')
    expect(text).toContain('Section [removed: World] [added: Economy]')
  })

  test('are not buried in what stayed', () => {
    const body = Array.from('abcdefgh', (key) => paragraph(key, `Paragraph ${key}.`))
    const {html, text} = drawn(
      {body},
      {body: [...body.slice(0, -1), paragraph('h', 'Paragraph i.')]},
    )
    expect(text).toContain('… 6 paragraphs unchanged …Paragraph g.Paragraph')
    expect(text).not.toContain('Paragraph b.')
    expect(html).toContain('aria-label="Show 6 unchanged paragraphs"')
  })

  test('inside a box name the box', () => {
    const use = (role: string) => ({_key: 'p', _type: 'photoUse', photo: ref('photo'), role})
    const {text} = drawn({body: [use('inline')]}, {body: [use('showcase')]})
    expect(text).toContain('Size [removed: In the text] [added: Showcase, wide]')
  })
})
