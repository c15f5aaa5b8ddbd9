// What the form says about words in the text that are annotated with a quote.
import {describe, expect, it} from 'vitest'
import {quoting} from '../../support/quotations.ts'
import {ARTICLE, markersOf, others, QUOTE, saysAt, stored} from '../support.ts'

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

describe('annotated words that are not those of the quote', () => {
  const WORDS = QUOTE['text'] as string
  const about = (body: object[], more: Parameters<typeof others>[0][] = []) =>
    saysAt('body.[].markDefs.[]', {...ARTICLE, body}, [
      ...others(ARTICLE),
      ...more.map((one) => stored(one as typeof QUOTE)),
    ])
  const said = (...texts: string[]) =>
    texts.map((text, index) => quoting(`p${index}`, [text, 'quote-1'], ' he said.'))
  const differs = (text: string, words = WORDS) =>
    `warning: The text says “${text}”, the quote says “${words.replace(/\.$/, '')}”. Restore the words, or put what was changed in brackets.`

  it('are named with both versions', async () => {
    expect(await about(said('“The priority given to growth,”'))).toEqual([])
    expect(await about(said('“The priority given to debt,”'))).toEqual([
      differs('The priority given to debt'),
    ])
  })

  it('are each named at their own place', async () => {
    expect(await about(said('“growth has been reduced,”', '“The priority”'))).toEqual([
      differs('The priority'),
    ])
    expect(await about(said('“debt,”', 'growth', '“dept”'))).toEqual([
      differs('debt'),
      differs('dept'),
    ])
  })

  it('are compared with the draft of the quote', async () => {
    const draft = {...QUOTE, _id: 'drafts.quote-1', text: 'Growth is slow.'}
    expect(await about(said('“Growth is slow.”'), [draft])).toEqual([])
    expect(await about(said('“The priority”'), [draft])).toEqual([
      differs('The priority', 'Growth is slow.'),
    ])
  })

  it('are not compared with a paraphrase, nor with a quote that does not exist', async () => {
    const draft = {...QUOTE, _id: 'drafts.quote-1', kind: 'paraphrase'}
    const paraphrase = stored({...QUOTE, _id: 'quote-2', kind: 'paraphrase'})
    expect(await about([quoting('p', ['growth matters less', 'quote-2'])], [paraphrase])).toEqual(
      [],
    )
    expect(await about([quoting('p', ['“Nothing”', 'quote-gone'])])).toEqual([])
    expect(await about(said('growth matters less'), [draft])).toEqual([])
  })

  it('are asked for in one query', async () => {
    const queries: string[] = []
    const body = said('“The”', '“priority”', '“growth”')
    await markersOf({...ARTICLE, body}, others(ARTICLE), queries)
    expect(queries.filter((query) => query.includes('$ids'))).toHaveLength(1)
  })
})
