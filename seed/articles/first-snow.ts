/** On its way: a freelance reporter’s copy, approved. */
import {draftQuote, paragraphs, photo} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const firstSnow: Piece = {
  draft: true,
  article: {
    id: 'article-first-snow',
    headline: 'Four centimetres, and a map to put them on',
    slug: 'four-centimetres-and-a-map-to-put-them-on',
    dek: 'The first snow map of the winter is due on 3 December. It is drawn by eleven people who walk and one who adds up.',
    articleType: 'background',
    section: 'section-environment',
    topics: ['topic-weather', 'topic-science'],
    bylines: [{author: 'author-noor-haddow', role: 'writer'}],
    leadPhoto: photo('photo-french-alpine-landscape', {
      role: 'showcase',
      caption:
        'Snow in the Alps, photographed by Adolphe Braun between 1865 and 1870. Nobody weighed it. Archive picture.',
    }),
    related: ['article-snow-reservoir', 'article-lower-field'],
    body: paragraphs`
      Each Wednesday from now until June eleven people climb to eleven places on the High Tessel. They carry an aluminium tube and a spring balance, push the one into the snow and hang it on the other. On Thursday there is a map.
      This winter’s first will not show much. On the slope above Upper Venn [there lay four centimetres](article-snow-reservoir) last week; at the ten other places there was grass. The eleven went up all the same, and wrote down ten noughts.
      ${draftQuote('quote-deyn-ruler')}
      Satellites see the outline of the snow to within thirty metres. They do not see what it weighs, and it is the weight that comes down the river in May. The pattern of the tube is from 1909. It has been lengthened twice, for winters of which the older walkers still speak; last year it would have done at its first length.
      The map is to be had as a sheet of paper at the post offices of Upper and Lower Venn. Some ninety people take one home each week and pin it over the one before. By May, they say, one can feel the winter with a thumb.
    `,
  },
  quotes: [
    {
      id: 'quote-deyn-ruler',
      text: 'The empty map is the ruler. Without it you know that there is snow, and for that you can look out of the window.',
      speakers: [speaker('source-amara-deyn', 'Hydrologist', 'Institute for Mountain Waters')],
      attribution: 'Amara Deyn, hydrologist at the Institute for Mountain Waters',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
