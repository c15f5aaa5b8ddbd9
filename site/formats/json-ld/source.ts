/** Whom we quote, as far as their page tells. */
export interface SourceData {
  name: string | null
  honorific: string | null
  kind: string | null
  affiliations:
    | readonly {title: string | null; organization: string | null; to: string | null}[]
    | null
  expertise: readonly string[] | null
}

/** A source as a `Person` with their present post, or as an `Organization`. */
export function sourceNode(source: SourceData): object | undefined {
  const {name, honorific, kind, affiliations, expertise} = source
  if (!name) return undefined
  const common = {name, knowsAbout: expertise ?? undefined}
  if (kind === 'institution') return {'@type': 'Organization', ...common}
  // What somebody was is said with what they said then.
  const present = (affiliations ?? []).find(({to}) => !to)
  return {
    '@type': 'Person',
    ...common,
    honorificPrefix: honorific ?? undefined,
    jobTitle: present?.title ?? undefined,
    affiliation: present?.organization
      ? {'@type': 'Organization', name: present.organization}
      : undefined,
  }
}
