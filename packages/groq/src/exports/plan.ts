// Plan a query over documents, run the plan, and explain what it reads.
export {createDependence, type Keys} from '../plan/dependence.ts'
export {
  noEffort,
  readsInWords,
  scanInWords,
  scansOf,
  type Effort,
  type Scan,
} from '../plan/effort.ts'
export {explainText} from '../plan/explain-text.ts'
export {createRecorder, type Explain, type Explanation} from '../plan/explain.ts'
export {createPlan, createPlanCache, type Making, type Plan} from '../plan/plan.ts'
export {Cut, outOfTime, type Setting} from '../plan/run.ts'
export {patternQuery, searchQuery, textOf, type TextQuery, type Texts} from '../plan/text-words.ts'
