/** Reportage about a timetable; the same piece also has a draft with a change that waits for an editor. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const nightFerry: Piece = {
  article: {
    id: 'article-night-ferry',
    headline: 'The one o’clock boat is back, and so is the night shift',
    slug: 'the-one-o-clock-boat-is-back',
    dek: 'Five years after Port Aldon’s last ferry was moved to half past nine, the late crossing has returned. Bakers, nurses and one clarinettist explain what an hour is worth.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-labour'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Ostrey',
    firstPublishedAt: '2026-11-20T06:15:00Z',
    leadPhoto: photo('photo-night-ferry-chart', {role: 'showcase'}),
    keyPoints: [
      'The 1 am sailing between Port Aldon and Ostrey was restored on 1 September.',
      'From January to October 352,000 people crossed after nine in the evening, against 436,000 in 2020.',
      'The trial ends in March; the city pays 1.1 million crowns for it.',
    ],
    related: ['article-tide-barrier', 'article-wool-price'],
    body: paragraphs`
      At ten to one the landing stage at Ostrey smells of bread. Two apprentices from the bakery on Ferry Street sit on flour sacks they are not supposed to sit on; a man in a dinner jacket guards a clarinet between his feet. Then the lights of the *Kittiwake* come round the mole, and everybody stands up at once, as people do who have learnt that a boat may not come.
      For five years it did not. In January 2021 the harbour authority moved the last sailing from one o’clock to half past nine. Crews were short, passengers were few, and the measure was to last a winter. It lasted six.
      ## A town that went to bed early
      What happened next can be read from the figures that the city’s Statistics Office published this month. In the first ten months of 2020 there were 436,000 crossings after nine at night. A year later there were 121,000. The missing passengers did not all stay at home: traffic on the bridge road, 38 kilometres the long way round, grew by a fifth. The others learnt to run: last year 335,000 people squeezed on to the last boats before ten.
      ${quote('quote-statistics-shift', 'inline')}
      Ostrey’s hospital lost eleven nurses in one year, and its bakery gave up the second oven. The Harbour Orchestra moved its concerts to half past six, and its audience, which works until six, moved to the television.
      ${quote('quote-damaso-crew')}
      A crew of five used to be called up for the last boat alone. Now the same five also take the mail and the fish across at four, which pays for half of their night. The idea was Ms Damaso’s. It took two years and three meetings of the harbour board until somebody tried it.
      ## What an hour costs
      The trial runs until the end of March, and the city gives 1.1 million crowns. Whether that is much depends on what one compares it with. The one o’clock boat has carried some 280 people a night, so that each of them costs the city about nineteen crowns, four times the fare. A place on the bridge-road night bus, which it replaced, cost 31.
      Greta Moy, the city ombudsman, received 214 complaints about the timetable in the last year without the boat, more than about any other subject. She is cautious about counting them as votes.
      ${quote('quote-moy-complaints')}
      On the *Kittiwake* the apprentices have fallen asleep against each other before the mole is astern. The clarinettist, Emil Sarre, who played Brahms this evening for the first time in five years without looking at the clock, stays on deck. The crossing takes eighteen minutes. He says that he used to curse them.
    `,
  },
  quotes: [
    {
      id: 'quote-statistics-shift',
      kind: 'document',
      text: 'Two in five late passengers of 2020 worked shifts. Of these, one in four had changed employer by the end of 2022.',
      speakers: [speaker('source-statistics-office')],
      attribution: 'Port Aldon Statistics Office, Travel at Night, November 2026',
      saidOn: '2026-11-12',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-damaso-crew',
      text: 'They told us that nobody wanted the night boat. Nobody wanted a night with one boat in it. Give a crew a whole night of work and you will have your crew.',
      speakers: [
        speaker('source-ruth-damaso', 'Ferry master and branch secretary', 'Sound Transport Union'),
      ],
      attribution: 'Ruth Damaso, ferry master and branch secretary of the Sound Transport Union',
      saidOn: '2026-11-17',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-moy-complaints',
      text: 'Someone who writes to me still believes that an answer will come. I worry about the people on the bridge road, who have stopped writing.',
      speakers: [speaker('source-greta-moy', 'City ombudsman', 'City of Port Aldon')],
      attribution: 'Greta Moy, ombudsman of the City of Port Aldon',
      saidOn: '2026-11-10',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
