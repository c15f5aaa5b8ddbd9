/** A race for an office, told by its candidates' answers to one question. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece, type QuoteSource} from '../piece.ts'

const asked: Pick<QuoteSource, 'saidOn' | 'medium' | 'verification'> = {
  saidOn: '2026-11-16',
  medium: 'statement',
  verification: 'recordingChecked',
}

export const fourCandidates: Piece = {
  article: {
    id: 'article-four-candidates',
    headline: 'Four people want the chair on the third floor',
    slug: 'four-people-want-the-chair-on-the-third-floor',
    kicker: 'City hall',
    dek: 'On 15 December the council elects Greta Moy’s successor. The candidates were heard for a quarter of an hour each, and asked the same thing about the same letter.',
    articleType: 'reportage',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-society'],
    bylines: [{author: 'author-sunniva-achterberg', role: 'reporter'}],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-18T06:00:00Z',
    related: ['article-ombudsman', 'article-my-mothers-form'],
    body: paragraphs`
      The hearing was held where the job is, at the top of the old customs house. It was public, and the public came: fourteen people, of whom nine were related to a candidate. The committee had thought of a test. Each applicant was handed a letter of complaint, shortened and without its name, and had five minutes to read it. Then came the one question. What would you do on Monday?
      In the letter a tenant of a city flat writes that his kitchen has been damp for three winters. He has applied for repairs nine times. Nine times he was told that a person would come.
      ## The lawyer
      Rasmus Thorne, 48, heads the registry’s appeals desk. He asked for the tenancy agreement, which was not in the file, and spoke about limitation. He would obtain a statement from the housing office within 21 days. He was the only one to notice that the letter bore two dates.
      ## The engineer
      Pia Lindqvist-Marr, 55, ran the waterworks until last year. She would drive there.
      ${quote('quote-lindqvist-wall')}
      ## The councillor
      Jonas Ebbing, 39, has been on the council for ten years and is supported by the largest group. He would call the director of housing, he said, whom he knew well. It took him a moment to see why there was a stir. He then added that knowing people was an advantage as long as it was used for others.
      ## The librarian
      Adaeze Wynn, 61, has directed the city library for two decades. It is at her table, next to the atlases, that Ms Moy receives visitors. She read the letter twice and put a question of her own.
      ${quote('quote-wynn-who')}
      ## How it may end
      Twenty-two of 43 votes are needed. Mr Ebbing’s group has 18, and the smaller parties have said that they will not elect a colleague. Between Ms Lindqvist-Marr and Ms Wynn the remaining 25 are split; Mr Thorne has the respect of everybody and the promise of three.
      One of the four had not asked Ms Moy for advice beforehand. It was the engineer, who said that she had not wished to take up her time. On the stairs afterwards, all 88 of them, she was also the one who was not out of breath.
      The letter was real. A person has been to see the kitchen since, the housing office says. It was the first Monday after the hearing had been announced.
    `,
  },
  quotes: [
    {
      ...asked,
      id: 'quote-lindqvist-wall',
      text: 'I would put my hand on the wall. If it is wet on the outside, that is a gutter, and I know whom to ring. If it is wet on the inside, that is an office.',
      speakers: [
        speaker(
          'source-pia-lindqvist-marr',
          'Candidate for ombudsman',
          'formerly Aldon Waterworks',
        ),
      ],
      attribution: 'Pia Lindqvist-Marr, candidate, before the committee',
    },
    {
      ...asked,
      id: 'quote-wynn-who',
      text: 'Nine answers, and each is signed by someone else. I should like to know whether any two of these people have ever met.',
      speakers: [speaker('source-adaeze-wynn', 'Director', 'City Library of Port Aldon')],
      attribution: 'Adaeze Wynn, director of the city library, before the committee',
    },
  ],
}
