/** Sport: a rowing race. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const skerryRace: Piece = {
  article: {
    id: 'article-skerry-race',
    headline: 'Ostrey wins the Skerry Race by the length of an argument',
    slug: 'ostrey-wins-the-skerry-race',
    kicker: 'Rowing',
    dek: 'Eight kilometres there and back, six oars a boat, no umpire. At the 97th race four crews arrived within a minute of each other, and one with a goat.',
    articleType: 'reportage',
    section: 'section-culture',
    topics: ['topic-society', 'topic-weather'],
    bylines: [
      {author: 'author-dario-kestle', role: 'reporter'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-15T07:00:00Z',
    leadPhoto: photo('photo-skerry-course', {role: 'showcase'}),
    related: ['article-dear-north-shore', 'article-boat-names'],
    body: paragraphs`
      It is in the nature of the Skerry Race that one cannot see it. The boats leave the city quay at slack water, disappear behind the mole and come back three quarters of an hour later, in an order that has to be believed. In between there are eight kilometres and a rock. Each crew must put one rower on the rock, who takes a brass token from the keeper’s hut and is supposed to come back with it.
      Nine boats started on Saturday, at 11.40, in a light north wind and one degree above freezing. Port Aldon Pilots, the winners of the last three years, took the lead off the ropewalk and turned the mole with two lengths on Ostrey. The School of Navigation, being young, went too fast. Upper Venn, which has to carry its boat forty kilometres to find salt water, had shipped a goat as ballast, for reasons that go back to 1951.
      ## The rock
      What happened at the Skerry has been told by everybody who was there, and differs. This much is agreed. The swell was higher than on shore. The Pilots came in on the lee side, as always; Ostrey went round to the windward one, which is shorter by forty metres and had not been tried since a boat was lost there. Their bow, a nurse called Signe Falk, jumped, missed, and reached the hut on hands and knees.
      ${quote('quote-falk-jump')}
      There was one token left on the hook nearest to her. It was the Pilots’. Whether she took it on purpose is the argument. Their man then had to go to the far hook, ten seconds away, and that was about the distance at the finish: Ostrey in 44 minutes 12, the Pilots in 44.21, the School of Navigation in 44.58, the fish auction in 45.03.
      ## No umpire
      The rules consist of five sentences, and none of them says whose token is whose. Protests are heard in the public house, by all the crews, until somebody laughs. This year it took until ten to seven.
      ${quote('quote-brandt-hook')}
      It is Ostrey’s first victory since 1989. The cup, a tin jug with a hole in it, crossed the water on the last boat but one, filled, with a finger on the hole. The goat was ninth. It had got off at the rock and could not be persuaded that there was anything better.
    `,
  },
  quotes: [
    {
      id: 'quote-falk-jump',
      text: 'I have worked nights for sixteen years. I know the difference between brave and too tired to go round.',
      speakers: [speaker('source-signe-falk', 'Bow', 'Ostrey Rowing Club')],
      attribution: 'Signe Falk, bow of the Ostrey boat and a nurse at its hospital',
      saidOn: '2026-11-14',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-brandt-hook',
      text: 'For sixty years we have hung ours on the best hook. It seems that this was only a habit.',
      speakers: [speaker('source-leopold-brandt', 'Stroke', 'Port Aldon Pilots')],
      attribution: 'Leopold Brandt, stroke of the Port Aldon Pilots',
      saidOn: '2026-11-14',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
