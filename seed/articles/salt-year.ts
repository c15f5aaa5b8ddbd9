/** Review, and not a kind one, of a novel that does not exist. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const saltYear: Piece = {
  article: {
    id: 'article-salt-year',
    headline: 'All that salt, and no thirst',
    slug: 'salt-year-a-novel-reviewed',
    kicker: 'Books',
    dek: 'Conrad Aumery’s Salt Year has been announced as the great novel of the flood of 1938. It knows everything about that night except what it was like.',
    articleType: 'review',
    section: 'section-culture',
    topics: ['topic-arts'],
    bylines: [
      {author: 'author-marguerite-tolland', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    firstPublishedAt: '2026-11-19T06:00:00Z',
    leadPhoto: photo('photo-salt-year-cover', {role: 'showcase'}),
    related: ['article-tide-marks', 'article-open-pictures'],
    body: paragraphs`
      On page 211 of *Salt Year* a woman stands on a table with a child on her shoulders. The water is at her chin. It is the moment towards which the book has been rowing for two hundred pages, and what does Conrad Aumery do? He tells us the price of the table.
      It is the right price. I have no doubt that a deal table, second-hand, could be had on Ropewalk Lane in January 1938 for three crowns and fifty. The author spent, as we learn from his afterword, six years in the archives. He has found the menu of the last dinner on the ferry, the number of the tram that was left standing on Salt Street and the maker of the gas lamps. All of it is in the novel. One begins to feel for the six years.
      ## A cast of exhibits
      There are nineteen characters. Each has a trade, and as soon as somebody enters we are told how the trade is done. The net-maker’s needle is of boxwood. The pilot takes his bearings on the chapel and the gasworks. They have no time to want anything. When the pilot’s daughter, around whom the story is supposed to turn, falls in love with the stonemason, it happens between two sorts of limestone.
      ${quote('quote-aumery-needle')}
      What a pity, because he can write. The chapter in which the wind turns is four pages long and contains no object at all. A dog does not want to go out. A wet cloth on a line stops moving, then points the other way. Here, for once, Mr Aumery trusts a reader to know that a town is about to drown, and it is terrifying.
      ## What the names do
      At the end he prints the forty-one names of the dead. He was right to do so, and I read them aloud, as one should. It took under two minutes. Eleven of these names are the same one. Nothing in the 480 pages before comes near the weight of that list, and an author who has the courage to end with it might have had the courage to begin there and say less.
      Halla Strake, who is 83, has the book on her sideboard. She has read as far as the needle.
      ${quote('quote-strake-needle')}
      *Conrad Aumery: Salt Year. Tessel Press, Port Aldon 2026. 496 pages, 24 crowns.*
    `,
  },
  quotes: [
    {
      id: 'quote-aumery-needle',
      kind: 'document',
      text: 'She drew the needle, which was of boxwood, as those of the better houses were, and thought of him.',
      speakers: [speaker('source-conrad-aumery', 'Novelist')],
      attribution: 'Conrad Aumery, Salt Year, page 88',
      saidOn: '2026',
      medium: 'report',
      provenance: {publication: 'Salt Year, Tessel Press, Port Aldon 2026'},
      verification: 'sourceMatched',
    },
    {
      id: 'quote-strake-needle',
      text: 'Ours were bone. But it is a lovely thick book, and the lamp stands on it at last.',
      speakers: [speaker('source-halla-strake', 'Former net-maker', 'Netmakers’ Quarter')],
      attribution: 'Halla Strake, who made nets on Ropewalk Lane',
      saidOn: '2026-11-12',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
