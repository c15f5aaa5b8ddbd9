/** On its way: approved, and to appear tomorrow morning. */
import {draftQuote, paragraphs, photo} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const elevenReels: Piece = {
  draft: true,
  article: {
    id: 'article-eleven-reels',
    headline: 'Eleven films come home to the ropewalk, each at its own pace',
    slug: 'eleven-films-come-home-to-the-ropewalk',
    dek: 'The Aldon Film Archive opens its box office for the spring, at the counter of the fish auction. The whole programme lasts fifty minutes, interval included.',
    articleType: 'reportage',
    section: 'section-culture',
    topics: ['topic-arts'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Port Aldon',
    leadPhoto: photo('photo-eleven-reels-chart', {role: 'showcase'}),
    related: ['article-frame-by-frame', 'article-open-pictures'],
    body: paragraphs`
      Tickets for the oldest moving pictures of Port Aldon are sold from this week at the counter of the fish auction, between eight and ten in the morning, when there is change in the till. The eleven reels that the Aldon Film Archive will show in the ropewalk in April were all taken before 1914. Together they last 41 minutes. The interval is for the pianist.
      Yusra Fenn, [who has given them back their speed](article-frame-by-frame), has put them in an order of her own: the one that was cranked fastest comes first, and from there it gets quieter. The last is the ferry landing at Ostrey, nine minutes in which a boat is late.
      ${draftQuote('quote-fenn-pianist')}
      The ropewalk is three hundred metres long and has 180 chairs, all of them at the dry end. Two evenings are planned, on 17 and 18 April. Should they sell out there will be a third, says the archive, at the same speed.
    `,
  },
  quotes: [
    {
      id: 'quote-fenn-pianist',
      text: 'People ask me whether there will be music. There will be a pianist who watches the screen. That is harder, and one hears more.',
      speakers: [speaker('source-yusra-fenn', 'Head of restoration', 'Aldon Film Archive')],
      attribution: 'Yusra Fenn, head of restoration at the Aldon Film Archive',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
