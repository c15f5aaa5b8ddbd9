/** Analysis of a treaty between two states that do not exist; it holds our one anonymous quote. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const soundPact: Piece = {
  article: {
    id: 'article-sound-pact',
    headline: 'The Sound pact settles the fish and leaves the sky open',
    slug: 'sound-pact-leaves-the-sky-open',
    dek: 'The Corran Republic and Vestmark have agreed on nets, pilots and rescue. The clause that both navies wanted was left for later, and later has no date.',
    articleType: 'analysis',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-security'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    firstPublishedAt: '2026-11-22T05:30:00Z',
    leadPhoto: photo('photo-airplane-from-above', {
      role: 'showcase',
      caption:
        'An aeroplane seen from above, photographed in Italy between 1914 and 1929. What may be looked at from the air is the question that the two governments left open. Archive picture.',
    }),
    keyPoints: [
      'Thirteen of the fourteen articles were signed on Friday; article 11, on flights over the outer Sound, is one sentence long.',
      'Both sides promise to publish catches by the week.',
      'Parliaments vote in January.',
    ],
    related: ['article-ombudsman', 'article-two-sessions'],
    body: paragraphs`
      A treaty is best read from the back. The last page of the agreement that the Corran Republic and Vestmark signed on Friday lists thirteen annexes, from mesh sizes to the colours of rescue smoke. The fourteenth is called *Overflight*. Below the title the page is empty.
      The two governments have good reason to be pleased all the same. For the first time since the cod war of 1974 there is one set of rules for the water between them. Boats from either shore may fish in the middle third of the Sound; catches are to be published every week rather than every year; a pilot licensed in one port is licensed in the other. Whoever hears a distress call answers it, and the bill is shared.
      ${quote('quote-torvald-ordinary')}
      ## The clause that is not there
      What is missing is the subject that brought the delegations together in the first place. Twice last winter patrol aircraft of the two countries passed within three hundred metres of each other above the outer Sound. Nobody was hurt, nobody apologised, and each side showed the other’s ambassador photographs taken from a cockpit.
      The draft of the summer had a distance in it, five kilometres, and a telephone line that would have been staffed day and night. The text of Friday says that the parties will consult each other on the matter. Article 11 has nineteen words.
      ${quote('quote-official-line')}
      That account is disputed by nobody we spoke to, and confirmed on the record by none. It fits with what can be seen. Vestmark ordered four long-range drones in September; the Republic’s own are to be delivered in spring. Neither air force knows yet how near to each other they will want to fly. It is awkward to agree on the distance between things that one has not got.
      ## Why half a treaty may hold
      Agreements that leave out the hardest point have a poor reputation, which is not quite deserved. Idris Kallow, who teaches the law of the sea at the University of Port Aldon, has compared thirty of them.
      ${quote('quote-kallow-habit')}
      His figures are worth keeping in mind when the debate begins. Of the thirty agreements, eleven were completed within five years. In those eleven the parties had been obliged to meet on some dull subject at least four times a year. Where the empty clause had been all that held the table together, it stayed empty.
      By that measure the fish matter more than the aeroplanes. Weekly catch figures mean weekly telephone calls between two fisheries offices which until now have exchanged one letter each January. A commission of pilots meets every month. Nobody will make a speech there.
      The parliaments vote on 19 and 21 January. In both of them the pact has a majority, and in both the opposition will ask about the empty page. The honest answer is that it is a promise to be bored together until it can be filled. The two navies have known worse neighbours than boredom.
      ${{
        _type: 'factBox',
        title: 'The agreement in figures',
        body: paragraphs`
          Fourteen articles, of which thirteen are complete.
          Thirteen annexes of 212 pages, 96 of them about nets.
          In force thirty days after the second parliament has voted.
        `,
      }}
    `,
  },
  quotes: [
    {
      id: 'quote-torvald-ordinary',
      text: 'We have made the Sound an ordinary place. That was the ambition, and I would ask you not to smile at it.',
      language: 'en',
      speakers: [
        speaker('source-lena-torvald', 'Chief negotiator', 'Foreign Ministry of Vestmark'),
      ],
      attribution: 'Lena Torvald, chief negotiator of Vestmark, after the signing',
      saidOn: '2026-11-20',
      medium: 'pressConference',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-official-line',
      text: 'We had the number and we had the telephone. Then both capitals found out in the same week what their new machines can do, and suddenly no number was the right one.',
      speakers: [],
      attribution: 'an official who took part in the talks',
      terms: 'background',
      anonymityReason: 'because nobody was authorised to speak about the talks before the vote',
      saidOn: '2026-11-20',
      medium: 'interview',
      verification: 'recordingChecked',
      confidential: {
        trueSpeaker: 'Henrik Aas, deputy head of delegation, Foreign Ministry of Vestmark',
        recording: 'interviews/2026-11-20-background.m4a',
        timecode: '00:17:05',
        internalNotes: 'A second participant gave the same account, also on background.',
      },
    },
    {
      id: 'quote-kallow-habit',
      text: 'What decides is whether the rest of the text forces people into the same room. Trust is a habit, and you cannot put a habit into an annex.',
      speakers: [
        speaker(
          'source-idris-kallow',
          'Professor of the law of the sea',
          'University of Port Aldon',
        ),
      ],
      attribution: 'Idris Kallow, professor of the law of the sea at the University of Port Aldon',
      saidOn: '2026-11-21',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
