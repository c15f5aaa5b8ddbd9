/**
 * Review of an invented exhibition of real pictures: the photographs, their makers, dates and
 * museum numbers are as the museum gives them; the gallery, its curator and its visitors are not real.
 */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const wexcombe = speaker('source-paul-wexcombe', 'Curator', 'Quayside Gallery, Port Aldon')

export const openPictures: Piece = {
  article: {
    id: 'article-open-pictures',
    headline: 'Seven pictures that belong to you already',
    slug: 'seven-pictures-that-belong-to-you',
    dek: 'The Quayside Gallery has hung a show that cost it paper and ink. Nothing in it is an original, everything in it is free, and it is the best thing the house has done for years.',
    articleType: 'review',
    section: 'section-culture',
    topics: ['topic-arts', 'topic-society'],
    bylines: [{author: 'author-elspeth-quarrie', role: 'writer'}],
    firstPublishedAt: '2026-11-08T08:00:00Z',
    leadPhoto: photo('photo-black-canyon', {role: 'showcase'}),
    related: ['article-frame-by-frame'],
    citations: [
      {
        title: 'Open Content Program',
        publication: 'The J. Paul Getty Museum',
      },
    ],
    body: paragraphs`
      By the door lies a pile of prints, and a card asks visitors to take one home. It is the first thing one sees at the Quayside Gallery, and it disarms every objection that one had brought along. No, these are not the originals. The originals are in Los Angeles, in drawers, in the dark, where they will last. What hangs here are enlargements from the files that the Getty Museum has released to anyone who wants them, for any purpose, under a licence that waives all rights.
      Paul Wexcombe, the curator, chose seven out of many thousands. He printed them on matt paper, a metre and a half wide, and pinned them to the wall. There are no frames and no glass, and the labels are in pencil.
      ${quote('quote-wexcombe-theft')}
      ## A boat in the shade
      The show begins with the quietest of the seven. In 1871 Timothy H. O’Sullivan looked up the Colorado from a camp in the Black Canyon. The water has been smoothed by the long exposure; a boat lies at the edge of it, and in the boat, bent over something we cannot see, sits a man. At album size he is a fleck. At a metre and a half he becomes the subject: somebody who has found the only seat in a landscape that offers none, and is busy.
      Plates at that time had to be coated, exposed and developed within minutes, still wet. Whoever photographed a canyon carried a laboratory into it. Knowing this one looks again at the dark box amidships, and the picture of nature turns into a picture of work.
      ## Twenty-four cats
      ${photo('photo-locomotion-house-cat', {
        role: 'showcase',
        caption:
          'Eadweard J. Muybridge, plate from Animal Locomotion, 1887. The frames are read from left to right and from top to bottom.',
      })}
      Opposite hangs Muybridge’s house cat of 1887, in four rows of six. It walks, thinks better of it and runs. Children stand before this plate longer than before any of the others, and they do what the sheet was made for: they compare. One girl of about eight had worked out by herself that the grid behind the animal is a ruler.
      Next to it Fédèle Azari’s aeroplane, seen from above, seems to hang still in spite of its speed, and Felice Beato’s boats at Nagasaki seem ready to leave although they have lain there since about 1865. Mr Wexcombe’s hanging is full of such jokes. He tells none of them on the labels.
      ## What is missing
      Two doubts remain. All seven photographers had the means to travel and six of them were men; a collection that is open is still the collection that somebody made. And Dorothea Lange’s abandoned house loses at this size. She printed it about as large as a sheet of writing paper, and so small it is a thing that one could have received by post. On the wall it becomes scenery.
      ${quote('quote-wexcombe-drawer')}
      On the way out I took a print from the pile. Emerson’s ewe, Suffolk, 1888, has hung above my sink since Thursday. She looks at nobody. It is a strange and agreeable thought that she belongs to the woman next door as much as to me.
      *Open*, Quayside Gallery, Port Aldon, until 31 January. Closed on Mondays. Admission is free, and so are the pictures.
    `,
  },
  quotes: [
    {
      id: 'quote-wexcombe-theft',
      text: 'On the first evening a man asked me at what time the guard went home. I told him that he could not steal these if he tried.',
      speakers: [wexcombe],
      attribution: 'Paul Wexcombe, curator of the Quayside Gallery',
      saidOn: '2026-11-05',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
    {
      id: 'quote-wexcombe-drawer',
      text: 'A loan exhibition would have cost us two years and a climate system. For that money I would have shown you one drawer, and you would have been impressed by the drawer.',
      speakers: [wexcombe],
      attribution: 'Paul Wexcombe',
      saidOn: '2026-11-05',
      medium: 'interview',
      verification: 'confirmedBySpeaker',
    },
  ],
}
