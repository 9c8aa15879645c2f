/**
 * Where the document of a student lies: school, student, document.
 */
import type { Student } from '../records/school.ts'

/** The folders and the name of the file, without its ending. */
export interface PlanFile {
  readonly folders: readonly [school: string, student: string]
  readonly name: string
}

/** Longer names cannot be stored on every machine. */
const mostLetters = 80

/** What no name of a file may hold on some machine, and what would not be seen in it. */
const unfit = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu

/**
 * 'Lincoln High' / 'Reyes, Mateo (000041)' / 'PCCR 2026-27 Reyes, Mateo': the id keeps two students of one name apart.
 */
export function planFile(student: Student, school: string, planCode: string, schoolYear: string): PlanFile {
  const name = [student.lastName, student.firstName].filter((part) => part !== '').join(', ')
  const id = fitName(student.id, 'no id')
  return {
    folders: [fitName(school, 'School'), `${fitName(name, 'Student')} (${id})`],
    name: `${planCode} ${schoolYear} ${fitName(name, id)}`,
  }
}

/** A name that every machine can store: no sign that means something there, no dot at its ends, not too long. */
function fitName(text: string, otherwise: string): string {
  const plain = text.replace(unfit, ' ').replace(/\s+/g, ' ')
  const fit = [...plain]
    .slice(0, mostLetters)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  return fit === '' ? otherwise : fit
}
