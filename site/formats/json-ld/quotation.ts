import type {Quote} from '../../body/types.ts'
import {speakersOf} from '../../body/speakers.ts'
import {languageTag} from '../../display/language.ts'
import {webAddress} from '../web-address.ts'

/**
 * What somebody said as a `Quotation`, with title and affiliation as they were when they spoke.
 * Reported speech is nobody's words and is none.
 */
export function quotationNode(quote: Quote): object | undefined {
  const text = quote.text?.trim()
  if (!text || quote.kind === 'paraphrase') return undefined
  const speakers = (quote.speakers ?? []).flatMap((speaker) => speakerNode(speaker) ?? [])
  const {original, provenance, saidOn} = quote
  return {
    '@type': 'Quotation',
    text,
    inLanguage: languageTag(quote.language),
    spokenByCharacter: speakers,
    creator: speakers,
    // Without a named speaker, only the printed attribution describes them.
    creditText: speakers.length > 0 ? undefined : speakersOf(quote).attribution,
    dateCreated: saidOn ?? undefined,
    isBasedOn: webAddress(provenance?.url),
    archivedAt: webAddress(provenance?.archivedUrl),
    translationOfWork: original?.text
      ? {'@type': 'Quotation', text: original.text, inLanguage: languageTag(original.language)}
      : undefined,
    translator: original?.translatedBy?.name
      ? {'@type': 'Person', name: original.translatedBy.name}
      : undefined,
  }
}

function speakerNode({
  source,
  titleAtTime,
  affiliationAtTime,
}: NonNullable<Quote['speakers']>[number]): object | undefined {
  if (!source?.name) return undefined
  if (source.kind === 'institution') return {'@type': 'Organization', name: source.name}
  return {
    '@type': 'Person',
    name: source.name,
    honorificPrefix: source.honorific ?? undefined,
    jobTitle: titleAtTime ?? undefined,
    affiliation: affiliationAtTime ? {'@type': 'Organization', name: affiliationAtTime} : undefined,
  }
}
