/** Opinion, by a retired pilot, on the barrier's rule. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const letItClose: Piece = {
  article: {
    id: 'article-let-it-close',
    headline: 'Let it close. But make it knock first',
    slug: 'let-it-close-but-make-it-knock-first',
    dek: 'I brought ships through that gap for thirty-four years and trusted nothing that I could not shout at. On Saturday the machine was right, and it was rude.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-politics', 'topic-disasters'],
    bylines: [{author: 'author-halvard-prynne', role: 'writer'}],
    firstPublishedAt: '2026-11-24T05:00:00Z',
    related: ['article-tide-barrier', 'article-who-may-close'],
    body: paragraphs`
      There are two sorts of people on a ship’s bridge: those who say what they are about to do, and those with whom I did not sail twice. It has nothing to do with skill. The best helmsman I knew put a tanker on the mud at Brask Head because he had seen the buoy and thought that I had, too.
      So when I am asked whether a machine should be allowed to close our harbour, I find that I have two answers, and that everyone wants only one of them.
      Yes, of course it should. At twelve past four in the morning I have been many things, but never as awake as a pipe on a rock. The sea was half a metre above what anybody had reckoned with. Somebody had to decide, and the somebody on duty was doing her paperwork, as we tell her to. If the gates had waited for a hand, I should be writing about cellars. Those of my old colleagues who speak of the dignity of the key have dry houses.
      ## What a pilot does
      And no, not like that. A pilot who takes a ship through the gap says so on channel twelve. He says it in the same words each time: name, draught, direction, *entering now*. He says it at night, in fog, and when he is quite sure that there is not a soul within ten miles, because being quite sure is how it happens. The reply is of no importance. The point is that nobody else can do a thing in ignorance of him.
      Forty people in a ferry were not told that a wall was coming up before them. A voice saying *closing now*, thirty seconds ahead, costs less than the varnish on the control room’s door.
      ${quote('quote-damaso-knock')}
      I hear that this will be looked into. I also hear that the warning is meant to go to a pager. With respect: a pager tells one person, in private, that she ought to have known. A radio tells everyone, in public, what is so. Only the second is seamanship.
      Put a lamp on it, put a horn on it, and give it a voice. I offer mine, which is hoarse and known to every skipper on the Sound. Then let it close, as often as it likes. I have obeyed worse officers.
    `,
  },
  quotes: [
    {
      id: 'quote-damaso-knock',
      text: 'If it had said one word I would have stopped the engine and waited. I have waited for pilots, for pleasure boats and for a swan.',
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
