// What the form says about words in the text that are annotated with a quote.
import {describe, expect, it} from 'vitest'
import {quoting} from '../../support/quotations.ts'
import {ARTICLE, others, saysAt} from '../support.ts'

describe('annotated words', () => {
  const about = (block: ReturnType<typeof quoting>) =>
    saysAt('body.[].markDefs.[].quote', {...ARTICLE, body: [block]}, others(ARTICLE))

  it('need their quote', async () => {
    const block = quoting('p', ['“Growth is not everything.”', 'quote-1'])
    const markDefs = [{_key: 'm0', _type: 'quotation'}]
    expect(await about(block)).toEqual([])
    expect(await about({...block, markDefs} as typeof block)).toEqual([
      'error: Choose the quote, or remove the annotation.',
    ])
  })

  it('take a quote that is not published yet along', async () => {
    expect(await about(quoting('p', ['“Growth”', 'quote-new']))).toEqual([
      'info: Not published yet: it goes out together with the article.',
    ])
  })
})
