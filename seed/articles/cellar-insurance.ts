/** On its way: submitted, with one quote that nobody has verified yet. */
import {draftQuote, paragraphs, photo} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const cellarInsurance: Piece = {
  draft: true,
  article: {
    id: 'article-cellar-insurance',
    headline: 'After the dry night, eleven streets ask for their insurance back',
    slug: 'eleven-streets-ask-for-their-insurance-back',
    dek: 'The Netmakers’ Quarter lost its flood cover in 2019. Now that the barrier has closed by itself, one insurer is calculating again, and another wants to know who holds the key.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-disasters'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Port Aldon',
    leadPhoto: photo('photo-port-aldon-map', {role: 'showcase'}),
    related: ['article-tide-barrier', 'article-night-ferry'],
    body: paragraphs`
      In the cellar of the chandler’s shop on Ropewalk Lane there is a line of salt on the wall, at the height of a bicycle saddle. It dates from February 2019, and so does the letter that hangs above it in a frame. The Sound Mutual, says the letter, regrets.
      Since then nobody has insured the ground floors of the Netmakers’ Quarter against the sea: 640 households, 51 shops and a school of navigation. On Saturday night, [when the barrier shut itself](article-tide-barrier), the tide outside it stood 1.3 metres higher than the one inside. To an actuary that is a remarkable number. It is the height of a flood that nobody has to pay for.
      ${draftQuote('quote-corrie-policy')}
      ## What it would cost
      The old tariff of the Sound Mutual was 0.4 per cent of the insured sum a year. What the new one would be, Ms Corrie does not want to say before the council has voted. Should it go back to the key, she says, her figures are those of 2019. The Port Aldon Fire Office has named a rate, 0.6 per cent, for ground floors and not for cellars.
      A third company, Vestmark Marine, has written to the harbour authority instead. It asks who answers for a night on which the gates fail to rise. The authority has passed the letter on to the council’s lawyers, who have had that question on their desks since Monday.
      ${draftQuote('quote-anson-frame')}
      The council votes in December. The chandler has measured the frame.
    `,
  },
  quotes: [
    {
      id: 'quote-corrie-policy',
      text: 'A barrier that somebody has to remember is worth a discount. A barrier that remembers by itself is worth a policy.',
      speakers: [speaker('source-bettina-corrie', 'Head of property insurance', 'Sound Mutual')],
      attribution: 'Bettina Corrie, head of property insurance at the Sound Mutual',
      saidOn: '2026-11-24',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
    {
      id: 'quote-anson-frame',
      text: 'I have looked at that letter for seven years. I would like to hang a cheaper one over it.',
      speakers: [speaker('source-piet-anson', 'Ship’s chandler', 'Anson & Anson')],
      attribution: 'Piet Anson, ship’s chandler on Ropewalk Lane',
      saidOn: '2026-11-24',
      medium: 'interview',
      verification: 'unverified',
      confidential: {internalNotes: 'From the notebook; the recorder was off in the cellar.'},
    },
  ],
}
