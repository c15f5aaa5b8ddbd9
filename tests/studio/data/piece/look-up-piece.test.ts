import type {SanityClient} from 'sanity'
import {describe, expect, test} from 'vitest'
import {lookUpPiece} from '../../../../studio/data/piece/look-up-piece.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const DOCUMENTS: PieceDocument[] = [
  {_id: 's', _type: 'source', name: 'A. Source'},
  {_id: 'drafts.s', _type: 'source', name: 'A. Source, renamed'},
  {_id: 'review.s', _type: 'review', changedBy: ['jane']},
  {_id: 'q', _type: 'expertQuote', text: 'So.', speakers: [{source: ref('s')}]},
  {_id: 'drafts.q', _type: 'expertQuote', text: 'So it was.', speakers: [{source: ref('s')}]},
  {_id: 'review.q', _type: 'review', changedBy: ['tom', 'jane']},
  {_id: 'other', _type: 'expertQuote', text: 'No.', speakers: [{source: ref('s')}]},
  {_id: 'a', _type: 'article', headline: 'A', body: [{quote: ref('q')}]},
  {_id: 'b', _type: 'article', headline: 'B', body: [{quote: ref('other')}]},
  {_id: 'drafts.c', _type: 'article', headline: 'C', body: [{quote: ref('q')}]},
  {_id: 'private.quote.q', _type: 'privateQuote', quote: ref('q')},
]

/** Answers as a lake would, and notes what was asked. */
function lakeWith(documents: PieceDocument[]) {
  const asked: string[] = []
  const client = {
    getDocuments: async (ids: string[]) => {
      asked.push(...ids)
      return ids.map((id) => documents.find(({_id}) => _id === id) ?? null)
    },
    fetch: async (_query: string, params: Record<string, string | string[]>) => {
      const types = params['types'] as string[]
      const lists = Object.entries(params).filter(([name]) => name !== 'types')
      return Object.fromEntries(
        lists.map(([name, id]) => [
          name,
          documents
            .filter((document) => types.includes(document._type))
            .filter((document) => JSON.stringify(document).includes(`"_ref":"${String(id)}"`))
            .map(({_id}) => _id),
        ]),
      )
    },
  } as unknown as Pick<SanityClient, 'getDocuments' | 'fetch'>
  return {client, asked}
}

const ids = (documents: PieceDocument[] = []) => documents.map(({_id}) => _id).toSorted()

describe('looking up a quote', () => {
  test('finds whose readers see it, and whom its change concerns besides', async () => {
    const {use} = await lookUpPiece(lakeWith(DOCUMENTS).client, 'q')
    expect(ids(use?.live)).toEqual(['a'])
    // Its source was renamed as well, and speaks in another article too.
    expect(ids(use?.liveArticles)).toEqual(['a', 'b'])
    expect(ids(use?.users)).toEqual(['a', 'drafts.c'])
  })

  test('finds everybody who changed what would be published', async () => {
    const {use} = await lookUpPiece(lakeWith(DOCUMENTS).client, 'q')
    expect(use?.changedBy.toSorted()).toEqual(['jane', 'tom'])
  })

  test('names all that it depends on, and reads nothing confidential for it', async () => {
    const {client, asked} = lakeWith(DOCUMENTS)
    const found = await lookUpPiece(client, 'q')
    expect(found.ids).toEqual(expect.arrayContaining(['drafts.q', 'drafts.s', 'a', 'review.s']))
    expect(found.referred).toEqual(expect.arrayContaining(['q', 's', 'other']))
    expect(asked.filter((id) => id.startsWith('private.'))).toEqual([])
    expect(asked.length).toBe(new Set(asked).size)
  })
})

describe('looking up an article', () => {
  test('names its changed quotes that other live articles show, and is not a member itself', async () => {
    const also: PieceDocument = {_id: 'd', _type: 'article', body: [{quote: ref('q')}]}
    const {piece, use} = await lookUpPiece(lakeWith([...DOCUMENTS, also]).client, 'a')
    expect(use).toBeUndefined()
    const quote = piece.closure.members.find(({id}) => id === 'q')
    expect(quote?.usedElsewhere).toEqual(['d'])
  })
})
