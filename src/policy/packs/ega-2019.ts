import { defaultReadings, instead } from '../readings.ts'
import { careerReview, duty, fileContents, groupSize, K, offer, POST_HIGH, plan, sections } from '../requirement.ts'
import type { Policy } from '../schema.ts'

/** EGA Guidance: Individual Learning Plan/Plan for College and Career Readiness, on Utah Code 53E-2-304 (2019). */
export const ega2019: Policy = {
  id: 'ega-2019',
  name: 'EGA guidance 2019 (ILP/PCCR)',
  force: 'guidance',
  revision: { text: 'on Utah Code 53E-2-304 (2019)', effectiveFrom: '2019-01-01' },
  terms: { elementary: 'ILP', secondary: 'PCCR' },
  elementaryTopGrade: 6,
  readings: {
    ...defaultReadings,
    postHigh: instead(
      defaultReadings.postHigh,
      'offer-and-file',
      'The text speaks of each student of the school, so post-high students are offered a conference and have a file.',
    ),
  },
  requirements: [
    offer({
      clause: 'ILP conferences',
      grades: [[K, POST_HIGH]],
      asks: 'at least one individual conference offered this year',
    }),
    groupSize({
      clause: 'Small group conference',
      grades: [[K, 12]],
      asks: 'a small group invites no more than five students',
    }),
    plan({
      clause: 'Definitions item 1',
      grades: [[7, 12]],
      kind: 'secondary',
      due: 'start-of-grade-7',
      asks: 'a plan begun at the beginning of grade 7',
    }),
    plan({
      clause: 'Individual Learning Plan file',
      grades: [[K, 6]],
      kind: 'elementary',
      due: 'year-end',
      asks: 'a plan in a file of its own for each student',
    }),
    plan({
      clause: 'Individual Learning Plan file',
      grades: [[POST_HIGH, POST_HIGH]],
      kind: 'either',
      due: 'year-end',
      asks: 'a plan in a file of its own for each student',
    }),
    sections({
      clause: 'Guidelines and expectations',
      grades: [[K, 12]],
      parts: [
        { part: 'strengths', clause: 'Guidelines and expectations' },
        { part: 'progress', clause: 'Guidelines and expectations' },
        { part: 'goals', clause: 'Definitions item 2', grades: [7, 12] },
        { part: 'courses', clause: 'Definitions item 3', grades: [7, 12] },
        { part: 'links', clause: 'Definitions item 4', grades: [7, 12] },
        { part: 'prepared', clause: 'Template ILP', grades: [9, 12] },
      ],
      asks: 'strengths and progress for all; from grade 7 objectives, course strategy and links; from grade 9 prepared by the student',
    }),
    fileContents({
      clause: 'Individual Learning Plan file',
      grades: [[K, POST_HIGH]],
      parts: ['registration', 'teachers', 'reportCards', 'participants'],
      asks: 'registration, teachers with telephone numbers, report cards and participants in the file',
    }),
    careerReview({
      clause: 'College and career preparation',
      grades: [[K, 12]],
      objectives: ['occupational', 'post-secondary', 'both'],
      asks: 'a review by the staff member for career preparation where the plan has occupational or post-secondary objectives',
    }),
    duty({
      code: 'REPORT',
      clause: 'Reporting',
      grades: [[K, POST_HIGH]],
      item: 'annual_report',
      participants: true,
      asks: 'a yearly report to patrons, with teachers, parents and community taking part',
    }),
    duty({
      code: 'TRAIN',
      clause: 'Implementation of the ILP process',
      grades: [[K, POST_HIGH]],
      item: 'training',
      asks: 'training of the staff who take part, within in-service training',
    }),
    duty({
      code: 'CONSULT',
      clause: 'Background',
      grades: [[K, POST_HIGH]],
      item: 'consultation',
      participants: true,
      asks: 'consultation with staff, parents and councils on the policy',
    }),
  ],
  notExamined: [
    {
      clause: 'Preamble',
      about: 'a text for the board to discuss',
      help: 'The pack is marked as guidance; log consultations in School Log.',
    },
    {
      clause: 'School manager',
      about: 'the principal or an appointee manages the plans',
      help: 'Name the plan manager in Settings; the forms print it.',
    },
    {
      clause: 'ILP participation',
      about: 'who the participants are',
      help: 'The plan document has a block for them.',
      printedWith: 'participants',
    },
    {
      clause: 'Small group conferences',
      about: 'small groups where the school finds them fit',
      help: 'Optional; logged, never a gap.',
    },
    {
      clause: 'Additional parent conferences',
      about: 'parents may ask for more conferences',
      help: 'Log them as kind “other” with the request in the notes.',
    },
    {
      clause: 'Purpose of the ILP',
      about: 'the plan binds nobody; objectives with their means',
      help: 'The plan document says so and has a place for means.',
      printedWith: 'contract',
    },
    {
      clause: 'Privacy',
      about: 'the file is private to the participants',
      help: 'Nothing is shared by the add-on; documents are embedded, not linked.',
      printedWith: 'access',
    },
  ],
}
