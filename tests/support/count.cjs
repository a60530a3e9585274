'use strict'
// Prints the closing line of CI: "N passed, N failed". A failed check, or a run that wrote no report, counts as a failure.
const fs = require('node:fs')

const [, , file, checkStatus, testStatus] = process.argv
let passed = 0
let failed = 0
try {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  passed = report.numPassedTests
  failed = report.numFailedTests
} catch {
  console.log('The tests wrote no report.')
}
if (checkStatus === '0') passed += 1
else failed += 1
if (testStatus !== '0' && failed === 0) failed = 1
console.log(passed + ' passed, ' + failed + ' failed')
process.exit(failed > 0 ? 1 : 0)
