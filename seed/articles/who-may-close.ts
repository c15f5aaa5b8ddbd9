/** Side story of the barrier's night: the legal questions. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const whoMayClose: Piece = {
  article: {
    id: 'article-who-may-close',
    headline: 'Whose hand was it? Five questions that the law did not expect',
    seoHeadline: 'Tide barrier: who is liable when it closes by itself?',
    slug: 'whose-hand-closed-the-harbour',
    dek: 'The harbour act knows a person with a name. On Saturday a rule closed the port. What follows from this for the council, for ships and for the engineer on the stairs.',
    articleType: 'analysis',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-disasters'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    firstPublishedAt: '2026-11-24T05:50:00Z',
    related: ['article-tide-barrier', 'article-four-votes', 'article-let-it-close'],
    body: paragraphs`
      The Harbour Act of 1911 has 96 sections. Section 40 is the one that everybody in the council’s legal office has open this week. It gives the power to close the port to the officer on duty, and it uses the word *himself*.
      ## 1. Was the closure lawful?
      Probably. The authority’s board approved the rule in March, and a board may tell its officers how to use their powers in advance. One can see the ten minutes as an order with a condition: close, unless I say otherwise. Soldiers and signalmen have worked under such orders for a long time.
      The doubt is about the other half. An officer who uses a power must be able not to. If the loudspeaker is unplugged, she has no such chance.
      ${quote('quote-ravenhill-silence')}
      ## 2. Who answers for it?
      Under section 41 the officer does, with her post, and the authority with its money. Nobody intends to apply the first part. It is the second that worries the treasurer: the authority’s insurance covers acts of its staff. Whether a closure without an act is an act, the insurer has been asked.
      ## 3. What do ships get?
      So far, nothing. Since 1911 a closed port has been treated like bad weather, for which nobody can be sued. But weather gives notice. If a court found that the missing radio call was a fault, delay would have a price by the minute, and every captain has a watch.
      ## 4. Could the council simply forbid it?
      It could ask. The board has nine members and the council appoints five. A rule that the board has made can be set aside by the board only, or by a new act of parliament, which last touched the subject when ships had sails.
      ## 5. And if the gates had not risen?
      This is the question that the lawyers put last and talk about longest. A port that owns a machine which would have closed, and has switched it off, may be answerable for each cellar. The authority has promised to put proposals before the council this week.
      ${quote('quote-ravenhill-switch')}
      So the vote in December is about less than it seems, since the rule can hardly be unlearnt. What can be decided is the sentence that comes before it: who must be woken, by what, and how loudly.
    `,
  },
  quotes: [
    {
      id: 'quote-ravenhill-silence',
      text: 'The law has treated silence as consent since the Romans. It has always assumed that the person who kept silent had been asked.',
      speakers: [
        speaker(
          'source-cosima-ravenhill',
          'Lecturer in administrative law',
          'University of Port Aldon',
        ),
      ],
      attribution:
        'Cosima Ravenhill, lecturer in administrative law at the University of Port Aldon',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
    {
      id: 'quote-ravenhill-switch',
      text: 'Before Saturday they could say that they did not know whether it worked. That defence is gone. It went at twelve minutes past four.',
      speakers: [
        speaker(
          'source-cosima-ravenhill',
          'Lecturer in administrative law',
          'University of Port Aldon',
        ),
      ],
      attribution: 'Cosima Ravenhill',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
