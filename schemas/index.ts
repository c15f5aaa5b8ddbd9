// Every type of content, in the order in which the studio offers the documents.
import {DOCUMENTS} from './documents.ts'
import {affiliation} from './objects/affiliation.ts'
import {body} from './objects/body.ts'
import {byline} from './objects/byline.ts'
import {callToAction} from './objects/call-to-action.ts'
import {citation} from './objects/citation.ts'
import {confidentialPanel} from './objects/confidential-panel.ts'
import {contact} from './objects/contact.ts'
import {embargo} from './objects/embargo.ts'
import {embed} from './objects/embed.ts'
import {factBox} from './objects/fact-box.ts'
import {fileStatement} from './objects/file-statement.ts'
import {frontContainer} from './objects/front-container.ts'
import {frontFill} from './objects/front-fill.ts'
import {frontSlot} from './objects/front-slot.ts'
import {internalLink} from './objects/internal-link.ts'
import {keyPoints} from './objects/key-points.ts'
import {link} from './objects/link.ts'
import {original} from './objects/original.ts'
import {partner} from './objects/partner.ts'
import {photoUse} from './objects/photo-use.ts'
import {policies} from './objects/policies.ts'
import {provenance} from './objects/provenance.ts'
import {quotation} from './objects/quotation.ts'
import {quoteUse} from './objects/quote-use.ts'
import {richText} from './objects/rich-text.ts'
import {rights} from './objects/rights.ts'
import {seo} from './objects/seo.ts'
import {speaker} from './objects/speaker.ts'
import {verification} from './objects/verification.ts'
import {webLink} from './objects/web-link.ts'

export const documentTypes = Object.values(DOCUMENTS)

const objectTypes = [
  affiliation,
  body,
  byline,
  callToAction,
  citation,
  confidentialPanel,
  contact,
  embargo,
  embed,
  factBox,
  fileStatement,
  frontContainer,
  frontFill,
  frontSlot,
  internalLink,
  keyPoints,
  link,
  original,
  partner,
  photoUse,
  policies,
  provenance,
  quotation,
  quoteUse,
  richText,
  rights,
  seo,
  speaker,
  verification,
  webLink,
]

export const schemaTypes = [...documentTypes, ...objectTypes]
