// Every type of content, in the order in which the studio offers the documents.
import {article} from './documents/article.ts'
import {photoWithCredit} from './documents/photo-with-credit.ts'
import {expertQuote} from './documents/expert-quote.ts'
import {source} from './documents/source.ts'
import {author} from './documents/author.ts'
import {section} from './documents/section.ts'
import {topic} from './documents/topic.ts'
import {siteSettings} from './documents/site-settings.ts'
import {privateSource} from './documents/private-source.ts'
import {privateQuote} from './documents/private-quote.ts'
import {privatePhoto} from './documents/private-photo.ts'
import {privateAuthor} from './documents/private-author.ts'
import {review} from './documents/review.ts'
import {override} from './documents/override.ts'
import {ledgerEntry} from './documents/ledger-entry.ts'
import {pieceSnapshot} from './documents/piece-snapshot.ts'
import {correction} from './documents/correction.ts'
import {notice} from './documents/notice.ts'
import {notification} from './documents/notification.ts'
import {previewLink} from './documents/preview-link.ts'
import {previewRemark} from './documents/preview-remark.ts'
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
import {internalLink} from './objects/internal-link.ts'
import {keyPoints} from './objects/key-points.ts'
import {link} from './objects/link.ts'
import {original} from './objects/original.ts'
import {partner} from './objects/partner.ts'
import {photoUse} from './objects/photo-use.ts'
import {policies} from './objects/policies.ts'
import {provenance} from './objects/provenance.ts'
import {quoteUse} from './objects/quote-use.ts'
import {richText} from './objects/rich-text.ts'
import {rights} from './objects/rights.ts'
import {seo} from './objects/seo.ts'
import {speaker} from './objects/speaker.ts'
import {verification} from './objects/verification.ts'
import {webLink} from './objects/web-link.ts'

export const documentTypes = [
  article,
  photoWithCredit,
  expertQuote,
  source,
  author,
  section,
  topic,
  siteSettings,
  privateSource,
  privateQuote,
  privatePhoto,
  privateAuthor,
  review,
  override,
  ledgerEntry,
  pieceSnapshot,
  correction,
  notice,
  notification,
  previewLink,
  previewRemark,
]

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
  internalLink,
  keyPoints,
  link,
  original,
  partner,
  photoUse,
  policies,
  provenance,
  quoteUse,
  richText,
  rights,
  seo,
  speaker,
  verification,
  webLink,
]

export const schemaTypes = [...documentTypes, ...objectTypes]
