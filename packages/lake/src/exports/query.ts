// The query engine over a database file, its followers and its full-text index.
export {createQueryEngine} from '../query/engine.ts'
export {createReplica} from '../query/replica.ts'
export {createTextIndexer} from '../query/text-indexer.ts'
export {emptyTextIndex, removeTextIndex, textFileOf} from '../query/text-index.ts'
export {createTextReader} from '../query/text-reader.ts'
