// `@copydesk/groq/plan`: plan a query, evaluate the plan, and explain it.
export {createDependencies, type DependencyKeys} from '../plan/dependencies.ts'
export {
  createQueryStats,
  describeReads,
  describeScan,
  largeScans,
  type QueryStats,
  type Scan,
} from '../plan/query-stats.ts'
export {explainText} from '../plan/explain-text.ts'
export {createRecorder, type Explain, type Explanation} from '../plan/explain.ts'
export {createPlan, createPlanCache, type PlanGuard, type Plan} from '../plan/plan.ts'
export {Interrupted, timeoutError, type EvaluateOptions} from '../plan/run.ts'
export {
  indexedTexts,
  OTHER_PLACE,
  searchOfPattern,
  searchOfQuery,
  type FoundTexts,
  type FullTextIndex,
  type Place,
  type TextSearch,
} from '../plan/full-text.ts'
