// Checks a data folder before a lake is opened in it: whether it can be written, and which server
// uses it.
export {lockFolder, serverOf, type FolderLock, type ServerAddress} from '../serve/folder-lock.ts'
export {writable} from '../serve/writable.ts'
