import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = /\.e2e\.ts$|\/tests\/(access|proof)\//

/** What takes minutes begins first, so that at the end no worker is left alone with it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
