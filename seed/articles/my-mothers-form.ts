/** Opinion: a form, and what does not fit into it. */
import {paragraphs} from '../text.ts'
import type {Piece} from '../piece.ts'

export const myMothersForm: Piece = {
  article: {
    id: 'article-my-mothers-form',
    headline: 'There is no box for what my mother can still do',
    slug: 'no-box-for-what-my-mother-can-still-do',
    dek: 'To get help in old age you must prove on twelve pages that you are helpless. The next ombudsman could begin with page four.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-society', 'topic-politics'],
    bylines: [{author: 'author-sunniva-achterberg', role: 'writer'}],
    firstPublishedAt: '2026-11-19T09:00:00Z',
    related: ['article-four-candidates', 'article-ombudsman'],
    body: paragraphs`
      Page four of form P 11, *Application for Support in the Home*, asks whether the person concerned can wash, dress, eat, climb stairs and handle money. Beside each question there are three boxes: yes, with help, no. I filled it in with my mother at her kitchen table. It was a Sunday, and she had made a cake for the occasion.
      Could she climb stairs? She had been up that morning to water her neighbour’s plants. With help, I wrote. Could she handle money? She had noticed on the way that the baker had given her a crown too much, and gone back. The form, however, means whether she can deal with a bank that exists only in a telephone. No.
      She watched my pen. She is eighty-four, was for thirty-one years a teacher of mathematics, and knows what a mark is. With every cross that I put on the right, she said a little less.
      ## How to fail well
      There is advice on this, and it is always the same. A leaflet, a helpful official and three of my friends have told me to describe her worst day. It is sound. Points are given for what is missing: at 27 somebody comes for an hour, at 26 nobody does. If she is proud on the day when the assessor calls, and puts on her good blouse and finds the sugar, it can cost her 400 crowns a month.
      So we train old people to be worse than they are. For an afternoon they do it for the money. But one does not sit through an account of one’s own decline, signed by a daughter, and then get up unchanged. My mother put the rest of the cake in a tin and asked whether she should still be doing the plants.
      ## Turn it round
      I know that help is dear and has to be measured somehow. My proposal would cost the price of printing. Ask on page four for the same things the other way about. What does she do alone, and would like to go on doing? What would it take to keep it up: a rail, a lift to the bank counter, somebody on Tuesdays? Then add up those. I should be surprised if the sum were larger. A rail costs ninety crowns, once.
      Whoever [is elected on 15 December](article-four-candidates) will be told that the city’s largest troubles are rents and ferries. They are. But 2,300 of these forms are filled in every year, each at a table, and in front of somebody who can read.
      She got 29 points. I rang to tell her. There was a pause, and then she said, in the voice that had been kind to the bottom of the class for three decades: well, we did revise.
    `,
  },
  quotes: [],
}
