// Who sits where in the bench `lake`, and what the newsroom holds.
import type {LakeDocument} from '@copydesk/lake/types'
import {articles} from './articles.ts'

/** Where somebody sits, and where they write: nobody else is in that paragraph. */
export interface Desk {
  article: string
  paragraph: string
  /** What the paragraph says. */
  text: string
}

const PUBLISHED = 1_000
const PEOPLE_IN_AN_ARTICLE = 4

/** Articles that are out; those that somebody sits in front of have a draft besides. */
export function documentsFor(people: number): LakeDocument[] {
  const published = articles(PUBLISHED)
  const drafts = published
    .filter(({_type}) => _type === 'article')
    .slice(0, Math.ceil(people / PEOPLE_IN_AN_ARTICLE))
    .map((article) => ({...article, _id: `drafts.${article._id}`, _system: {createdBy: 'desk'}}))
  return [...published, ...drafts].toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

export function desksIn(documents: readonly LakeDocument[], people: number): Desk[] {
  const drafts = documents.filter(({_id}) => _id.startsWith('drafts.'))
  return Array.from({length: people}, (_, who) => {
    const draft = drafts[Math.floor(who / PEOPLE_IN_AN_ARTICLE)]
    const paragraph = `p${who % PEOPLE_IN_AN_ARTICLE}`
    const body = draft?.['body'] as {_key: string; children?: {text: string}[]}[] | undefined
    const text = body?.find(({_key}) => _key === paragraph)?.children?.[0]?.text
    if (!draft || text === undefined) throw new Error('There are too few articles.')
    return {article: draft._id.slice('drafts.'.length), paragraph, text}
  })
}
