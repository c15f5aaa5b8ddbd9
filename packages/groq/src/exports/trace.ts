// Content source maps of an answer that a plan has traced.
export {sourceMapOf, type SourceMap} from '../trace/source-map.ts'
