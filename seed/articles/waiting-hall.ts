/** Side story of the barrier's night: those who were turned back. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const waitingHall: Piece = {
  article: {
    id: 'article-waiting-hall',
    headline: 'Forty passengers, one urn of tea',
    slug: 'forty-passengers-one-urn-of-tea',
    dek: 'While the barrier kept the sea out of Port Aldon, it kept Ostrey out as well. What happens in a waiting hall when the next boat has no time.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-labour', 'topic-disasters', 'topic-society'],
    bylines: [{author: 'author-sunniva-achterberg', role: 'reporter'}],
    dateline: 'Ostrey',
    firstPublishedAt: '2026-11-24T05:30:00Z',
    related: ['article-tide-barrier', 'article-night-ferry', 'article-ostrey-seat'],
    body: paragraphs`
      The waiting hall at Ostrey has 24 seats, a clock and a machine for crisps. At half past four on Saturday morning forty people came back into it, whom it had let out at four. They had been halfway across.
      None of them was told why. From the deck of the *Kittiwake* they had seen the lamps on the water rise by a storey, and the boat had swung round so hard that a crate of eels went over. Then they were home again, wet to the ankles, with eels.
      ## The first hour
      Twelve of the forty were nurses and porters for the early shift at the harbour clinic. Six were cleaners, four worked at the fish auction, which opens at five and did not. A man with a cello case turned out to be carrying a cello. The rest, asked for their business, said that they had been going home.
      It was Berit Sandoe who found the urn. She cleans the hall on weekdays and knew that the tea of the pensioners’ excursion was behind the panel with the fire hose.
      ${quote('quote-sandoe-urn')}
      By six there was a list. Whoever had a car in Ostrey wrote down the number of free places. The bridge road takes fifty minutes if nothing goes wrong, and three cars left for the clinic with twelve people, among them a midwife who sat in the boot. The harbour clinic confirms that its early shift began at 7.10 with nobody missing. It has sent no bill and has received none.
      ${quote('quote-clinic-shift', 'inline')}
      ## The last hour
      The eels were sold at twenty to eight, on the platform, by the auction’s own men, at prices that were chalked on the crisp machine. Some people say that it was the best market Ostrey has had since the cannery closed. The cello was played, not well, for there was no room for the bow.
      Toward nine the hall fell silent, as the gates had been promised for nine. At twenty past, the lamps went down. The first boat took everybody who was still there: nineteen. On the far side they were asked for their tickets once more, because those of four o’clock had been stamped.
      ${quote('quote-sandoe-stamp')}
      Corran Ferries has since apologised for the stamps. A refund can be claimed in writing, at the counter in Port Aldon, on working days until four.
    `,
  },
  quotes: [
    {
      id: 'quote-sandoe-urn',
      text: 'There is a notice on it that says for emergencies ask the supervisor. I am not paid to be the supervisor. But I looked round, and I was the only one with a key.',
      speakers: [speaker('source-berit-sandoe', 'Cleaner', 'Ostrey ferry landing')],
      attribution: 'Berit Sandoe, cleaner at the ferry landing of Ostrey',
      saidOn: '2026-11-22',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-clinic-shift',
      kind: 'document',
      text: 'Handover 7.10. All present. Two smell of fish.',
      speakers: [speaker('source-harbour-clinic')],
      attribution: 'shift book of the Harbour Clinic, Port Aldon, 21 November',
      saidOn: '2026-11-21',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-sandoe-stamp',
      text: 'I paid. I was too tired to explain to a boy of nineteen what had become of four o’clock.',
      speakers: [speaker('source-berit-sandoe', 'Cleaner', 'Ostrey ferry landing')],
      attribution: 'Berit Sandoe',
      saidOn: '2026-11-22',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
