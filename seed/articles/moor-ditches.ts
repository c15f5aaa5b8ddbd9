/** Background on a peat moor, mapped from the air. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const moorDitches: Piece = {
  article: {
    id: 'article-moor-ditches',
    headline: 'They dug for forty years. Now they are filling it in',
    slug: 'filling-in-the-ditches-of-the-moor',
    dek: 'Under the grass above Upper Venn run 212 kilometres of drains, put there with public money to make the moor useful. It is being made useless again, one wooden board at a time.',
    articleType: 'background',
    section: 'section-environment',
    topics: ['topic-environment', 'topic-science'],
    bylines: [{author: 'author-noor-haddow', role: 'writer'}],
    dateline: 'Upper Venn',
    firstPublishedAt: '2026-11-07T06:00:00Z',
    leadPhoto: photo('photo-airplane-from-above', {
      role: 'showcase',
      caption:
        'An aeroplane over fields, photographed in Italy between 1914 and 1929. What people have done to a land is seldom seen by those who stand on it. Archive picture.',
    }),
    related: ['article-snow-reservoir', 'article-lower-field'],
    body: paragraphs`
      From the path you see heather, a few sheep and a great deal of sky. You have to go up in the air to see that the moor has been combed. On the pictures that a surveyor’s plane brought home in spring, straight lines run down every slope, twenty metres apart, as if a child had been told to rule the page. They are ditches. Someone has measured them: 212 kilometres, on an area that one can cross in two hours.
      They were dug between 1948 and 1987, by hand, by plough and in the end by dynamite. The state paid 70 per cent. The moor was to become pasture. It became a wetter kind of pasture with ditches in it.
      ## What a dry moor does
      Peat is plants that have failed to rot because they were under water. Take the water away and they catch up. Each hectare of the drained moor gives off about as much carbon in a year as two cars. And the rain that used to sink in and take its time now runs down the combed slopes to the Tessel. At the gauge in Upper Venn the river rises four hours after a downpour. In the notes of a schoolmaster from the 1930s it took a day and a half.
      ${quote('quote-inkster-sponge')}
      ## The board
      The remedy is a plank. It is made of larch, 1.2 metres wide, and driven upright into the ditch until only its edge looks out. Behind it water backs up, moss grows over it, and in eight years you will not find it. Two people set thirty a day. On the whole moor 17,600 are needed; up to October there were 5,200.
      Last winter the first valley, the Cold Burn, was finished. Amara Deyn’s colleagues at the Institute for Mountain Waters have compared it with its neighbour, which is still drained. After the same storm in September the peak came down the one five hours later than the other, and a fifth lower.
      ## Who is paid for nothing
      The planks cost little. What costs money is the farmer’s consent. Fifteen holdings have grazing rights up here and get 46 crowns a hectare each year for keeping their sheep elsewhere. One of them has declined.
      ${quote('quote-garrick-father')}
      He has not said no, he insists. He would like the ditch behind the house to be left till last.
    `,
  },
  quotes: [
    {
      id: 'quote-inkster-sponge',
      text: 'Nobody has to build anything. We are taking out a mistake, and it is held together by gravity.',
      speakers: [speaker('source-tove-inkster', 'Project head', 'Venn Moor Trust')],
      attribution: 'Tove Inkster, who heads the work for the Venn Moor Trust',
      saidOn: '2026-10-20',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-garrick-father',
      text: 'My father got a medal for that ditch. It was for drainage, it says so on the back. I am 71, and I am to put a plank in it.',
      speakers: [speaker('source-walter-garrick', 'Hill farmer', 'Upper Venn')],
      attribution: 'Walter Garrick, hill farmer at Upper Venn',
      saidOn: '2026-10-21',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
