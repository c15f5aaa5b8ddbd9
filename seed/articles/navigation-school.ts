/** Reportage from a classroom without instruments. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const navigationSchool: Piece = {
  article: {
    id: 'article-navigation-school',
    headline: 'In this class fourteen people are taught to be lost',
    slug: 'a-class-that-is-taught-to-be-lost',
    dek: 'Satellites tell a ship where it is to within three metres. The school of navigation in Port Aldon switches them off for a week, and looks at what its students do next.',
    articleType: 'reportage',
    section: 'section-culture',
    topics: ['topic-science', 'topic-society', 'topic-labour'],
    bylines: [
      {author: 'author-sunniva-achterberg', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-21T05:30:00Z',
    leadPhoto: photo('photo-seven-bells', {role: 'showcase'}),
    related: ['article-tide-table', 'article-boat-names'],
    body: paragraphs`
      At 10.14 on Monday the screens in the simulator go black, and Lieutenant Commander Ada Verrill says nothing. She stands at the back with a mug. On the bridge, which is a room without windows on Anchor Street, three students of the second year are taking a coaster of 90 metres past the Skerry, in rain, at night.
      For nineteen seconds nobody moves. Then one of them taps the screen, as one taps a barometer.
      ${quote('quote-verrill-tap')}
      The course is called *Degraded Positioning* and has been compulsory since last year. It was prompted by forty minutes in March 2025, when every receiver on the Sound showed its ship on an airfield in Vestmark. No one was hurt. Two trawlers and a ferry found, however, that the paper chart on board was of the Baltic.
      ## What is left
      A compass, a lead, a clock and the ear. On Tuesday the fourteen are out on the school’s barge with their telephones in a locked box. They are to say, with their eyes covered, which of the harbour’s seven bells they hear. Four know one. A young man from Upper Venn, who had never seen the sea before last autumn, gets all seven. He grew up with cows, he explains.
      On Wednesday it is the lead: seven kilos on a line, with tallow in its hollow foot, which brings up a sample of the bottom. Sand with shell means that you are east of the channel, blue mud that you should have turned. The students are embarrassed at first. By noon they are arguing about mud.
      ## What it is for
      Nobody expects a container ship to be brought in by tallow. The school wants something else, Ms Verrill says: a moment of doubt, early enough.
      ${quote('quote-verrill-doubt')}
      On Friday the screens stay on. They show, without anybody having been told, a position that is four hundred metres wrong. It is this test that counts. Last year two of twelve noticed.
      This time it takes the watch six minutes. The one who speaks up is the tapper of Monday. She has heard number four, she says, and it is on the wrong side. There is no bell in the simulator. It was the tram.
      The mark was given all the same.
    `,
  },
  quotes: [
    {
      id: 'quote-verrill-tap',
      text: 'They always tap it. I did, too. It is how you knock at a door when you know that nobody is in.',
      speakers: [
        speaker('source-ada-verrill', 'Senior instructor', 'School of Navigation, Port Aldon'),
      ],
      attribution: 'Ada Verrill, senior instructor at the School of Navigation',
      saidOn: '2026-11-16',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-verrill-doubt',
      text: 'A good navigator does not know where she is. She knows how wrong she may be.',
      speakers: [
        speaker('source-ada-verrill', 'Senior instructor', 'School of Navigation, Port Aldon'),
      ],
      attribution: 'Ada Verrill',
      saidOn: '2026-11-18',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
