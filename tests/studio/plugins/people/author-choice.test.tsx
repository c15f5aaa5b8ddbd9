import {ThemeProvider} from '@sanity/ui'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, it} from 'vitest'
import type {KnownAuthors} from '../../../../model/namesakes.ts'
import {authorChoice, type AuthorChoice} from '../../../../studio/plugins/people/author-choice.ts'
import {AuthorFields} from '../../../../studio/plugins/people/author-fields.tsx'
import {theme} from '../../../../studio/ui/theme/theme.ts'

const author = (_id: string, name: string) => ({
  _id,
  _type: 'author',
  name,
  slug: {current: _id.replace('drafts.', '')},
})
const link = (id: string, userId?: string) => ({
  _id: `private.author.${id}`,
  _type: 'privateAuthor',
  ...(userId && {userId}),
})
const KNOWN: KnownAuthors = {
  authors: [
    author('nora', 'Nora Vale'),
    author('drafts.nora', 'Nora Vale'),
    author('drafts.other-nora', 'nora  VALE '),
    author('ingrid', 'Ingrid Vassall'),
    author('unlinked', 'Tomas Ardley'),
  ],
  links: [link('ingrid', 'u1'), link('unlinked')],
}

it.each<[string, string, string[], string | undefined, string[], Partial<AuthorChoice>]>([
  ['there is none', 'Rosa Marsh', ['journalist'], undefined, [], {isOpen: false}],
  ['two have it', 'Nora Vale', ['journalist'], undefined, ['nora', 'other-nora'], {isOpen: true}],
  ['capitals differ', ' nora vale', ['editor'], undefined, ['nora', 'other-nora'], {isOpen: true}],
  ['it has an account', 'Ingrid Vassall', ['journalist'], undefined, [], {isOpen: false}],
  ['its account is gone', 'Tomas Ardley', ['photoEditor'], undefined, ['unlinked'], {isOpen: true}],
  ['the person does not write', 'Nora Vale', ['developer'], undefined, [], {isOpen: false}],
  [
    'it was chosen',
    'Nora Vale',
    ['journalist'],
    'nora',
    ['nora', 'other-nora'],
    {isOpen: false, chosen: 'nora'},
  ],
  [
    'a new one was chosen',
    'Nora Vale',
    ['journalist'],
    'new',
    ['nora', 'other-nora'],
    {isOpen: false, chosen: 'new'},
  ],
  [
    'another was chosen before the name was corrected',
    'Tomas Ardley',
    ['journalist'],
    'nora',
    ['unlinked'],
    {isOpen: true, chosen: undefined},
  ],
  [
    'a new one was chosen before the name was corrected',
    'Rosa Marsh',
    ['journalist'],
    'new',
    [],
    {isOpen: false, chosen: undefined},
  ],
])('asks about an author of the same name: %s', (_case, name, roles, given, ids, expected) => {
  const choice = authorChoice({name, roles}, given, KNOWN)
  expect(choice.namesakes.map(({id}) => id)).toEqual(ids)
  expect(choice).toMatchObject(expected)
})

it('leaves the question to the server until the authors are loaded', () => {
  const choice = authorChoice({name: 'Nora Vale', roles: ['journalist']}, undefined, null)
  expect(choice).toEqual({namesakes: [], chosen: undefined, isOpen: false})
})

it('shows each author with their address, and nothing chosen', () => {
  const choice = authorChoice({name: 'Nora Vale', roles: ['journalist']}, undefined, KNOWN)
  const html = renderToStaticMarkup(
    <ThemeProvider theme={theme}>
      <AuthorFields choice={choice} onChange={() => {}} />
    </ThemeProvider>,
  )
  expect(html.match(/type="radio"/g)).toHaveLength(3)
  expect(html).not.toContain('checked')
  expect(html).toContain('/author/nora. ')
})
