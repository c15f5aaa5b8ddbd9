import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {
  adviceForFiles,
  adviceForLeftOut,
  picturesIn,
} from '../../../../studio/plugins/body/picture-labels.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/paste/${name}`, import.meta.url), 'utf8')

describe('counts the pictures of pasted HTML', () => {
  test.each([
    ['<p>Words</p>', 0],
    ['<p>One <img src="a.png"> and <IMG\nsrc="b.png"/></p>', 2],
    ['<p>The word img, an <image> and an <imgx></p>', 0],
    ['<img src="count.gif" width="1" height="1"><img style="height:1px" src="dot.gif">', 0],
    ['<img src="a.png" width="100" height=10>', 1],
    [
      '<!--[if gte vml 1]><v:imagedata src="1"/><img src="1.png"><![endif]--><![if !vml]><img src="1.png"><![endif]>',
      1,
    ],
    [fixture('word.html'), 0],
    [fixture('google-docs.html'), 0],
  ])('%.60s', (html, count) => {
    expect(picturesIn(html)).toBe(count)
  })
})

describe('says what cannot be done, and what to do', () => {
  test.each([
    ['one photo', ['image/jpeg'], true, 'A photo cannot be dropped', 'press Photo above the text'],
    ['photos', ['image/jpeg', 'image/png'], true, 'Photos cannot be dropped', 'where each belongs'],
    ['a document', ['application/pdf'], true, 'A file cannot be dropped', 'buttons above the text'],
    ['a mixture', ['image/png', ''], true, 'Files cannot be dropped', 'buttons above the text'],
    ['a folder', [], true, 'A file cannot be dropped', 'buttons above the text'],
    ['a photo where none can be', ['image/png'], false, 'A photo cannot', 'words and links only'],
  ])('%s', (_, types, takesPhotos, title, description) => {
    const advice = adviceForFiles(types, 'dropped', takesPhotos)
    expect(advice.title).toContain(title)
    expect(advice.description).toContain(description)
    expect(`${advice.title} ${advice.description}`).not.toContain('image/')
  })

  test('names the way that the photo came', () => {
    expect(adviceForFiles(['image/png'], 'pasted', true).title).toBe(
      'A photo cannot be pasted into the text.',
    )
  })

  test.each([
    [1, true, 'A picture was left out.', 'Save it as a file'],
    [3, true, '3 pictures were left out.', 'Save them as files'],
    [1, false, 'A picture was left out.', 'words and links only'],
  ])('%i pictures of a pasted page', (count, takesPhotos, title, description) => {
    const advice = adviceForLeftOut(count, takesPhotos)
    expect(advice.title).toBe(title)
    expect(advice.description).toContain(description)
  })
})
