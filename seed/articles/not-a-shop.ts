/** Opinion on the economics of the night ferry. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const notAShop: Piece = {
  article: {
    id: 'article-not-a-shop',
    headline: 'A ferry is not a shop',
    slug: 'a-ferry-is-not-a-shop',
    dek: 'The night boat loses nineteen crowns on each passenger, we are told. So does a staircase. A note on a sum that is correct and answers the wrong question.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-economy', 'topic-politics'],
    bylines: [{author: 'author-benedict-osei-lund', role: 'writer'}],
    firstPublishedAt: '2026-11-21T06:30:00Z',
    related: ['article-night-ferry', 'article-container-quay'],
    body: paragraphs`
      Economists are people who find it hard to pass a bridge without asking what it earns. I am one. I have therefore looked forward to the figures for the one o’clock boat, and now that [they are there](article-night-ferry) I should like to warn you against them.
      The sum runs like this. The city pays 1.1 million crowns for seven months, some 280 people cross each night, and that makes nineteen crowns a head more or less. The fare is a quarter of it. In a shop this would be a scandal: goods that cost 24 are sold for five.
      But look at what is being bought. The passenger buys a crossing, and for this five crowns may be about right. The city buys something else, with its nineteen. It buys a bakery that can light its second oven. It buys a night shift at the clinic that need not be filled by an agency, at 61 crowns an hour. It buys eighteen thousand windows on the south shore whose owners can take a job on the north one without moving. None of these things is carried on the boat. All of them stop when it does.
      ## The staircase
      My favourite public enterprise in Port Aldon is the flight of steps between Salt Street and the quay. It has 112 of them, it was renewed in 2018 for 340,000 crowns, and it has not taken a penny since. I once counted: 2,900 people on a weekday. Nobody has proposed to charge them or to close it at half past nine, although after that hour its use falls off badly.
      Why not? Because no one has thought of it as a thing that has customers. It is part of the city, and one pays for it as for the floor of one’s house.
      ${quote('quote-damaso-fare')}
      ## The right question
      It would be foolish to conclude that every boat is worth its money. There are nights on which the *Kittiwake* carries nine people. I should like to know what a smaller vessel would cost, and whether the mail could pay more. Those are good questions, because they ask how to do it for less.
      To ask whether it pays is a bad one. We tried the experiment for nearly six years, with great thoroughness. The city saved the price of three flights of steps, and Ostrey lost eleven nurses, an oven and its evenings. If a shop had treated its books like that, we should have called in the auditors.
    `,
  },
  quotes: [
    {
      id: 'quote-damaso-fare',
      text: 'On the last boat I have never had a passenger who wanted to go on a boat.',
      speakers: [
        speaker('source-ruth-damaso', 'Ferry master and branch secretary', 'Sound Transport Union'),
      ],
      attribution: 'Ruth Damaso, ferry master and branch secretary of the Sound Transport Union',
      saidOn: '2026-11-17',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
