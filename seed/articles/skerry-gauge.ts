/** The tide years, part 4: what a tide gauge measures. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const lorne = speaker('source-emeka-lorne', 'Oceanographer', 'University of Port Aldon')

export const skerryGauge: Piece = {
  article: {
    id: 'article-skerry-gauge',
    headline: 'What the Skerry gauge knows',
    seoHeadline: 'Sea level at Port Aldon: what the Skerry gauge shows',
    slug: 'what-the-skerry-gauge-knows',
    dek: 'A pipe on a rock has written down the sea since 1898. It says that the water is 26 centimetres higher, that half of this is recent, and that the average is not what floods a street.',
    articleType: 'explainer',
    section: 'section-environment',
    topics: ['topic-science', 'topic-environment', 'topic-weather'],
    bylines: [
      {author: 'author-noor-haddow', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    firstPublishedAt: '2026-11-16T06:00:00Z',
    leadPhoto: photo('photo-skerry-gauge-chart', {role: 'showcase'}),
    keyPoints: [
      'Mean sea level at the Skerry is 26 centimetres above that of the first decade of measurements.',
      'The first thirteen took until about 1985, the second thirteen the forty years since.',
      'A small rise of the mean makes a rare high water much less rare.',
    ],
    related: ['article-late-key', 'article-tide-table', 'article-snow-reservoir'],
    body: paragraphs`
      You reach the most reliable witness in Port Aldon by rowing boat, at slack water, and you have forty minutes. The Skerry is as large as a churchyard and as flat. On it stands a hut with a pipe in the floor. In the pipe floats a copper ball on a wire, and what the ball does has been written down since 1 March 1898, at first by a pen on a drum and now by a radar that looks at it from above.
      Three questions are asked of it, and they have different answers.
      ## How high is the sea?
      It depends on when you look: the tide alone makes a difference of up to three metres. So the hourly figures of a whole decade are averaged. Tides, storms and seasons cancel out, and what remains is the mean level. It has risen by 26 centimetres. It took until about 1985 to gain the first thirteen. The second thirteen have been added since.
      Part of that is land. The north shore has been sinking under its own harbour mud by half a millimetre a year; the gauge, which stands on rock, does not see it. Whoever lives on the mud should add six centimetres.
      ${quote('quote-lorne-bathtub')}
      ## Why does it matter, if a storm brings a metre?
      Because the storm starts from the mean. Imagine high jumpers of constant talent and a floor that is raised by a hand’s breadth. Nobody jumps better, but the bar falls more often. In the first thirty years of the record the sea passed 2.9 metres twice. In the last ten years it did so thirteen times.
      That mark is no accident. It is the height at which, since this spring, the barrier is allowed to act without being asked.
      ## What comes next?
      The university reckons with another 18 to 40 centimetres by 2070. Within that range lies the difference between a barrier that closes fifteen times a year and one that closes on two days out of five. The gates were designed for twenty closures.
      ${{
        _type: 'factBox',
        title: 'Datum, quay, street',
        body: paragraphs`
          Heights in Port Aldon count from the harbour datum of 1898, which was about the level of the lowest tides.
          Ropewalk Lane lies at 2.1 metres, the quay of the Netmakers’ Quarter at 2.8.
          The highest water on record, in January 1938, stood at 3.6 metres.
        `,
      }}
      ${quote('quote-lorne-pen')}
      The radar will be replaced in the spring. The copper ball stays. It has no purpose any more, says the keeper, but there is nobody who would sign the order to take it out.
    `,
  },
  quotes: [
    {
      id: 'quote-lorne-bathtub',
      text: 'People imagine a bathtub that is filling. It is a bathtub with children in it. You must watch for a very long time before you can say anything about the tap.',
      speakers: [lorne],
      attribution: 'Emeka Lorne, oceanographer at the University of Port Aldon',
      saidOn: '2026-11-10',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-lorne-pen',
      text: 'In 1943 the keeper apologised in the log, because he had been ill for two days and had let the pen run dry. Those are the only two days of the war that we do not have.',
      speakers: [lorne],
      attribution: 'Emeka Lorne',
      saidOn: '2026-11-10',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
