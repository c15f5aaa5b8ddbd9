/** Kinds of article as IPTC's genre NewsCodes know them; others have none. */
export const GENRES: Record<string, string> = {
  analysis: 'Analysis',
  background: 'Background',
  explainer: 'Background',
  interview: 'Interview',
  opinion: 'Opinion',
  review: 'Review',
}
