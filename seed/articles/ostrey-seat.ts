/** Analysis of a board and who sits on it. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const ostreySeat: Piece = {
  article: {
    id: 'article-ostrey-seat',
    headline: 'Nine chairs, none of them from Ostrey',
    slug: 'nine-chairs-none-of-them-from-ostrey',
    dek: 'The harbour board decides about boats, barrier and fares. The town that depends on all three lost its seat thirty years ago by a change in the definition of a port.',
    articleType: 'analysis',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-economy'],
    bylines: [
      {author: 'author-ingrid-vassall', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Ostrey',
    firstPublishedAt: '2026-11-14T06:00:00Z',
    leadPhoto: photo('photo-nine-chairs', {role: 'showcase'}),
    keyPoints: [
      'The board has nine members: five are sent by the council of Port Aldon, two by the government, two by shipping.',
      'Ostrey had a seat until 1996, when its quay was reclassified as a landing.',
      'A petition with 3,912 signatures asks for it back.',
    ],
    related: ['article-four-votes', 'article-night-ferry', 'article-dear-north-shore'],
    body: paragraphs`
      In law Ostrey has no harbour. It has a landing, and the difference is 41 metres. That is how much the quay was shortened by in 1996, after a storm had taken its end away. A port, says the ordinance, has a berth of at least 120 metres; what remained measured 114. Repairing the missing part would have cost 700,000 crowns. Instead the word on the sign was changed, and with the word went a seat on the harbour board.
      Nobody seems to have intended it. The minutes of that year give the matter three lines, between a crane and a retirement. The member for Ostrey, a fish merchant, was thanked for his services. He took the chair home, since he had paid for it.
      ## What a board decides without you
      The consequences came later. In January 2021 the board moved the last ferry to half past nine. Of the passengers concerned two thirds lived on the south shore; of the members who voted, none did. Fares were raised twice, each time by more in the direction of Ostrey, where fewer people can do without the boat. And in spring the board approved the rule by which the barrier may close by itself.
      ${quote('quote-hollin-decided')}
      The petition that the town handed over on Wednesday has 3,912 signatures. Ostrey has 6,870 inhabitants entitled to vote.
      ## Three ways back
      The simplest is concrete. Six metres of quay would make a port of the landing again. The town’s engineer puts them at 190,000 crowns, which it does not have.
      The second is the ordinance. The government could lower the figure to a hundred metres with a stroke of the pen. It would thereby create two other ports, one of which is a boatyard belonging to a minister’s cousin, and so it hesitates.
      The third would be for Port Aldon to give away one of its five seats. Legally that can be done in an afternoon. It would cost the council its majority on the board.
      ${quote('quote-strand-afternoon')}
      The board meets on 9 December. A resident of Ostrey may attend, sit at the back, and speak for two minutes under item fourteen, miscellaneous. To be there at nine in the morning it is advisable to take the boat at six.
    `,
  },
  quotes: [
    {
      id: 'quote-hollin-decided',
      text: 'We do not say that they decide badly. We say that they decide dry.',
      speakers: [speaker('source-mette-hollin', 'Mayor', 'Town of Ostrey')],
      attribution: 'Mette Hollin, mayor of Ostrey',
      saidOn: '2026-11-11',
      medium: 'pressConference',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-strand-afternoon',
      text: 'I am for a seat for Ostrey. I would only like it to be a tenth one.',
      speakers: [speaker('source-caspar-strand', 'Chairman', 'Harbour board')],
      attribution: 'Caspar Strand, chairman of the harbour board',
      saidOn: '2026-11-12',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
