/** The tide years, part 2: how the barrier was decided on. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const fourVotes: Piece = {
  article: {
    id: 'article-four-votes',
    headline: 'Port Aldon voted four times on a wall in the sea, and lost the argument each time',
    seoHeadline: 'How Port Aldon decided on its tide barrier',
    slug: 'four-votes-on-a-wall-in-the-sea',
    dek: 'It was first drawn in 1947 and finished in 2017. In between lay two councils, two referendums and a war over cod. What delayed it was never the water.',
    articleType: 'background',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-disasters'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    firstPublishedAt: '2026-11-02T06:00:00Z',
    keyPoints: [
      'The council rejected a barrier in 1961 by two votes; citizens rejected it in 1986 and accepted it in 2003.',
      'It was to cost 380 million crowns and came to 612 million.',
      'No vote was ever won by an argument about floods.',
    ],
    related: ['article-tide-marks', 'article-late-key', 'article-lower-field'],
    citations: [
      {title: 'Minutes of the Council of Port Aldon, 1947–2009', publication: 'City Archive'},
    ],
    body: paragraphs`
      In the city archive there is a sheet of blue linen on which the harbour is closed by a row of fourteen sluices. It is signed by a commission of 1947, nine years after the great flood, and it bears a pencil note in the margin: who will open it?
      That question outlived everybody who had sat on the commission. For seventy years Port Aldon discussed a wall in the water, and for most of that time the discussion concerned something else.
      ## 1961: the herring
      The first vote was taken in the council on a November evening. The fishing fleet, 214 boats at the time, feared to be shut in on the nights when the herring ran. The motion failed by 19 to 17. Three of those who voted against it lived in the Netmakers’ Quarter. They also owned boats.
      ## 1975: the money
      The second never took place as such. A fund of nine million crowns had been saved for the foundations. After the cod war of 1974 the government borrowed it for two patrol vessels and gave a receipt. The council was asked only to take note, and did so unanimously.
      ${quote('quote-archive-receipt', 'inline')}
      ## 1986: the view
      By then there had been another flood, and a referendum. The opponents put up one poster. It showed the Sound at sunset with a black bar across it. Fifty-four in a hundred voted no. Idris Kallow, who handed out leaflets for the other side as a student, still has some.
      ${quote('quote-kallow-leaflets')}
      ## 2003: the bridge
      What turned the vote was a promise that had nothing to do with tides. The gates would lie on the bed of the channel, where nobody would see them, and the construction road on the south shore would stay as a by-product: Ostrey was to get its connection to the trunk road. The south shore voted yes by three to one, and carried the city with it. In all, 58 in a hundred were in favour.
      Building took from 2009 to 2017. The estimate was 380 million crowns, the final account 612 million, or 61 per cent more. Nearly half of the difference went into soft ground that the borings of 1947 had found and the file had lost.
      The road to Ostrey was narrowed to one lane to save money. The pencil note has been answered in part. Who opens the barrier, and who closes it, is written in a rule that the board approved this spring, [without a vote in the council](article-ostrey-seat).
    `,
  },
  quotes: [
    {
      id: 'quote-archive-receipt',
      kind: 'document',
      text: 'Received with thanks and on loan: one sea wall.',
      speakers: [speaker('source-city-archive')],
      attribution: 'note by an unknown hand on the receipt of 1975, City Archive of Port Aldon',
      saidOn: '1975',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-kallow-leaflets',
      text: 'We had four pages of wave heights. They had a sunset. I have never since brought a table to an argument about a view.',
      speakers: [
        speaker(
          'source-idris-kallow',
          'Professor of the law of the sea',
          'University of Port Aldon',
        ),
      ],
      attribution: 'Idris Kallow, professor of the law of the sea at the University of Port Aldon',
      saidOn: '2026-10-22',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
