/** Analysis of the port's trade: fewer ships, larger ones. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const containerQuay: Piece = {
  article: {
    id: 'article-container-quay',
    headline: 'Port Aldon handles more boxes than ever, for fewer ships than ever',
    seoHeadline: 'Port Aldon container quay: ships and boxes, 2016–2026',
    slug: 'more-boxes-for-fewer-ships',
    dek: 'In ten years the number of calls at the container quay has halved while its cargo grew by a third. That is good for the crane and bad for nearly everybody else.',
    articleType: 'analysis',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-labour'],
    bylines: [
      {author: 'author-benedict-osei-lund', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-12T06:00:00Z',
    leadPhoto: photo('photo-container-chart', {role: 'showcase'}),
    keyPoints: [
      'Calls fell from 624 in 2016 to about 310 this year.',
      'Containers rose from 96,000 to about 128,000 in the same time.',
      'Day labourers at the quay had 171 shifts on average in 2016, and have 118 now.',
    ],
    related: ['article-night-ferry', 'article-wool-price', 'article-not-a-shop'],
    body: paragraphs`
      On Tuesdays nothing happens. The crane stands with its arm up, a man paints a bollard, and in the canteen two tables are taken out of thirty. On Wednesday at five in the morning the *Boreal Merit* comes in, 240 metres long. Then for thirty hours nobody at the container quay sits down.
      That rhythm is new. Ten years ago twelve ships called in an average week, and each had some 150 boxes for Port Aldon. This year there are six, with more than 400. The total has grown by a third, to about 128,000 if December is like November. A port that looks at its annual report sees a success.
      ## Where the peaks hurt
      The harbour lives by hours, and the hours have moved. In the books of the labour pool, from which the quay hires whom it needs by the shift, there are 212 names. In 2016 each of them had 171 shifts. Now it is 118. Many are of the kind that no timetable foresees: called at ten at night for four in the morning.
      ${quote('quote-okafor-pool')}
      Lorries tell the same story. On a Wednesday 900 of them want to go over the Tessel bridge, on a Tuesday 80. The city has measured the noise at the school on Salt Street and arrived at a yearly mean which is within the law. A mean is what one gets by adding a Wednesday to a Tuesday.
      ## Who gains
      Large ships are cheap per box. The saving on the route to Port Aldon is put at 31 crowns by the Statistics Office, or four million crowns a year. It has not been found in the shops. Freight rates have stayed where they were, and of the three lines that used to compete here two have merged.
      The authority gains in fees, which are charged by the box, and loses in pilotage, which is charged by the ship. For this year it expects 0.9 million crowns more of the one and 1.1 million less of the other.
      ${quote('quote-authority-calls', 'inline')}
      ## What a port can do
      Three neighbours on this coast have introduced a discount for ships that come on quiet days. In one of them it worked: a tenth off on Mondays and Tuesdays has moved one call in six. It costs less than what Port Aldon spends on overtime. The board has had the proposal since June. It will be discussed, the chairman’s office says, on a day when there is less to do.
    `,
  },
  quotes: [
    {
      id: 'quote-okafor-pool',
      text: 'I am not short of work on a Wednesday. I am short of a Thursday.',
      speakers: [speaker('source-silas-okafor-berg', 'Lasher', 'Port Aldon labour pool')],
      attribution: 'Silas Okafor-Berg, who secures containers for the labour pool',
      saidOn: '2026-11-04',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-authority-calls',
      kind: 'document',
      text: 'The decline in calls is offset by growth per call, except where it is not.',
      speakers: [speaker('source-harbour-authority')],
      attribution: 'Corran Harbour Authority, Half-Year Report 2026',
      saidOn: '2026-08',
      medium: 'report',
      verification: 'sourceMatched',
    },
  ],
}
