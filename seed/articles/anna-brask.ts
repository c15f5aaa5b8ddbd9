/** On its way: approved, and changed by its writer since. */
import {draftQuote, paragraphs, photo} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const annaBrask: Piece = {
  draft: true,
  article: {
    id: 'article-anna-brask',
    headline: 'The Anna Brask sends the harbour a bill for five hours',
    slug: 'anna-brask-sends-the-harbour-a-bill',
    dek: 'A coaster with cement lay outside the closed gates on Saturday. Her master charges by the minute, and the harbour authority has found the form for it.',
    articleType: 'reportage',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-labour'],
    bylines: [{author: 'author-tomas-ardley', role: 'reporter'}],
    dateline: 'Port Aldon',
    leadPhoto: photo('photo-nagasaki-boats', {
      role: 'showcase',
      caption:
        'Boats in a river at Nagasaki, photographed by Felice Beato about 1865. Waiting for the tide was part of the voyage, and nobody wrote it down. Archive picture.',
    }),
    related: ['article-tide-barrier', 'article-night-ferry'],
    body: paragraphs`
      Captain Olav Renning writes a fair hand. The invoice that he left with the Corran Harbour Authority on Sunday fills a page and a half of squared paper: 308 minutes at anchor, from 4.12 to 9.20, at 37 crowns each; ten hot meals; one telephone call. The sum at the foot of it is 11,620 crowns.
      The authority does not dispute the minutes; its own log has the same ones. It disputes that they are anybody’s fault. [The gates rose by a rule](article-tide-barrier), the rule was approved by the board, and the tide by nobody.
      ${draftQuote('quote-renning-wall')}
      ## A form for everything
      Paper has been provided. It is called *Claim for Delay by Closure*, it was printed when the barrier was built, and until this week all four hundred copies lay in a cupboard. Its third line asks for the name of the officer who gave the order. Captain Renning has written there that he would like to know it, too.
      The board decides on 9 December. The ferries have claimed nothing so far. The cement, which was for the bypass, was unloaded on Saturday afternoon, and had not set.
    `,
  },
  quotes: [
    {
      id: 'quote-renning-wall',
      text: 'I anchored because there was a wall where my chart has a channel. A lamp on it would have cost them less than I do.',
      speakers: [speaker('source-olav-renning', 'Master', 'Coaster Anna Brask')],
      attribution: 'Olav Renning, master of the coaster Anna Brask',
      saidOn: '2026-11-23',
      medium: 'interview',
      verification: 'recordingChecked',
      confidential: {recording: 'interviews/2026-11-23-renning.m4a', timecode: '00:01:48'},
    },
  ],
}
