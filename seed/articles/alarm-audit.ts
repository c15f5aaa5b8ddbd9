/** On its way: under embargo, and the lawyers have not read it yet. */
import {draftQuote, paragraphs} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const alarmAudit: Piece = {
  draft: true,
  article: {
    id: 'article-alarm-audit',
    headline: 'Nine alarms in the harbour ring where nobody is',
    slug: 'nine-alarms-ring-where-nobody-is',
    dek: 'The Court of Audit has set off what is meant to sound in Port Aldon when something goes wrong. A third of it went unheard.',
    articleType: 'analysis',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-disasters'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    dateline: 'Port Aldon',
    related: ['article-tide-barrier', 'article-ombudsman'],
    body: paragraphs`
      In summer the Court of Audit sent two people to the harbour and had them set things off. Of the 27 alarms that the Corran Harbour Authority keeps against fire, flood and gas, 18 were answered within the time that its own rules allow. Nine were not answered.
      The report that goes before the council does not say that anybody neglected a duty. In nine cases, it finds, there was none to neglect. The rooms in which the bells hang were given up when the control room was moved, and the bells were not.
      ${draftQuote('quote-audit-cleaner', 'inline')}
      ## The sheets
      Each alarm is tested once a quarter, and each test is signed for. The auditors went through the sheets of three years. On 61 of them the signature bears an earlier date than the test. They were signed by the deputy harbour master of the time; the report names the office and not the person, and so do we.
      The authority has accepted all twelve recommendations. The first is to find out which of the nine bells can be heard from anywhere. It was written before the night [on which a loudspeaker was missing](article-tide-barrier).
    `,
  },
  quotes: [
    {
      id: 'quote-audit-cleaner',
      kind: 'document',
      text: 'In room 14 the alarm was acknowledged by the cleaner, who had been told that it was the telephone.',
      speakers: [speaker('source-court-of-audit')],
      attribution: 'Court of Audit, Alarm and Response in the Port of Aldon',
      saidOn: '2026-11',
      medium: 'report',
      verification: 'sourceMatched',
    },
  ],
}
