// What every item of NewsML-G2 begins with.
import {isoMoment} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, type Xml} from '../xml.ts'

export const NEWSML_NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/'

/** IPTC's list of the vocabularies whose aliases (`ninat:`, `medtop:`, …) are used here. */
const CATALOGUE = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml'

/** A `newsItem`; `parts` in the order of the schema, from `rightsInfo` on. */
export function newsItem(
  {guid, version, language}: {guid: string; version: number; language: string},
  ...parts: (Xml | undefined)[]
): Xml {
  return element(
    'newsItem',
    {
      guid,
      version,
      standard: 'NewsML-G2',
      standardversion: '2.35',
      conformance: 'power',
      'xml:lang': language,
    },
    element('catalogRef', {href: CATALOGUE}),
    ...parts,
  )
}

/** Who provides an item, in which version. */
export function itemMeta(
  {
    itemClass,
    version,
    created,
  }: {itemClass: string; version: {created: string}; created?: string | null},
  publisher: Publisher,
  links: readonly Xml[] = [],
): Xml {
  const first = isoMoment(created)
  return element(
    'itemMeta',
    {},
    element('itemClass', {qcode: itemClass}),
    element('provider', {uri: addressOf(publisher, '/')}, element('name', {}, publisher.name)),
    element('versionCreated', {}, version.created),
    first !== undefined && element('firstCreated', {}, first),
    element('pubStatus', {qcode: 'stat:usable'}),
    ...links,
  )
}
