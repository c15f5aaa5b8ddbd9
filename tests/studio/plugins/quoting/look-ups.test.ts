// What the newsroom has already, as its drafts have it.
import {expect, test} from 'vitest'
import {
  quotesOfArticle,
  sourceById,
  sourcesLike,
} from '../../../../studio/plugins/quoting/look-ups.ts'
import {draftIdOf} from '../../../../model/ids.ts'
import {quoting} from '../../../support/quotations.ts'

type Fields = Record<string, unknown> & {_id: string}

const DOCUMENTS: Fields[] = [
  {
    _id: 'ada',
    name: 'Ada Crane',
    affiliations: [{organization: 'Old Trust', title: 'clerk', to: '2019'}],
  },
  {
    _id: 'drafts.ada',
    name: 'Ada Crane',
    affiliations: [
      {organization: 'Old Trust', title: 'clerk', to: '2019'},
      {organization: 'Holm Trust', title: 'warden'},
    ],
  },
  {_id: 'drafts.tom', name: 'Tom Reed'},
  {_id: 'versions.r1.eve', name: 'Eve Hart'},
  {_id: 'drafts.words', text: 'It has earned', speakers: [{source: {_ref: 'ada'}}]},
  {_id: 'block', text: 'Nobody paid', attribution: 'an official', speakers: null},
  {_id: 'versions.r1.late', text: 'Late', speakers: [{source: {_ref: 'eve'}}]},
]

/** Answers by the IDs that are asked for, or with everything that has a name. */
const client = {
  fetch: async <T>(_query: string, {ids}: {ids?: string[]}) =>
    DOCUMENTS.filter(({_id, name}) => (ids ? ids.includes(_id) : name)) as T,
}

const ADA = {
  id: 'ada',
  isPublished: true,
  name: 'Ada Crane',
  title: 'warden',
  affiliation: 'Holm Trust',
}

test('a source has its present affiliation, as its draft has it', async () => {
  expect(await sourceById(client, 'ada')).toEqual(ADA)
  expect(await sourceById(client, 'nobody')).toBeUndefined()
})

test('sources are looked for by two characters of a name or more', async () => {
  expect(await sourcesLike(client, ' A ')).toEqual([])
  expect(await sourcesLike(client, 'Ada')).toContainEqual(ADA)
  expect(await sourcesLike(client, 'Tom')).toContainEqual({
    id: 'tom',
    isPublished: false,
    name: 'Tom Reed',
    title: '',
    affiliation: '',
  })
})

test('quotes of an article are those of its words and its blocks, with their speakers', async () => {
  const body = [
    quoting('first', ['It has earned', 'words'], ' a ', ['rest', 'words']),
    {_key: 'pull', _type: 'quoteUse', quote: {_ref: 'block'}},
  ]
  const found = await quotesOfArticle(client, body, draftIdOf)
  expect(found).toEqual({
    sources: [ADA],
    quotes: [
      {id: 'words', isPublished: false, text: 'It has earned', saidBy: 'Ada Crane'},
      {id: 'block', isPublished: true, text: 'Nobody paid', saidBy: 'an official'},
    ],
  })
})

test('an article in a release has quotes in the same release', async () => {
  const body = [quoting('first', ['Late', 'late'])]
  const {quotes} = await quotesOfArticle(client, body, (id) => `versions.r1.${id}`)
  expect(quotes).toEqual([{id: 'late', isPublished: false, text: 'Late', saidBy: 'Eve Hart'}])
})

test('an article without a text has none', async () => {
  expect(await quotesOfArticle(client, [], draftIdOf)).toEqual({quotes: [], sources: []})
})
