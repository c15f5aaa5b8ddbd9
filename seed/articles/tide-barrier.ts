/** Reportage: the night on which a harbour's tide barrier closed for the first time unasked. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const oakley = speaker(
  'source-maren-oakley',
  'Duty engineer, tide barrier',
  'Corran Harbour Authority',
)

export const tideBarrier: Piece = {
  article: {
    id: 'article-tide-barrier',
    headline: 'Twelve minutes past four: the night the barrier shut itself',
    seoHeadline: 'Port Aldon tide barrier closes automatically for the first time',
    slug: 'the-night-the-barrier-shut-itself',
    dek: 'Port Aldon’s flood gates rose on Saturday without anyone giving the order. The Netmakers’ Quarter stayed dry, and now the city must decide whether a machine may close its harbour.',
    articleType: 'reportage',
    section: 'section-environment',
    topics: ['topic-weather', 'topic-disasters', 'topic-environment'],
    bylines: [
      {author: 'author-tomas-ardley', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-24T06:00:00Z',
    leadPhoto: photo('photo-port-aldon-map', {role: 'showcase'}),
    keyPoints: [
      'The barrier closed at 4.12 am on Saturday, when the outer gauge passed its mark and nobody had confirmed or cancelled the warning.',
      'The tide reached 3.4 metres outside the gates and 2.1 inside.',
      'Two ferries and a coaster waited for five hours.',
      'The council votes in December on whether the rule may stand.',
    ],
    related: ['article-night-ferry', 'article-lower-field'],
    body: paragraphs`
      Maren Oakley was on the stairs when the floor began to hum. She had left the control room for the coffee machine one landing down, and she knew the sound before she knew what it meant: four gates, each of them as long as a tennis court, coming up off the bed of the Corran Sound.
      ${quote('quote-oakley-stairs')}
      That was at 4.12 on Saturday morning. Forty minutes later the tide outside stood at 3.4 metres above datum, higher than the quay of the Netmakers’ Quarter. Inside it stopped at 2.1. When the quarter woke up, it found weed on its steps and nothing in its cellars.
      ## A rule nobody had seen at work
      The barrier, finished nine years ago, had closed 31 times before, each time because a duty engineer turned a key. The rule that closed it on Saturday was added in spring. If the gauge on the Skerry, three kilometres to the west, passes 2.9 metres while it is still rising, a warning sounds in the control room. If ten minutes go by in which nobody confirms it and nobody cancels it, the gates rise.
      The warning sounded at 4.02. It sounded, as the log shows, on a console whose loudspeaker had been unplugged in October, when its whistling got on the nerves of the day shift. Ms Oakley had looked at the gauge at four o’clock and seen 2.7 metres. At 4.02 she was filling in the handover.
      ${quote('quote-authority-loudspeaker', 'inline')}
      ## Five hours at anchor
      A harbour with its gates up is a lake. The four o’clock boat, forty passengers aboard, turned round in mid-channel and went back to Ostrey; the next one never left the city quay. The coaster *Anna Brask*, with cement for the bypass, lay outside until the ebb let the gates go down at 9.20. Her master sent the authority an invoice on Sunday.
      Ruth Damaso, who runs the ferrymen’s branch of the transport union and had been at the wheel, does not want the rule abolished. She wants to be told.
      ${quote('quote-damaso-radio')}
      ## Who holds the key
      On paper the question is a small one. The harbour act gives the power to close the port to the authority’s duty officer, a person with a name. The council’s lawyers are now asking whether a rule in a computer can be that person’s hand, and whether what it does at night is hers to answer for.
      The authority will put two proposals to the vote in December. The first keeps the rule and sends the warning to the pilots’ channel and to the duty officer’s pager as well. The second goes back to the key. Neither says who is liable for cement that arrives late.
      In the Netmakers’ Quarter, where the ground floors of eleven streets lie below the highest tides, opinion seems settled. On Sunday somebody had chalked a number on the wall of the old ropewalk, at the height of a grown man’s chest: 3.4. Under it, in another hand, stood two words of thanks and no name.
      Ms Oakley has had the loudspeaker connected again. She has also moved the coffee machine.
      ${{
        _type: 'callToAction',
        text: 'The harbour board meets in public on 9 December.',
        label: 'See the agenda',
        url: 'https://harbour-authority.example/board/2026-12-09',
      }}
    `,
  },
  quotes: [
    {
      id: 'quote-oakley-stairs',
      text: 'I ran up, because I thought somebody had got in and turned my key. Then I saw that the key was in my pocket. I stood there and watched my own barrier close, and I had nothing to do.',
      speakers: [oakley],
      attribution: 'Maren Oakley, duty engineer of the Corran Harbour Authority',
      saidOn: '2026-11-22',
      medium: 'interview',
      verification: 'recordingChecked',
      confidential: {
        recording: 'interviews/2026-11-22-oakley.m4a',
        timecode: '00:04:31',
        internalNotes: 'She asked us not to describe how the key is kept.',
      },
    },
    {
      id: 'quote-authority-loudspeaker',
      kind: 'document',
      text: 'Operation of the acoustic alarm was found to be impaired.',
      speakers: [speaker('source-harbour-authority')],
      attribution: 'incident report of the Corran Harbour Authority, 22 November',
      saidOn: '2026-11-22',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-damaso-radio',
      text: 'I had forty people on board and a wall coming up in front of me. One word on the radio would have done. A machine that can close a harbour can also say good morning.',
      speakers: [
        speaker('source-ruth-damaso', 'Ferry master and branch secretary', 'Sound Transport Union'),
      ],
      attribution: 'Ruth Damaso, ferry master and branch secretary of the Sound Transport Union',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
