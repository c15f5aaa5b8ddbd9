/** An interview in which every answer is a quote document and every question is in the text. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece, type QuoteSource} from '../piece.ts'

const moy: Omit<QuoteSource, 'id' | 'text'> = {
  speakers: [speaker('source-greta-moy', 'City ombudsman', 'City of Port Aldon')],
  attribution: 'Greta Moy, ombudsman of the City of Port Aldon',
  saidOn: '2026-11-06',
  medium: 'interview',
  verification: 'recordingChecked',
}

export const ombudsman: Piece = {
  article: {
    id: 'article-ombudsman',
    headline: 'Greta Moy on six years of other people’s letters',
    slug: 'greta-moy-on-six-years-of-letters',
    kicker: 'The interview',
    dek: 'Port Aldon’s ombudsman leaves office in January. She has read 6,300 complaints and answered all but nine. A conversation about ferries, fathers and the nine.',
    articleType: 'interview',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-society'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-11T06:00:00Z',
    leadPhoto: photo('photo-ombudsman-chart', {role: 'showcase'}),
    related: ['article-night-ferry', 'article-sound-pact'],
    body: paragraphs`
      The office of the ombudsman is on the third floor of the old customs house, and there is no lift. That was one of the first complaints Greta Moy received after she was elected by the city council in January 2021. It came from her own mother. Since then she has received visitors on Tuesdays in the library across the street, at the table next to the atlases.
      Ms Moy is 61, a judge’s daughter who became a bus inspector and then a lawyer. Her term ends on 31 January; she does not want a second. We met among the atlases. The conversation has been shortened, and she has seen her answers.
      ## Letters
      ### What is a complaint, seen from your side of the table?
      ${quote('quote-moy-two-letters')}
      ### The subject that came up most often last year was the ferry. Did you expect that?
      ${quote('quote-moy-ferry')}
      ### Your reports name officials only by their function. Some of your readers find this too polite.
      ${quote('quote-moy-polite')}
      ## Power
      ### You can recommend and cannot order. How often are you obeyed?
      ${quote('quote-moy-obeyed')}
      The figures bear her out. Of 412 recommendations in six years the city followed 371, some of them after a reminder. Those that failed have one thing in common: they would have cost more than 50,000 crowns, and so needed the council.
      ### What would you have wished to be able to do?
      ${quote('quote-moy-deadline', 'pull')}
      ## The nine
      ### You say that you answered all letters but nine. Which nine?
      ${quote('quote-moy-nine')}
      The council will choose her successor on 15 December. There are four candidates, and three of them have asked her for advice. She has given them the same piece, she says, and it concerns the stairs.
      ${{
        _type: 'callToAction',
        text: 'You wish to bring something before the ombudsman?',
        label: 'How to complain, in eleven languages',
        url: 'https://ombudsman.port-aldon.example/how',
      }}
    `,
  },
  quotes: [
    {
      ...moy,
      id: 'quote-moy-two-letters',
      text: 'Two letters in one envelope. The first says what happened, and I can check that. The second says that nobody listened, and I have usually read it before the first one is open.',
    },
    {
      ...moy,
      id: 'quote-moy-ferry',
      text: 'I expected rents. But a rent is between you and a landlord. A boat that no longer comes is between you and everybody, and people take that personally.',
    },
    {
      ...moy,
      id: 'quote-moy-polite',
      text: 'Let them. I have seen an office mend its ways because it had been spared a headline. I have never seen one do so because it got one.',
    },
    {
      ...moy,
      id: 'quote-moy-obeyed',
      text: 'Nine times in ten, as long as it is cheap. Below a certain sum a city is the most reasonable creature on earth.',
    },
    {
      ...moy,
      id: 'quote-moy-deadline',
      text: 'To set a date. An answer without a date is weather.',
    },
    {
      ...moy,
      id: 'quote-moy-nine',
      text: 'They were from one man, who wrote every year on his daughter’s birthday and a few times in between. He had no complaint against the city. He wanted someone in an office to know the date. I knew it. I did not know how to put that on letterhead.',
    },
  ],
}
