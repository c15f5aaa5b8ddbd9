/** Opinion, by a contributor who is not on the staff. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const lowerField: Piece = {
  article: {
    id: 'article-lower-field',
    headline: 'Let the river have the lower field',
    slug: 'let-the-river-have-the-lower-field',
    kicker: 'Opinion',
    dek: 'Every dyke on the Tessel was raised in a wet year and paid for in a dry one. We could stop, and be safer for it. An engineer argues against her own trade.',
    articleType: 'opinion',
    section: 'section-opinion',
    topics: ['topic-environment', 'topic-politics', 'topic-disasters'],
    bylines: [{author: 'author-elspeth-quarrie', role: 'writer', prefix: 'By'}],
    firstPublishedAt: '2026-11-05T06:00:00Z',
    leadPhoto: photo('photo-dust-bowl-home', {
      role: 'showcase',
      caption:
        'An abandoned house in the Dust Bowl of the United States, photographed by Dorothea Lange about 1935–1940. Land can be lost to drought as well as to floods, and seldom without warning. Archive picture.',
    }),
    related: ['article-snow-reservoir', 'article-tide-barrier'],
    body: paragraphs`
      I have built dykes for thirty-one years and I am proud of most of them. They do what they are asked to do. That is what is wrong with them.
      A dyke is asked to keep water out of a field. It does not ask where the water goes instead. On the Tessel it goes to Lower Venn, and has done so since 1954, when the dyke at Upper Venn was raised by half a metre. Lower Venn raised its own in 1956. The pair of them have been raised five times since. If you stand on the crown today you look down on the roofs of both villages, and on the river, which runs higher than their kitchens.
      Each of these decisions was sensible. I took part in two. After a flood nobody wishes to hear that half a metre more will make the next one deeper, faster and somebody else’s. The money is there for eighteen months, the public is on your side, and clay is cheap.
      ## The sum
      Then come the dry years, and the dyke has to be mown, drained, cleared of badgers and insured. The Tessel districts spend 4.3 million crowns a year on 61 kilometres. For as much again, paid once, they could buy the lower fields: 900 hectares of the wettest land in the valley, which yield a second cut of hay in three summers out of seven.
      Give those fields to the river. Set the dyke back to the foot of the slope, where it need be only a metre high, and let the water lie on the grass in May for as long as it pleases. It will drop its silt and its temper there. Part of it will sink in and come back in July, when the whole valley is asking where it went.
      ${{
        _type: 'keyPoints',
        title: 'The sum in short',
        points: [
          'To keep the dykes: 4.3 million crowns a year.',
          'To buy the lower fields: 4.3 million crowns, once.',
          'What they yield today: a second cut of hay in three summers out of seven.',
        ],
      }}
      ${quote('quote-deyn-sponge')}
      ## The objection
      The objection that I take seriously comes from the people who live there. They have been told for seventy years that the field must be held. Their fathers filled the sandbags. Now a woman arrives from the city with a laser level and tells them that it was a mistake.
      I do not say so. It was the right answer to the question of 1954, which was how to feed a hungry country. The question has changed. It would be an insult to those men to go on answering the old one with their sandbags.
      Nor should anyone pay for it but all of us. Whoever gives up a field so that a city downstream stays dry has done the city a service, and a service has its price. The fair one is that of good land, not of wet land. If Port Aldon thinks this dear, let it look at what its [barrier](article-tide-barrier) cost.
      The districts will vote in March on the sixth raising. I have seen the drawings. They are good drawings, and some of them are mine. I should like to see them framed and hung in the office, above the desk of a successor who will never need them.
    `,
  },
  quotes: [
    {
      id: 'quote-deyn-sponge',
      kind: 'paraphrase',
      text: 'A flooded meadow gives back, over the following ten weeks, between a quarter and a third of the water that was let on to it.',
      speakers: [speaker('source-amara-deyn', 'Hydrologist', 'Institute for Mountain Waters')],
      attribution: 'Amara Deyn, hydrologist at the Institute for Mountain Waters',
      saidOn: '2026-10-28',
      medium: 'email',
      verification: 'confirmedBySpeaker',
    },
  ],
}
