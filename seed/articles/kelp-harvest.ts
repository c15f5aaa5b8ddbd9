/** Reportage from a seaweed farm. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const dunmore = speaker('source-runa-dunmore', 'Founder', 'Brask Kelp')

export const kelpHarvest: Piece = {
  article: {
    id: 'article-kelp-harvest',
    headline: 'At Brask Head they are farming what used to foul the nets',
    slug: 'farming-what-used-to-foul-the-nets',
    dek: 'Eighteen kilometres of rope, three boats and a buyer who makes toothpaste: the first kelp farm on the Sound is in its second winter, and has a neighbour problem.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-environment'],
    bylines: [
      {author: 'author-noor-haddow', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Brask Head',
    firstPublishedAt: '2026-11-06T06:00:00Z',
    leadPhoto: photo('photo-kelp-map', {role: 'showcase'}),
    related: ['article-weekly-catch', 'article-sound-pact'],
    body: paragraphs`
      The seedlings travel in a bread box. In it lie spools of thin string, brown as if they had been dipped in tea. Runa Dunmore winds one of them round a rope as thick as a thumb, and the winch lets the rope down into four metres of water off Brask Head. By May, if all goes well, this brown fluff will be as tall as a house and weigh ten kilograms a metre.
      The farm consists of ninety such ropes, each two hundred metres long, between buoys. One does not feed it, water it or spray it. It is planted in November, when everybody else on the Sound is hauling out.
      ${quote('quote-dunmore-tractor')}
      ## A weed with a price
      Kelp was once burnt here for soda, then hated for a century. It breaks nets. Now a factory in Vestmark buys it for a gel that keeps toothpaste in its stripe. It pays 0.85 crowns a kilogram, wet, at the quay. The first harvest, from a third of the ropes, came to 61 tonnes or nearly 52,000 crowns. That paid for the diesel and for two of five wages.
      In the coming spring all ninety ropes are to be cut. Then, says the plan, about 190 tonnes will bring 160,000 crowns. The loan on the boats takes forty of them.
      ## The neighbours
      For a century and a half the families of Brask Head have set their lobster pots on the same bank. The farm occupies 27 hectares of it. Thirteen licences are concerned. Some of the fishermen claim that lobsters keep away from the moving shade of the ropes. Others have noticed that the pots along the edge are the fullest, and keep quiet about it.
      ${quote('quote-tarn-shade')}
      In October somebody cut three moorings. The harbour police took a statement and a piece of rope. It had been cut by a left-handed person, which on Brask Head narrows it down to about half, according to Ms Dunmore: it runs in families.
      ## Two ropes
      She has drawn a conclusion that is in none of her spreadsheets. The two outermost ropes on the landward side belong since this month to the lobstermen’s association. It did not pay for them. It may cut them in May, or leave them standing for the lobsters, as it likes.
      The association has accepted the gift without comment. Last week, in the gale, a buoy broke loose. When she came out in the morning, it was fastened again, with a knot that she does not know.
    `,
  },
  quotes: [
    {
      id: 'quote-dunmore-tractor',
      text: 'My father has a tractor, a sprayer and a bank manager. I have string.',
      speakers: [dunmore],
      attribution: 'Runa Dunmore, founder of Brask Kelp',
      saidOn: '2026-10-30',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-tarn-shade',
      text: 'I have nothing against her weed. I only want to know who asked the lobsters.',
      speakers: [speaker('source-anders-tarn', 'Secretary', 'Brask Head Lobstermen’s Association')],
      attribution: 'Anders Tarn, secretary of the Brask Head Lobstermen’s Association',
      saidOn: '2026-10-31',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
