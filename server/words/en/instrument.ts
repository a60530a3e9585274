import type { instrument as source } from '../id/instrument.ts'

export const instrument: typeof source = {
  elements: {
    requirements: {
      name: 'Requirements',
      short: 'requirements',
      question: 'How well do the requirements fit the kind of service?',
      plain: 'Were you asked only for what this service needs?',
      answers: ['Do not fit', 'Fit poorly', 'Fit', 'Fit very well'],
    },
    procedure: {
      name: 'System, mechanism and procedure',
      short: 'procedure',
      question: 'How easy is the procedure of this unit?',
      plain: 'Were the steps easy to understand and to follow?',
      answers: ['Not easy', 'Not very easy', 'Easy', 'Very easy'],
    },
    completion_time: {
      name: 'Completion time',
      short: 'time',
      question: 'How quickly is the service given?',
      plain: 'From arriving to being done, how fast were you served?',
      answers: ['Not quick', 'Not very quick', 'Quick', 'Very quick'],
    },
    cost: {
      name: 'Cost or fee',
      short: 'cost',
      question: 'How reasonable is the cost of the service?',
      plain: 'What do you think of what you paid? Choose “Free” if you paid nothing.',
      answers: ['Very expensive', 'Rather expensive', 'Cheap', 'Free'],
    },
    product: {
      name: 'Service product',
      short: 'result',
      question: 'How well does what was delivered match what the service standard promises?',
      plain: 'Did you get what was promised?',
      answers: ['Does not match', 'Matches poorly', 'Matches', 'Matches very well'],
    },
    competence: {
      name: 'Competence of staff',
      short: 'ability of staff',
      question: 'How competent are the staff?',
      plain: 'Did the staff know their work and do it well?',
      answers: ['Not competent', 'Not very competent', 'Competent', 'Very competent'],
    },
    behaviour: {
      name: 'Behaviour of staff',
      short: 'manner of staff',
      question: 'How polite and friendly are the staff?',
      plain: 'Were the staff polite and friendly to you?',
      answers: [
        'Not polite and friendly',
        'Not very polite and friendly',
        'Polite and friendly',
        'Very polite and friendly',
      ],
    },
    complaint_handling: {
      name: 'Handling of complaints, suggestions and input',
      short: 'handling of complaints',
      question: 'How are complaints of service users handled?',
      plain: 'Is there a place to complain here, and is something done about it?',
      answers: ['There is none', 'There is, but it does not work', 'Works, but not fully', 'Well managed'],
    },
    facilities: {
      name: 'Facilities',
      short: 'facilities',
      question: 'How good are the facilities?',
      plain: 'What do you think of the waiting room, counters, toilets and equipment?',
      answers: ['Bad', 'Fair', 'Good', 'Very good'],
    },
  },
  paidCost: {
    question: 'How well does what you paid match the official fee?',
    plain: 'Did you pay exactly the official fee?',
    answers: ['Does not match', 'Matches poorly', 'Matches', 'Matches exactly'],
  },
  comment: {
    question: 'A suggestion for this service',
    hint: 'You may leave it empty. Please write no name, identity number or phone number here.',
  },
  profile: {
    sex: { question: 'Sex', options: { male: 'Male', female: 'Female' } },
    ageBand: {
      question: 'Age group',
      options: {
        under_20: 'Under 20',
        '20_29': '20–29',
        '30_39': '30–39',
        '40_49': '40–49',
        '50_59': '50–59',
        '60_and_over': '60 and over',
      },
    },
    education: {
      question: 'Highest education',
      options: {
        primary: 'Primary school or less',
        junior_secondary: 'Junior secondary school',
        senior_secondary: 'Senior secondary school',
        diploma: 'Diploma',
        bachelor: 'Bachelor’s degree',
        postgraduate: 'Postgraduate degree',
      },
    },
    occupation: {
      question: 'Occupation',
      options: {
        civil_servant: 'Civil servant',
        soldier: 'Armed forces',
        police: 'Police',
        private_employee: 'Private employee',
        self_employed: 'Self-employed',
        other: 'Other',
      },
    },
  },
  unanswered: 'Not answered',
}
