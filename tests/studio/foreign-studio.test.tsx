// The newsroom's plugins in a studio with other content.
import {studioTheme, ThemeProvider} from '@sanity/ui'
import {readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {type ComponentType, type ReactElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {FormValueProvider, type InputProps, type WorkspaceOptions} from 'sanity'
import {describe, expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {PhotoDocumentInput} from '../../studio/plugins/photo-metadata/photo-inputs.tsx'
import {foreignStudio} from '../fixtures/foreign-studio.ts'
import {offered, resolve} from './support/resolved.tsx'

const without = (name: string): WorkspaceOptions => ({
  ...foreignStudio,
  plugins: foreignStudio.plugins?.filter((plugin) => plugin.name !== `copydesk/${name}`) ?? [],
})

function inputOf(name: string): (props: InputProps) => ReactElement {
  const plugin = foreignStudio.plugins?.find((one) => one.name === `copydesk/${name}`)
  return plugin?.form?.components?.input as (props: InputProps) => ReactElement
}

const props = (type: string, path: string[], value: unknown) =>
  ({
    path,
    value,
    schemaType: {name: type, jsonType: path.length > 0 ? 'string' : 'object'},
    renderDefault: () => <input value={String(value)} readOnly />,
  }) as unknown as InputProps

/** The files that a file needs at run time, with those that they need. */
function needed(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  const imports = /^(?:import|export)\s(?!type\b)[^;']*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm
  for (const [, path, loaded] of readFileSync(file, 'utf8').matchAll(imports))
    needed(join(dirname(file), path ?? loaded ?? ''), found)
  return found
}

describe('a studio with a foreign schema', () => {
  test.each(['people/index.ts', 'photo-metadata/index.tsx', 'text-length/index.tsx'])(
    'needs the rooms model and studio for %s, and no other',
    (plugin) => {
      const files = [...needed(join(ROOT, 'studio/plugins', plugin))].map((file) =>
        relative(ROOT, file),
      )
      expect(files.length).toBeGreaterThan(3)
      expect(files.filter((file) => !/^(model|studio)\//.test(file))).toEqual([])
    },
  )

  test('has the tool People, only for administrators', async () => {
    const tools = async (role: string) =>
      (await resolve(foreignStudio, role)).tools.map(({name}) => name)
    expect(await tools('administrator')).toContain('people')
    expect(await tools('editor')).not.toContain('people')
  })

  test('reads the file of its own picture type, without a memory', () => {
    const Input = inputOf('photo-metadata')
    const form = Input(props('picture', [], {}))
    expect(form.type).toBe(PhotoDocumentInput)
    expect(form.props).toMatchObject({memory: undefined})
    expect(Input(props('recipe', [], {})).type).toBe('input')
  })

  test('counts the characters of its own fields', () => {
    const Input = inputOf('text-length') as ComponentType<InputProps>
    const drawn = (title: string): string =>
      renderToStaticMarkup(
        <ThemeProvider theme={studioTheme}>
          <FormValueProvider value={{_id: 'herring', _type: 'recipe', title}}>
            <Input {...props('string', ['title'], title)} />
          </FormValueProvider>
        </ThemeProvider>,
      )
    expect(drawn('Herring, fried in butter')).toContain('24 of 20 characters')
    expect(drawn('Herring, fried in butter and oats')).toContain('33 of 30 characters')
  })

  test.each(['people', 'photo-metadata', 'text-length'])('works without %s', async (name) => {
    const [all, left] = await Promise.all([offered(foreignStudio), offered(without(name))])
    const ours = name === 'people' ? 'tool: people' : `copydesk/${name}: `
    expect(all.filter((line) => line.startsWith(ours))).not.toEqual([])
    expect(left).toEqual(all.filter((line) => !line.startsWith(ours)))
  })
})
