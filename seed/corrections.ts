/** What the paper has told its readers about mistakes, additions and a piece that it took down. */

export interface CorrectionSource {
  article: string
  number: number
  type: 'correction' | 'clarification' | 'update' | 'editorsNote' | 'retraction'
  readerNote: string
  wrongText?: string
  rightText?: string
  publishedAt: string
}

export interface NoticeSource {
  articleId: string
  number: number
  slug: string
  previousSlugs?: string[]
  headline: string
  kind: 'withdrawn' | 'killed'
  readerNote: string
  at: string
}

export const corrections: CorrectionSource[] = [
  {
    article: 'article-snow-reservoir',
    number: 1,
    type: 'correction',
    readerNote:
      'An earlier version of this article gave a wrong date for the first decade of the measurements. Half of the year’s snow had then melted by 16 June, not by 26 June, so that the reservoir now empties five weeks early and not six. Amara Deyn of the Institute for Mountain Waters pointed this out to us.',
    wrongText: 'In the first decade of the series that day was 26 June.',
    rightText: 'In the first decade of the series that day was 16 June.',
    publishedAt: '2026-11-18T10:40:00Z',
  },
  {
    article: 'article-tide-barrier',
    number: 1,
    type: 'update',
    readerNote:
      'We have added the two proposals on which the council votes in December. The Corran Harbour Authority published them after this article had appeared.',
    publishedAt: '2026-11-24T16:20:00Z',
  },
]

/** The piece itself is gone: readers find the notice at its addresses. */
export const notices: NoticeSource[] = [
  {
    articleId: 'article-tram-depot',
    number: 1,
    slug: 'who-bid-for-the-tram-depot',
    previousSlugs: ['three-bids-for-the-tram-depot'],
    headline: 'Three bids for a tram depot, and one that nobody signed',
    kind: 'withdrawn',
    readerNote:
      'This article named three companies that were said to have bid for the depot on Salt Street. Two of them had not. We relied on a list that the city had drawn up before the bids were opened, and did not ask the companies. We apologise to both of them, and are reporting the sale anew.',
    at: '2026-11-14T15:10:00Z',
  },
]
