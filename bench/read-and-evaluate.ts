/** What the benchmark of reading and judging needs of the script, bundled as the script is. */
export { evaluate } from '../src/compliance/evaluate.ts'
export { policyById } from '../src/policy/packs.ts'
export { readSchool } from '../src/records/read-school.ts'
