// XML as libxml2 reads it: well-formed, and in the structure that a schema in `rules/` describes.
import {readdirSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {validateXML} from 'xmllint-wasm'

const RULES = new URL('../rules/', import.meta.url)
/** Schemas import each other by name. */
const FILES = readdirSync(RULES)
  .filter((name) => name.endsWith('.xsd'))
  .map((fileName) => ({fileName, contents: readFileSync(new URL(fileName, RULES), 'utf8')}))

const MEMORY = {initialMemoryPages: 512, maxMemoryPages: 4096}

/** One document, or several by name: reading a large schema takes longer than validating a document. */
type Documents = string | Readonly<Record<string, string>>

/** What is wrong with documents by the schema of this name (`atom.xsd`); empty for nothing. */
export async function xmlProblems(documents: Documents, rules: string): Promise<string[]> {
  const schema = FILES.find(({fileName}) => fileName === rules)
  if (!schema) throw new Error(`There is no ${rules}.`)
  return await problems(
    documents,
    schema,
    FILES.filter((file) => file !== schema),
  )
}

/** The same by a schema of others, which imports `xml.xsd`: only `xml:lang` is used of it. */
export async function officialXmlProblems(documents: Documents, file: URL): Promise<string[]> {
  const schema = {fileName: basename(file.pathname), contents: readFileSync(file, 'utf8')}
  const xml = FILES.filter(({fileName}) => fileName === 'xml-lang.xsd')
  return await problems(
    documents,
    schema,
    xml.map((one) => ({...one, fileName: 'xml.xsd'})),
  )
}

async function problems(
  documents: Documents,
  schema: {fileName: string; contents: string},
  preload: {fileName: string; contents: string}[],
): Promise<string[]> {
  const named = typeof documents === 'string' ? {document: documents} : documents
  const xml = Object.entries(named).map(([name, contents]) => ({fileName: `${name}.xml`, contents}))
  const {valid, errors} = await validateXML({xml, schema, preload, ...MEMORY})
  const found = errors.map(({loc, message}) => `${loc?.fileName ?? ''} ${message}`.trim())
  return valid || found.length > 0 ? found : ['It is not valid, and nothing says why.']
}
