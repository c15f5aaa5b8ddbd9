// Accounts, and their grants in each dataset.
import {createAccess} from '../access/access.ts'
import type {OpenShare} from '../access/authenticate.ts'
import {createGrantsOf} from '../dataset-grants.ts'
import {createDatasetList} from '../datasets/dataset-list.ts'
import type {Holds} from '../grants.ts'
import {createStoredVisibility, storedIn} from '../visibility.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor} from '../types.ts'
import type {Base} from './base.ts'
import type {Storage} from './storage.ts'

export type AccessPart = ReturnType<typeof openAccess>

/** Creates missing datasets of the options. */
export function openAccess(base: Base, {database, documents}: Storage) {
  const {options, product, mainDataset, clock} = base
  const {roles, staffRoles, addons = []} = options
  const access = createAccess({
    database,
    clock,
    product,
    roleNames: roles.map(({name}) => name),
    staffRoles,
    managerRoles: roles.flatMap(({name, abilities}) =>
      abilities?.includes('people.manage') ? [name] : [],
    ),
    openShare: shareOpener(base, documents),
  })
  const datasetList = createDatasetList({
    table: access.datasets,
    opened: options.datasets,
    addons,
  })
  const grantsOf = createGrantsOf({roles, addons}, clock, datasetList.isPrivate)
  return {
    access,
    datasetList,
    grantsOf,
    /** Those of the main dataset, which also decide abilities. */
    grants: grantsOf(mainDataset),
    /**
     * For grants that depend on other documents, and for files: the documents that the actor sees.
     */
    holdsFor: (dataset: string, actor: Actor): Holds =>
      createStoredVisibility(grantsOf(dataset), actor, storedIn(documents, dataset)),
    hasDataset: datasetList.has,
    /** False for an add-on dataset, such as that of the comments. */
    hasContent: datasetList.isContent,
  }
}

function shareOpener({options, clock}: Base, documents: DocumentTable): OpenShare {
  const {shares} = options
  return (dataset, id) => {
    const share = documents.get(dataset, id)
    if (!share || !shares?.idPrefix || !id.startsWith(shares.idPrefix)) return null
    return shares.read(share, {
      read: (other) => documents.get(dataset, other),
      referrers: (other) => documents.referencing(dataset, other),
      now: new Date(clock()).toISOString(),
    })
  }
}
