/** What is still being worked on: two pieces never published, with quotes and a source of their own. */
import {draftQuote, paragraphs} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

/** Nearly finished; it has no picture yet. Its quote and the speaker are drafts too: one piece, to be published as one. */
export const coldStore: Piece = {
  draft: true,
  article: {
    id: 'article-cold-store',
    headline: 'The cold store on Pier 4 changes hands, and nobody says to whom',
    slug: 'cold-store-on-pier-4-changes-hands',
    dek: 'A third of the region’s frozen fish lies in one building. It was sold in October to a company whose only shareholder is another company.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Port Aldon',
    related: ['article-night-ferry'],
    body: paragraphs`
      The new sign on Pier 4 is the size of a tea tray. It says *Boreal Keeping 7*, and for those who want to know more there is a bell that nobody answers. Behind it, at minus 28 degrees, lie eleven thousand tonnes of cod, peas and blackcurrants: a third of all the frozen food between the Sound and the hills.
      On 14 October the building was sold. The land register names the buyer, a company founded nine days earlier with a capital of one crown. Its sole shareholder is *Boreal Keeping 6*. Where the row begins, the register does not say.
      ${draftQuote('quote-hartigan-keys')}
      ## Why it matters who owns the cold
      Fishermen who cannot freeze their catch have to sell it within two days, at whatever is offered. In the dispute of 2011, when the store was closed for three weeks, the price of cod fell by half. The city has had a right of first refusal ever since. It was told of the sale in writing, the deputy mayor’s office says, and let the time limit pass.
      The letter was received on 16 September. Whether anyone opened it is something the office is now looking into.
      TK: answer of the seller’s lawyers, promised for Thursday. TK: photograph of the sign.
    `,
  },
  quotes: [
    {
      id: 'quote-hartigan-keys',
      text: 'I have worked here for nineteen years, and I got a new key by post. There was no letter with it.',
      speakers: [speaker('source-noel-hartigan', 'Shift foreman', 'Pier 4 Cold Store')],
      attribution: 'Noel Hartigan, shift foreman at the cold store',
      saidOn: '2026-11-19',
      medium: 'interview',
      verification: 'unverified',
      confidential: {
        recording: 'interviews/2026-11-19-hartigan.m4a',
        timecode: '00:02:10',
        internalNotes: 'Call him back before publication: he wants to tell his colleagues first.',
      },
    },
  ],
}

/** Just begun: a headline, a dek and two paragraphs. */
export const schoolBoats: Piece = {
  draft: true,
  article: {
    id: 'article-school-boats',
    headline: 'A year in the last class that goes to school by boat',
    slug: 'a-year-in-the-class-that-goes-to-school-by-boat',
    dek: 'Seven children, one skipper, forty minutes each way. A reportage in four seasons, beginning with the dark one.',
    articleType: 'reportage',
    section: 'section-culture',
    topics: ['topic-society'],
    bylines: [{author: 'author-noor-haddow', role: 'reporter'}],
    body: paragraphs`
      The life jackets hang in the order of the children’s ages, and the smallest is not the youngest’s. Ada, who is six, has grown faster than Ben, who is seven, and since October the two of them have kept quiet about a swap that everybody has noticed.
      To follow: the crossing in fog; what the skipper does all day; the teacher who gets seasick.
    `,
  },
  quotes: [],
}
