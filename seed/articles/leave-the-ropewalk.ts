/** Opinion: against using a building. */
import {paragraphs} from '../text.ts'
import type {Piece} from '../piece.ts'

export const leaveTheRopewalk: Piece = {
  article: {
    id: 'article-leave-the-ropewalk',
    headline: 'Please do nothing with the ropewalk',
    slug: 'please-do-nothing-with-the-ropewalk',
    dek: 'Three hundred metres long, seven wide and empty: each year somebody has an idea for the finest room in Port Aldon. This year it is a food hall.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-arts', 'topic-society'],
    bylines: [{author: 'author-marguerite-tolland', role: 'writer'}],
    firstPublishedAt: '2026-11-16T08:00:00Z',
    related: ['article-tide-marks', 'article-night-rents'],
    body: paragraphs`
      You go in by the small door at the north end and at first see nothing. Then the room begins, and goes on. Eighty-six windows on the left throw eighty-six patches of light on a floor of planks that has been polished by people walking backwards. For a hundred and forty years men made rope here, and a rope is as long as the path that a man can walk with hemp round his waist. When they had reached the far wall, they had 300 metres and a morning behind them.
      Since 1961 nothing has been made in it. This is felt to be a problem.
      ## A short history of ideas
      I have kept the proposals. In 1974 it was to be a bowling alley, for which it would have been ideal, once. In 1989 someone wanted to put in a second floor and forty flats; in 2001 a museum of rope, with a rope. Then came a market, a school of design, an archery range and an incubator. The present plan is for a food hall with 22 kitchens, and there is a drawing in which young people in good coats laugh at noodles.
      Each of these would have paid. Each would have needed lavatories, partitions, extractors and signs. And none of them would have needed 300 metres. They need a roof in a good location, of which there are others. The length, the one thing about the ropewalk that exists nowhere else, is in all the drawings the first thing to go.
      ## What it does already
      It is said to be dead. I went there on ten afternoons in October and made a list. A woman was learning to ride a bicycle at the age of sixty. Two boys flew something made of paper. A choir had placed itself at both ends in order to find out how long an alto takes to arrive. (Just under a second.) A man walked up and down with a pram and a look that I remember. On the wall there were the names of the drowned, and on most days a person before them who was not doing anything.
      In the spring [old films](article-frame-by-frame) are to be shown there, on 180 chairs that will be carried out again. That is how it should be used: lightly, by people who take their chairs with them.
      A city ought to own one room for which it has no plan. It need not cost much. Mend the gutters, leave the small door open until dusk, and when next year’s idea arrives, lead its author in, shut the door softly, and let him walk to the other end. I have seen it work. They start to talk at once. By the middle they have stopped.
    `,
  },
  quotes: [],
}
