// The newsroom's data folder before anything is opened in it.
import {writable as writableFolder} from '@copydesk/lake/data-folder'

/**
 * The folder, made where it was missing.
 *
 * @throws OperatorError where it cannot be written
 */
export const writable = (folder: string): string =>
  writableFolder(folder, 'COPYDESK_DATA or --data')
