// Where the studio finds what is said beside a piece.
import type {SanityClient} from 'sanity'
import {describe, expect, it} from 'vitest'
import {commentsDataset} from '../../../../studio/data/piece/comments-dataset.ts'
import {lakeLookups} from '../../../../studio/data/piece/lake-lookups.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'

const COMMENT: PieceDocument = {
  _id: 'c1',
  _type: 'comment',
  status: 'open',
  target: {document: {_ref: 'a'}},
}

/** A lake whose answers about its datasets are these, one after the other. */
function lakeAnswering(...answers: (object[] | Error)[]) {
  const asked: string[] = []
  const client = {
    config: () => ({projectId: 'p', dataset: 'production'}),
    async request({url}: {url: string}) {
      asked.push(url)
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer instanceof Error) throw answer
      return answer
    },
    withConfig: ({dataset}: {dataset: string}) => ({
      dataset,
      fetch: async (_: string, {ids}: {ids: string[]}) => (ids.includes('a') ? [COMMENT] : []),
    }),
  }
  return {client: client as unknown as SanityClient, asked}
}
const failure = (statusCode: number) => Object.assign(new Error('no'), {statusCode})

describe('the dataset of the comments', () => {
  it('is the one that the lake names, looked up once', async () => {
    const {client, asked} = lakeAnswering([{name: 'talk'}])
    const comments = commentsDataset(client)
    expect(await comments.find(['a'])).toEqual([COMMENT])
    expect(await comments.find(['b'])).toEqual([])
    expect(await comments.client()).toMatchObject({dataset: 'talk'})
    expect(asked).toEqual(['/projects/p/datasets'])
  })

  it('may come later: until then there are no comments', async () => {
    const {client} = lakeAnswering([], failure(403), [{name: 'talk'}])
    const comments = commentsDataset(client)
    expect(await comments.find(['a'])).toEqual([])
    expect(await comments.find(['a'])).toEqual([])
    expect(await comments.find(['a'])).toEqual([COMMENT])
  })

  it('is looked up again after an error', async () => {
    const {client} = lakeAnswering(failure(503), [{name: 'talk'}])
    const comments = commentsDataset(client)
    await expect(comments.find(['a'])).rejects.toThrow('no')
    expect(await comments.find(['a'])).toEqual([COMMENT])
  })
})

it('comments are looked up with the documents that they are about, each once', async () => {
  const lookups = lakeLookups(
    {fetch: async () => ({}), getDocuments: async () => []} as never,
    undefined,
    undefined,
    async (ids) => (ids.includes('a') ? [COMMENT] : []),
  )
  const found = await lookups.run(({commentsOn}) => [commentsOn('a'), commentsOn('b')])
  expect(found).toEqual([[COMMENT], []])
  expect(lookups.looked().commented).toEqual(['a', 'b'])
})
