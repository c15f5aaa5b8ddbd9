// XML as libxml2 reads it: well-formed, and in the structure that a schema in `rules/` describes.
import {readdirSync, readFileSync} from 'node:fs'
import {validateXML} from 'xmllint-wasm'

const RULES = new URL('../rules/', import.meta.url)
/** Schemas import each other by name. */
const FILES = readdirSync(RULES)
  .filter((name) => name.endsWith('.xsd'))
  .map((fileName) => ({fileName, contents: readFileSync(new URL(fileName, RULES), 'utf8')}))

const MEMORY = {initialMemoryPages: 512, maxMemoryPages: 4096}

/** What is wrong with a document by the schema of this name (`atom.xsd`); empty for nothing. */
export async function xmlProblems(contents: string, rules: string): Promise<string[]> {
  const schema = FILES.find(({fileName}) => fileName === rules)
  if (!schema) throw new Error(`There is no ${rules}.`)
  return await problems(
    contents,
    schema,
    FILES.filter((file) => file !== schema),
  )
}

/** The same by schemas from a folder elsewhere. */
export async function officialXmlProblems(
  contents: string,
  folder: string,
  [name = '', ...imported]: string[],
): Promise<string[]> {
  const read = (fileName: string) => ({
    fileName,
    contents: readFileSync(`${folder}/${fileName}`, 'utf8'),
  })
  return await problems(contents, read(name), imported.map(read))
}

async function problems(
  contents: string,
  schema: {fileName: string; contents: string},
  preload: {fileName: string; contents: string}[],
): Promise<string[]> {
  const xml = {fileName: 'document.xml', contents}
  const {valid, errors} = await validateXML({xml, schema, preload, ...MEMORY})
  const found = errors.map(({message}) => message)
  return valid || found.length > 0 ? found : ['It is not valid, and nothing says why.']
}
