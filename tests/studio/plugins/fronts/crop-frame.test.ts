import {describe, expect, it} from 'vitest'
import {
  cropFrameOf,
  dragHandle,
  setSide,
  storedCrop,
  type CropFrame,
  type Handle,
} from '../../../../studio/plugins/fronts/crop-frame.ts'

const whole: CropFrame = {left: 0, right: 0, top: 0, bottom: 0, x: 50, y: 50}

describe('cropFrameOf', () => {
  it.each<[what: string, crop: object | null, hotspot: object | null, frame: CropFrame]>([
    ['is the whole picture without a crop', null, null, whole],
    [
      'reads what Sanity stores',
      {left: 0.1, right: 0.2, top: 0, bottom: 0.25},
      {x: 0.4, y: 0.6, width: 0.3, height: 0.3},
      {left: 10, right: 20, top: 0, bottom: 25, x: 40, y: 60},
    ],
    [
      'has the point in the middle of the crop without a hotspot',
      {left: 0.5, right: 0, top: 0, bottom: 0.5},
      null,
      {left: 50, right: 0, top: 0, bottom: 50, x: 75, y: 25},
    ],
    [
      'has the point inside the crop',
      {left: 0.5, right: 0, top: 0, bottom: 0},
      {x: 0.1, y: 0.5},
      {...whole, left: 50, x: 50},
    ],
    ['counts what is stored badly as not cropped', {left: 'x', right: 7}, {x: null}, whole],
  ])('%s', (_what, crop, hotspot, frame) => {
    expect(cropFrameOf(crop, hotspot)).toEqual(frame)
  })
})

describe('setSide', () => {
  it.each<[what: string, name: keyof CropFrame, value: number, frame: Partial<CropFrame>]>([
    ['cuts off a side', 'left', 20, {left: 20}],
    ['leaves a tenth of the picture', 'bottom', 99, {bottom: 90, y: 10}],
    ['cuts nothing off below zero', 'top', -5, {}],
    ['takes the point along', 'left', 60, {left: 60, x: 60}],
    ['keeps the point in the picture', 'y', 130, {y: 100}],
    ['takes whole percents', 'x', 33.4, {x: 33}],
  ])('%s', (_what, name, value, frame) => {
    expect(setSide(whole, name, value)).toEqual({...whole, ...frame})
  })
})

describe('dragHandle', () => {
  it.each<[handle: Handle, frame: Partial<CropFrame>]>([
    ['topLeft', {left: 10, top: 20}],
    ['topRight', {right: 0, top: 20}],
    ['bottomLeft', {left: 10, bottom: 0}],
    ['bottomRight', {}],
    ['point', {x: 60, y: 70}],
  ])('moves %s as far as the pointer went', (handle, frame) => {
    expect(dragHandle(whole, handle, {x: 10, y: 20})).toEqual({...whole, ...frame})
  })
})

describe('storedCrop', () => {
  it.each<CropFrame>([
    whole,
    {left: 10, right: 20, top: 0, bottom: 25, x: 40, y: 60},
    {left: 0, right: 0, top: 0, bottom: 0, x: 0, y: 100},
  ])('is read again as the same frame: %o', (frame) => {
    const {crop, hotspot} = storedCrop(frame)
    expect(cropFrameOf(crop, hotspot)).toEqual(frame)
  })
})
