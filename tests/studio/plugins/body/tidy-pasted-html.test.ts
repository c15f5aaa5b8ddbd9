import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {tidyPastedHtml} from '../../../../studio/plugins/body/tidy-pasted-html.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/paste/${name}`, import.meta.url), 'utf8')

describe('headings', () => {
  test.each([
    ['<h1 dir="ltr">Title</h1>', '<h2 dir="ltr">Title</h2>'],
    ['<h2>Head</h2>', '<h2>Head</h2>'],
    ['<h4>Four</h4><H6>Six</H6>', '<h3>Four</h3><h3>Six</h3>'],
    ['<hr><header>x</header>', '<hr><header>x</header>'],
    ['<p class=MsoTitle>Title</p>', '<h2 class=MsoTitle>Title</h2>'],
    [`<p class="MsoSubtitle" style='x'>Sub</p>`, `<h3 class="MsoSubtitle" style='x'>Sub</h3>`],
    ['<p class=MsoQuote>Said</p>', '<blockquote class=MsoQuote>Said</blockquote>'],
    ['<p class=MsoNormal>Text</p>', '<p class=MsoNormal>Text</p>'],
  ])('%s', (pasted, expected) => {
    expect(tidyPastedHtml(pasted)).toBe(expected)
  })
})

test('words inside smart tags stay, the tags go', () => {
  const pasted = 'In <st1:City w:st="on"><st1:place w:st="on">Tokyo</st1:place></st1:City> today'
  expect(tidyPastedHtml(pasted)).toBe('In Tokyo today')
})

test('paragraphs that hold nothing go', () => {
  const empty = '<p class=MsoNormal><o:p>&nbsp;</o:p></p><p><span><br/></span></p>'
  expect(tidyPastedHtml(`<p>a</p>${empty}<p>b</p>`)).toBe('<p>a</p><p>b</p>')
})

test('a link that runs a script leaves its words, a good one stays whole', () => {
  const good = '<a href="https://ok.example">good</a>'
  expect(tidyPastedHtml(`<a class=x href="javascript:alert(1)">bad</a> ${good}`)).toBe(
    `bad ${good}`,
  )
})

test.each(['word.html', 'google-docs.html'])(
  '%s, which the editor understands, keeps every word',
  (name) => {
    const words = (html: string) =>
      html.replaceAll(/<[^>]*>|&nbsp;|\s+/g, ' ').replaceAll(/ +/g, ' ')
    expect(words(tidyPastedHtml(fixture(name)))).toBe(words(fixture(name)))
  },
)
