// The newsroom itself in schema.org's words, with the policies that say how far it can be trusted.
import {iconPath} from '../icons/icon-path.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'

/** The `@id` under which other nodes of any page refer to the newsroom. */
export const newsroomId = (publisher: Publisher): string => addressOf(publisher, '/#newsroom')

const LOGO_SIZE = 512

/** A `NewsMediaOrganization`: publisher of every article. */
export function newsroomNode(publisher: Publisher): object {
  const {name, settings} = publisher
  const policies = settings?.policies
  const policy = (key: 'ethics' | 'corrections' | 'ownership') =>
    policies?.[key] ? addressOf(publisher, `/policies#${key}`) : undefined
  return {
    '@type': 'NewsMediaOrganization',
    '@id': newsroomId(publisher),
    name,
    slogan: settings?.strapline ?? undefined,
    url: addressOf(publisher, '/'),
    logo: {
      '@type': 'ImageObject',
      url: addressOf(publisher, iconPath(LOGO_SIZE)),
      contentUrl: addressOf(publisher, iconPath(LOGO_SIZE)),
      width: LOGO_SIZE,
      height: LOGO_SIZE,
      caption: name,
    },
    ethicsPolicy: policy('ethics'),
    publishingPrinciples: policy('ethics'),
    correctionsPolicy: policy('corrections'),
    ownershipFundingInfo: policy('ownership'),
    sameAs: (settings?.socialLinks ?? []).flatMap(({url}) => webAddress(url) ?? []),
  }
}
