// Comments and tasks as the studio writes them, in the dataset beside the content.
import type {PieceDocument} from '../../workflow/piece.ts'
import type {TestLake} from './lake.ts'
import type {Fields, Voice} from './piece.ts'

export const COMMENTS = 'production-comments'

export interface CommentsClient {
  mutate(who: Voice, mutations: object[]): Promise<Response>
  /** The result of a query with the rights of this person. */
  find<T>(who: Voice | null, query: string): Promise<T>
  get(id: string): PieceDocument | null
}

export function commentsIn({lake, fetch}: TestLake): CommentsClient {
  return {
    mutate: (who, mutations) =>
      fetch(`/v2025-02-19/data/mutate/${COMMENTS}?returnIds=true`, {
        method: 'POST',
        headers: who.headers,
        body: JSON.stringify({mutations}),
      }),
    async find<T>(who: Voice | null, query: string) {
      const url = `/v2025-02-19/data/query/${COMMENTS}?perspective=raw&query=${encodeURIComponent(query)}`
      const response = await fetch(url, {headers: who?.headers ?? {}})
      return ((await response.json()) as {result: T}).result
    },
    get: (id) => lake.services.documents.get(COMMENTS, id),
  }
}

/** A message that mentions these people. */
export const message = (text: string, ...mentioned: string[]) => [
  {
    _type: 'block',
    _key: 'b',
    style: 'normal',
    markDefs: [],
    children: [
      {_type: 'span', _key: 's', text, marks: []},
      ...mentioned.map((userId, index) => ({_type: 'mention', _key: `m${index}`, userId})),
    ],
  },
]

/** A comment on a field, by its author (core/comments, createOperation). */
export const comment = (_id: string, author: Voice, about: string, more: Fields = {}) => ({
  _id,
  _type: 'comment',
  authorId: author.id,
  message: message('Is this right?'),
  status: 'open',
  threadId: `thread-${_id}`,
  reactions: [],
  context: {payload: {workspace: 'default'}, tool: 'structure'},
  target: {
    documentRevisionId: 'r1',
    documentType: 'article',
    path: {field: 'headline'},
    document: {
      _dataset: 'production',
      _projectId: 'copydesk',
      _ref: about,
      _type: 'crossDatasetReference',
      _weak: true,
    },
  },
  ...more,
})

/** A task, filled in (core/tasks, FormCreate). */
export const task = (_id: string, author: Voice, more: Fields = {}) => ({
  _id,
  _type: 'tasks.task',
  authorId: author.id,
  title: 'Call the harbour master',
  status: 'open',
  subscribers: [author.id],
  createdByUser: '2026-11-25T10:00:00.000Z',
  ...more,
})
