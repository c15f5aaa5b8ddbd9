/** Interview with a film restorer, who does not exist, about a craft that does. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const fenn = speaker('source-yusra-fenn', 'Head of restoration', 'Aldon Film Archive')

export const frameByFrame: Piece = {
  article: {
    id: 'article-frame-by-frame',
    headline: 'The woman who gives old films their speed back',
    slug: 'the-woman-who-gives-old-films-their-speed-back',
    dek: 'Silent films were cranked by hand and have been shown too fast ever since. Yusra Fenn finds out at what pace people used to walk.',
    articleType: 'interview',
    section: 'section-culture',
    topics: ['topic-arts', 'topic-science'],
    bylines: [
      {author: 'author-noor-haddow', role: 'writer'},
      {author: 'author-tomas-ardley', role: 'contributor'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-03T07:30:00Z',
    leadPhoto: photo('photo-locomotion-house-cat', {
      role: 'showcase',
      caption:
        'A cat in twenty-four phases: a plate from Animal Locomotion by Eadweard J. Muybridge, 1887. Before there was film there was the question of how much time lies between two pictures. Archive picture.',
    }),
    related: ['article-open-pictures'],
    body: paragraphs`
      A man crosses Harbour Square in a hurry. He lifts his hat to a lady with three quick jerks, and she trots off like a clockwork hen. It is the oldest film of Port Aldon, from 1908, and for a century people have laughed at it. Yusra Fenn presses a key. The man slows down, the hat describes an arc, the lady walks. Suddenly one would like to know where she is going.
      ${quote('quote-fenn-funny')}
      Ms Fenn directs restoration at the Aldon Film Archive, two rooms and a refrigerator behind the fish auction. What she does there needs a scanner, a stopwatch and a good deal of patience with hats.
      ## A crank has no number
      Until sound came in, nothing told a cameraman how fast to turn. Sixteen frames a second was thought usual, but tired arms turned slower and comedies faster. When old films were later shown on projectors built for sound, at 24, everybody had to run.
      The remedy seems simple: play the film at sixteen. It is not. The speed changes within a reel and sometimes within a shot. So Ms Fenn looks for clocks, by which she does not mean those on towers.
      ${quote('quote-fenn-clocks')}
      A wave of a given length runs at a known speed. A dropped parcel falls as parcels always have. A horse at the trot keeps its rhythm, within a tenth or so, and so do oarsmen. From such marks she draws a curve for the whole reel, by hand, then lets the computer lengthen or shorten the time between two frames. It must not invent new ones.
      ## What she does not do
      That is the rule of the house, and it hangs above the scanner. Programs that add colour, sharpen faces or fill in what lies between two pictures are easily had. Archives are asked for such films nearly every week, and the results are seen by millions.
      ${quote('quote-fenn-guess')}
      She has nothing against guessing, she says, as long as it is signed. The archive gives out two files: the scan as it is and her version, with the curve as an appendix. Anyone who thinks that the lady walks too slowly can redraw it.
      In the spring the archive shows eleven reels from before 1914 in the ropewalk, at their own speed. The longest of them lasts nine minutes. It shows the ferry landing at Ostrey, where a crowd waits, looks about and [stands up all at once](article-night-ferry).
    `,
  },
  quotes: [
    {
      id: 'quote-fenn-funny',
      text: 'We have been laughing at our great-grandparents because of a projector.',
      speakers: [fenn],
      attribution: 'Yusra Fenn, head of restoration at the Aldon Film Archive',
      saidOn: '2026-10-27',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-fenn-clocks',
      text: 'Anything that falls, swings or breathes is a clock. Water is the best of them. Nobody has ever managed to hurry a wave.',
      speakers: [fenn],
      attribution: 'Yusra Fenn',
      saidOn: '2026-10-27',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-fenn-guess',
      text: 'A face that a program has sharpened is the face of nobody. I would rather show you a blur that was there.',
      speakers: [fenn],
      attribution: 'Yusra Fenn',
      saidOn: '2026-10-27',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
