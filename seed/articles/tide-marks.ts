/** The tide years, part 1: a walk along the flood marks of one quarter. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const strake = speaker('source-halla-strake', 'Former net-maker', 'Netmakers’ Quarter')

export const tideMarks: Piece = {
  article: {
    id: 'article-tide-marks',
    headline: 'The city that keeps its floods on the wall',
    slug: 'the-city-that-keeps-its-floods-on-the-wall',
    dek: 'Four lines are cut into one house on Ropewalk Lane, and a fifth is in the cellar. Read from the bottom up they are a history of Port Aldon, and of what it has chosen to forget.',
    articleType: 'reportage',
    section: 'section-environment',
    topics: ['topic-disasters', 'topic-environment', 'topic-society'],
    bylines: [
      {author: 'author-tomas-ardley', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-10-26T06:00:00Z',
    leadPhoto: photo('photo-flood-marks', {role: 'showcase'}),
    related: ['article-four-votes', 'article-late-key', 'article-night-rents'],
    body: paragraphs`
      Halla Strake measures floods against herself. The water of 1954 came up to her ribs, because she was ten. That of 1974 came up to her hip. In 1991, when it stood higher, she watched it from the second floor and did not measure anything. She is 83 now, and of the four lines on the corner of 14 Ropewalk Lane she had seen three made.
      The pavement here lies 2.1 metres above datum. The quay, eighty steps away, is at 2.8. What lies between the two figures is the whole story of the Netmakers’ Quarter: once the sea has got over the edge, it runs downhill.
      ${quote('quote-strake-knee')}
      ## The highest line
      The line that nobody living saw made is a metre and a half above the stones. It is dated 17 January 1938. A north-westerly had blown for two days and held the ebb in the Sound; the next flood came in on top of it. Forty-one people drowned, most of them in basement rooms let to families from the hills, who had rented them because they were dry in summer. Their names are on a plate inside the ropewalk. Eleven of them are the same name.
      The mark was cut the following spring by a stonemason who lived next door. He sent the city a bill for four crowns. It was returned to him with the remark that no one had ordered a line.
      ## A house that learnt
      The quarter answered in its own way. It put its stoves upstairs. The front doors of the older houses are two, one above the other, and the upper one opens on to air: a boat could be moored there. Coal was kept in the loft. Nets, which do not mind, were kept below.
      Much of that has been undone. After the barrier was finished, nine years ago, cellars were plastered and let as studios. Ms Strake’s grandson has a washing machine in his. It is bolted to a shelf at the height of the window, and his friends find this amusing.
      ${quote('quote-strake-shelf')}
      The fifth mark is down there with it, on the cellar wall: February 2019, a brown tide line drawn by the water itself. There was a barrier by then. Why it closed too late is told in a later part of this series. Nobody has cut that line into the stone outside. In the street there was nothing to see, and the owner of number 14 says that five would be bad for the rent.
    `,
  },
  quotes: [
    {
      id: 'quote-strake-knee',
      text: 'People ask how high it was. I ask them: how tall were you? You do not remember centimetres. You remember what you had to hold above your head.',
      speakers: [strake],
      attribution: 'Halla Strake, who made nets on Ropewalk Lane',
      saidOn: '2026-10-14',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-strake-shelf',
      text: 'They laugh, and then they ask him where he got the brackets.',
      speakers: [strake],
      attribution: 'Halla Strake',
      saidOn: '2026-10-14',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
