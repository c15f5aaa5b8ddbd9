// The small pure rules: places, captions, credits, files.
import {describe, expect, test} from 'vitest'
import {offerFor} from '../../../../studio/plugins/photos-in-text/caption-split.ts'
import {
  changesOf,
  rowsOf,
  withCredit,
  type Row,
} from '../../../../studio/plugins/photos-in-text/credit-rows.ts'
import {lineAt, placeAmong} from '../../../../studio/plugins/photos-in-text/drop-place.ts'
import {sortFiles} from '../../../../studio/plugins/photos-in-text/file-events.ts'
import {placeBelow, placeNow} from '../../../../studio/plugins/photos-in-text/place-in-text.ts'
import {uploads} from '../../../../studio/plugins/photos-in-text/uploads.ts'
import {paragraph} from '../../../support/typing/program.ts'

describe('the place of a drop', () => {
  const boxes = [
    {top: 0, bottom: 20},
    {top: 30, bottom: 130},
  ]
  test.each([
    [-5, 0, 0],
    [9, 0, 0],
    [11, 1, 25],
    [79, 1, 25],
    [81, 2, 130],
  ])('at %i is below %i blocks', (y, place, line) => {
    expect(placeAmong(boxes, y)).toBe(place)
    expect(lineAt(boxes, place)).toBe(line)
  })

  const text = [paragraph('a', 'One'), paragraph('b', ''), paragraph('c', 'Two')]
  test.each([
    [0, {beside: 'a', side: 'before', isInstead: false}],
    [1, {beside: 'b', side: 'after', isInstead: true}],
    [2, {beside: 'b', side: 'after', isInstead: true}],
    [3, {beside: 'c', side: 'after', isInstead: false}],
  ])('below %i blocks takes an empty paragraph', (above, place) => {
    expect(placeBelow(text, above)).toEqual(place)
  })

  test('is the end of the text if its block is gone', () => {
    const gone = {beside: 'x', side: 'before', isInstead: false} as const
    expect(placeNow(text, gone)).toEqual({beside: 'c', side: 'after', isInstead: false})
  })

  test('does not replace a paragraph in which somebody has written meanwhile', () => {
    const was = {beside: 'c', side: 'after', isInstead: true} as const
    expect(placeNow(text, was)?.isInstead).toBe(false)
  })
})

describe('a caption that ends in a credit', () => {
  const read = {
    caption: 'A ferry.',
    creditLine: '© Sankei by Yasuto Tanaka',
    creator: 'Yasuto Tanaka',
    holder: 'Sankei',
    rest: null,
  }
  const split = {
    caption: 'A ferry.',
    creditLine: '© Sankei by Yasuto Tanaka',
    creator: 'Yasuto Tanaka',
    copyrightHolder: 'Sankei',
  }
  test.each([
    ['an empty photo', {}, split],
    [
      'the same credit',
      {creditLine: '(© Sankei by Yasuto Tanaka)'},
      {...split, creditLine: '(© Sankei by Yasuto Tanaka)'},
    ],
    ['parties that somebody wrote', {creator: 'Y. Tanaka'}, {...split, creator: 'Y. Tanaka'}],
    ['another credit', {creditLine: '© AFP'}, null],
  ])('is offered for %s', (_, photo, offer) => {
    expect(offerFor(photo, read)).toEqual(offer)
  })

  test('is not offered without a caption or a credit', () => {
    expect(offerFor({}, null)).toBeNull()
    expect(offerFor({}, {...read, caption: ''})).toBeNull()
  })

  test('keeps what follows the credit', () => {
    expect(offerFor({}, {...read, rest: 'Buy'})?.caption).toBe('A ferry. Buy')
  })
})

describe('one credit for all', () => {
  const picture = (fields: Record<string, unknown>) => ({
    file: new File([], 'a.jpg'),
    hash: 'abc',
    photoId: 'a',
    known: null,
    at: [0],
    documents: [{_id: 'drafts.a', _type: 'photoWithCredit', ...fields}],
  })
  const [row] = rowsOf([picture({caption: 'A quay', creator: 'Ada Crane'})]) as [Row]

  test('begins with what the files say', () => {
    expect(row).toEqual({
      caption: 'A quay',
      creditLine: '',
      creator: 'Ada Crane',
      copyrightHolder: '',
    })
  })

  test('sets credit, photographer and holder, and no photographer where it names none', () => {
    const [after] = withCredit([row], '© Sankei', {creator: null, holder: 'Sankei'}) as [Row]
    expect(changesOf(row, after)).toEqual({
      creditLine: '© Sankei',
      creator: '',
      copyrightHolder: 'Sankei',
    })
    expect(withCredit([row], ' ', {creator: null, holder: null})).toEqual([row])
  })

  test('a photo whose parties are typed gets a credit of both', () => {
    expect(changesOf(row, {...row, copyrightHolder: 'HW'})).toEqual({
      creditLine: 'Ada Crane / HW',
      copyrightHolder: 'HW',
    })
  })
})

test('files are sorted by what they are', () => {
  const file = (name: string, type: string) => new File([], name, {type})
  const {pictures, others} = sortFiles([
    file('a.jpg', 'image/jpeg'),
    file('minutes.pdf', 'application/pdf'),
    file('b.HEIC', ''),
    file('folder', ''),
  ])
  expect(pictures.map(({name}) => name)).toEqual(['a.jpg', 'b.HEIC'])
  expect(others).toEqual(['minutes.pdf', 'folder'])
})

describe('uploads', () => {
  const file = new File([], 'a.jpg')

  test('run one after the other, and one that fails does not keep the next', async () => {
    const seen: unknown[] = []
    const first = uploads.begin('one', file, async () => {
      seen.push(uploads.get('two'))
      throw new Error('The file is not a picture.')
    })
    const second = uploads.begin('two', file, async (onProgress) => {
      onProgress(40)
      seen.push(uploads.get('two')?.percent)
    })
    await Promise.all([first, second])
    expect(seen).toEqual([{file, percent: null, problem: null}, 40])
    expect(uploads.get('one')).toEqual({file, percent: null, problem: 'The file is not a picture.'})
    expect(uploads.get('two')).toBeUndefined()
  })

  test('can be tried again', async () => {
    await uploads.begin('one', file, async () => undefined)
    expect(uploads.get('one')).toBeUndefined()
  })
})
