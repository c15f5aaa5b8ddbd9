// POST /assets/images/:dataset and /assets/files/:dataset — uploads, the body is the file itself.
import {Hono, type Context} from 'hono'
import {NotFound} from '../../errors.ts'
import type {Upload, UploadDetails} from '../../assets/upload.ts'
import type {LakeEnv} from '../context.ts'

export interface AssetRoutesDeps {
  upload: Upload
  hasDataset: (name: string) => boolean
}

/** Responds with `{document}`, the asset document, as `client.assets.upload` expects it. */
export function assetsRoutes({upload, hasDataset}: AssetRoutesDeps): Hono<LakeEnv> {
  const handle = (kind: 'image' | 'file') => async (c: Context<LakeEnv, string>) => {
    const dataset = c.req.param('dataset') ?? ''
    if (!hasDataset(dataset)) throw new NotFound(`There is no dataset "${dataset}".`)
    const length = c.req.header('content-length')
    const contentType = c.req.header('content-type')
    const document = await upload({
      dataset,
      kind,
      actor: c.get('actor'),
      body: bodyOf(c.req.raw),
      details: detailsOf(c),
      meta: metaOf(c),
      ...(contentType === undefined ? {} : {contentType}),
      ...(length === undefined ? {} : {contentLength: Number(length)}),
    })
    return c.json({document})
  }

  return new Hono<LakeEnv>()
    .post('/assets/images/:dataset', handle('image'))
    .post('/assets/files/:dataset', handle('file'))
}

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  yield* request.body
}

function detailsOf(c: Context): UploadDetails {
  const details: UploadDetails = {}
  for (const name of ['filename', 'label', 'title', 'description', 'creditLine'] as const) {
    const text = c.req.query(name)
    if (text) details[name] = text
  }
  const [id, name, url] = [
    c.req.query('sourceId'),
    c.req.query('sourceName'),
    c.req.query('sourceUrl'),
  ]
  if (id && name) details.source = {id, name, ...(url ? {url} : {})}
  return details
}

/** `meta=a&meta=b` from Node, `meta=a,b` from browsers, `meta[]=a` from older clients. */
function metaOf(c: Context): string[] {
  const given = [...(c.req.queries('meta') ?? []), ...(c.req.queries('meta[]') ?? [])]
  return given.flatMap((value) => value.split(',')).filter(Boolean)
}
