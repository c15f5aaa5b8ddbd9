// A disk of a few megabytes in memory. To mount it needs root.
import {spawnSync} from 'node:child_process'
import {appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export interface SmallDisk {
  folder: string
  /** Leaves no byte free. */
  fill(): void
  /** Deletes what `fill` has written. */
  makeRoom(): void
  unmount(): void
}

/** Null where nothing can be mounted. */
export function mountDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]
  if (spawnSync('mount', options).status !== 0) {
    rmdirSync(folder)
    return null
  }
  const ballast = join(folder, 'ballast')
  const free = (): number => {
    const {bavail, bsize} = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    fill() {
      writeFileSync(ballast, '')
      // Others write meanwhile.
      for (let left = free(); left > 0; left = free()) {
        try {
          appendFileSync(ballast, Buffer.alloc(left))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
    },
    makeRoom: () => rmSync(ballast, {force: true}),
    unmount() {
      spawnSync('umount', [folder])
      rmdirSync(folder)
    },
  }
}
