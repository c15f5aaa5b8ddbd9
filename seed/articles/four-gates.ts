/** Side story of the barrier's night: how the gates work. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const fourGates: Piece = {
  article: {
    id: 'article-four-gates',
    headline: 'How four gates close a harbour in eleven minutes',
    slug: 'how-four-gates-close-a-harbour',
    dek: 'No crane lifts them and no motor turns them. The barrier of Port Aldon is lifted by air, pressed by the sea and opened by the moon.',
    articleType: 'explainer',
    section: 'section-environment',
    topics: ['topic-science', 'topic-disasters'],
    bylines: [
      {author: 'author-tomas-ardley', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    firstPublishedAt: '2026-11-24T05:40:00Z',
    leadPhoto: photo('photo-gate-diagram', {role: 'showcase'}),
    related: ['article-tide-barrier', 'article-skerry-gauge', 'article-late-key'],
    body: paragraphs`
      On 360 days of the year the barrier of Port Aldon is a floor. Four steel boxes lie in a concrete trough across the channel, level with the bed, filled with water. Ships pass over them in eleven metres of water. Fish live in the trough. Once a year, in May, a diver goes down and counts the mussels.
      Each box is hinged along the edge that faces the Sound. To raise it one does not pull. One blows.
      ## Minute 0 to 3: the air
      Two compressors on the north bank press air into the boxes through pipes as wide as an arm. The water inside leaves by slots at the bottom edge. Nothing moves. On the control room’s panel four columns turn from blue to white.
      ## Minute 3 to 8: the lift
      A box that is half full of air is lighter than the water it displaces, and its free edge floats up. This is the hum that is felt in the building: the hinges are twelve metres down and have no other way of complaining. The gates do not rise together. Number two has always been the slowest, by forty seconds.
      ## Minute 8 to 11: the seal
      At fifty degrees the upper edges break the surface. The flood presses on them from outside and would like to lay them flat again; the air inside holds them up. Between the two they hang, swaying by a hand’s breadth, and the rubber between neighbours is squeezed tight.
      ${quote('quote-oakley-float')}
      ## And down again
      Nobody decides when to open. When the ebb has brought the outside down to the level of the inside, the valves let the air go, and the boxes sink. That takes half an hour. On Saturday the levels met at ten to nine, and the channel was free at 9.20.
      A closure costs about 14,000 crowns, most of it for electricity and for the survey boat that looks at the trough afterwards. There have been 32: two in the first twelve months, five in this year alone. What the design does not like is haste. Air that is let in too fast makes a gate jump, as number three did in 2020; the dent can be seen at very low water and is shown to school classes.
      ${quote('quote-authority-gates', 'inline')}
      The mussels, by the way, were 4,310 at the last count. They close, too, and nobody has ever had to tell them when.
    `,
  },
  quotes: [
    {
      id: 'quote-oakley-float',
      text: 'Everyone thinks that it is a wall. It is a float, and the sea is trying to push it under. We only see to it that the sea loses, by a little.',
      speakers: [
        speaker('source-maren-oakley', 'Duty engineer, tide barrier', 'Corran Harbour Authority'),
      ],
      attribution: 'Maren Oakley, duty engineer of the Corran Harbour Authority',
      saidOn: '2026-11-22',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-authority-gates',
      kind: 'document',
      text: 'In normal operation the gates are not noticed. This is their normal operation.',
      speakers: [speaker('source-harbour-authority')],
      attribution: 'Corran Harbour Authority, handbook of the tide barrier, page 1',
      saidOn: '2017',
      medium: 'report',
      verification: 'sourceMatched',
    },
  ],
}
