// What the site's queries ask of a piece of any type. TypeGen reads constants and cannot run functions: `npm run typegen`
// writes these into queries/piece-parts.ts.
import {CONTENT_TYPES} from './content-types.ts'
import type {ContentType} from './kinds.ts'
import {isOneOf, pieceField} from './registry-groq.ts'
import {typesOfKind} from './registry.ts'

interface Part {
  about: string
  groq: string
}

/** The parts by the names of their constants. */
export function pieceParts(): Record<string, Part> {
  const typesWith = (has: (type: ContentType) => boolean | undefined) =>
    isOneOf(typesOfKind('piece').filter((type) => has(CONTENT_TYPES[type])))
  return {
    IS_PIECE: {
      about: 'True for a piece of a type that has pages on the site.',
      groq: typesWith(({path}) => path?.endsWith('/:slug')),
    },
    IS_NEWS: {
      about: 'True for a piece of a type that is on the front page and in the sitemap for news.',
      groq: typesWith(({news}) => news),
    },
    PIECE_TITLE: {about: 'What a piece is called.', groq: pieceField('title')},
    PIECE_SUMMARY: {about: 'One or two sentences about a piece.', groq: pieceField('summary')},
    PIECE_SECTION: {
      about: 'The section of a piece.',
      groq: pieceField('section', (field) => `${field}->{_id, title, hue, "slug": slug.current}`),
    },
    PIECE_SECTION_ID: {
      about: 'The ID of the section of a piece.',
      groq: pieceField('section', (field) => `${field}._ref`),
    },
    PIECE_BYLINES: {about: 'The people whom a piece names.', groq: pieceField('people', bylines)},
  }
}

/** People under the names of an article’s byline, from a path such as `bylines[].author` or `hosts[]`. */
function bylines(path: string): string {
  const [, list, author] = /^(?:(.*\[\])\.?)?(.*)$/.exec(path) ?? []
  const named = `"author": ${author || '@'}->{_id, name, "slug": slug.current}`
  return list
    ? `${list}{_key, role, prefix, ${named}}`
    : `[{"_key": "author", "role": null, "prefix": null, ${named}}]`
}
