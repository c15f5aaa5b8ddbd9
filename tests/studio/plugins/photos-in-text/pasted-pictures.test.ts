import {JSDOM} from 'jsdom'
import {expect, test} from 'vitest'
import {separatePictures} from '../../../../studio/plugins/photos-in-text/pasted-pictures.ts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='

const {window: page} = new JSDOM()

/** Markers are shown as `[0]`. */
function taken(html: string) {
  const found = separatePictures(new page.DOMParser().parseFromString(html, 'text/html'))
  return {
    html: found.html.replaceAll(/\uE000(\d+)\uE001/gu, '[$1]'),
    leftOut: found.leftOut,
    pictures: found.pictures.map(({file, caption, alt}) => [
      file && `${file.name} ${file.type} ${file.size}`,
      caption,
      alt,
    ]),
  }
}

test('a picture in the clipboard becomes a file, with its caption and description', () => {
  const figure = `<figure><img src="${PNG}" alt="A quay"><figcaption>A quay<br>at <b>dawn</b></figcaption></figure>`
  expect(taken(`<p>Before</p>${figure}<p>After</p>`)).toEqual({
    html: '<p>Before</p><figure></figure><p>[0]</p><p>After</p>',
    leftOut: 0,
    pictures: [['pasted-1.png image/png 8', 'A quay at dawn', 'A quay']],
  })
})

test('a picture with an address waits for its file if it has words, and is left out if not', () => {
  expect(
    taken('<p>One</p><img src="https://e.org/a.png" alt="A map"><img src="b.png"><p>Two</p>'),
  ).toEqual({
    html: '<p>One</p><p>[0]</p><img src="b.png"><p>Two</p>',
    leftOut: 1,
    pictures: [[null, '', 'A map']],
  })
})

test('a picture in a sentence goes behind the paragraph, one in a list behind the list', () => {
  expect(
    taken(`<p>Words <img src="${PNG}"> and <img src="${PNG}"> words</p><p>Next</p>`).html,
  ).toBe('<p>Words  and  words</p><p>[0]</p><p>[1]</p><p>Next</p>')
  expect(
    taken(`<ul><li>One <img src="${PNG}"><ul><li>Two</li></ul></li></ul><p>Next</p>`).html,
  ).toBe('<ul><li>One <ul><li>Two</li></ul></li></ul><p>[0]</p><p>Next</p>')
})

test('pictures of one figure share no caption', () => {
  const figure = `<figure><img src="${PNG}"><img src="${PNG}"><figcaption>Both</figcaption></figure>`
  expect(taken(figure)).toMatchObject({
    html: '<figure></figure><p>[0]</p><p>[1]</p>',
    pictures: [
      ['pasted-1.png image/png 8', 'Both', ''],
      ['pasted-2.png image/png 8', '', ''],
    ],
  })
})

test.each([
  ['a tracking pixel', '<img src="https://e.org/c.gif" alt="count" width="1" height="1">'],
  ['one by its style', '<img src="https://e.org/c.gif" alt="count" style="width:1px;height:1px">'],
])('%s is nothing', (_, img) => {
  expect(taken(`<p>Words${img}</p>`)).toMatchObject({pictures: [], leftOut: 0})
})

test.each([
  ['broken', 'data:image/png;base64,%%%'],
  ['not a picture', 'data:text/html;base64,PGI+'],
])('data that is %s counts as an address', (_, src) => {
  expect(taken(`<img src="${src}">`)).toMatchObject({pictures: [], leftOut: 1})
})
