/** Housing data, counted by the paper itself. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const nightRents: Piece = {
  article: {
    id: 'article-night-rents',
    headline: 'One flat in six on Ropewalk Lane is for the night',
    slug: 'one-flat-in-six-is-for-the-night',
    dek: 'We counted key boxes. In the Netmakers’ Quarter 107 of 640 flats are let to visitors, most of them by nine owners, and hardly any with a permit.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-society'],
    bylines: [
      {author: 'author-benedict-osei-lund', role: 'reporter'},
      {author: 'author-sunniva-achterberg', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-10T06:00:00Z',
    leadPhoto: photo('photo-window-chart', {role: 'showcase'}),
    related: ['article-tide-marks', 'article-ombudsman'],
    body: paragraphs`
      A key box is a small grey safe with four wheels for numbers. It is screwed to a drainpipe or a railing, and where there is one, somebody is expected whom nobody will be at home to meet. On three evenings in October two of us walked through the eleven streets of the Netmakers’ Quarter and counted them. We arrived at 131, on 74 houses.
      Then we compared. Twenty-four of the boxes belong to carers, cleaners or people who lose their keys; we rang the bells and asked. The other 107 open flats that are offered on the internet by the night. The quarter has 640. That makes one in six.
      ## Nine owners
      Of the 107 flats 68 belong to nine persons or companies. The largest of them, Harbour Hideaways, has fourteen. It advertises the quarter’s floods: guests of the ground floor at Cordage Row receive a complimentary pair of boots.
      The company’s director did not wish to talk to us. He answered by e-mail that every one of his flats had been empty when he bought it. We looked up three. In each of them the last tenant had been given notice in the four months before the sale.
      ${quote('quote-calloway-stairs')}
      ## What the law says
      Since 2022 a flat may be let by the night for 60 days in a year. For more one needs a permit. The city has issued nine in the quarter. According to their own calendars, 81 of the 107 were booked on more than 60 nights between January and September. The fine is 5,000 crowns. It has been imposed twice, both times on widows who let a room.
      The office that should see to it has one and a half posts for the whole of the city. It works through complaints, and complaints about this subject are rare. A neighbour who might complain would have to live there.
      ${quote('quote-housing-calendar', 'inline')}
      ## What it does to a rent
      A flat of fifty square metres brings 74 crowns a night on Ropewalk Lane. A tenant pays 610 a month. So the ninth night is the one from which a landlord does better with strangers, and an average key box is opened fifteen times.
      Rents for those who remain have risen by 28 per cent in four years, twice as fast as in the city as a whole. The school of navigation has given up looking for rooms for its first-year students there. It has bought a barge.
    `,
  },
  quotes: [
    {
      id: 'quote-calloway-stairs',
      text: 'I used to know who was on the stairs by the step. Now I know what day it is by the suitcases.',
      speakers: [speaker('source-edda-calloway', 'Tenant', 'Cordage Row')],
      attribution: 'Edda Calloway, who has rented on Cordage Row since 1988',
      saidOn: '2026-10-28',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
    {
      id: 'quote-housing-calendar',
      kind: 'document',
      text: 'The Office has no legal basis for the use of calendars which owners publish themselves.',
      speakers: [speaker('source-housing-office')],
      attribution: 'answer of the Housing Office of Port Aldon to questions of the Courier',
      saidOn: '2026-11-03',
      medium: 'email',
      verification: 'sourceMatched',
    },
  ],
}
