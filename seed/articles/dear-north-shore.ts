/** Opinion: a letter across the water. */
import {paragraphs} from '../text.ts'
import type {Piece} from '../piece.ts'

export const dearNorthShore: Piece = {
  article: {
    id: 'article-dear-north-shore',
    headline: 'Dear north shore, we can see you too',
    slug: 'dear-north-shore-we-can-see-you-too',
    dek: 'In Port Aldon they say over there. In Ostrey we say it as well, with the difference that we look up when we do.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-society', 'topic-politics'],
    bylines: [{author: 'author-dario-kestle', role: 'writer'}],
    dateline: 'Ostrey',
    firstPublishedAt: '2026-11-04T06:00:00Z',
    related: ['article-ostrey-seat', 'article-night-ferry', 'article-skerry-race'],
    body: paragraphs`
      I was at a dinner in Port Aldon last week, with candles, and was asked where I had come from. From Ostrey, I said. How nice of me, said my neighbour, to come all that way. It is eighteen minutes. She had needed twenty-five, by tram, and had told us about it through the soup.
      I bear her no grudge. It is simply that a strip of water does something to the head. On your side of it, dear north shore, there is a city with a hinterland. On ours there is a town with a view, and the view is of you. We see your windows light up. We know when the opera is over and who on the hill cannot sleep. I could not tell you the colour of my own neighbours’ shutters, but I know which of your cranes is broken.
      You do not look back. Why should you? The sun sets behind us.
      ## Crossing over
      Listen to your own verbs. You *go over* to Ostrey, as one goes over to the other side. We *go in*. Your children have excursions to us. Ours have appointments with you: the orthodontist, the registry, the judge. When the boat does not run, the radio says that Ostrey is cut off. I have been on our landing on such mornings, and it always looked to me as if you were.
      On the ferry’s wall hangs a map. Port Aldon lies at the top, with all its streets. Below comes the Sound, in a handsome blue, and below that, where we ought to be, there is the legend. We are covered by the explanation of the symbols.
      ## A modest list
      I do not ask for love. I ask for four small things, in rising order of difficulty. Print the return fare, since most of us need it. Put a bench on your landing that faces the water. Let a school class from the hill come here for a week in November and find out what eighteen minutes are when it blows. And take the legend off our streets.
      The lady with the tram wrote to me, by the way, a card with an opera house on it. She would so much like to come over one day. I have answered that we should be delighted, and that she need not bring anything. Only, when she stands on our landing and turns round, she should take a moment. People are often surprised by how small it is.
    `,
  },
  quotes: [],
}
