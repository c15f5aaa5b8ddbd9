import {describe, expect, it} from 'vitest'
import {parseRenditionParams} from '../../src/assets/rendition-params.ts'
import {planRendition} from '../../src/assets/rendition-plan.ts'

const original = {width: 800, height: 400}

const plan = (query: string) => {
  const params = parseRenditionParams(new URLSearchParams(query))
  if (!params) throw new Error(`No parameter of ${query} changes the picture`)
  return planRendition(params, original)
}
const canvas = (query: string) => {
  const {width, height} = plan(query).canvas
  return [width, height]
}

describe('the size of a rendition of 800 × 400', () => {
  it.each([
    ['w=200', 200, 100],
    ['h=100', 200, 100],
    ['w=1600', 1600, 800],
    ['w=200&dpr=2', 400, 200],
    ['w=200&dpr=1.5', 300, 150],
    ['dpr=2&q=50', 800, 400],
    // clip, which is the default: inside the box, enlarged where needed
    ['w=200&h=200', 200, 100],
    ['w=200&h=200&fit=clip', 200, 100],
    ['w=1600&h=1600&fit=clip', 1600, 800],
    // max: inside the box, never enlarged
    ['w=200&h=200&fit=max', 200, 100],
    ['w=1600&h=1600&fit=max', 800, 400],
    ['w=1600&fit=max', 800, 400],
    ['w=600&fit=max&dpr=3', 800, 400],
    // crop and scale: exactly the box
    ['w=300&h=300&fit=crop', 300, 300],
    ['w=1000&h=1000&fit=crop', 1000, 1000],
    ['w=300&h=300&fit=scale', 300, 300],
    // fill and fillmax: the box, with background around
    ['w=300&h=300&fit=fill', 300, 300],
    ['w=1000&h=1000&fit=fillmax', 1000, 1000],
    // min: the box's proportions, never larger than the original
    ['w=300&h=300&fit=min', 300, 300],
    ['w=1000&h=1000&fit=min', 400, 400],
    ['w=1600&h=400&fit=min', 800, 200],
    ['w=1600&fit=min', 800, 400],
    // limits count only with crop
    ['w=400&max-h=100&fit=crop', 400, 100],
    ['w=400&max-h=100', 400, 200],
    ['w=400&min-h=300&fit=crop', 400, 300],
    // rect first, then the box
    ['rect=0,0,100,100', 100, 100],
    ['rect=0,0,100,100&w=50', 50, 50],
    ['rect=700,300,200,200', 100, 100],
    // turned: width and height are those of the result
    ['w=100&h=300&fit=scale&or=90', 300, 100],
  ])('%s: %d × %d', (query, width, height) => {
    expect(canvas(query)).toEqual([width, height])
  })

  it('with fill keeps proportions inside the canvas', () => {
    expect(plan('w=300&h=300&fit=fill').scaled).toEqual({width: 300, height: 150})
    expect(plan('w=1000&h=1000&fit=fillmax').scaled).toEqual({width: 800, height: 400})
  })
})

describe('the part that crop keeps', () => {
  it.each([
    ['', 200],
    ['&crop=left', 0],
    ['&crop=right', 400],
    ['&crop=top', 200],
    ['&crop=top,right', 400],
    ['&crop=focalpoint&fp-x=0.5&fp-y=0', 200],
    ['&crop=focalpoint&fp-x=0.3', 40],
    ['&fp-x=0.9', 400],
    ['&crop=focalpoint&fp-x=0', 0],
  ])('with "%s" begins at %d', (query, left) => {
    const {extract} = plan(`w=200&h=200&fit=crop${query}`)
    expect(extract).toEqual({left, top: 0, width: 400, height: 400})
  })

  it('is within rect', () => {
    const {extract} = plan('rect=100,100,200,100&w=50&h=50&fit=crop&crop=right')
    expect(extract).toEqual({left: 200, top: 100, width: 100, height: 100})
  })
})

describe('invalid parameters are refused by name', () => {
  it.each([
    ['w=-1', 'w'],
    ['w=0', 'w'],
    ['w=NaN', 'w'],
    ['w=1e9', 'w'],
    ['w=8193', 'w'],
    ['h=99999999999', 'h'],
    ['h=abc', 'h'],
    ['dpr=0', 'dpr'],
    ['dpr=4', 'dpr'],
    ['q=101', 'q'],
    ['fit=stretch', 'fit'],
    ['fm=exe', 'fm'],
    ['fm=constructor', 'fm'],
    ['crop=constructor', 'crop'],
    ['rect=1,2,3', 'rect'],
    ['rect=0,0,0,10', 'rect'],
    ['rect=900,0,10,10', 'rect'],
    ['bg=red', 'bg'],
    ['fp-x=2', 'fp-x'],
    ['or=45', 'or'],
  ])('%s', (query, name) => {
    expect(() => plan(query)).toThrow(new RegExp(`"${name}"`))
  })

  it('an enormous enlargement', () => {
    expect(() => plan('w=8192&h=8192&fit=scale')).toThrow(/too large/)
  })
})

it('parameters that change no pixel make no rendition', () => {
  expect(parseRenditionParams(new URLSearchParams('dl=a.jpg&cache=1&w='))).toBeNull()
})
