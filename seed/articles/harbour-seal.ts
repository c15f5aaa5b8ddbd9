/** Spiked, for good reason. */
import {paragraphs} from '../text.ts'
import type {Piece} from '../piece.ts'

export const harbourSeal: Piece = {
  draft: true,
  article: {
    id: 'article-harbour-seal',
    headline: 'A seal has taken lodgings in the inner harbour',
    slug: 'a-seal-has-taken-lodgings-in-the-inner-harbour',
    dek: 'It lies off the city quay at low water and does not mind the ferries.',
    articleType: 'reportage',
    section: 'section-environment',
    topics: ['topic-environment'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Port Aldon',
    body: paragraphs`
      On Monday morning the mate of the *Kittiwake* saw a round grey head between the gates of the barrier. By noon there were forty people on the quay, and somebody had given it a name. It did not look round when the ferry came in. It did not look round at all.
      TK: the marine station of the university. TK: has it moved?
    `,
  },
  quotes: [],
}
