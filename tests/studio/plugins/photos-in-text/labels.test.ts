import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {
  adviceForAddresses,
  adviceForKnown,
  adviceForLeftOut,
  adviceForOthers,
  adviceForWordsOnly,
  leadLabel,
  picturesIn,
  progressLabel,
} from '../../../../studio/plugins/photos-in-text/labels.ts'
import type {KnownPhoto} from '../../../../studio/plugins/photos-in-text/take-pictures.ts'

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

describe('a text without photos', () => {
  test.each([
    ['one photo', ['image/jpeg'], 'A photo cannot be dropped into the text.'],
    ['photos', ['image/jpeg', 'image/png'], 'Photos cannot be dropped into the text.'],
    ['a document', ['application/pdf'], 'A file cannot be dropped into the text.'],
    ['a mixture', ['image/png', ''], 'Files cannot be dropped into the text.'],
  ])('refuses %s', (_, types, title) => {
    const advice = adviceForWordsOnly(types, 'dropped')
    expect(advice.title).toBe(title)
    expect(advice.description).toContain('words and links only')
  })

  test('names the way that the photo came', () => {
    expect(adviceForWordsOnly(['image/png'], 'pasted').title).toBe(
      'A photo cannot be pasted into the text.',
    )
  })

  test.each([
    [1, 'A picture was left out.'],
    [3, '3 pictures were left out.'],
  ])('says that %i pictures of a page are missing', (count, title) => {
    expect(adviceForLeftOut(count).title).toBe(title)
  })
})

describe('says what became of files and pictures', () => {
  test.each([
    [['minutes.pdf'], '“minutes.pdf” is not a picture.'],
    [['a.pdf', 'b.mov'], '2 files are not pictures: “a.pdf”, “b.mov”.'],
  ])('that are not pictures: %j', (names, title) => {
    expect(adviceForOthers(names).title).toBe(title)
  })

  const known = (name: string, isDenied = false): KnownPhoto => ({
    photoId: name,
    isPublished: true,
    name,
    isDenied,
  })

  test('that are in the library already', () => {
    const one = adviceForKnown([known('A ferry')])
    expect(one.title).toBe('This picture is in the library already: “A ferry”.')
    expect(one.description).toBe('That photo is used, and no second copy is made.')
    const two = adviceForKnown([known('A ferry'), known('A quay', true)])
    expect(two.title).toBe('2 of these pictures are in the library already.')
    expect(two.description).toContain('The rights of “A quay” were denied')
  })

  test.each([
    [1, 0, 'A photo waits for the file.'],
    [2, 1, '2 photos wait for the file, and a picture was left out.'],
    [0, 3, '3 pictures were left out.'],
  ])('of a page with %i captions and %i pictures without words', (waiting, leftOut, title) => {
    const advice = adviceForAddresses(waiting, leftOut)
    expect(advice.title).toBe(title)
    expect(advice.description).toContain('not fetched')
  })

  test.each([
    [
      false,
      1,
      'The first picture is the lead photo. The other one is at the beginning of the text.',
    ],
    [true, 0, 'The lead photo was replaced.'],
    [true, 2, 'The lead photo was replaced. The 2 others are at the beginning of the text.'],
  ])('that were dropped on the lead photo', (isReplaced, others, words) => {
    expect(leadLabel(isReplaced, others)).toBe(words)
  })

  test.each([
    [null, false, 'Preparing “a.jpg” …'],
    [40, false, 'Uploading “a.jpg”: 40 %'],
    [40, true, '“a.jpg” is uploaded when the connection is back. Leave this window open.'],
  ])('that are being uploaded', (percent, isAway, words) => {
    expect(progressLabel('a.jpg', percent, isAway)).toBe(words)
  })
})
