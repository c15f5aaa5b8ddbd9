/** The tide years, part 5: an interview with somebody who predicts the sea. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece, type QuoteSource} from '../piece.ts'

const crane: Omit<QuoteSource, 'id' | 'text'> = {
  speakers: [
    speaker('source-ottilie-crane', 'Compiler of the tide tables', 'Corran Hydrographic Office'),
  ],
  attribution: 'Ottilie Crane, compiler of the tide tables at the Corran Hydrographic Office',
  saidOn: '2026-11-22',
  medium: 'interview',
  verification: 'recordingChecked',
}

export const tideTable: Piece = {
  article: {
    id: 'article-tide-table',
    headline: 'Ottilie Crane knows when it will be high water on your hundredth birthday',
    slug: 'ottilie-crane-knows-when-it-will-be-high-water',
    kicker: 'The interview',
    dek: 'She has calculated the tides of the Corran Sound for forty-five years and has been wrong by ninety centimetres once. That was on Saturday.',
    articleType: 'interview',
    section: 'section-culture',
    topics: ['topic-science', 'topic-weather', 'topic-society'],
    bylines: [
      {author: 'author-sunniva-achterberg', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-23T06:00:00Z',
    leadPhoto: photo('photo-tide-waves', {role: 'showcase'}),
    related: ['article-skerry-gauge', 'article-tide-marks', 'article-navigation-school'],
    body: paragraphs`
      The tide table of the Corran Sound is a grey booklet of 64 pages. It costs three crowns and hangs on a string in every wheelhouse. It contains 1,411 high and low waters for each year, and for forty-five years they have been the work of one person. The office calls her a compiler. On the quay they call her the Almanac.
      Ottilie Crane receives us on Sunday afternoon with the proofs for 2028 on the kitchen table. She has a ruler, a red pencil and a telephone that has not stopped ringing since the night before last.
      ## The table
      ### On Saturday you had announced two and a half metres. It became 3.4. What went wrong?
      ${quote('quote-crane-wind')}
      ### Doesn’t it annoy you that people blame the booklet?
      ${quote('quote-crane-stranger')}
      The calculation adds up 37 waves. Each belongs to a movement of the moon, the sun or the earth; the slowest needs 18.6 years to come round. Ms Crane learnt it in 1981 on a brass machine with wheels and a cord, which is now in the museum. She goes to see it on its birthday.
      ## The machine
      ### A computer does it in a second. What is left for you?
      ${quote('quote-crane-read')}
      She found the last such line in 2016: a low water at Brask Head that was to occur twice in one hour. The program had been right, and somebody in the printing house had been helpful.
      ### Who buys it, now that it is on every telephone?
      ${quote('quote-crane-buyers')}
      Sales are steady at about 9,000, she says. A third of them go to people who live more than fifty kilometres from the sea. She used to wonder about that. Then her brother, a baker in Upper Venn, told her that he keeps one beside the till, to know what the smell of the wind will be.
      ## The future
      ### How far ahead have you calculated?
      ${quote('quote-crane-hundred', 'pull')}
      She retires in June. There is a successor, a young man from the south shore who writes programs in the evenings. His trial page was free of errors, she says. She put one in, to see whether he would find it, and he telephoned within the hour.
    `,
  },
  quotes: [
    {
      ...crane,
      id: 'quote-crane-wind',
      text: 'Nothing. The moon did two metres fifty, as agreed. The rest was wind, and the wind does not print a table.',
    },
    {
      ...crane,
      id: 'quote-crane-stranger',
      text: 'It says on page one what it is: the sea with nobody else in the room. You may plan your year by it. You may not leave your car on the slipway.',
    },
    {
      ...crane,
      id: 'quote-crane-read',
      text: 'To read it. Every line, with a ruler. A program makes no mistakes, it makes one mistake and repeats it 1,411 times.',
    },
    {
      ...crane,
      id: 'quote-crane-buyers',
      text: 'Those whose telephone has been in the water.',
    },
    {
      ...crane,
      id: 'quote-crane-hundred',
      text: 'To 2126. It costs nothing, and somebody will want to go swimming.',
    },
  ],
}
