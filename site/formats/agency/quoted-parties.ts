import type {FeedArticle} from '../feed-article.ts'

/** Who is quoted by name, people and institutions apart, each once. */
export function quotedParties({body}: FeedArticle): {people: string[]; organisations: string[]} {
  const sources = (body ?? []).flatMap((member) =>
    member._type === 'quoteUse' ? (member.quote?.speakers ?? []).map(({source}) => source) : [],
  )
  const named = (isInstitution: boolean) => [
    ...new Set(
      sources.flatMap((source) =>
        source?.name && (source.kind === 'institution') === isInstitution ? [source.name] : [],
      ),
    ),
  ]
  return {people: named(false), organisations: named(true)}
}
