// What each side has of a document: the form of a studio, the file on the disk.
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Page} from 'playwright-core'
import type {LakeDocument} from '@copydesk/lake/types'
import {DATASET} from '../../../server/newsroom-lake.ts'
import {closeDialog, dialog} from '../studio.ts'

/** The document that the form of the open pane is made of, as the studio's own *Inspect* shows it. */
export async function formValue(page: Page): Promise<LakeDocument> {
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByRole('menuitem', {name: 'Inspect'}).click()
  await dialog(page).getByRole('tab', {name: 'Raw JSON'}).click()
  const json = dialog(page).locator('pre')
  await json.waitFor()
  const value = JSON.parse((await json.textContent()) ?? '') as LakeDocument
  await closeDialog(page)
  return value
}

export interface Stored {
  document: LakeDocument
  /** From its creation to what is stored: each revision, with the one that it was made of. */
  revisions: {previous: string | null; result: string | null}[]
}

/** As the data folder has it, read beside the server that writes there. */
export function storedIn(folder: string, id: string): Stored {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  try {
    const row = database
      .prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?')
      .get(DATASET, id)
    const changes = database
      .prepare(
        `SELECT previous_rev, result_rev FROM log_changes
         WHERE dataset = ? AND document_id = ? ORDER BY position`,
      )
      .all(DATASET, id)
    const revision = (value: unknown): string | null => (typeof value === 'string' ? value : null)
    return {
      document: JSON.parse(String(row?.['body'])) as LakeDocument,
      revisions: changes.map(({previous_rev, result_rev}) => ({
        previous: revision(previous_rev),
        result: revision(result_rev),
      })),
    }
  } finally {
    database.close()
  }
}
