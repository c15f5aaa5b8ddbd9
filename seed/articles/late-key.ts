/** The tide years, part 3: a night reconstructed from logs. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const lateKey: Piece = {
  article: {
    id: 'article-late-key',
    headline: 'Fifty-two minutes in February',
    slug: 'fifty-two-minutes-in-february',
    dek: 'In 2019 a finished barrier lay open while the sea came in. The engineer had the key and needed a signature; the man who could give it was driving round the Sound.',
    articleType: 'analysis',
    section: 'section-environment',
    topics: ['topic-disasters', 'topic-politics'],
    bylines: [
      {author: 'author-tomas-ardley', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-09T06:00:00Z',
    leadPhoto: photo('photo-late-key-chart', {role: 'showcase'}),
    related: ['article-tide-marks', 'article-four-votes', 'article-skerry-gauge'],
    body: paragraphs`
      The control room’s log for the night of 8 to 9 February 2019 has thirteen entries. Ten of them are times. We have read it beside the telephone records of the inquiry, which the council released in September, and beside the curve of the tide.
      ## The log
      ### 2.10 am
      The gauge on the Skerry shows 2.5 metres and is rising faster than the table says it should. The engineer on duty, whom the inquiry does not name, fetches the key from its cabinet.
      ### 2.18 am
      The engineer asks for permission. The operating rule of 2017 demands it of the harbour master in person: closing the port costs shipping money, and the authority’s lawyers had wanted one neck. The harbour master has been to a wedding in Ostrey. The last boat went at one. He is on the bridge road, 38 kilometres of it, and the hills there have no signal.
      ### 2.34, 2.41, 2.49 am
      Three calls, not answered. Between the second and the third the deputy is woken. He holds that the rule does not mention deputies, and he is right.
      ${quote('quote-inquiry-deputy', 'inline')}
      ### 3.10 am
      A call gets through near the summit. It lasts nine seconds. The key is turned; the gates need eleven minutes. By 3.21 the inner harbour has risen to 2.7 metres, ten centimetres below the edge of the quay. Outside, at twenty to four, it stands at 3.2.
      ## The quay held, the drains did not
      No wave ever broke over the Netmakers’ Quarter that night. The sea came up from below. The outfalls of the old sewers lie at 1.9 metres and their flaps had last been greased in 2014. By half past three 388 cellars were filling, quietly, behind closed doors.
      The damage came to 8.4 million crowns, of which the Sound Mutual paid 7.9 and then withdrew from the quarter. Nobody was hurt. That is why the night has been forgotten everywhere except in eleven streets and in the rule book.
      ## What was changed
      The inquiry proposed two things. The signature was abolished within a month, and since then the engineer has decided alone. The second proposal was that the flaps be inspected once a year. It would have cost 40,000 crowns and was referred to a working group on assets, which met until 2021.
      ${quote('quote-ferreby-flap')}
      The rule that has been in force since this spring goes one step further. If the gauge passes its mark, and nobody answers the warning within ten minutes, the gates are to rise by themselves. It has not happened yet. The flaps, we were told on Friday, are on the list.
    `,
  },
  quotes: [
    {
      id: 'quote-inquiry-deputy',
      kind: 'document',
      text: 'The deputy acted in accordance with the rule. The rule did not act in accordance with the tide.',
      speakers: [speaker('source-barrier-inquiry')],
      attribution: 'report of the inquiry into the closure of 9 February 2019',
      saidOn: '2019-06',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-ferreby-flap',
      text: 'A gate is photographed by visitors. A flap is the size of a dustbin lid and hangs in the dark. Guess which of the two has a budget.',
      speakers: [speaker('source-agathe-ferreby', 'Drainage foreman', 'City of Port Aldon')],
      attribution: 'Agathe Ferreby, drainage foreman of the City of Port Aldon',
      saidOn: '2026-11-05',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
