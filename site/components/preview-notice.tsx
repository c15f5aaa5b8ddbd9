import {articlePath} from '../format/paths.ts'

/** Tells staff that what they see is not what readers see. */
export function PreviewNotice({draft, slug}: {draft: boolean; slug: string | null}) {
  return (
    <aside className="preview-notice" aria-label="Preview">
      {draft ? (
        <p>
          <strong>Draft</strong> Only signed-in staff can see this page.
        </p>
      ) : (
        <p>
          <strong>Published</strong> No change is waiting; readers see{' '}
          {slug ? <a href={articlePath(slug)}>this article</a> : 'this article'}.
        </p>
      )}
    </aside>
  )
}
