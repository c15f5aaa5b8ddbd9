import {describe, expect, it} from 'vitest'
import {finishFront, type FoundFront} from '../../queries/finish-front.ts'

const LIBRARY = {left: 0.2, right: 0, top: 0, bottom: 0}
const OWN = {left: 0, right: 0.5, top: 0, bottom: 0}
const POINT = {x: 0.2, y: 0.5, width: 0.3, height: 0.3}

/** A front with one story, whose own picture is another photo. */
const front = (picture: object): FoundFront =>
  ({
    _id: 'front-home',
    newest: null,
    packages: [],
    cards: [{_id: 'gates', leadPhoto: {photo: {_id: 'own'}}}],
    containers: [
      {
        _key: 'top',
        layout: 'lead',
        slots: [
          {
            _key: 'a',
            piece: 'gates',
            picture: {
              photo: {_id: 'map', image: {asset: {_id: 'now'}, crop: LIBRARY, hotspot: null}},
              ...picture,
            },
          },
        ],
      },
    ],
  }) as unknown as FoundFront

describe('finishFront', () => {
  it.each<[what: string, picture: object, crop: object, hotspot: object | null]>([
    ['crops a picture as the front does', {asset: 'now', crop: OWN, hotspot: POINT}, OWN, POINT],
    ['crops it as the library does where the front does not', {asset: 'now'}, LIBRARY, null],
    [
      'leaves out a crop that was set for what the photo showed before',
      {asset: 'before', crop: OWN, hotspot: POINT},
      LIBRARY,
      null,
    ],
  ])('%s', (_what, picture, crop, hotspot) => {
    const photo = finishFront(front(picture)).containers[0]?.stories[0]?.leadPhoto?.photo
    expect(photo?._id).toBe('map')
    expect(photo?.image).toEqual({asset: {_id: 'now'}, crop, hotspot})
  })
})
